//! A page, a record or a law in; a link to it under its name out.

use serde::Serialize;

use crate::model::{Id, Law, LawId, ListId, Owner, RecordRef};
use crate::plan::Target;

use super::super::names::{law_title, page_name};
use super::super::page::Page;
use super::super::text::TextView;

/// A link under a name.
#[derive(Serialize)]
pub struct LinkView<'a> {
    pub href: String,
    pub text: TextView<'a>,
}

impl<'a> LinkView<'a> {
    /// A link to a page under its own name.
    pub fn to(page: &Page<'a>, to: Target) -> LinkView<'a> {
        LinkView { href: page.href(to, ""), text: page_name(page, to) }
    }

    /// A link to a record, on its page, under a name.
    pub fn to_record(page: &Page<'a>, record: RecordRef, text: TextView<'a>) -> LinkView<'a> {
        LinkView { href: page.href(Target::of(record), &record.anchor(page.model())), text }
    }

    /// A link to a list under its title.
    pub fn list(page: &Page<'a>, list: ListId) -> LinkView<'a> {
        LinkView { href: page.href(Target::List(list), ""), text: page.text(&page.list(list).title) }
    }

    /// A law under the title that a sentence gives it.
    pub fn law(page: &Page<'a>, law: LawId) -> LinkView<'a> {
        LinkView { href: page.href(Target::Law(law), ""), text: law_title(page, law) }
    }

    /// The law that took the place of another.
    pub fn successor(page: &Page<'a>, law: &Law) -> Option<LinkView<'a>> {
        let successor = law.replaced_by.as_deref().and_then(|id| page.shared.graph.law(id));
        successor.map(|law| LinkView::law(page, law))
    }

    /// An entry of a register under its name; nothing for what is no such entry.
    pub fn entry(page: &Page<'a>, owner: Owner) -> Option<LinkView<'a>> {
        match owner {
            Owner::Region(region) => Some(LinkView::to(page, Target::Region(region))),
            Owner::Department(department) => Some(LinkView::to(page, Target::Department(department))),
            Owner::Topic(topic) => Some(LinkView::to(page, Target::Topic(topic))),
            Owner::Law(law) => Some(LinkView::law(page, law)),
            Owner::Agency(agency) => Some(LinkView::to(page, Target::Agency(agency))),
            Owner::Site | Owner::Reorganisation(_) | Owner::Record(_) => None,
        }
    }

    /// Links to topics.
    pub fn topics(page: &Page<'a>, slugs: &[Id]) -> Vec<LinkView<'a>> {
        let topics = slugs.iter().filter_map(|slug| page.shared.graph.topic(slug));
        topics.map(|topic| LinkView::to(page, Target::Topic(topic))).collect()
    }
}
