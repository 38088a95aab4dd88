//! A list in; the laws that its texts name without its records citing them out, and how much of what they name is
//! settled.
//!
//! What a record stands on is registered with it (`basis`). Texts name laws beside that: in the account of a case, in
//! what a department does, in the notes. Such a law is found from its own page as well.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::cite::{About, Mention, Reader};
use crate::model::walk::{Above, Node, Setting, walk_list};
use crate::model::{Articles, Basis, Lang, LawId, LawPlace, List, ListId, Part, RecordRef, Text, position};

use super::citations::Citation;
use super::share::Share;

position!(
    /// A naming of the graph.
    NamingId
);

/// A law named in a text of a record that does not cite it so.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Naming {
    /// The record.
    pub record: RecordRef,
    /// The law.
    pub law: LawId,
    /// Articles named that no part of the record cites; empty where the law as a whole is named.
    pub articles: Vec<Articles>,
}

/// What the Chinese texts of a list name beyond its citations, which are given; record by record, each law once. Also
/// how many places name a law at all, and of how many it is settled which.
pub(super) fn namings(
    list: &List,
    id: ListId,
    cited: &[Citation<'_>],
    reader: &Reader,
    law: &dyn Fn(&str) -> Option<LawId>,
) -> (Vec<Naming>, Share) {
    let whole: HashSet<(Part, LawId)> =
        cited.iter().map(|citation| (citation.record.part.page(), citation.law)).collect();
    let exact: HashSet<(Part, LawId, LawPlace)> = cited
        .iter()
        .flat_map(|citation| {
            let (part, law) = (citation.record.part.page(), citation.law);
            citation.basis.articles.iter().map(move |articles| (part, law, articles.place()))
        })
        .collect();
    let mut found: Vec<Naming> = Vec::new();
    let mut settled = Share::default();
    let mut take = |record: RecordRef, mention: &Mention| {
        let Some(law) = mention.law else { return };
        let page = record.part.page();
        let new = |articles: &Articles| !exact.contains(&(page, law, articles.place()));
        let articles: Vec<Articles> = mention.articles.iter().copied().filter(new).collect();
        if articles.is_empty() && (!mention.articles.is_empty() || whole.contains(&(page, law))) {
            return;
        }
        match found.iter_mut().find(|have| have.record == record && have.law == law) {
            Some(have) => {
                let new = |articles: &Articles| !have.articles.contains(articles);
                let articles: Vec<Articles> = articles.into_iter().filter(new).collect();
                have.articles.extend(articles);
            }
            None => found.push(Naming { record, law, articles }),
        }
    };
    let mut subjects = Subjects { reader, law, under: HashMap::new() };
    walk_list(list, id, &mut |node, at| {
        let Some(record) = at.record() else { return };
        match node {
            Node::Prose(text) | Node::Note(text) => {
                for mention in reader.read_form(text, Lang::ZH, &subjects.of(at)) {
                    settled.count(mention.law.is_some());
                    take(record, &mention);
                }
            }
            Node::ItemNumber(number) => {
                reader.read_about(number, &subjects.of(at)).iter().for_each(|mention| take(record, mention));
            }
            _ => {}
        }
    });
    found.sort_by_key(|naming| (naming.record, naming.law));
    (found, settled)
}

/// What texts are about, by where they stand.
struct Subjects<'r, 'm> {
    reader: &'r Reader,
    law: &'r dyn Fn(&str) -> Option<LawId>,
    /// For a text with items under it, by its place in memory, what these are about.
    under: HashMap<*const Text, Vec<About<'m>>>,
}

impl<'m> Subjects<'_, 'm> {
    fn of(&mut self, at: &Setting<'_, 'm>) -> Vec<About<'m>> {
        self.below(at.above, &at.beside)
    }

    fn below(&mut self, above: Option<&Above<'_, 'm>>, beside: &[&'m [Basis]]) -> Vec<About<'m>> {
        let Some(Above { text, above }) = above else { return about(beside, self.law) };
        if let Some(known) = self.under.get(&std::ptr::from_ref(*text)) {
            return known.clone();
        }
        let own = self.below(*above, beside);
        let about = headed(self.reader, text, &own);
        self.under.insert(*text, about.clone());
        about
    }
}

/// Citations as what a text is about.
pub fn about<'b>(bases: &[&'b [Basis]], law: &dyn Fn(&str) -> Option<LawId>) -> Vec<About<'b>> {
    let bases = bases.iter().flat_map(|bases| bases.iter());
    bases.filter_map(|basis| Some((law(&basis.law)?, &*basis.articles))).collect()
}

/// What the items under a text are about: the laws that it names, if it names any.
pub fn headed<'b>(reader: &Reader, text: &Text, about: &[About<'b>]) -> Vec<About<'b>> {
    let named: Vec<About<'b>> = laws_named(reader, text, about).into_iter().map(|law| (law, &[][..])).collect();
    if named.is_empty() { about.to_vec() } else { named }
}

fn laws_named(reader: &Reader, text: &Text, about: &[About<'_>]) -> BTreeSet<LawId> {
    reader.read_form(text, Lang::ZH, about).iter().filter_map(|mention| mention.law).collect()
}
