//! Two contents in; what the lists of the one say otherwise than those of the other, ready to be shown, out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::diag::{Failure, Finding, Sink};
use crate::editions::{Flat, RenamedLists, Successors, compare, declared, flatten};
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
    /// Its id: on the newer side, where that has it.
    pub id: String,
    /// Its id on the older side, where it was renamed.
    pub formerly: Option<String>,
    /// Its title, by language.
    pub title: Vec<String>,
    /// What happened to it: `Changed` where both sides have it under one id, `Renamed` where under two.
    pub what: Happening,
    /// Ids of the lists that took its place, where it was split or merged.
    pub successors: Vec<String>,
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
    let pairs: Vec<(String, String)> = declared(&old).chain(declared(&new)).collect();
    let lists = Lists::new(old.model, new.model, &Successors::new(pairs.iter().cloned()));
    let now = |id: &str| lists.renamed.now(id).into_owned();
    // Records of a list that was renamed are compared under its id of now, whichever is named.
    let successors = Successors::new(pairs.iter().map(|(old, new)| (now(old), now(new))));
    let strings = |lang| theme.strings(lang).ok();
    let flats = |graph: &Graph<'_>, renamed: &RenamedLists| -> BTreeMap<String, Flat> {
        let flat = |list: &ListId| (now(&graph.model[*list].id), flatten(graph, *list, &strings, renamed));
        ListId::all(graph.model).collect::<Vec<_>>().par_iter().map(flat).collect()
    };
    let (before, after) = (flats(&old, &lists.renamed), flats(&new, &RenamedLists::default()));
    let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let called =
        |kind: &str| theme.strings(speech).map_or_else(|_| kind.to_owned(), |own| own.get("record", kind).to_owned());
    let of_list = |id: &String| {
        let (before, after) = (before.get(id), after.get(id));
        let head = after.or(before)?.records.first()?;
        let title = head.fields.iter().find(|field| field.name == "title")?;
        let (formerly, became) = (lists.renamed.formerly(id), lists.became.get(id));
        let (what, changes) = match (before, after) {
            (Some(before), Some(after)) => {
                let what = if formerly.is_some() { Happening::Renamed } else { Happening::Changed };
                (what, compare(before, after, &successors))
            }
            (None, _) => (Happening::Added, Vec::new()),
            (_, None) => (became.map_or(Happening::Removed, |(what, _)| *what), Vec::new()),
        };
        let told = |change| {
            let change = with_old_id(change, id, formerly);
            (called(change.kind), change)
        };
        let changes: Vec<_> = changes.into_iter().map(told).collect();
        let same = what == Happening::Changed && changes.is_empty();
        (!same).then(|| ListDifference {
            id: id.clone(),
            formerly: formerly.map(str::to_owned),
            title: title.value.data.clone(),
            what,
            successors: became.map_or_else(Vec::new, |(_, to)| to.clone()),
            changes,
        })
    };
    let lists = ids.into_iter().filter_map(of_list).collect();
    Ok(Difference { findings: Vec::new(), languages: new.model.languages().to_vec(), lists })
}

/// What became of the lists of the older side that the newer does not have.
struct Lists {
    /// Those that are one list under another id, with that id.
    renamed: RenamedLists,
    /// What happened to the others of which it is said, and the lists that took their place.
    became: BTreeMap<String, (Happening, Vec<String>)>,
}

impl Lists {
    fn new(old: &Model, new: &Model, successors: &Successors) -> Lists {
        let ids = |model: &Model| -> BTreeSet<String> { model.lists.iter().map(|list| list.id.to_string()).collect() };
        let (before, after) = (ids(old), ids(new));
        let of = |id: &String| successors.of(id).iter().filter(|to| after.contains(*to)).cloned().collect();
        let gone: Vec<(&String, Vec<String>)> = before.difference(&after).map(|id| (id, of(id))).collect();
        let sharing = |one: &String| gone.iter().filter(|(_, to)| to.contains(one)).count();
        let (mut renamed, mut became) = (Vec::new(), BTreeMap::new());
        for (id, to) in &gone {
            match &to[..] {
                [] => {}
                [one] if sharing(one) == 1 && !before.contains(one) => renamed.push(((*id).clone(), one.clone())),
                [_] => drop(became.insert((*id).clone(), (Happening::Merged, to.clone()))),
                _ => drop(became.insert((*id).clone(), (Happening::Split, to.clone()))),
            }
        }
        Lists { renamed: RenamedLists::new(renamed), became }
    }
}

/// A change with the id that the record had: what the newer side does not have was never called by the id of the list of now.
fn with_old_id(mut change: RecordChange, now: &str, formerly: Option<&str>) -> RecordChange {
    let only_new = matches!(change.what, Happening::Added | Happening::Changed | Happening::Moved);
    if let Some(old) = formerly.filter(|_| !only_new) {
        for id in [&mut change.record, &mut change.page] {
            if let Some(rest) = id.strip_prefix(now).filter(|rest| rest.starts_with('/')) {
                *id = format!("{old}{rest}");
            }
        }
    }
    change
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
