//! A content folder in; beside each list what its translations were made of, written down, out.

use std::path::Path;

use crate::check::translations;
use crate::diag::{Failure, Finding, Sink, closest};
use crate::load::{Changed, load, translated_file, translated_text};
use crate::model::ListId;
use crate::publish;

use super::sound::{errors, sound};

/// What came of writing translations down.
#[derive(Debug, Default)]
pub struct Stamped {
    /// What keeps the content from being read.
    pub findings: Vec<Finding>,
    /// How many lists were looked at.
    pub lists: usize,
    /// How many translations they have.
    pub translations: usize,
    /// How many files were written.
    pub files: usize,
}

/// Writes down which translations the lists have, those named or every one. Where the Chinese was changed and the translation
/// was not, what was known stays, unless all are said to be right.
///
/// # Errors
///
/// Fails where there is no such list, or a file cannot be read or written.
pub fn stamp(content: &Path, lists: &[String], all: bool) -> Result<Stamped, Failure> {
    let mut sink = Sink::new();
    let mut sources = load(content, &mut sink)?;
    let Some(model) = sound(&mut sources, None, &mut sink) else {
        return Ok(Stamped { findings: errors(&sources, &sink), ..Stamped::default() });
    };
    let ids = || ListId::each(&model).map(|(_, list)| &*list.id);
    if let Some(unknown) = lists.iter().find(|list| !ids().any(|id| id == **list)) {
        return Err(Failure::NoList { list: unknown.clone(), near: closest(unknown, ids()).map(str::to_owned) });
    }
    let mut changed = Changed::new();
    let mut stamped = Stamped::default();
    for (id, _) in ListId::each(&model).filter(|(_, list)| lists.is_empty() || lists.iter().any(|one| *one == *list.id))
    {
        let lines = translations(&model, id, all);
        let origin = &model.origins.lists[id];
        stamped.lists += 1;
        stamped.translations += lines.len();
        if lines != origin.translated
            && let Some(head) = sources.files.get(origin.header.0 as usize)
        {
            changed.insert(translated_file(head), Some(translated_text(&lines)));
        }
    }
    stamped.files = changed.len();
    if !changed.is_empty() {
        publish::replace(content, &changed).map_err(Failure::nothing_written)?;
    }
    Ok(stamped)
}
