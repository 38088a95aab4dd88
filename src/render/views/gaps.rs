//! What lists do not say, or say otherwise than others, in; how much of it there is by topic and by list, as a page, out.

use serde::Serialize;

use crate::link::{Gap, gaps as gaps_of};
use crate::model::{GapKind, ListId, Position, TopicId};
use crate::plan::Target;

use super::super::atoms::{LinkView, Truncated};
use super::super::names::region_name;
use super::super::page::Page;
use super::super::shared::SHOWN_LISTS;
use super::super::text::TextView;

/// How many of the kinds are of records; the last are of parts of a list.
const OF_RECORDS: usize = GapKind::PrintedEmpty as usize;

/// What lists do not say, or say otherwise than others.
#[derive(Serialize)]
pub struct GapsView<'a> {
    kinds: Vec<GapKindView<'a>>,
    /// Those that records have; parts of a list are under no topic.
    of_records: usize,
    topics: Vec<GapRow<'a>>,
    lists: Vec<GapRow<'a>>,
    /// How many there are in all.
    all: GapCounts,
    overflow: Option<Truncated<'a>>,
    /// How many of the laws of the register have no known state.
    unknown: String,
    quality: String,
    data: Option<LinkView<'a>>,
}

/// A kind of gap: what it means, and what it does not mean.
#[derive(Serialize)]
pub struct GapKindView<'a> {
    pub key: &'static str,
    pub name: &'a str,
    pub note: &'a str,
}

/// What there is of each kind under a topic, or in a list.
#[derive(Serialize)]
struct GapRow<'a> {
    region: Option<TextView<'a>>,
    link: LinkView<'a>,
    counts: GapCounts,
}

/// For each kind, how many there are, with where they are told.
type GapCounts = Vec<(String, Option<String>)>;

impl<'a> GapKindView<'a> {
    /// A kind of gap in words.
    pub fn new(page: &Page<'a>, kind: GapKind) -> GapKindView<'a> {
        let key = kind.as_str();
        GapKindView { key, name: page.t("gap_kind", key), note: page.t("gap_note", key) }
    }
}

/// The view of the page.
pub(in super::super) fn gaps<'a>(page: &Page<'a>) -> GapsView<'a> {
    let (model, graph) = (page.model(), page.shared.graph);
    let lists = page.shared.plan.model.lists.len();
    let mut all = [0; GapKind::ALL.len()];
    ListId::all(model).for_each(|list| add(&mut all, gaps_of(graph, list)));
    let under = TopicId::each(model).filter(|(id, _)| !page.shared.gaps_under()[*id].is_empty());
    let topics = under.map(|(id, _)| {
        let mut counts = [0; GapKind::ALL.len()];
        let found = page.shared.gaps_under()[id].iter().map(|(list, at)| &gaps_of(graph, *list)[*at as usize]);
        found.for_each(|gap| counts[gap.kind as usize] += 1);
        let at = |kind: GapKind| page.href(Target::TopicGaps(id), &format!("_{}", kind.as_str()));
        let mut counts = numbers(page, counts, at);
        counts.truncate(OF_RECORDS);
        GapRow { region: None, link: LinkView::to(page, Target::Topic(id)), counts }
    });
    let list = |id: ListId| {
        let mut counts = [0; GapKind::ALL.len()];
        add(&mut counts, gaps_of(graph, id));
        let link = LinkView::to(page, Target::List(id));
        GapRow { region: Some(region_name(page, id)), link, counts: plain(page, counts) }
    };
    let unknown = model.laws.iter().filter(|law| law.state() == crate::model::LawStatus::Unknown).count();
    let [n, of] = [unknown, model.laws.len()].map(|number| page.strings().integer(number as u64));
    GapsView {
        kinds: GapKind::ALL.iter().map(|kind| GapKindView::new(page, *kind)).collect(),
        of_records: OF_RECORDS,
        topics: topics.collect(),
        lists: ListId::all(model).take(SHOWN_LISTS).map(list).collect(),
        all: plain(page, all),
        overflow: (lists > SHOWN_LISTS).then(|| Truncated::new(page, ListId::all(model), ListId::new(SHOWN_LISTS))),
        unknown: page.strings().fill("gaps", "unknown", &[("n", &n), ("all", &of)]),
        quality: page.href(Target::Quality, ""),
        data: table(page),
    }
}

/// The page of the table that has every gap.
pub fn table<'a>(page: &Page<'a>) -> Option<LinkView<'a>> {
    let catalogue = page.shared.catalogue;
    let at = (0..catalogue.tables()).find(|at| catalogue.table(*at).name == "gaps")?;
    Some(LinkView::to(page, Target::Table(at as u32)))
}

fn add(counts: &mut [usize; GapKind::ALL.len()], gaps: &[Gap]) {
    gaps.iter().for_each(|gap| counts[gap.kind as usize] += 1);
}

fn numbers(page: &Page<'_>, counts: [usize; GapKind::ALL.len()], at: impl Fn(GapKind) -> String) -> GapCounts {
    let of = |(kind, count): (&GapKind, usize)| (page.strings().integer(count as u64), (count > 0).then(|| at(*kind)));
    GapKind::ALL.iter().zip(counts).map(of).collect()
}

fn plain(page: &Page<'_>, counts: [usize; GapKind::ALL.len()]) -> GapCounts {
    counts.into_iter().map(|count| (page.strings().integer(count as u64), None)).collect()
}
