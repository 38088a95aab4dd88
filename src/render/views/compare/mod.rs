//! A topic in; lists side by side under it, question by question, with what differs marked, out.

mod column;
mod marks;
mod penalties;
mod summary;

use std::cmp::Reverse;

use serde::Serialize;

use crate::model::{ListId, TopicId};
use crate::plan::{Target, compare_pages, compared};

pub(super) use penalties::measures;

use column::{AnswerItem, ListAnswer, QUESTIONS, column};
use marks::{Fact, Mark, marks};
use summary::summary;

use super::super::atoms::{DateView, LinkView, ListHead, PageLink, PhoneView};
use super::super::names::region_name;
use super::super::page::Page;
use super::super::text::TextView;
use super::page_links::some_of;
use super::responsible::OfficeOfView;

/// Tables that the comparison is made of.
const TABLES: [&str; 5] = ["citations", "frequencies", "deadlines", "penalties", "thresholds"];

/// Lists compared under a topic.
#[derive(Serialize)]
pub struct CompareView<'a> {
    topic: LinkView<'a>,
    /// How many lists there are and which are here.
    statement: String,
    summary: TextView<'a>,
    lists: Vec<ComparedList<'a>>,
    rows: Vec<QuestionRow<'a>>,
    /// Every page of the comparison, where there are several.
    pages: Vec<PageLink>,
    /// What the lists do not say, or say otherwise than others.
    gaps: String,
    /// The topic as JSON.
    json: Option<String>,
    /// The tables as CSV.
    tables: Vec<TableLink<'a>>,
    script: String,
    /// The script that knows the region somebody chose.
    region_script: String,
    /// The way to the folder of the topic, where the script finds other columns.
    folder: String,
}

#[derive(Serialize)]
struct ComparedList<'a> {
    id: &'a str,
    /// Slug of the region.
    place: &'a str,
    head: ListHead<'a>,
    date: Option<DateView>,
}

#[derive(Serialize)]
struct QuestionRow<'a> {
    question: &'static str,
    text: &'a str,
    cells: Vec<CellView<'a>>,
}

#[derive(Serialize)]
struct CellView<'a> {
    offices: Vec<OfficeOfView<'a>>,
    services: Vec<PhoneView<'a>>,
    others: Vec<PhoneView<'a>>,
    phones: Vec<PhoneView<'a>>,
    /// What several lists say, or what is held against none.
    items: Vec<ComparedItem<'a>>,
    /// What no other list says.
    only: Vec<ComparedItem<'a>>,
}

#[derive(Serialize)]
struct ComparedItem<'a> {
    href: Option<String>,
    text: TextView<'a>,
    figure: String,
    said: String,
    subject: Option<TextView<'a>>,
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
struct TableLink<'a> {
    href: String,
    title: TextView<'a>,
}

/// The lists that the script can bring in, for the file it chooses from.
#[derive(Serialize)]
pub struct Choice<'a>(&'a str, String, usize, &'a str);

/// The view of a page that compares lists under a topic.
pub(in super::super) fn compare<'a>(page: &Page<'a>, topic: TopicId, number: u32) -> CompareView<'a> {
    let under = &page.shared.graph.under_topic[topic];
    let all = page.shared.graph.lists_under(topic);
    let lists = &all[compared(all.len(), number as usize)];
    let mut answers: Vec<_> = lists.iter().map(|list| column(page, page.shared.of_list(under, *list), topic)).collect();
    let marked = mark(&answers);
    let summary = summary(page, &answers, &marked);
    let mut rows = Vec::with_capacity(QUESTIONS.len());
    for (row, question) in QUESTIONS.into_iter().enumerate() {
        let taken = answers.iter_mut().map(|answers| std::mem::take(&mut answers[row]));
        let cells = taken.zip(&marked).map(|(answer, marks)| cell(page, answer, &marks[row], (row, lists.len())));
        rows.push(QuestionRow { question, text: page.t("compare_question", question), cells: cells.collect() });
    }
    let tables = (0..page.shared.catalogue.tables())
        .map(|at| page.shared.catalogue.outline(at))
        .filter(|table| TABLES.contains(&table.name));
    let csv = tables.filter_map(|table| {
        let file = table.files.iter().find(|file| file.path.ends_with(".csv"))?;
        Some(TableLink { href: page.file(&file.path), title: page.text(&table.title) })
    });
    let (shown, total) = (page.strings().integer(lists.len() as u64), page.count("lists", all.len()));
    CompareView {
        topic: LinkView::to(page, Target::Topic(topic)),
        statement: page.strings().fill("compare", "statement", &[("shown", &shown), ("lists", &total)]),
        summary,
        lists: lists.iter().map(|list| head(page, *list)).collect(),
        rows,
        pages: pages(page, topic, number as usize, all),
        gaps: page.href(Target::TopicGaps(topic), ""),
        json: page.data_file(Target::Topic(topic)),
        tables: csv.collect(),
        script: page.file(page.shared.theme.script("compare.js")),
        region_script: page.file(page.shared.theme.script("region.js")),
        folder: format!("{}{}", page.root, page.shared.plan.path_in(Target::Topic(topic), page.lang)),
    }
}

