//! Topics, laws, offices or a matter in; the picture of it with its question and its table out.

use std::cmp::Reverse;

use serde::Serialize;

use crate::model::{DutyId, IdMap, LawId, ListId, Matter, Position, RegionId, Text, TopicId};
use crate::plan::Target;

use super::super::atoms::{LinkView, offices_of_duty};
use super::super::names::{page_name, region_name};
use super::super::page::Page;
use super::super::pictures::{Connection, Drawing, MatrixRow, links, matrix};
use super::super::shared::SHOWN_LISTS;
use super::super::text::TextView;

/// How many laws a picture shows.
const SHOWN_LAWS: usize = 10;

/// Up to how many lists have columns of their own; of more, the regions at the top do.
const FEW_LISTS: usize = 11;

/// What a narrow phone has room for.
const PHONE: u32 = 320;

/// A picture.
#[derive(Serialize)]
pub struct PictureView<'a> {
    svg: TextView<'a>,
    /// Whether it is wider than the screen of a phone, where it goes on beyond the edge.
    wide: bool,
    /// The question that it answers.
    question: &'a str,
    /// What it leaves out, where it does.
    note: Option<String>,
    data: String,
    columns: Vec<TextView<'a>>,
    /// The data; none where the page shows them anyway.
    rows: Vec<PictureRow<'a>>,
}

/// A row of the data of a picture.
#[derive(Serialize)]
pub(super) struct PictureRow<'a> {
    pub link: LinkView<'a>,
    pub cells: Vec<TextView<'a>>,
}

impl<'a> PictureView<'a> {
    /// A picture without its data.
    pub fn new(page: &Page<'a>, key: &str, drawing: Drawing, note: Option<String>) -> PictureView<'a> {
        PictureView {
            wide: drawing.width > PHONE,
            svg: TextView { html: true, ..TextView::plain(drawing.svg) },
            question: page.t("picture", key),
            note,
            data: page.href(Target::Data, ""),
            columns: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// The picture with its data.
    pub(super) fn with_data(self, columns: Vec<TextView<'a>>, rows: Vec<PictureRow<'a>>) -> PictureView<'a> {
        PictureView { columns, rows, ..self }
    }
}

/// "The first 40 of 300", where not all are shown.
fn first_of(page: &Page<'_>, key: &str, shown: usize, all: usize) -> Option<String> {
    let (n, of) = (page.strings().integer(shown as u64), page.strings().integer(all as u64));
    (shown < all).then(|| page.strings().fill("picture", key, &[("shown", &n), ("all", &of)]))
}

fn names_of<'a>(page: &Page<'a>, texts: impl Iterator<Item = &'a Text>) -> Vec<&'a str> {
    texts.map(|text| page.bare(text)).collect()
}

/// The heading of a column of the data.
pub(super) fn heading<'a>(page: &Page<'a>, key: &str) -> TextView<'a> {
    TextView::plain(page.t("picture", key))
}

/// Which list says how much about which topic.
pub fn coverage<'a>(page: &Page<'a>) -> Option<PictureView<'a>> {
    let (model, graph) = (page.model(), page.shared.graph);
    let shown = || ListId::all(model).take(SHOWN_LISTS);
    if model.lists.is_empty() || model.topics.is_empty() {
        return None;
    }
    let values = |topic: TopicId| -> Vec<usize> {
        shown().map(|list| page.shared.of_list(&graph.under_topic[topic], list).len()).collect()
    };
    let topics: Vec<TopicId> = TopicId::all(model).filter(|topic| !page.shared.is_heading(*topic)).collect();
    let counts: Vec<Vec<usize>> = topics.iter().copied().map(values).collect();
    let regions: Vec<TextView<'a>> = shown().map(|list| region_name(page, list)).collect();
    let names: Vec<&str> = regions.iter().map(|name| &*name.text).collect();
    let name = |topic: &TopicId| page.bare(&model[*topic].name);
    let rows: Vec<MatrixRow<'_>> = (topics.iter().zip(&counts))
        .map(|(topic, values)| MatrixRow { name: name(topic), values: values.clone() })
        .collect();
    let svg = matrix("coverage", page.t("picture", "coverage"), page.t("picture", "coverage_desc"), &names, &rows);
    let cells = |values: &Vec<usize>| -> Vec<TextView<'a>> {
        values.iter().map(|value| TextView::plain(page.strings().integer(*value as u64))).collect()
    };
    let table = (topics.iter().zip(&counts))
        .map(|(topic, values)| PictureRow { link: LinkView::to(page, Target::Topic(*topic)), cells: cells(values) });
    let note = first_of(page, "first_lists", shown().len(), model.lists.len());
    Some(PictureView {
        rows: table.collect(),
        columns: std::iter::once(heading(page, "topic")).chain(regions).collect(),
        ..PictureView::new(page, "coverage", svg, note)
    })
}

