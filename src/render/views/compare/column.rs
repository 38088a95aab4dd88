//! A list and its records under a topic in; its answer to each question of the comparison out.

use std::collections::HashSet;

use crate::link::Figure;
use crate::model::{
    Collection, Deadline, FigureKind, Frequency, FrequencyKind, Id, Lang, Part, PartState, Penalty, RecordRef, Regime,
    Text, Threshold, TimeLimit, TopicId,
};
use crate::plan::Target;
use crate::theme::Fingerprint;

use super::super::super::atoms::{LinkView, PhoneView, nothing_of};
use super::super::super::citations::prose;
use super::super::super::page::Page;
use super::super::super::text::TextView;
use super::super::by_topic::{closest, laws_among, matters_among, phones_apart};
use super::super::responsible::{OfficeOfView, offices_with_duties};
use super::marks::Fact;
use super::penalties::{by_kind, measures};

/// The questions, in order; each is a key of the strings `compare_question`.
pub const QUESTIONS: [&str; 10] = [
    "who",
    "duties",
    "services",
    "deadlines",
    "departments",
    "laws",
    "frequencies",
    "penalties",
    "thresholds",
    "regimes",
];

/// For each question but the first, the parts of a list that answer it.
const PARTS: [&[Collection]; QUESTIONS.len() - 1] = [
    &[Collection::Duties, Collection::Items],
    &[Collection::Services],
    &[Collection::Regimes, Collection::Items],
    &[Collection::Boundaries],
    &[],
    &[Collection::Regimes],
    &[Collection::Regimes],
    &[Collection::Regimes],
    &[Collection::Regimes],
];

/// Up to how many records, or time limits, a list answers with.
const SHOWN: usize = 24;

/// The answer of one list to one question.
#[derive(Default)]
pub struct ListAnswer<'a> {
    /// Offices that duties and items name, each with these; the office of a service is none of a duty.
    pub offices: Vec<OfficeOfView<'a>>,
    /// Phones printed with services.
    pub services: Vec<PhoneView<'a>>,
    /// Phones printed with items and regimes.
    pub others: Vec<PhoneView<'a>>,
    /// Phones of the agency as a whole.
    pub phones: Vec<PhoneView<'a>>,
    pub items: Vec<AnswerItem<'a>>,
}

/// One thing that a list says.
pub struct AnswerItem<'a> {
    pub href: Option<String>,
    pub text: TextView<'a>,
    /// The figure, in the language of the page.
    pub figure: String,
    /// What is held against the figures of other lists; empty where no figure is printed, or none that can be.
    pub said: String,
    /// What it is of, by the register of topics.
    pub subject: Option<TextView<'a>>,
    /// What else is said of it.
    pub detail: Option<TextView<'a>>,
    /// Times a year of a routine inspection, as written in the language of the page.
    pub rate: Option<f64>,
    /// What it is of; `None` where lists word it so freely that nothing can be held against anything.
    pub key: Option<String>,
}

