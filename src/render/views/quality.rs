//! The graph and the catalogue in; how complete the data are, as a page, out: the same counts as in the file beside it.

use serde::Serialize;

use crate::link::{Quality, Share, laws_with_status, together};
use crate::model::{ListId, Position};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::shared::SHOWN_LISTS;
use super::super::text::TextView;
use super::atoms::LinkView;
use super::bounded::Overflow;

/// How complete the data are.
#[derive(Serialize)]
pub struct QualityView<'a> {
    /// Of when the data are.
    dated: Option<String>,
    /// Of how many laws of the register the state is known.
    laws: String,
    lists: Vec<ListRow<'a>>,
    /// All lists together, where there are several.
    all: Option<Counts<'a>>,
    overflow: Option<Overflow<'a>>,
    tables: Vec<TableRow<'a>>,
}

/// A list.
#[derive(Serialize)]
struct ListRow<'a> {
    region: TextView<'a>,
    link: LinkView<'a>,
    counts: Counts<'a>,
}

/// What is counted of a list, or of all of them.
#[derive(Serialize)]
struct Counts<'a> {
    records: String,
    /// Translations: name of the language, marked as such, and how many texts there are in it.
    texts: Vec<(TextView<'a>, String)>,
    with_article: String,
    settled: String,
    /// Offices with a phone, and the page that shows which, for one list.
    offices: (String, Option<String>),
    services: String,
    known: String,
    /// How many laws are out of force or were changed.
    changed: Vec<String>,
    /// The page that names those.
    changes: String,
}

/// A table.
#[derive(Serialize)]
struct TableRow<'a> {
    link: LinkView<'a>,
    rows: String,
    /// How many columns are filled in every row, of all.
    complete: String,
    /// The others: name, and in which share of the rows they are filled.
    gaps: Vec<(&'a str, String)>,
}

/// The view of the page.
pub(in super::super) fn quality<'a>(pen: &Pen<'a>) -> QualityView<'a> {
    let model = pen.model();
    let lists = &pen.shared.catalogue.quality;
    let row = |(list, quality): (ListId, &Quality)| ListRow {
        region: pen.region_name(list),
        link: pen.link(Target::List(list)),
        counts: counts(pen, quality, Some(list)),
    };
    let all = (lists.values().len() > 1).then(|| counts(pen, &together(lists.values()), None));
    let bound = lists.values().len() > SHOWN_LISTS;
    let dated = pen.shared.catalogue.day.map(|day| pen.strings().date(day));
    QualityView {
        dated: dated.map(|date| pen.strings().fill("quality", "dated", &[("date", &date)])),
        laws: pen.strings().fill("quality", "register", &[("share", &share(pen, laws_with_status(&model.laws)))]),
        lists: lists.iter().take(SHOWN_LISTS).map(row).collect(),
        all,
        overflow: bound.then(|| pen.overflow(ListId::all(pen.model()), ListId::new(SHOWN_LISTS))),
        tables: (0..pen.shared.catalogue.tables.len() as u32).map(|table| table_row(pen, table)).collect(),
    }
}

fn counts<'a>(pen: &Pen<'a>, quality: &Quality, list: Option<ListId>) -> Counts<'a> {
    let changes = list.map_or(Target::Changes, Target::ListChanges);
    let offices = list.filter(|_| quality.offices_with_phone.of > 0).map(Target::Offices);
    let texts = quality.texts.iter().filter(|(lang, _)| Some(*lang) != pen.model().languages().first());
    let name = |lang| TextView { lang: (lang != pen.lang).then_some(lang), ..TextView::plain(pen.language_name(lang)) };
    let changed =
        [("ended", quality.laws_ended), ("changed", quality.laws_changed), ("unsure", quality.laws_perhaps_changed)];
    Counts {
        records: pen.count("items", quality.records as usize),
        texts: texts.map(|(lang, texts)| (name(*lang), share(pen, *texts))).collect(),
        with_article: share(pen, quality.citations_with_article),
        settled: share(pen, quality.mentions_settled),
        offices: (share(pen, quality.offices_with_phone), offices.map(|page| pen.href(page, ""))),
        services: share(pen, quality.services_with_phone),
        known: share(pen, quality.laws_with_status),
        changed: changed.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| pen.count(key, n as usize)).collect(),
        changes: pen.href(changes, ""),
    }
}

fn table_row<'a>(pen: &Pen<'a>, index: u32) -> TableRow<'a> {
    let table = pen.table(index);
    let (full, gaps): (Vec<_>, Vec<_>) = table.filled().partition(|(_, filled)| *filled == table.rows);
    TableRow {
        link: pen.link(Target::Table(index)),
        rows: pen.strings().integer(table.rows),
        complete: match table.rows {
            0 => pen.say("quality", "no_rows").to_owned(),
            _ => share(pen, Share { have: full.len() as u32, of: (full.len() + gaps.len()) as u32 }),
        },
        gaps: gaps.into_iter().map(|(name, filled)| (name, percent(pen, filled, table.rows))).collect(),
    }
}

/// `3 of 12 (25%)`; where there is nothing to count, that.
fn share(pen: &Pen<'_>, Share { have, of }: Share) -> String {
    if of == 0 {
        return pen.say("quality", "nothing").to_owned();
    }
    let integer = |number: u32| pen.strings().integer(number.into());
    let (have_text, of_text, percent) = (integer(have), integer(of), percent(pen, have.into(), of.into()));
    let values = [("have", have_text.as_str()), ("of", &of_text), ("percent", &percent)];
    pen.strings().fill("quality", "share", &values)
}

/// A share in percent with one decimal, cut off rather than rounded, so that only all is 100%; what is there at all is
/// never 0%.
fn percent(pen: &Pen<'_>, have: u64, of: u64) -> String {
    let tenths = (have * 1_000 / of.max(1)).max(u64::from(have > 0));
    let share = tenths as f64 / 10.0;
    pen.strings().percent(Some(share), Some(share)).unwrap_or_default()
}
