//! A topic in; what the lists under it do not say, say otherwise than others or base on what is out of force, out.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::link::{Figure, Gap, SameSubject, gaps as gaps_of};
use crate::model::{FigureKind, GapKind, LawId, LawStatus, ListId, Part, Regime, TopicId};
use crate::plan::Target;

use super::super::atoms::{LinkView, ListHead, RecordView};
use super::super::names::region_name;
use super::super::page::Page;
use super::super::text::TextView;
use super::compare::{comparison, measures};
use super::gaps::{GapKindView, table};

/// Up to how many gaps of a kind are shown one by one.
const SHOWN: usize = 40;

/// Up to how many figures of a subject are shown, and up to how many lists that print one are named.
const FIGURES: usize = 12;
const NAMED: usize = 6;

/// What the lists under a topic do not say, or say otherwise than others.
#[derive(Serialize)]
pub struct TopicGapsView<'a> {
    topic: LinkView<'a>,
    /// How many lists there are.
    statement: String,
    kinds: Vec<GapsOfKind<'a>>,
    /// Subjects of which the lists print different figures.
    subjects: Vec<DifferingView<'a>>,
    /// How many subjects there are beyond those shown.
    more: Option<String>,
    /// Of how many of the laws cited under the topic the state is known.
    known: Option<String>,
    compare: Option<String>,
    all: LinkView<'a>,
    data: Option<LinkView<'a>>,
}

/// Gaps of one kind.
#[derive(Serialize)]
struct GapsOfKind<'a> {
    kind: GapKindView<'a>,
    count: String,
    lists: Vec<GapsOfList<'a>>,
    more: Option<String>,
}

#[derive(Serialize)]
struct GapsOfList<'a> {
    head: ListHead<'a>,
    records: Vec<GapView<'a>>,
}

#[derive(Serialize)]
struct GapView<'a> {
    record: RecordView<'a>,
    /// The law that is out of force.
    law: Option<LinkView<'a>>,
}

/// A subject of which lists print different figures.
#[derive(Serialize)]
struct DifferingView<'a> {
    name: TextView<'a>,
    /// The kind of inspection or of measure.
    kind: Option<&'a str>,
    figures: Vec<FigureView<'a>>,
    more: Option<String>,
}

#[derive(Serialize)]
struct FigureView<'a> {
    figure: TextView<'a>,
    lists: String,
    regimes: Vec<SayingView<'a>>,
}

/// A list that prints a figure: its region, and the regime with what it says the figure is of.
#[derive(Serialize)]
struct SayingView<'a> {
    region: TextView<'a>,
    regime: LinkView<'a>,
}

/// The view of the page.
pub(in super::super) fn topic_gaps<'a>(page: &Page<'a>, topic: TopicId) -> TopicGapsView<'a> {
    let graph = page.shared.graph;
    let found = page.shared.gaps_under()[topic].iter().map(|(list, at)| &gaps_of(graph, *list)[*at as usize]);
    let mut by_kind: BTreeMap<GapKind, Vec<&'a Gap>> = BTreeMap::new();
    found.for_each(|gap| by_kind.entry(gap.kind).or_default().push(gap));
    let differing = by_kind.remove(&GapKind::FiguresDiffer).unwrap_or_default();
    let figure = |gap: &Gap| Some(graph.figures.of_list[gap.record.list].get(gap.figure? as usize)?.same);
    let subjects: BTreeSet<SameSubject> = differing.into_iter().filter_map(figure).collect();
    let rest = subjects.len().saturating_sub(SHOWN);
    TopicGapsView {
        topic: LinkView::to(page, Target::Topic(topic)),
        statement: page.strings().fill(
            "gaps",
            "statement",
            &[("lists", &page.count("lists", graph.lists_under(topic).len()))],
        ),
        kinds: by_kind.into_iter().map(|(kind, gaps)| of_kind(page, kind, &gaps)).collect(),
        subjects: subjects.into_iter().take(SHOWN).map(|same| subject(page, same)).collect(),
        more: more(page, rest),
        known: known(page, topic),
        compare: comparison(page, topic),
        all: LinkView::to(page, Target::Gaps),
        data: table(page),
    }
}

fn more(page: &Page<'_>, rest: usize) -> Option<String> {
    let n = page.strings().integer(rest as u64);
    (rest > 0).then(|| page.strings().fill("gaps", "more", &[("n", &n)]))
}