/// Which laws are cited most, by kind and by region.
pub fn most_cited<'a>(page: &Page<'a>) -> Option<PictureView<'a>> {
    let (model, graph) = (page.model(), page.shared.graph);
    let mut cited: Vec<LawId> = LawId::all(model).filter(|law| graph.citations_of(*law).len() > 0).collect();
    let all = cited.len();
    cited.sort_by_key(|law| Reverse(graph.citations_of(*law).len()));
    cited.truncate(SHOWN_LAWS);
    if cited.is_empty() {
        return None;
    }
    // A stable sort: within a kind the most cited stay first.
    cited.sort_by_key(|law| model[*law].kind);
    let (regions, place) = columns_of_lists(page);
    let counts = |law: LawId| {
        let mut by_region = vec![0; regions.len()];
        for citation in graph.citations_of(law) {
            if let Some(count) = place[citation.record.list] {
                by_region[count] += 1;
            }
        }
        let total = graph.citations_of(law).len();
        std::iter::once(total).chain(by_region).collect::<Vec<usize>>()
    };
    let mut drawn: Vec<MatrixRow<'_>> = Vec::new();
    for of_kind in cited.chunk_by(|a, b| model[*a].kind == model[*b].kind) {
        let kind = page.t("law_kind", model[of_kind[0]].kind.as_str());
        drawn.push(MatrixRow { name: kind, values: Vec::new() });
        drawn
            .extend(of_kind.iter().map(|law| MatrixRow { name: page.bare(model[*law].short()), values: counts(*law) }));
    }
    let names: Vec<&str> =
        std::iter::once(page.t("picture", "every_list")).chain(regions.iter().map(|name| &*name.text)).collect();
    let svg = matrix("cited", page.t("picture", "laws"), page.t("picture", "laws_desc"), &names, &drawn);
    let row = |law: &LawId| {
        let figures = counts(*law).into_iter().map(|n| TextView::plain(page.strings().integer(n as u64)));
        let kind = TextView::plain(page.t("law_kind", model[*law].kind.as_str()));
        PictureRow {
            link: LinkView::to(page, Target::Law(*law)),
            cells: std::iter::once(kind).chain(figures).collect(),
        }
    };
    let heads = ["law", "kind", "citations"].map(|key| heading(page, key));
    let rows = cited.iter().map(row).collect();
    Some(PictureView {
        rows,
        columns: heads.into_iter().chain(regions).collect(),
        ..PictureView::new(page, "laws", svg, first_of(page, "first_laws", cited.len(), all))
    })
}

/// Names of columns for lists, and the column of each list: its own where they are few, else that of its region at the
/// top.
fn columns_of_lists<'a>(page: &Page<'a>) -> (Vec<TextView<'a>>, IdMap<ListId, Option<usize>>) {
    let lists = ListId::all(page.model());
    if lists.len() <= FEW_LISTS {
        return (
            lists.clone().map(|list| region_name(page, list)).collect(),
            lists.map(|list| Some(list.get())).collect(),
        );
    }
    let mut tops: Vec<RegionId> = lists.clone().filter_map(|list| page.shared.top_region(list)).collect();
    tops.sort_unstable();
    tops.dedup();
    tops.truncate(SHOWN_LISTS);
    let place = |list| tops.binary_search(&page.shared.top_region(list)?).ok();
    (tops.iter().map(|region| page_name(page, Target::Region(*region))).collect(), lists.map(place).collect())
}

/// Which office answers for which duty of a list.
pub fn duties_to_offices<'a>(page: &Page<'a>, l: ListId) -> Option<PictureView<'a>> {
    let list = page.list(l);
    let duties = &list.duties[..list.duties.len().min(SHOWN_LISTS)];
    let position = |slug: &str| list.offices.iter().position(|office| &*office.slug == slug);
    let mut joined = Vec::new();
    let mut rows = Vec::new();
    for (left, (id, duty)) in DutyId::each(list).take(SHOWN_LISTS).enumerate() {
        let of: Vec<usize> = offices_of_duty(duty).into_iter().filter_map(|slug| position(slug)).collect();
        joined.extend(of.iter().map(|right| Connection { left, right: *right, strong: false }));
        let names = names_of(page, of.iter().map(|office| &list.offices[*office].name));
        let text =
            if names.is_empty() { page.t("picture", "none").to_owned() } else { names.join(page.t("text", "list")) };
        rows.push(PictureRow { link: LinkView::to(page, Target::Duty(l, id)), cells: vec![TextView::plain(text)] });
    }
    if joined.is_empty() {
        return None;
    }
    let left = names_of(page, duties.iter().map(|duty| &duty.name));
    let right = names_of(page, list.offices.iter().map(|office| &office.name));
    let svg = links("duties", page.t("picture", "offices"), page.t("picture", "offices_desc"), &left, &right, &joined);
    Some(PictureView {
        rows,
        columns: ["duty", "office"].map(|key| heading(page, key)).into(),
        ..PictureView::new(page, "offices", svg, first_of(page, "first_duties", duties.len(), list.duties.len()))
    })
}

/// Which departments share a matter. Its data are the table of the page.
pub fn departments_around<'a>(page: &Page<'a>, matter: &'a Matter) -> Option<PictureView<'a>> {
    let parts = matter.participants.iter().enumerate();
    let joined: Vec<Connection> =
        parts.map(|(right, part)| Connection { left: 0, right, strong: part.lead == Some(true) }).collect();
    if joined.len() < 2 {
        return None;
    }
    let leads = joined.iter().any(|link| link.strong);
    let desc = page.t("picture", if leads { "departments_lead" } else { "departments_desc" });
    let right = names_of(page, matter.participants.iter().map(|part| &part.name));
    let left = [page.bare(&matter.name)];
    let svg = links("departments", page.t("picture", "departments"), desc, &left, &right, &joined);
    Some(PictureView::new(page, "departments", svg, None))
}
