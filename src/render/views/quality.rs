//! The graph and the catalogue in; how complete the data are, as a page, out: the same counts as in the file beside it.

use serde::Serialize;

use crate::link::{Quality, Share, laws_with_status, together};
use crate::model::{Lang, ListId, Position, Waiver};
use crate::plan::Target;

use super::super::atoms::{LinkView, Truncated};
use super::super::citations::markdown;
use super::super::names::region_name;
use super::super::page::Page;
use super::super::shared::SHOWN_LISTS;
use super::super::text::TextView;

/// How complete the data are.
#[derive(Serialize)]
pub struct QualityView<'a> {
    /// Of when the data are.
    dated: Option<String>,
    /// Of how many laws of the register the state is known.
    laws: String,
    lists: Vec<QualityListRow<'a>>,
    /// All lists together, where there are several.
    all: Option<QualityCounts<'a>>,
    overflow: Option<Truncated<'a>>,
    waived: Option<WaivedView<'a>>,
    tables: Vec<QualityTableRow<'a>>,
}

/// A list.
#[derive(Serialize)]
struct QualityListRow<'a> {
    region: TextView<'a>,
    link: LinkView<'a>,
    counts: QualityCounts<'a>,
}

/// What is counted of a list, or of all of them.
#[derive(Serialize)]
struct QualityCounts<'a> {
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

/// What rules find in lists and what the lists say is right as it is.
#[derive(Serialize)]
struct WaivedView<'a> {
    statement: String,
    rows: Vec<WaivedRow<'a>>,
    /// The table that has all of it, where there are more than are shown.
    more: Option<LinkView<'a>>,
}

/// A waiver of a list.
#[derive(Serialize)]
struct WaivedRow<'a> {
    list: LinkView<'a>,
    rule: &'a str,
    what: &'static str,
    record: Option<&'a str>,
    findings: String,
    reason: TextView<'a>,
}

/// Up to how many waivers are shown one by one.
const SHOWN_WAIVERS: usize = 60;

/// A table.
#[derive(Serialize)]
struct QualityTableRow<'a> {
    link: LinkView<'a>,
    rows: String,
    /// How many columns are filled in every row, of all.
    complete: String,
    /// The others: name, and in which share of the rows they are filled.
    gaps: Vec<(&'a str, String)>,
}

/// The view of the page.
pub(in super::super) fn quality<'a>(page: &Page<'a>) -> QualityView<'a> {
    let model = page.model();
    let lists = page.shared.catalogue.quality();
    let row = |(list, quality): (ListId, &Quality)| QualityListRow {
        region: region_name(page, list),
        link: LinkView::to(page, Target::List(list)),
        counts: counts(page, quality, Some(list)),
    };
    let all = (lists.values().len() > 1).then(|| counts(page, &together(lists.values()), None));
    let bound = lists.values().len() > SHOWN_LISTS;
    let dated = page.shared.catalogue.day().map(|day| page.strings().date(day));
    QualityView {
        dated: dated.map(|date| page.strings().fill("quality", "dated", &[("date", &date)])),
        laws: page.strings().fill("quality", "register", &[("share", &share(page, laws_with_status(&model.laws)))]),
        lists: lists.iter().take(SHOWN_LISTS).map(row).collect(),
        all,
        overflow: bound.then(|| Truncated::new(page, ListId::all(page.model()), ListId::new(SHOWN_LISTS))),
        waived: waived(page),
        tables: (0..page.shared.catalogue.tables() as u32).map(|table| table_row(page, table)).collect(),
    }
}

