//! A list in; the table that officials know (序号｜职责｜事项｜科室｜依据｜备注), part by part, for print, out.

use serde::Serialize;

use crate::dataset::{FORM_HEADINGS, FormRow, form};
use crate::model::{Basis, Lang, ListId, Part, Text};
use crate::plan::Target;

use super::super::atoms::{LinkView, dated_list};
use super::super::citations::{markdown_about, prose, quoted};
use super::super::page::Page;
use super::super::text::{TextView, escape};
use super::running::Running;

/// The table of a list.
#[derive(Serialize)]
pub struct TabularView<'a> {
    list: LinkView<'a>,
    title: TextView<'a>,
    agency: TextView<'a>,
    /// When the list was published, as far as the data say.
    dated: String,
    /// Duties, items, boundaries, services: those that the list has.
    parts: Vec<TabularPart<'a>>,
    /// The whole list for print.
    dossier: LinkView<'a>,
    running: Running,
}

#[derive(Serialize)]
struct TabularPart<'a> {
    anchor: &'static str,
    name: &'a str,
    /// Headings of the columns of which any row has a cell; the number and the record always stand there.
    headings: Vec<&'static str>,
    /// Headings of the columns that the data lack.
    missing: Vec<&'static str>,
    /// Whether there is a column for what is done beside that for the record.
    items: bool,
    rows: Vec<TabularRow<'a>>,
}

/// A row; a cell that goes on from the row above is left out, and the first of such says over how many rows it goes.
#[derive(Serialize)]
struct TabularRow<'a> {
    duty: Option<DutyCell<'a>>,
    item_number: Option<TextView<'a>>,
    item: Option<TextView<'a>>,
    who: Option<Merged<'a>>,
    basis: Option<Merged<'a>>,
    remarks: Option<Merged<'a>>,
}

#[derive(Serialize)]
struct DutyCell<'a> {
    number: Option<TextView<'a>>,
    link: LinkView<'a>,
    span: usize,
}

/// A cell over one row or several.
#[derive(Serialize)]
struct Merged<'a> {
    lines: Vec<TextView<'a>>,
    span: usize,
}

/// The view of the table of a list.
pub(in super::super) fn tabular<'a>(page: &Page<'a>, l: ListId) -> TabularView<'a> {
    let list = page.list(l);
    let rows = form(list, l);
    let of_part = |row: &FormRow<'_>| match row.record.part {
        Part::Duty(_) => "duties",
        Part::Item(_) => "items",
        Part::Matter(_) => "boundaries",
        _ => "services",
    };
    let parts = rows.chunk_by(|a, b| of_part(a) == of_part(b)).map(|rows| part(page, of_part(&rows[0]), rows));
    TabularView {
        list: LinkView::to(page, Target::List(l)),
        title: page.heading(&list.title),
        agency: page.text(&list.agency),
        dated: dated_list(page, l),
        parts: parts.collect(),
        dossier: LinkView::to(page, Target::Dossier(l)),
        running: Running::new(page, l),
    }
}

/// A part with its rows; a column without any cell is left out and named, since an empty one would say that there is nothing.
fn part<'a>(page: &Page<'a>, anchor: &'static str, rows: &[FormRow<'a>]) -> TabularPart<'a> {
    let own = usize::from(page.lang != Lang::ZH);
    let has = |is: fn(&FormRow<'_>) -> bool| rows.iter().any(is);
    let columns = [
        has(|row| row.item.is_some() || row.item_number.is_some()),
        has(|row| !row.who.is_empty()),
        has(|row| row.basis_printed.is_some() || !row.basis.is_empty()),
        has(|row| !row.remarks.is_empty()),
    ];
    let [number, duty, item, rest @ ..] = FORM_HEADINGS;
    // In a list of items the record is the matter, and few say more of what is done.
    let (record, done) = if anchor == "items" { (item, duty) } else { (duty, item) };
    let given = [done].into_iter().chain(rest).zip(columns);
    let headings =
        [number, record].into_iter().chain(given.clone().filter(|(_, has)| *has).map(|(heading, _)| heading));
    let missing =
        given.filter(|(heading, has)| !has && (anchor != "items" || *heading != done)).map(|(heading, _)| heading[own]);
    let mut views: Vec<TabularRow<'a>> =
        rows.chunk_by(|a, b| a.record == b.record).flat_map(|rows| of_record(page, rows)).collect();
    for row in &mut views {
        let cells = [&mut row.who, &mut row.basis, &mut row.remarks];
        cells.into_iter().zip(&columns[1..]).filter(|(_, has)| !**has).for_each(|(cell, _)| *cell = None);
    }
    TabularPart {
        anchor,
        name: page.t("collection", anchor),
        headings: headings.map(|heading| heading[own]).collect(),
        missing: missing.collect(),
        items: columns[0],
        rows: views,
    }
}

