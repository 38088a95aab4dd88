//! The regimes of a list in; which of their figures are of a subject of a topic out: by that subject the figures of several
//! lists meet, however each of them words it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::model::{
    Bound, FigureKind, Id, IdMap, Lang, List, ListId, Model, Part, RecordRef, Regime, RegimeId, Text, Topic, TopicId,
};

/// A subject of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubjectRef {
    /// The topic.
    pub topic: TopicId,
    /// Its place among the subjects of the topic, counted from 0.
    pub at: u32,
}

/// What figures must have in common to be held against each other: the subject, and the word for their kind, say a routine
/// inspection or a fine.
pub type SameSubject = (SubjectRef, &'static str);

/// A figure of a regime that is of a subject of a topic.
#[derive(Clone, Debug, Hash)]
pub struct Figure {
    /// The regime.
    pub regime: RecordRef,
    /// Which of its figures these are.
    pub of: FigureKind,
    /// The place among them, counted from 0.
    pub at: u32,
    /// What it is of.
    pub same: SameSubject,
    /// What it says; nothing where no figure is printed.
    pub said: Option<String>,
}

/// The figures of all lists that are of a subject.
#[derive(Debug, Default)]
pub struct Figures {
    /// For each list its own, regime by regime.
    pub of_list: IdMap<ListId, Vec<Figure>>,
    /// For each subject, where its figures are: the list, and the place among those of the list.
    pub of_subject: BTreeMap<SameSubject, Vec<(ListId, u32)>>,
    /// Subjects of which lists do not all print the same figures.
    pub differing: BTreeSet<SameSubject>,
}

impl SubjectRef {
    /// The id of the subject across all topics: `topic/subject`.
    pub fn uid(self, model: &Model) -> String {
        let topic = &model[self.topic];
        format!("{}/{}", topic.slug, topic.subjects.get(self.at as usize).map_or("", |subject| subject.id.as_str()))
    }

    /// What it is called.
    pub fn name(self, model: &Model) -> Option<&Text> {
        model[self.topic].subjects.get(self.at as usize).map(|subject| &subject.name)
    }
}

/// What a printed subject is: the first subject that fits, of the topics of the regime in their order and then of the wider
/// ones.
fn subject_of(
    model: &Model,
    topics: &[Id],
    topic: &dyn Fn(&str) -> Option<TopicId>,
    of: FigureKind,
    printed: &Text,
) -> Option<SubjectRef> {
    let printed = printed.best(Lang::ZH).1;
    let own: Vec<TopicId> = topics.iter().filter_map(|slug| topic(slug)).collect();
    let wider = own.iter().filter_map(|id| topic(model[*id].broader.as_deref()?));
    own.iter().copied().chain(wider).find_map(|id| {
        let place = |topic: &Topic| topic.subjects.iter().position(|one| one.of == of && one.fits(printed));
        Some(SubjectRef { topic: id, at: place(&model[id])? as u32 })
    })
}

/// The figures of a list that are of a subject, in the order of the regimes, the kinds and the list.
pub(super) fn figures_of(
    model: &Model,
    id: ListId,
    list: &List,
    topic: &dyn Fn(&str) -> Option<TopicId>,
) -> Vec<Figure> {
    RegimeId::each(list).flat_map(|(r, regime)| of_regime(model, id, r, regime, topic)).collect()
}

fn of_regime(
    model: &Model,
    list: ListId,
    id: RegimeId,
    regime: &Regime,
    topic: &dyn Fn(&str) -> Option<TopicId>,
) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut add = |of, at: usize, printed: &Text, sort, said| {
        let subject = subject_of(model, &regime.topics, topic, of, printed);
        let regime = RecordRef { list, part: Part::Regime(id) };
        found.extend(subject.map(|subject| Figure { regime, of, at: at as u32, same: (subject, sort), said }));
    };
    for (at, row) in regime.frequencies.iter().enumerate() {
        add(FigureKind::Frequency, at, &row.subject, row.kind.as_str(), row.said());
    }
    for (at, row) in regime.deadlines.iter().enumerate() {
        add(FigureKind::Deadline, at, &row.action, row.bound.unwrap_or(Bound::Within).as_str(), Some(row.said()));
    }
    for (at, row) in regime.penalties.iter().enumerate() {
        add(FigureKind::Penalty, at, &row.conduct, row.kind.as_str(), row.said());
    }
    for (at, row) in regime.thresholds.iter().enumerate() {
        add(FigureKind::Threshold, at, &row.subject, "", row.said());
    }
    found
}

impl Figures {
    /// The figures of every list that are of a subject. A list that another took the place of is held against none.
    pub(super) fn of_all(
        model: &Model,
        topic: &(dyn Fn(&str) -> Option<TopicId> + Sync),
        replaced: &dyn Fn(ListId) -> bool,
    ) -> Figures {
        let lists: Vec<ListId> = ListId::all(model).collect();
        let of_list: Vec<_> = lists.par_iter().map(|id| figures_of(model, *id, &model[*id], &topic)).collect();
        Figures::new(of_list.into(), replaced)
    }

    /// Brings together the figures of each list. A list that another took the place of is held against none.
    pub(super) fn new(of_list: IdMap<ListId, Vec<Figure>>, replaced: &dyn Fn(ListId) -> bool) -> Figures {
        let mut of_subject: BTreeMap<SameSubject, Vec<(ListId, u32)>> = BTreeMap::new();
        let mut said: BTreeMap<SameSubject, BTreeMap<ListId, BTreeSet<&str>>> = BTreeMap::new();
        for (list, figures) in of_list.iter() {
            for (at, figure) in figures.iter().enumerate() {
                of_subject.entry(figure.same).or_default().push((list, at as u32));
                if let Some(text) = figure.said.as_deref().filter(|_| !replaced(list)) {
                    said.entry(figure.same).or_default().entry(list).or_default().insert(text);
                }
            }
        }
        let differ = |lists: &BTreeMap<ListId, BTreeSet<&str>>| {
            let mut sets = lists.values();
            let first = sets.next();
            sets.any(|other| Some(other) != first)
        };
        let differing = said.iter().filter(|(_, lists)| differ(lists)).map(|(same, _)| *same).collect();
        Figures { of_list, of_subject, differing }
    }

    /// A figure of a regime, where it is of a subject.
    pub fn get(&self, regime: RecordRef, of: FigureKind, at: u32) -> Option<&Figure> {
        let figures = &self.of_list[regime.list];
        let key = |figure: &Figure| (figure.regime.part, figure.of, figure.at);
        figures.binary_search_by_key(&(regime.part, of, at), key).ok().map(|found| &figures[found])
    }
}