impl<'a> AnswerItem<'a> {
    fn new(text: TextView<'a>, key: Option<String>) -> AnswerItem<'a> {
        AnswerItem {
            href: None,
            text,
            figure: String::new(),
            said: String::new(),
            subject: None,
            detail: None,
            rate: None,
            key,
        }
    }

    /// The fact to be marked.
    pub fn fact(&self) -> Option<Fact> {
        Some(Fact { key: self.key.clone()?, figure: self.said.clone() })
    }

    /// Under the subject that a figure is of: it meets the figures of other lists there, however each of them words it.
    fn of(mut self, page: &Page<'a>, figure: Option<&Figure>) -> AnswerItem<'a> {
        if let Some(Figure { same: (subject, sort), .. }) = figure {
            self.key = Some(format!("{sort}{}.{}", subject.topic, subject.at));
            self.subject = subject.name(page.model()).map(|name| page.text(name));
        }
        self
    }
}

/// What a list answers to every question, by its records under a topic.
pub fn column<'a>(page: &Page<'a>, records: &[RecordRef], topic: TopicId) -> [ListAnswer<'a>; QUESTIONS.len()] {
    let topic = Some(topic);
    let records = &closest(page, records, topic);
    let regimes: Vec<OfRegime<'a>> = records
        .iter()
        .filter_map(|record| match record.part {
            Part::Regime(i) => Some((*record, LinkView::to(page, Target::of(*record)), &page.list(record.list)[i])),
            _ => None,
        })
        .collect();
    let penalties: Vec<_> = regimes.iter().flat_map(|(_, _, regime)| &regime.penalties).collect();
    let penalties = by_kind(page, &penalties).into_iter().map(|of| AnswerItem {
        figure: of.figure,
        detail: Some(TextView::plain(page.count("provisions", of.count))),
        ..AnswerItem::new(TextView::plain(page.t("penalty_kind", of.kind.as_str())), Some(of.kind.as_str().into()))
    });
    let sums = figures(&regimes, |regime| &regime.penalties).filter_map(|(place, row)| sum(page, place, row));
    let penalties = penalties.chain(sums.take(SHOWN)).collect();
    let deadlines = figures(&regimes, |regime| &regime.deadlines).map(|(place, row)| deadline(page, place, row));
    let deadlines = deadlines.chain(records.iter().flat_map(|record| time_limits(page, *record))).take(SHOWN).collect();
    let frequencies = figures(&regimes, |regime| &regime.frequencies);
    let frequencies = frequencies.map(|(place, row)| frequency(page, place, row)).collect();
    let thresholds = figures(&regimes, |regime| &regime.thresholds);
    let thresholds = thresholds.filter_map(|(place, row)| threshold(page, place, row)).take(SHOWN).collect();
    let laws = laws_among(page, records, topic).into_iter().map(|law| {
        let link = LinkView::law(page, law);
        AnswerItem { href: Some(link.href), ..AnswerItem::new(link.text, Some(format!("l{law}"))) }
    });
    let laws = laws.collect();
    let links = regimes
        .into_iter()
        .map(|(_, link, _)| AnswerItem { href: Some(link.href), ..AnswerItem::new(link.text, None) });
    let regimes = links.collect();
    let linked = |kind: &str| -> Vec<AnswerItem<'a>> {
        let these = records.iter().filter(|record| record.part.kind() == kind);
        let links = these.take(SHOWN).map(|record| LinkView::to(page, Target::of(*record)));
        links.map(|link| AnswerItem { href: Some(link.href), ..AnswerItem::new(link.text, None) }).collect()
    };
    let answers = [
        linked("duty").into_iter().chain(linked("item")).collect(),
        linked("service"),
        deadlines,
        departments(page, records),
        laws,
        frequencies,
        penalties,
        thresholds,
        regimes,
    ];
    let list = records[0].list;
    // A list without the part by its kind may answer with another; that these say nothing is all that is known then.
    let of_kind = |part: &Collection| page.list(list).part_state(*part) != PartState::NotOfKind;
    let nothing = PARTS.into_iter().map(|parts| match parts.iter().copied().find(of_kind) {
        Some(part) => nothing_of(page, list, part),
        None => page.t("nothing", PartState::Entered.as_str()),
    });
    let said = answers.into_iter().zip(nothing).map(|(items, nothing)| or_nothing(items, nothing));
    let mut answers = said.map(|items| ListAnswer { items, ..ListAnswer::default() });
    std::array::from_fn(|index| match index {
        0 => who(page, records),
        _ => answers.next().unwrap_or_default(),
    })
}

/// Offices and phones, and whether there are any, which alone can be held against other lists.
fn who<'a>(page: &Page<'a>, records: &[RecordRef]) -> ListAnswer<'a> {
    let offices = offices_with_duties(page, records[0].list, records);
    let of_offices =
        |phone: &str| offices.iter().flat_map(|office| &office.office.phones).any(|have| have.text == phone);
    let [services, others] = phones_apart(page, records, &of_offices);
    let phones = PhoneView::all(page, records[0].list, &page.list(records[0].list).phones);
    let printed = [&services, &others, &phones].iter().any(|phones| !phones.is_empty())
        || offices.iter().any(|office| !office.office.phones.is_empty());
    let fact = |yes: bool, key: &str, no: &str| {
        let key = if yes { key } else { no };
        AnswerItem::new(TextView::plain(page.t("compare", key)), Some(key.to_owned()))
    };
    let items = vec![fact(!offices.is_empty(), "office", "no_office"), fact(printed, "phone", "no_phone")];
    ListAnswer { offices, services, others, phones, items }
}

/// Kinds of department that take part in the matters, each linked to the first matter that has it.
fn departments<'a>(page: &Page<'a>, records: &[RecordRef]) -> Vec<AnswerItem<'a>> {
    let mut seen: Vec<&Id> = Vec::new();
    let mut items = Vec::new();
    for (link, matter) in matters_among(page, records) {
        for part in &matter.participants {
            let Some(department) = page.shared.graph.department(&part.department) else { continue };
            if !seen.contains(&&part.department) {
                seen.push(&part.department);
                let name = page.text(&page.model()[department].name);
                let href = Some(format!("{}#participant-{}", link.href, part.id));
                items.push(AnswerItem { href, ..AnswerItem::new(name, Some(format!("d{department}"))) });
            }
        }
    }
    items
}

/// A regime with its record and the link to its page.
type OfRegime<'a> = (RecordRef, LinkView<'a>, &'a Regime);

