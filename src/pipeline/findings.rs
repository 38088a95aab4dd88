//! Faults as the stages report them in, faults with their place and in order out.

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::{FileId, Finding, Mend, Message, Sink};
use crate::load::{Changed, Locator, Sources, text_of};

/// Looks up the place of every fault and sorts them by file, line and column.
pub(super) fn findings(sources: &Sources, sink: &Sink) -> Vec<Finding> {
    findings_with(sources, sink, &Changed::new())
}

/// The same where some files are not as they are on the disk.
pub(super) fn findings_with(sources: &Sources, sink: &Sink, changed: &Changed) -> Vec<Finding> {
    placed(sources, sink, changed).into_iter().map(|(_, finding)| finding).collect()
}

/// The same with the path of each file from the content folder.
pub(super) fn placed(sources: &Sources, sink: &Sink, changed: &Changed) -> Vec<(PathBuf, Finding)> {
    let text = |path: &Path| match changed.get(path) {
        Some(Some(text)) => text.clone(),
        _ => text_of(&sources.root, path),
    };
    in_order(sources, sink, &text)
}

/// The same in the texts that were read, whatever the files hold by now.
pub(super) fn findings_in(sources: &Sources, sink: &Sink, text_of: &dyn Fn(&Path) -> String) -> Vec<Finding> {
    in_order(sources, sink, text_of).into_iter().map(|(_, finding)| finding).collect()
}

fn in_order(sources: &Sources, sink: &Sink, text_of: &dyn Fn(&Path) -> String) -> Vec<(PathBuf, Finding)> {
    let mut locators: HashMap<FileId, Locator> = HashMap::new();
    let mut found: Vec<(FileId, Finding)> = Vec::with_capacity(sink.found().len());
    for diagnostic in sink.found() {
        let file = diagnostic.place.file;
        let path = &sources.files[file.0 as usize];
        let locator = locators.entry(file).or_insert_with(|| Locator::new(path, text_of(path).into()));
        let span = locator.locate(&diagnostic.place.at);
        let finding = Finding {
            code: diagnostic.code,
            severity: diagnostic.severity,
            path: sources.root.join(path).display().to_string(),
            source: Arc::clone(locator.text()),
            span: span.clone(),
            message: diagnostic.message.shortened(),
            label: diagnostic.label.as_ref().map(Message::shortened),
            help: diagnostic.help.as_ref().map(Message::shortened),
            fix: diagnostic.fix.clone().filter(|fix| span.as_ref().is_some_and(|span| locator.takes(span, fix))),
            mend: diagnostic.mend.as_ref().and_then(|mend| mended(locator, span.as_ref(), mend)),
            counted: diagnostic.counted,
        };
        found.push((file, finding));
    }
    found.sort_by_key(|(file, finding)| {
        (*file, finding.span.as_ref().map(|span| (span.start, span.end)), finding.code.id)
    });
    found.into_iter().map(|(file, finding)| (sources.files[file.0 as usize].clone(), finding)).collect()
}

/// The bytes of the file that a mend replaces, and what takes their place, as the file writes it; `None` where it cannot be
/// done there. Lines stay the lines they were.
fn mended(locator: &mut Locator, shown: Option<&Range<usize>>, mend: &Mend) -> Option<(Range<usize>, String)> {
    let span = match &mend.at {
        Some(at) => locator.locate(at)?,
        None => shown?.clone(),
    };
    let old = locator.text().get(span.clone())?;
    let is_there = mend.of.as_deref().is_none_or(|of| of == old);
    let new = locator.written(&span, &mend.text, mend.of.is_some())?;
    let is_one_line = !old.contains(['\n', '\r']) && !new.contains(['\n', '\r']);
    (is_there && is_one_line && old != new).then_some((span, new))
}
