//! Laws in their order in; a page of their index, by kind, with the state of each, out.

use serde::Serialize;

use crate::model::{LawId, LawKind, LawStatus};
use crate::plan::Target;

use super::super::atoms::{LinkView, PageLink, StateView};
use super::super::names::laws_page;
use super::super::page::Page;
use super::super::text::TextView;
use super::page_links::some_of;
use super::picture::{PictureView, most_cited};

/// A page of all laws, by kind.
#[derive(Serialize)]
pub struct LawsView<'a> {
    kinds: Vec<LawsOfKind<'a>>,
    /// How many laws there are of each kind, and the page and anchor that they begin at.
    contents: Vec<Counted<'a>>,
    /// How many there are of each state.
    states: Vec<Counted<'a>>,
    /// Every page, where there are several.
    pages: Vec<PageLink>,
    /// What became of the laws since the lists.
    changes: String,
    picture: Option<PictureView<'a>>,
    data: Option<LinkView<'a>>,
    script: String,
    folder: String,
    all: usize,
    here: u32,
}

/// How many there are of something, and where.
#[derive(Serialize)]
struct Counted<'a> {
    key: &'static str,
    name: &'a str,
    number: String,
    href: String,
}

#[derive(Serialize)]
struct LawsOfKind<'a> {
    anchor: String,
    key: &'static str,
    name: &'a str,
    laws: Vec<LawRow<'a>>,
}

#[derive(Serialize)]
struct LawRow<'a> {
    href: String,
    title: TextView<'a>,
    number: Option<TextView<'a>>,
    state: StateView<'a>,
    /// How often, as a number to sort by.
    times: usize,
    /// By how many lists.
    by: u32,
}

/// The view of a page of the index of laws.
pub(in super::super) fn laws<'a>(page: &Page<'a>, number: u32) -> LawsView<'a> {
    let (plan, model) = (page.shared.plan, page.model());
    let here = plan.laws.on(number as usize);
    let of_kind = |laws: &[LawId]| {
        let kind = model[laws[0]].kind;
        LawsOfKind {
            anchor: format!("_{}", kind.as_str()),
            key: kind.as_str(),
            name: page.t("law_kind", kind.as_str()),
            laws: laws.iter().map(|id| row(page, *id)).collect(),
        }
    };
    let catalogue = page.shared.catalogue;
    let table = (0..catalogue.tables()).find(|at| catalogue.table(*at).name == "laws");
    LawsView {
        kinds: here.chunk_by(|a, b| model[*a].kind == model[*b].kind).map(of_kind).collect(),
        contents: contents(page),
        states: states(page),
        pages: pages(page, number),
        changes: page.href(Target::Changes, ""),
        picture: if number == 0 { most_cited(page) } else { None },
        data: table.map(|at| LinkView::to(page, Target::Table(at as u32))),
        script: page.file(page.shared.theme.script("listing.js")),
        folder: format!("{}{}", page.root, plan.prefix(page.lang)),
        all: plan.laws.pages(),
        here: number,
    }
}

fn row<'a>(page: &Page<'a>, id: LawId) -> LawRow<'a> {
    let law = &page.model()[id];
    LawRow {
        href: page.href(Target::Law(id), ""),
        title: page.text(&law.title),
        number: page.optional_printed(&law.document_number),
        state: StateView::new(page, id),
        times: page.shared.graph.citations_of(id).len(),
        by: page.shared.lists_citing[id],
    }
}

/// The kinds of law that there are, each with the page that it begins on.
fn contents<'a>(page: &Page<'a>) -> Vec<Counted<'a>> {
    let of = |(kind, number, count): &(LawKind, usize, usize)| Counted {
        key: kind.as_str(),
        name: page.t("law_kind", kind.as_str()),
        number: page.strings().integer(*count as u64),
        href: page.href(laws_page(*number as u32), &format!("_{}", kind.as_str())),
    };
    page.shared.plan.laws.kinds.iter().map(of).collect()
}

fn states<'a>(page: &Page<'a>) -> Vec<Counted<'a>> {
    let of = |(state, count): &(LawStatus, usize)| Counted {
        key: state.as_str(),
        name: page.t("law_status", state.as_str()),
        number: page.strings().integer(*count as u64),
        href: String::new(),
    };
    page.shared.plan.laws.states.iter().map(of).collect()
}

fn pages(page: &Page<'_>, here: u32) -> Vec<PageLink> {
    let plan = page.shared.plan;
    some_of(plan.laws.pages(), here as usize, |number| {
        let range = plan.laws.range(number);
        let [from, to] = [range.start + 1, range.end].map(|at| page.strings().integer(at as u64));
        PageLink {
            href: page.href(laws_page(number as u32), ""),
            text: page.strings().fill("items", "from_to", &[("from", &from), ("to", &to)]),
            current: number == here as usize,
        }
    })
}
