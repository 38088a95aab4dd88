//! Faults as the stages report them in, faults with their place and in order out.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::{FileId, Finding, Sink};
use crate::load::{Changed, Locator, Sources, text_of};

/// Looks up the place of every fault and sorts them by file, line and column.
pub(super) fn findings(sources: &Sources, sink: &Sink) -> Vec<Finding> {
    placed(sources, sink, &Changed::new()).into_iter().map(|(_, finding)| finding).collect()
}

/// The same with the path of the file from the content folder, where some files are not as they are on the disk.
pub(super) fn placed(sources: &Sources, sink: &Sink, changed: &Changed) -> Vec<(PathBuf, Finding)> {
    let mut locators: HashMap<FileId, Locator> = HashMap::new();
    let mut found: Vec<(FileId, Finding)> = Vec::with_capacity(sink.found().len());
    let text = |path: &Path| match changed.get(path) {
        Some(Some(text)) => text.clone(),
        _ => text_of(&sources.root, path),
    };
    for diagnostic in sink.found() {
        let file = diagnostic.place.file;
        let path = &sources.files[file.0 as usize];
        let locator = locators.entry(file).or_insert_with(|| Locator::new(path, text(path).into()));
        let finding = Finding {
            code: diagnostic.code,
            severity: diagnostic.severity,
            path: sources.root.join(path).display().to_string(),
            source: Arc::clone(locator.text()),
            span: locator.locate(&diagnostic.place.at),
            message: diagnostic.message.clone(),
            label: diagnostic.label.clone(),
            help: diagnostic.help.clone(),
        };
        found.push((file, finding));
    }
    found.sort_by_key(|(file, finding)| {
        (*file, finding.span.as_ref().map(|span| (span.start, span.end)), finding.code.id)
    });
    found.into_iter().map(|(file, finding)| (sources.files[file.0 as usize].clone(), finding)).collect()
}
