//! A free page in; its view out. The page for addresses that do not exist is here too.

use serde::Serialize;

use crate::plan::Target;

use super::super::atoms::LinkView;
use super::super::markdown;
use super::super::names::page_name;
use super::super::page::Page;
use super::super::text::TextView;

/// A free page.
#[derive(Serialize)]
pub struct FreeView<'a> {
    title: TextView<'a>,
    body: TextView<'a>,
    /// Language of the body, where it is not that of the page.
    lang: Option<String>,
    /// Direction of the body, where it is not that of the page.
    dir: Option<&'static str>,
}

/// The view of a free page: in the language of the page or, failing that, in the first it has.
pub(in super::super) fn free<'a>(page: &Page<'a>, index: u32) -> FreeView<'a> {
    let name = page.shared.plan.free_pages[index as usize];
    let mut forms = page.model().pages.iter().filter(|form| form.name == *name);
    let first = forms.clone().next();
    let form = forms.find(|form| form.lang == page.lang).or(first);
    let body = form
        .map(|form| TextView { html: true, ..TextView::plain(markdown::page(&form.body, &|path| page.resolve(path))) });
    FreeView {
        title: page_name(page, Target::Free(index)),
        body: body.unwrap_or_else(|| TextView::plain("")),
        dir: form.map(|form| form.lang.direction()).filter(|dir| *dir != page.lang.direction()),
        lang: form.map(|form| form.lang).filter(|lang| *lang != page.lang).map(|lang| lang.to_string()),
    }
}

/// The page for addresses that do not exist.
#[derive(Serialize)]
pub struct NotFoundView<'a> {
    links: Vec<LinkView<'a>>,
}

/// Where to go from an address that does not exist.
pub(in super::super) fn not_found<'a>(page: &Page<'a>) -> NotFoundView<'a> {
    let pages = [Target::Home, Target::Lists, Target::Topics, Target::Regions, Target::Laws, Target::Data];
    NotFoundView { links: pages.into_iter().map(|to| LinkView::to(page, to)).collect() }
}