/// What the script can choose from: id and region of every list under a topic, and the page that has it.
pub(in super::super) fn choices<'a>(page: &Page<'a>, topic: TopicId) -> Vec<Choice<'a>> {
    let all = page.shared.graph.lists_under(topic);
    let on_page = |number: usize| {
        let lists = all[compared(all.len(), number)].iter();
        lists.map(move |list| (*list, number)).collect::<Vec<_>>()
    };
    let found = (0..compare_pages(all.len())).flat_map(on_page);
    let choice = |(list, number): (ListId, usize)| {
        Choice(&page.list(list).id, region_name(page, list).text.into_owned(), number, &page.list(list).region)
    };
    found.map(choice).collect()
}

/// The way to the comparison of the lists under a topic, where there is more than one.
pub fn comparison(page: &Page<'_>, topic: TopicId) -> Option<String> {
    let several = page.shared.graph.lists_under(topic).len() > 1;
    several.then(|| page.href(Target::Compare(topic, 0), ""))
}

/// Marks for every list, question and item.
fn mark(lists: &[[ListAnswer<'_>; QUESTIONS.len()]]) -> Vec<Vec<Vec<Mark>>> {
    let mut marked: Vec<Vec<Vec<Mark>>> = vec![Vec::new(); lists.len()];
    for row in 0..QUESTIONS.len() {
        let facts: Vec<Vec<Fact>> =
            lists.iter().map(|answers| answers[row].items.iter().filter_map(AnswerItem::fact).collect()).collect();
        for (list, marks) in marks(&facts).into_iter().enumerate() {
            marked[list].push(marks);
        }
    }
    marked
}

/// A cell: what most lists say comes first, in the same order in every column, so that it stands side by side; office and
/// phone stay as they are. What this list alone says comes apart, so that it is marked once.
fn cell<'a>(page: &Page<'a>, answer: ListAnswer<'a>, marks: &[Mark], (row, lists): (usize, usize)) -> CellView<'a> {
    let mut marks = marks.iter();
    let items = answer.items.into_iter().map(|item| {
        let mark = item.key.as_ref().and_then(|_| marks.next().copied());
        (item, mark)
    });
    let mut items: Vec<_> = items.collect();
    if row > 0 {
        let order = |(item, mark): &(AnswerItem<'a>, Option<Mark>)| {
            let same = item.subject.is_some().then(|| item.key.clone()).flatten();
            (Reverse(mark.map_or(0, |mark| mark.lists)), same.is_none(), same)
        };
        items.sort_by_cached_key(order);
    }
    let view = |(item, mark): (AnswerItem<'a>, Option<Mark>)| ComparedItem {
        href: item.href,
        text: item.text,
        figure: item.figure,
        said: item.said,
        subject: item.subject,
        detail: item.detail,
        rate: item.rate,
        key: item.key,
        mark: mark.map(|mark| mark_view(page, mark, lists)),
    };
    let alone = |mark: Option<Mark>| row > 0 && lists > 1 && mark.is_some_and(|mark| mark.lists == 1);
    let (only, items): (Vec<_>, Vec<_>) = items.into_iter().partition(|(_, mark)| alone(*mark));
    CellView {
        offices: answer.offices,
        services: answer.services,
        others: answer.others,
        phones: answer.phones,
        items: items.into_iter().map(view).collect(),
        only: only.into_iter().map(view).map(unmarked).collect(),
    }
}

/// The same without the words of its mark, which stand over all that are alone.
fn unmarked(mut item: ComparedItem<'_>) -> ComparedItem<'_> {
    if let Some(mark) = &mut item.mark {
        mark.text.clear();
    }
    item
}

fn mark_view(page: &Page<'_>, mark: Mark, lists: usize) -> MarkView {
    let class = match mark.lists {
        _ if mark.differs => "differs",
        all if all == lists => "all",
        1 => "only",
        _ => "some",
    };
    let key = if mark.lists == lists && mark.differs { "differs_all" } else { class };
    let (n, all) = (page.strings().integer(mark.lists as u64), page.strings().integer(lists as u64));
    MarkView { class, text: page.strings().fill("compare_script", key, &[("n", &n), ("all", &all)]) }
}

fn head<'a>(page: &Page<'a>, list: ListId) -> ComparedList<'a> {
    let date = page.list(list).date().map(|date| DateView::new(page, date));
    ComparedList { id: &page.list(list).id, place: &page.list(list).region, head: ListHead::new(page, list), date }
}

/// Links to the pages of a comparison, each under the first and the last of its regions.
fn pages(page: &Page<'_>, topic: TopicId, here: usize, lists: &[ListId]) -> Vec<PageLink> {
    some_of(compare_pages(lists.len()), here, |number| {
        let range = compared(lists.len(), number);
        let [first, last] = [range.start, range.end - 1].map(|at| region_name(page, lists[at]).text.into_owned());
        PageLink {
            href: page.href(Target::Compare(topic, number as u32), ""),
            text: format!("{first} – {last}"),
            current: number == here,
        }
    })
}
