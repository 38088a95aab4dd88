//! A topic in; lists side by side under it, question by question, with what differs marked, out.

mod column;
mod marks;
mod penalties;
mod summary;

use std::cmp::Reverse;

use serde::Serialize;

use crate::model::{ListId, TopicId};
use crate::plan::{Target, compare_pages, compared};

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::{DateView, LinkView};
use super::bounded::ListHead;
use super::parts::{OfficeView, PhoneView};
use column::{Answer, Item, QUESTIONS, column};
use marks::{Fact, Mark, marks};
use summary::summary;

/// Up to how many pages of a comparison are all linked; of more, those near by and every tenth.
const LINKED_PAGES: usize = 60;

/// Tables that the comparison is made of.
const TABLES: [&str; 4] = ["citations", "frequencies", "deadlines", "penalties"];

/// Lists compared under a topic.
#[derive(Serialize)]
pub struct CompareView<'a> {
    topic: LinkView<'a>,
    /// How many lists there are and which are here.
    statement: String,
    summary: TextView<'a>,
    lists: Vec<Column<'a>>,
    rows: Vec<RowView<'a>>,
    /// Every page of the comparison, where there are several.
    pages: Vec<PageLink>,
    /// The topic as JSON.
    json: String,
    /// The tables as CSV.
    tables: Vec<TableLink<'a>>,
    script: String,
    /// The way to the folder of the topic, where the script finds other columns.
    folder: String,
}

#[derive(Serialize)]
struct Column<'a> {
    id: &'a str,
    head: ListHead<'a>,
    date: Option<DateView>,
}

#[derive(Serialize)]
struct RowView<'a> {
    question: &'static str,
    text: &'a str,
    cells: Vec<CellView<'a>>,
}

#[derive(Serialize)]
struct CellView<'a> {
    offices: Vec<OfficeView<'a>>,
    phones: Vec<PhoneView<'a>>,
    items: Vec<ItemView<'a>>,
}

#[derive(Serialize)]
struct ItemView<'a> {
    href: Option<String>,
    text: TextView<'a>,
    figure: String,
    detail: Option<TextView<'a>>,
    rate: Option<f64>,
    key: Option<String>,
    mark: Option<MarkView>,
}

/// A mark in words, and the class that gives it its shape.
#[derive(Serialize)]
struct MarkView {
    class: &'static str,
    text: String,
}

#[derive(Serialize)]
struct PageLink {
    href: String,
    text: String,
    current: bool,
}

#[derive(Serialize)]
struct TableLink<'a> {
    href: String,
    title: TextView<'a>,
}

/// The lists that the script can bring in, for the file it chooses from.
#[derive(Serialize)]
pub struct Choice<'a>(&'a str, String, usize);

/// The view of a page that compares lists under a topic.
pub(in super::super) fn compare<'a>(pen: &Pen<'a>, topic: TopicId, page: u32) -> CompareView<'a> {
    let under = &pen.shared.graph.under_topic[topic];
    let all = pen.shared.graph.lists_under(topic);
    let lists = &all[compared(all.len(), page as usize)];
    let mut answers: Vec<_> = lists.iter().map(|list| column(pen, pen.shared.of_list(under, *list), topic)).collect();
    let marked = mark(&answers);
    let summary = summary(pen, &answers, &marked);
    let mut rows = Vec::with_capacity(QUESTIONS.len());
    for (row, question) in QUESTIONS.into_iter().enumerate() {
        let taken = answers.iter_mut().map(|answers| std::mem::take(&mut answers[row]));
        let cells = taken.zip(&marked).map(|(answer, marks)| cell(pen, answer, &marks[row], (row, lists.len())));
        rows.push(RowView { question, text: pen.say("compare_question", question), cells: cells.collect() });
    }
    let tables = pen.shared.catalogue.tables.iter().filter(|table| TABLES.contains(&table.name));
    let csv = tables.filter_map(|table| {
        let file = table.files.iter().find(|file| file.path.ends_with(".csv"))?;
        Some(TableLink { href: pen.file(&file.path), title: pen.text(&table.title) })
    });
    let (shown, total) = (pen.strings().integer(lists.len() as u64), pen.count("lists", all.len()));
    CompareView {
        topic: pen.link(Target::Topic(topic)),
        statement: pen.strings().fill("compare", "statement", &[("shown", &shown), ("lists", &total)]),
        summary,
        lists: lists.iter().map(|list| head(pen, *list)).collect(),
        rows,
        pages: pages(pen, topic, page as usize, &all),
        json: pen.file(&pen.shared.plan.data_file(Target::Topic(topic))),
        tables: csv.collect(),
        script: pen.file(pen.shared.theme.script("compare.js")),
        folder: format!("{}{}", pen.root, pen.shared.plan.path_in(Target::Topic(topic), pen.lang)),
    }
}