fn counts<'a>(page: &Page<'a>, quality: &Quality, list: Option<ListId>) -> QualityCounts<'a> {
    let changes = list.map_or(Target::Changes, Target::ListChanges);
    let offices = list.filter(|_| quality.offices_with_phone.of > 0).map(Target::Offices);
    let texts = quality.texts.iter().filter(|(lang, _)| Some(*lang) != page.model().languages().first());
    let name =
        |lang| TextView { lang: (lang != page.lang).then_some(lang), ..TextView::plain(page.language_name(lang)) };
    let changed =
        [("ended", quality.laws_ended), ("changed", quality.laws_changed), ("unsure", quality.laws_perhaps_changed)];
    QualityCounts {
        records: page.count("items", quality.records as usize),
        texts: texts.map(|(lang, texts)| (name(*lang), share(page, *texts))).collect(),
        with_article: share(page, quality.citations_with_article),
        settled: share(page, quality.mentions_settled),
        offices: (share(page, quality.offices_with_phone), offices.map(|to| page.href(to, ""))),
        services: share(page, quality.services_with_phone),
        known: share(page, quality.laws_with_status),
        changed: changed.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| page.count(key, n as usize)).collect(),
        changes: page.href(changes, ""),
    }
}

fn waived<'a>(page: &Page<'a>) -> Option<WaivedView<'a>> {
    let waivers = || ListId::each(page.model()).flat_map(|(id, list)| list.waivers.iter().map(move |one| (id, one)));
    let findings = waivers().map(|(_, waiver)| u64::from(waiver.findings)).sum();
    let lists = ListId::each(page.model()).filter(|(_, list)| !list.waivers.is_empty()).count();
    let row = |(list, waiver): (ListId, &'a Waiver)| WaivedRow {
        list: LinkView::to(page, Target::List(list)),
        rule: &waiver.rule,
        what: waiver.what[usize::from(page.lang != Lang::ZH)],
        record: waiver.record.as_deref(),
        findings: page.strings().integer(waiver.findings.into()),
        reason: markdown(page, &waiver.reason),
    };
    let [findings, of] = [findings, lists as u64].map(|number| page.strings().integer(number));
    let values = [("findings", findings.as_str()), ("lists", &of)];
    let catalogue = page.shared.catalogue;
    let table = || (0..catalogue.tables()).find(|at| catalogue.table(*at).name == "waivers");
    (lists > 0).then(|| WaivedView {
        statement: page.strings().fill("quality", "waived_lead", &values),
        rows: waivers().take(SHOWN_WAIVERS).map(row).collect(),
        more: (waivers().count() > SHOWN_WAIVERS)
            .then(table)
            .flatten()
            .map(|at| LinkView::to(page, Target::Table(at as u32))),
    })
}

fn table_row<'a>(page: &Page<'a>, index: u32) -> QualityTableRow<'a> {
    let table = page.table(index);
    let (full, gaps): (Vec<_>, Vec<_>) = table.filled().partition(|(_, filled)| *filled == table.rows);
    QualityTableRow {
        link: LinkView::to(page, Target::Table(index)),
        rows: page.strings().integer(table.rows),
        complete: match table.rows {
            0 => page.t("quality", "no_rows").to_owned(),
            _ => share(page, Share { have: full.len() as u32, of: (full.len() + gaps.len()) as u32 }),
        },
        gaps: gaps.into_iter().map(|(name, filled)| (name, percent(page, filled, table.rows))).collect(),
    }
}

/// `3 of 12 (25%)`; where there is nothing to count, that.
fn share(page: &Page<'_>, Share { have, of }: Share) -> String {
    if of == 0 {
        return page.t("quality", "nothing").to_owned();
    }
    let integer = |number: u32| page.strings().integer(number.into());
    let (have_text, of_text, percent) = (integer(have), integer(of), percent(page, have.into(), of.into()));
    let values = [("have", have_text.as_str()), ("of", &of_text), ("percent", &percent)];
    page.strings().fill("quality", "share", &values)
}

/// A share in percent with one decimal, cut off rather than rounded, so that only all is 100%; what is there at all is
/// never 0%.
fn percent(page: &Page<'_>, have: u64, of: u64) -> String {
    let tenths = (have * 1_000 / of.max(1)).max(u64::from(have > 0));
    let share = tenths as f64 / 10.0;
    page.strings().percent(Some(share), Some(share)).unwrap_or_default()
}