/// The figures of regimes, each with the regime that prints it and its place among those of the regime.
fn figures<'r, 'a, T>(
    regimes: &'r [OfRegime<'a>],
    of: fn(&'a Regime) -> &'a [T],
) -> impl Iterator<Item = ((RecordRef, u32), &'a T)> + use<'r, 'a, T> {
    regimes
        .iter()
        .flat_map(move |(record, _, regime)| of(regime).iter().zip(0..).map(move |(row, at)| ((*record, at), row)))
}

fn deadline<'a>(page: &Page<'a>, (regime, at): (RecordRef, u32), row: &'a Deadline) -> AnswerItem<'a> {
    let key = wording(&[&row.actor, &row.action]);
    let item = AnswerItem {
        figure: page.strings().limit(row.limit, row.bound),
        said: row.said(),
        detail: Some(prose(page, &row.actor, &[])),
        ..AnswerItem::new(prose(page, &row.action, &[]), Some(key))
    };
    item.of(page, page.shared.graph.figures.get(regime, FigureKind::Deadline, at))
}

/// What somebody is to pay for what, where a figure is printed and it is of a subject.
fn sum<'a>(page: &Page<'a>, (regime, at): (RecordRef, u32), row: &'a Penalty) -> Option<AnswerItem<'a>> {
    let figure = page.shared.graph.figures.get(regime, FigureKind::Penalty, at)?;
    let item = AnswerItem {
        figure: measures(page, row),
        said: row.said()?,
        detail: Some(TextView::plain(page.t("penalty_kind", row.kind.as_str()))),
        ..AnswerItem::new(prose(page, &row.conduct, &[]), None)
    };
    Some(item.of(page, Some(figure)))
}

/// Another figure that binds, where it is of a subject.
fn threshold<'a>(page: &Page<'a>, (regime, at): (RecordRef, u32), row: &'a Threshold) -> Option<AnswerItem<'a>> {
    let figure = page.shared.graph.figures.get(regime, FigureKind::Threshold, at)?;
    let item = AnswerItem {
        figure: page.strings().threshold(row)?.text,
        said: row.said()?,
        ..AnswerItem::new(prose(page, &row.subject, &[]), None)
    };
    Some(item.of(page, Some(figure)))
}

/// The time limits of an item, as printed: what lists word freely is not held against each other.
fn time_limits<'a>(page: &Page<'a>, record: RecordRef) -> Vec<AnswerItem<'a>> {
    let Part::Item(id) = record.part else { return Vec::new() };
    let item = &page.list(record.list)[id];
    let limits = item.time_limits.iter().flat_map(|limits| [&limits.statutory, &limits.promised]);
    let view = |limit: &'a TimeLimit| {
        let link = LinkView::to(page, Target::of(record));
        let detail = Some(prose(page, &limit.text, &[&item.basis]));
        AnswerItem { href: Some(link.href), detail, ..AnswerItem::new(link.text, None) }
    };
    limits.flatten().map(view).collect()
}

fn frequency<'a>(page: &Page<'a>, (regime, at): (RecordRef, u32), row: &'a Frequency) -> AnswerItem<'a> {
    let key = format!("{}{}", row.kind.as_str(), wording(&[&row.subject]));
    let times = row.minimum.or(row.maximum).filter(|_| row.kind == FrequencyKind::Routine);
    let item = AnswerItem {
        figure: page.strings().frequency(row).unwrap_or_else(|| page.t("figures", "no_figure").to_owned()),
        said: row.said().unwrap_or_default(),
        detail: Some(TextView::plain(page.t("frequency_kind", row.kind.as_str()))),
        rate: times.zip(row.rate()).map(|(times, rate)| f64::from(times) * rate),
        ..AnswerItem::new(prose(page, &row.subject, &[]), Some(key))
    };
    item.of(page, page.shared.graph.figures.get(regime, FigureKind::Frequency, at))
}

/// A short key for texts: the same for the same wording in Chinese, whatever the language of the page.
fn wording(texts: &[&Text]) -> String {
    let all: Vec<&str> = texts.iter().map(|text| text.best(Lang::ZH).1).collect();
    Fingerprint::of(all.join("\n").as_bytes()).to_string()[8..].to_owned()
}

/// The items, what several regimes of a list say alike once; or that there are none, which no list is held against
/// others for: it is nothing that the list says.
fn or_nothing<'a>(mut items: Vec<AnswerItem<'a>>, nothing: &'a str) -> Vec<AnswerItem<'a>> {
    let mut seen = HashSet::new();
    items.retain(|item| item.key.is_none() || seen.insert((item.key.clone(), item.figure.clone())));
    if !items.is_empty() {
        return items;
    }
    vec![AnswerItem::new(TextView::plain(nothing), None)]
}
