//! Topics, laws, offices or a matter in; the picture of it with its question and its table out.

use std::cmp::Reverse;

use serde::Serialize;

use crate::model::{Matter, Text};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::pictures::{Bar, Link, Row, bars, links, matrix};
use super::super::shared::SHOWN_LISTS;
use super::super::text::TextView;
use super::duty::offices_of;
use super::parts::LinkView;

/// How many laws a picture shows.
const SHOWN_LAWS: usize = 15;

/// A picture.
#[derive(Serialize)]
pub struct PictureView<'a> {
    svg: TextView<'a>,
    /// The question that it answers.
    question: &'a str,
    /// What it leaves out, where it does.
    note: Option<String>,
    data: String,
    columns: Vec<TextView<'a>>,
    /// The data; none where the page shows them anyway.
    rows: Vec<RowView<'a>>,
}

#[derive(Serialize)]
struct RowView<'a> {
    link: LinkView<'a>,
    cells: Vec<TextView<'a>>,
}

impl<'a> Pen<'a> {
    fn picture(&self, key: &str, svg: String, note: Option<String>) -> PictureView<'a> {
        PictureView {
            svg: TextView { html: true, ..TextView::plain(svg) },
            question: self.say("picture", key),
            note,
            data: self.href(Target::Data, ""),
            columns: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// "The first 40 of 300", where not all are shown.
    fn shown(&self, key: &str, shown: usize, all: usize) -> Option<String> {
        let (n, of) = (self.strings().integer(shown as u64), self.strings().integer(all as u64));
        (shown < all).then(|| self.strings().fill("picture", key, &[("shown", &n), ("all", &of)]))
    }

    fn words(&self, texts: impl Iterator<Item = &'a Text>) -> Vec<&'a str> {
        texts.map(|text| self.bare(text)).collect()
    }

    fn heading(&self, key: &str) -> TextView<'a> {
        TextView::plain(self.say("picture", key))
    }
}

/// Which list says how much about which topic.
pub fn coverage<'a>(pen: &Pen<'a>) -> Option<PictureView<'a>> {
    let (model, graph) = (pen.model(), pen.shared.graph);
    let shown = model.lists.len().min(SHOWN_LISTS) as u32;
    if shown == 0 || model.topics.is_empty() {
        return None;
    }
    let values = |topic: usize| -> Vec<usize> {
        (0..shown).map(|list| pen.shared.of_list(&graph.under_topic[topic], list).len()).collect()
    };
    let counts: Vec<Vec<usize>> = (0..model.topics.len()).map(values).collect();
    let regions: Vec<TextView<'a>> = (0..shown).map(|list| pen.region_name(list)).collect();
    let names: Vec<&str> = regions.iter().map(|name| &*name.text).collect();
    let topics = model.topics.iter().zip(&counts);
    let rows: Vec<Row<'_>> =
        topics.map(|(topic, values)| Row { name: pen.bare(&topic.name), values: values.clone() }).collect();
    let svg = matrix("coverage", pen.say("picture", "coverage"), pen.say("picture", "coverage_desc"), &names, &rows);
    let cells = |values: &Vec<usize>| -> Vec<TextView<'a>> {
        values.iter().map(|value| TextView::plain(pen.strings().integer(*value as u64))).collect()
    };
    let table = (0..)
        .zip(&counts)
        .map(|(topic, values)| RowView { link: pen.link(Target::Topic(topic)), cells: cells(values) });
    let note = pen.shown("first_lists", shown as usize, model.lists.len());
    Some(PictureView {
        rows: table.collect(),
        columns: std::iter::once(pen.heading("topic")).chain(regions).collect(),
        ..pen.picture("coverage", svg, note)
    })
}