/// What the script can choose from: id and region of every list under a topic, and the page that has it.
pub(in super::super) fn choices<'a>(pen: &Pen<'a>, topic: TopicId) -> Vec<Choice<'a>> {
    let all = pen.shared.graph.lists_under(topic);
    let page = |page: usize| {
        let lists = all[compared(all.len(), page)].iter();
        lists.map(move |list| (*list, page)).collect::<Vec<_>>()
    };
    let found = (0..compare_pages(all.len())).flat_map(page);
    found.map(|(list, page)| Choice(&pen.list(list).id, pen.region_name(list).text.into_owned(), page)).collect()
}

impl Pen<'_> {
    /// The way to the comparison of the lists under a topic, where there is more than one.
    pub fn comparison(&self, topic: TopicId) -> Option<String> {
        let several = self.shared.graph.lists_under(topic).len() > 1;
        several.then(|| self.href(Target::Compare(topic, 0), ""))
    }
}

/// Marks for every list, question and item.
fn mark(lists: &[[Answer<'_>; QUESTIONS.len()]]) -> Vec<Vec<Vec<Mark>>> {
    let mut marked: Vec<Vec<Vec<Mark>>> = vec![Vec::new(); lists.len()];
    for row in 0..QUESTIONS.len() {
        let facts: Vec<Vec<Fact>> =
            lists.iter().map(|answers| answers[row].items.iter().filter_map(Item::fact).collect()).collect();
        for (list, marks) in marks(&facts).into_iter().enumerate() {
            marked[list].push(marks);
        }
    }
    marked
}

/// A cell: what most lists say comes first, so that it stands side by side; office and phone stay as they are.
fn cell<'a>(pen: &Pen<'a>, answer: Answer<'a>, marks: &[Mark], (row, lists): (usize, usize)) -> CellView<'a> {
    let mut marks = marks.iter();
    let items = answer.items.into_iter().map(|item| {
        let mark = item.key.as_ref().and_then(|_| marks.next().copied());
        (mark.map_or(0, |mark| mark.lists), item, mark)
    });
    let mut items: Vec<_> = items.collect();
    if row > 0 {
        items.sort_by_key(|(lists, ..)| Reverse(*lists));
    }
    let view = |(_, item, mark): (usize, Item<'a>, Option<Mark>)| ItemView {
        href: item.href,
        text: item.text,
        figure: item.figure,
        detail: item.detail,
        rate: item.rate,
        key: item.key,
        mark: mark.map(|mark| mark_view(pen, mark, lists)),
    };
    CellView { offices: answer.offices, phones: answer.phones, items: items.into_iter().map(view).collect() }
}

fn mark_view(pen: &Pen<'_>, mark: Mark, lists: usize) -> MarkView {
    let class = match mark.lists {
        _ if mark.differs => "differs",
        all if all == lists => "all",
        1 => "only",
        _ => "some",
    };
    let key = if mark.lists == lists && mark.differs { "differs_all" } else { class };
    let (n, all) = (pen.strings().integer(mark.lists as u64), pen.strings().integer(lists as u64));
    MarkView { class, text: pen.strings().fill("compare_script", key, &[("n", &n), ("all", &all)]) }
}

fn head<'a>(pen: &Pen<'a>, list: ListId) -> Column<'a> {
    let date = pen.list(list).date().map(|date| pen.date(date));
    Column { id: &pen.list(list).id, head: pen.list_head(list), date }
}

/// Links to the pages of a comparison, each under the first and the last of its regions.
fn pages(pen: &Pen<'_>, topic: TopicId, here: usize, lists: &[ListId]) -> Vec<PageLink> {
    let all = compare_pages(lists.len());
    let shown = |page: &usize| all <= LINKED_PAGES || page.abs_diff(here) < 10 || page.is_multiple_of(10);
    let link = |page: usize| {
        let range = compared(lists.len(), page);
        let [first, last] = [range.start, range.end - 1].map(|at| pen.region_name(lists[at]).text.into_owned());
        PageLink {
            href: pen.href(Target::Compare(topic, page as u32), ""),
            text: format!("{first} – {last}"),
            current: page == here,
        }
    };
    if all < 2 { Vec::new() } else { (0..all).filter(shown).map(link).collect() }
}
