//! The registers of a site and those of the program in; one register of each kind out.
//!
//! An entry of the site goes before one of the program with the same id, and a law of the site before one with the same
//! title: so a site can correct whatever comes with the program. A name that a site claims is taken from others.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use crate::diag::FileId;
use crate::model::{Entry, Id, IdMap, Lang, Law, LawId, Model};
use crate::register::register;

/// Laws with where they stand.
type Entered = Vec<(Law, Entry)>;

/// Ids of laws of the program that the site has under another id, with that.
pub(super) type Renamed = HashMap<Id, Id>;

/// Adds the registers of the program to a model that holds those of the site.
pub(super) fn join(model: &mut Model, files: &[PathBuf]) -> Renamed {
    departments(model);
    topics(model);
    terms(model);
    agencies(model);
    let places = std::mem::take(&mut model.origins.laws);
    let own = std::mem::take(&mut model.laws).into_iter().zip(places.values().iter().copied());
    let (laws, renamed) = join_laws(own.collect(), files);
    let (laws, places): (Vec<Law>, IdMap<LawId, Entry>) = laws.into_iter().unzip();
    (model.laws, model.origins.laws) = (laws, places);
    renamed
}

fn departments(model: &mut Model) {
    let ids: HashSet<&str> = model.departments.iter().map(|own| own.slug.as_str()).collect();
    let names: HashSet<&str> = model.departments.iter().flat_map(|own| &own.aliases).map(String::as_str).collect();
    let added: Vec<_> = register()
        .departments
        .iter()
        .filter(|kind| !ids.contains(kind.slug.as_str()))
        .cloned()
        .map(|mut kind| {
            kind.aliases.retain(|alias| !names.contains(alias.as_str()));
            kind
        })
        .collect();
    enter(added, &mut model.departments, &mut model.origins.departments);
}

fn topics(model: &mut Model) {
    // What figures are of, a site adds to: its subjects of a topic go before those of the program.
    for topic in &mut model.topics {
        let program = register().topics.iter().find(|other| other.slug == topic.slug);
        for subject in program.into_iter().flat_map(|other| &other.subjects) {
            if !topic.subjects.iter().any(|own| own.id == subject.id) {
                topic.subjects.push(subject.clone());
            }
        }
    }
    let ids: HashSet<&str> = model.topics.iter().map(|own| own.slug.as_str()).collect();
    let added: Vec<_> = register().topics.iter().filter(|topic| !ids.contains(topic.slug.as_str())).cloned().collect();
    enter(added, &mut model.topics, &mut model.origins.topics);
}

fn agencies(model: &mut Model) {
    let ids: HashSet<&str> = model.agencies.iter().map(|own| own.id.as_str()).collect();
    let added: Vec<_> = register().agencies.iter().filter(|body| !ids.contains(body.id.as_str())).cloned().collect();
    enter(added, &mut model.agencies, &mut model.origins.agencies);
}

/// Puts entries of the program behind those of the site.
fn enter<I, T>(added: Vec<T>, entries: &mut Vec<T>, origins: &mut IdMap<I, Entry>) {
    origins.extend(added.iter().map(|_| Entry::Program));
    entries.extend(added);
}

/// Whoever has no list of terms is held to none, and shows none.
fn terms(model: &mut Model) {
    model.origins.terms = model.terms.len();
    if model.terms.is_empty() {
        return;
    }
    let known: HashSet<&str> = model.terms.iter().map(|term| term.zh.as_str()).collect();
    let added: Vec<_> = register().terms.iter().filter(|term| !known.contains(term.zh.as_str())).cloned().collect();
    model.terms.extend(added);
}

/// The laws of a site and of the program, in the order of the files of both: as if those of the program lay beside the
/// site's own.
pub(super) fn join_laws(own: Entered, files: &[PathBuf]) -> (Entered, Renamed) {
    let claims = Claims::new(own.iter().map(|(law, _)| law));
    let mut renamed = Renamed::new();
    let mut groups: Vec<(PathBuf, Entered)> = Vec::new();
    for (name, laws) in &register().laws {
        let kept = laws.iter().filter_map(|law| claims.rest(law, &mut renamed)).map(|law| (law, Entry::Program));
        groups.push((Path::new("laws").join(name), kept.collect()));
    }
    let mut file: Option<FileId> = None;
    for (law, entry) in own {
        match groups.last_mut().filter(|_| file.is_some() && file == entry.file()) {
            Some((_, group)) => group.push((law, entry)),
            None => {
                file = entry.file();
                let path = file.and_then(|file| files.get(file.0 as usize)).cloned().unwrap_or_default();
                groups.push((path, vec![(law, entry)]));
            }
        }
    }
    groups.sort_by(|a, b| a.0.cmp(&b.0));
    (groups.into_iter().flat_map(|(_, laws)| laws).collect(), renamed)
}

/// The ids and Chinese names of the laws of a site.
struct Claims {
    ids: HashSet<Id>,
    /// Titles and short titles, with the id of the law.
    titles: HashMap<String, Id>,
    aliases: HashSet<String>,
}

impl Claims {
    fn new<'l>(own: impl Iterator<Item = &'l Law>) -> Claims {
        let mut claims = Claims { ids: HashSet::new(), titles: HashMap::new(), aliases: HashSet::new() };
        for law in own {
            claims.ids.insert(law.id.clone());
            for title in titles(law) {
                claims.titles.entry(title.to_owned()).or_insert_with(|| law.id.clone());
            }
            claims.aliases.extend(law.aliases.iter().cloned());
        }
        claims
    }

    /// A law of the program without the names that the site claims; `None` where the site has the law itself.
    fn rest(&self, law: &Law, renamed: &mut Renamed) -> Option<Law> {
        if self.ids.contains(&law.id) {
            return None;
        }
        if let Some(own) = titles(law).find_map(|title| self.titles.get(title)) {
            renamed.insert(law.id.clone(), own.clone());
            return None;
        }
        let mut law = law.clone();
        law.short_titles.retain(|title| title.get(Lang::ZH).is_none_or(|title| !self.aliases.contains(title)));
        law.aliases.retain(|alias| !self.aliases.contains(alias) && !self.titles.contains_key(alias));
        Some(law)
    }
}

/// The title and the short titles of a law in Chinese.
fn titles(law: &Law) -> impl Iterator<Item = &str> {
    std::iter::once(&law.title).chain(&law.short_titles).filter_map(|title| title.get(Lang::ZH))
}
