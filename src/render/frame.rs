//! A page in; its head, breadcrumbs, languages and neighbours out.

use serde::Serialize;

use crate::plan::Target;

use super::atoms::{GoneView, LinkView, gone};
use super::description::description;
use super::linked::linked_data;
use super::names::{neighbours, page_name, pages_above, window_title};
use super::page::Page;
use super::provenance::{Provenance, provenance};
use super::text::TextView;
use super::views::{LifeView, life};

/// What is around the content of a page.
#[derive(Serialize)]
pub(super) struct Frame<'a> {
    /// Kind of the page.
    kind: &'static str,
    /// The way to the root of the site, ready to put a path behind.
    root: &'a str,
    /// Title of the window.
    title: String,
    description: String,
    /// Absolute address, where the site knows where it will live.
    canonical: Option<String>,
    /// The page in every language of the site, this one included.
    languages: Vec<LanguageView<'a>>,
    /// Address of the page in the first language, for readers of no language of the site.
    fallback: Option<String>,
    /// The pages above it, the home page first.
    crumbs: Vec<LinkView<'a>>,
    name: TextView<'a>,
    previous: Option<LinkView<'a>>,
    next: Option<LinkView<'a>>,
    /// The record as data.
    data: Option<String>,
    /// Entry of the menu.
    section: &'static str,
    /// Who issued it, when, and where the original is.
    provenance: Provenance<'a>,
    /// What became of the body or hotlines that it speaks of.
    gone: Vec<GoneView<'a>>,
    /// In which editions its record stands.
    life: Option<LifeView<'a>>,
    /// The feed beside it.
    feed: Option<String>,
    /// Whether it shows what is no longer in force, of which search engines are not told.
    old: bool,
    /// Whether a phone on it lacks its area code. The view of the page is made before its frame.
    lacks_area: bool,
    /// What the page says to programs, as JSON-LD.
    linked: TextView<'static>,
}

#[derive(Serialize)]
struct LanguageView<'a> {
    tag: String,
    name: &'a str,
    href: String,
    /// Absolute where the site knows where it will live.
    alternate: String,
    current: bool,
}

/// The frame of the page.
pub(super) fn frame<'p>(page: &'p Page<'_>, kind: &'static str) -> Frame<'p> {
    let (plan, target) = (page.shared.plan, page.target);
    let known = plan.base.is_known();
    let languages = page.model().languages().iter().map(|lang| {
        let href = page.href_in(target, *lang, "");
        let alternate = if known { plan.url(target, *lang) } else { href.clone() };
        let name = page.language_name(*lang);
        LanguageView { tag: lang.to_string(), name, href, alternate, current: *lang == page.lang }
    });
    let (previous, next) = neighbours(page, target);
    let first = page.model().languages().first().filter(|_| known && target != Target::NotFound);
    Frame {
        kind,
        root: &page.root,
        title: window_title(page, target),
        description: description(page, target),
        canonical: (known && target != Target::NotFound).then(|| plan.url(target, page.lang)),
        languages: languages.collect(),
        fallback: first.map(|lang| plan.url(target, *lang)),
        crumbs: pages_above(page, target).into_iter().map(|to| LinkView::to(page, to)).collect(),
        name: page_name(page, target),
        previous: previous.map(|to| LinkView::to(page, to)),
        next: next.map(|to| LinkView::to(page, to)),
        data: page.data_file(target),
        section: target.section(),
        provenance: provenance(page, target),
        gone: gone(page, target),
        life: life(page, target),
        feed: plan.feed(target, page.lang).map(|feed| page.file(&feed)),
        old: !target.kind().found,
        lacks_area: page.lacks_area.get(),
        linked: linked_data(page),
    }
}