fn of_kind<'a>(page: &Page<'a>, kind: GapKind, gaps: &[&'a Gap]) -> GapsOfKind<'a> {
    let shown = &gaps[..gaps.len().min(SHOWN)];
    let lists = shown.chunk_by(|a, b| a.record.list == b.record.list).map(|of| GapsOfList {
        head: ListHead::new(page, of[0].record.list),
        records: of
            .iter()
            .map(|gap| GapView {
                record: RecordView::new(page, gap.record),
                law: gap.law.map(|law| LinkView::law(page, law)),
            })
            .collect(),
    });
    GapsOfKind {
        kind: GapKindView::new(page, kind),
        count: page.count("items", gaps.len()),
        lists: lists.collect(),
        more: more(page, gaps.len() - shown.len()),
    }
}

/// A subject with every figure that is printed for it, those first that most lists print.
fn subject<'a>(page: &Page<'a>, same: SameSubject) -> DifferingView<'a> {
    let graph = page.shared.graph;
    let mut said: BTreeMap<&'a str, Vec<&'a Figure>> = BTreeMap::new();
    for (list, at) in graph.figures.of_subject.get(&same).into_iter().flatten() {
        let Some(figure) = graph.figures.of_list[*list].get(*at as usize) else { continue };
        if let Some(text) = figure.said.as_deref() {
            said.entry(text).or_default().push(figure);
        }
    }
    let of = said.values().next().map(|figures| figures[0].of);
    let kind = match of {
        Some(FigureKind::Frequency) => Some(page.t("frequency_kind", same.1)),
        Some(FigureKind::Penalty) => Some(page.t("penalty_kind", same.1)),
        _ => None,
    };
    let mut figures: Vec<Vec<&'a Figure>> = said.into_values().collect();
    figures.sort_by_key(|figures| std::cmp::Reverse(lists(figures).len()));
    let rest = figures.len().saturating_sub(FIGURES);
    DifferingView {
        name: same.0.name(page.model()).map_or(TextView::plain(""), |name| page.text(name)),
        kind,
        figures: figures.into_iter().take(FIGURES).map(|figures| figure(page, &figures)).collect(),
        more: more(page, rest),
    }
}

fn lists(figures: &[&Figure]) -> BTreeSet<ListId> {
    figures.iter().map(|figure| figure.regime.list).collect()
}

fn figure<'a>(page: &Page<'a>, figures: &[&'a Figure]) -> FigureView<'a> {
    let mut regimes: Vec<_> = figures.iter().map(|figure| figure.regime).collect();
    regimes.dedup();
    let regimes = regimes.into_iter().take(NAMED).map(|record| SayingView {
        region: region_name(page, record.list),
        regime: LinkView::to(page, Target::of(record)),
    });
    FigureView {
        figure: shown(page, figures[0]).unwrap_or(TextView::plain("")),
        lists: page.count("lists", lists(figures).len()),
        regimes: regimes.collect(),
    }
}

/// A figure in the language of the page.
fn shown<'a>(page: &Page<'a>, figure: &'a Figure) -> Option<TextView<'a>> {
    let Part::Regime(regime) = figure.regime.part else { return None };
    let regime: &'a Regime = &page.list(figure.regime.list)[regime];
    let (strings, at) = (page.strings(), figure.at as usize);
    match figure.of {
        FigureKind::Frequency => strings.frequency(regime.frequencies.get(at)?).map(TextView::plain),
        FigureKind::Deadline => {
            let row = regime.deadlines.get(at)?;
            Some(TextView::plain(strings.limit(row.limit, row.bound)))
        }
        FigureKind::Penalty => Some(TextView::plain(measures(page, regime.penalties.get(at)?))),
        FigureKind::Threshold => strings.threshold(regime.thresholds.get(at)?).map(|phrase| page.phrase(phrase)),
    }
}

/// Of how many of the laws that records under a topic cite the state is known.
fn known(page: &Page<'_>, topic: TopicId) -> Option<String> {
    let graph = page.shared.graph;
    let under = &graph.under_topic[topic];
    let mut laws: BTreeSet<LawId> = BTreeSet::new();
    for list in graph.lists_under(topic) {
        let records = page.shared.of_list(under, *list);
        let cited = graph.citations_of_list(*list).iter();
        laws.extend(cited.filter(|one| records.contains(&one.record.page())).map(|citation| citation.law));
    }
    let unknown = laws.iter().filter(|law| page.model()[**law].state() == LawStatus::Unknown).count();
    let [n, all] = [unknown, laws.len()].map(|number| page.strings().integer(number as u64));
    (unknown > 0).then(|| page.strings().fill("gaps", "unknown_here", &[("n", &n), ("all", &all)]))
}