/// Which laws are cited most.
pub fn most_cited<'a>(pen: &Pen<'a>) -> Option<PictureView<'a>> {
    let (model, graph) = (pen.model(), pen.shared.graph);
    let mut cited: Vec<usize> = (0..model.laws.len()).filter(|law| !graph.cited_by[*law].is_empty()).collect();
    let all = cited.len();
    cited.sort_by_key(|law| Reverse(graph.cited_by[*law].len()));
    cited.truncate(SHOWN_LAWS);
    if cited.is_empty() {
        return None;
    }
    let bar = |law: &usize| Bar {
        name: pen.bare(model.laws[*law].short()),
        value: graph.cited_by[*law].len() as u32,
        figure: pen.strings().integer(graph.cited_by[*law].len() as u64),
    };
    let drawn: Vec<Bar<'_>> = cited.iter().map(bar).collect();
    let svg = bars("cited", pen.say("picture", "laws"), pen.say("picture", "laws_desc"), &drawn);
    // One column for each list where they are few; else how many lists there are.
    let lists = if model.lists.len() <= 12 { model.lists.len() as u32 } else { 0 };
    let row = |law: &usize| {
        let mut by_list = vec![0; lists as usize];
        for citation in &graph.cited_by[*law] {
            let list = graph.citations[*citation as usize].record.list;
            if let Some(count) = by_list.get_mut(list as usize) {
                *count += 1;
            }
        }
        let total = [graph.cited_by[*law].len(), pen.shared.lists_citing[*law] as usize];
        let figures = total.into_iter().chain(by_list).map(|n| TextView::plain(pen.strings().integer(n as u64)));
        let kind = TextView::plain(pen.say("law_kind", model.laws[*law].kind.as_str()));
        RowView { link: pen.link(Target::Law(*law as u32)), cells: std::iter::once(kind).chain(figures).collect() }
    };
    let heads = ["law", "kind", "citations", "lists"].map(|key| pen.heading(key));
    Some(PictureView {
        rows: cited.iter().map(row).collect(),
        columns: heads.into_iter().chain((0..lists).map(|list| pen.region_name(list))).collect(),
        ..pen.picture("laws", svg, pen.shown("first_laws", cited.len(), all))
    })
}

/// Which office answers for which duty of a list.
pub fn duties_to_offices<'a>(pen: &Pen<'a>, l: u32) -> Option<PictureView<'a>> {
    let list = pen.list(l);
    let duties = &list.duties[..list.duties.len().min(SHOWN_LISTS)];
    let position = |slug: &str| list.offices.iter().position(|office| &*office.slug == slug);
    let mut joined = Vec::new();
    let mut rows = Vec::new();
    for (left, duty) in duties.iter().enumerate() {
        let of: Vec<usize> = offices_of(duty).into_iter().filter_map(|slug| position(slug)).collect();
        joined.extend(of.iter().map(|right| Link { left, right: *right, strong: false }));
        let names = pen.words(of.iter().map(|office| &list.offices[*office].name));
        let text =
            if names.is_empty() { pen.say("picture", "none").to_owned() } else { names.join(pen.say("text", "list")) };
        rows.push(RowView { link: pen.link(Target::Duty(l, left as u32)), cells: vec![TextView::plain(text)] });
    }
    if joined.is_empty() {
        return None;
    }
    let left = pen.words(duties.iter().map(|duty| &duty.name));
    let right = pen.words(list.offices.iter().map(|office| &office.name));
    let svg =
        links("duties", pen.say("picture", "offices"), pen.say("picture", "offices_desc"), &left, &right, &joined);
    Some(PictureView {
        rows,
        columns: ["duty", "office"].map(|key| pen.heading(key)).into(),
        ..pen.picture("offices", svg, pen.shown("first_duties", duties.len(), list.duties.len()))
    })
}

/// Which departments share a matter. Its data are the table of the page.
pub fn departments_around<'a>(pen: &Pen<'a>, matter: &'a Matter) -> Option<PictureView<'a>> {
    let parts = matter.participants.iter().enumerate();
    let joined: Vec<Link> =
        parts.map(|(right, part)| Link { left: 0, right, strong: part.lead == Some(true) }).collect();
    if joined.len() < 2 {
        return None;
    }
    let leads = joined.iter().any(|link| link.strong);
    let desc = pen.say("picture", if leads { "departments_lead" } else { "departments_desc" });
    let right = pen.words(matter.participants.iter().map(|part| &part.name));
    let left = [pen.bare(&matter.name)];
    let svg = links("departments", pen.say("picture", "departments"), desc, &left, &right, &joined);
    Some(pen.picture("departments", svg, None))
}