/// The rows of one record, with cells that say the same under each other made one.
fn of_record<'a>(page: &Page<'a>, rows: &[FormRow<'a>]) -> Vec<TabularRow<'a>> {
    let names = |texts: &[&'a Text]| texts.iter().map(|text| page.text(text)).collect();
    let said = |row: &FormRow<'a>| row.remarks.iter().map(|text| markdown_about(page, text, &[row.basis])).collect();
    let who: Vec<Lines<'a>> = rows.iter().map(|row| names(&row.who)).collect();
    let basis: Vec<Lines<'a>> = rows.iter().map(|row| bases(page, row)).collect();
    let remarks: Vec<Lines<'a>> = rows.iter().map(said).collect();
    let view = |(at, row): (usize, &FormRow<'a>)| TabularRow {
        duty: (at == 0).then(|| DutyCell {
            number: row.number.map(|number| page.number(number)),
            link: LinkView { href: page.href(Target::of(row.record), ""), text: page.text(row.duty) },
            span: rows.len(),
        }),
        item_number: row.item_number.map(|number| page.number(number)),
        item: row.item.map(|text| prose(page, text, &[row.basis])),
        who: merged(&who, at),
        basis: merged(&basis, at),
        remarks: merged(&remarks, at),
    };
    rows.iter().enumerate().map(view).collect()
}

/// The lines of a cell.
type Lines<'a> = Vec<TextView<'a>>;

/// The cell of a row, unless it goes on from the row above.
fn merged<'a>(cells: &[Lines<'a>], at: usize) -> Option<Merged<'a>> {
    let same = |one: &Lines<'a>, other: &Lines<'a>| {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.text == other.text)
    };
    let before = at.checked_sub(1).and_then(|before| cells.get(before));
    let lines = cells.get(at)?;
    if before.is_some_and(|before| same(before, lines)) {
        return None;
    }
    let span = cells[at..].iter().take_while(|cell| same(cell, lines)).count();
    Some(Merged { lines: lines.clone(), span })
}

/// The legal bases of a row as the paper prints them, else by title and articles.
fn bases<'a>(page: &Page<'a>, row: &FormRow<'a>) -> Lines<'a> {
    if let Some(printed) = row.basis_printed {
        return vec![prose(page, printed, &[row.basis])];
    }
    row.basis.iter().filter_map(|basis| citation(page, basis)).collect()
}

fn citation<'a>(page: &Page<'a>, basis: &'a Basis) -> Option<TextView<'a>> {
    if page.lang == Lang::ZH && basis.as_printed.is_some() {
        return quoted(page, basis);
    }
    let law = page.shared.graph.law(&basis.law)?;
    let LinkView { href, text } = LinkView::law(page, law);
    let articles: Vec<String> = basis.articles.iter().map(|articles| page.strings().article(articles)).collect();
    let space = if page.lang == Lang::ZH || articles.is_empty() { "" } else { " " };
    let mut html = String::from("<a href=\"");
    escape(&href, &mut html);
    html.push_str("\">");
    escape(&format!("{}{space}{}", text.text, articles.join(page.t("text", "list"))), &mut html);
    html.push_str("</a>");
    Some(TextView { text: html.into(), html: true, ..text })
}
