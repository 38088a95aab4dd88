//! A free page in; its view out. The page for addresses that do not exist is here too.

use serde::Serialize;

use crate::plan::Target;

use super::super::globals::free_page;
use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::LinkView;

/// A free page.
#[derive(Serialize)]
pub struct FreeView<'a> {
    title: TextView<'a>,
    body: TextView<'a>,
    /// Language of the body, where it is not that of the page.
    lang: Option<String>,
}

/// The view of a free page: in the language of the page or, failing that, in the first it has.
pub(in super::super) fn free<'a>(pen: &Pen<'a>, index: u32) -> FreeView<'a> {
    let name = pen.shared.plan.free_pages[index as usize];
    let mut pages = pen.model().pages.iter().filter(|page| page.name == *name);
    let first = pages.clone().next();
    let page = pages.find(|page| page.lang == pen.lang).or(first);
    let body = page.map(|page| free_page(&page.body, &|path| pen.resolve(path)));
    FreeView {
        title: pen.name(Target::Free(index)),
        body: body.unwrap_or_else(|| TextView::plain("")),
        lang: page.map(|page| page.lang).filter(|lang| *lang != pen.lang).map(|lang| lang.to_string()),
    }
}

/// The page for addresses that do not exist.
#[derive(Serialize)]
pub struct NotFoundView<'a> {
    links: Vec<LinkView<'a>>,
}

/// Where to go from an address that does not exist.
pub(in super::super) fn not_found<'a>(pen: &Pen<'a>) -> NotFoundView<'a> {
    let pages = [Target::Home, Target::Lists, Target::Topics, Target::Regions, Target::Laws, Target::Data];
    NotFoundView { links: pages.into_iter().map(|page| pen.link(page)).collect() }
}
