//! Two contents in; what the lists of the one say otherwise than those of the other, ready to be shown, out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::diag::{Failure, Finding, Sink};
use crate::editions::{Flat, Successors, compare, declared, flatten};
use crate::link::{Graph, Happening, RecordChange, link};
use crate::load::{Sources, load, load_revision};
use crate::model::{Lang, ListId, Model};
use crate::theme::Theme;

use super::findings::findings;
use super::sound::sound;

/// One side of a comparison.
#[derive(Clone, Debug)]
pub enum Side {
    /// A content folder as it stands.
    Folder(PathBuf),
    /// A content folder in a revision of its git repository.
    Revision(PathBuf, String),
}

/// What there is between two contents.
#[derive(Debug, Default)]
pub struct Difference {
    /// Faults of a side that stop a build; where there are any, nothing was compared.
    pub findings: Vec<Finding>,
    /// Languages of the newer side, by which values stand.
    pub languages: Vec<Lang>,
    /// The lists that are not the same, in the order of their ids.
    pub lists: Vec<ListDifference>,
}

/// A list that is not the same on both sides.
#[derive(Debug)]
pub struct ListDifference {
    /// Its id.
    pub id: String,
    /// Its title, by language.
    pub title: Vec<String>,
    /// Whether one side alone has it.
    pub what: Happening,
    /// What happened to its records, with what a record of that kind is called.
    pub changes: Vec<(String, RecordChange)>,
}

/// Compares the lists of two contents, telling words of the interface in a language.
///
/// # Errors
///
/// Fails where a side cannot be read at all.
pub fn diff(old: &Side, new: &Side, speech: Lang) -> Result<Difference, Failure> {
    let theme = Theme::load(None)?;
    let (new, found) = read(new)?;
    let Some(new) = new else { return Ok(Difference { findings: found, ..Difference::default() }) };
    let (old, found) = read(old)?;
    let Some(mut old) = old else { return Ok(Difference { findings: found, ..Difference::default() }) };
    // Values are held against each other by language.
    old.site.languages.clone_from(&new.site.languages);
    let (old, new) = (link(&old), link(&new));
    let strings = |lang| theme.strings(lang).ok();
    let flats = |graph: &Graph<'_>| -> BTreeMap<String, Flat> {
        let lists: Vec<ListId> = ListId::all(graph.model).collect();
        let flat = |list: &ListId| (graph.model[*list].id.to_string(), flatten(graph, *list, &strings));
        lists.par_iter().map(flat).collect()
    };
    let (before, after) = (flats(&old), flats(&new));
    let successors = Successors::new(declared(&old).chain(declared(&new)));
    let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let called =
        |kind: &str| theme.strings(speech).map_or_else(|_| kind.to_owned(), |own| own.get("record", kind).to_owned());
    let of_list = |id: &String| {
        let (before, after) = (before.get(id), after.get(id));
        let head = after.or(before)?.records.first()?;
        let title = head.fields.iter().find(|field| field.name == "title")?;
        let (what, changes) = match (before, after) {
            (Some(before), Some(after)) => (Happening::Changed, compare(before, after, &successors)),
            (None, _) => (Happening::Added, Vec::new()),
            (_, None) => (Happening::Removed, Vec::new()),
        };
        let changes: Vec<_> = changes.into_iter().map(|change| (called(change.kind), change)).collect();
        let same = what == Happening::Changed && changes.is_empty();
        (!same).then(|| ListDifference { id: id.clone(), title: title.value.data.clone(), what, changes })
    };
    let lists = ids.into_iter().filter_map(of_list).collect();
    Ok(Difference { findings: Vec::new(), languages: new.model.languages().to_vec(), lists })
}

/// The model of a side; else its faults.
fn read(side: &Side) -> Result<(Option<Model>, Vec<Finding>), Failure> {
    let mut sink = Sink::new();
    let mut sources: Sources = match side {
        Side::Folder(path) => load(path, &mut sink)?,
        Side::Revision(path, revision) => load_revision(path, revision, &mut sink)?,
    };
    match sound(&mut sources, None, &mut sink) {
        Some(model) => Ok((Some(model), Vec::new())),
        None => Ok((None, findings(&sources, &sink))),
    }
}

impl Side {
    /// What was typed: a folder that is there, else a revision of the repository of the content folder.
    pub fn of(typed: &str, content: &Path) -> Side {
        match typed.strip_prefix("git:") {
            Some(revision) => Side::Revision(content.to_owned(), revision.to_owned()),
            None if Path::new(typed).is_dir() => Side::Folder(PathBuf::from(typed)),
            None => Side::Revision(content.to_owned(), typed.to_owned()),
        }
    }
}
