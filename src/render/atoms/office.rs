//! An office in; its name, its place and its phones, as they stand beside a record, out.

use serde::Serialize;

use crate::model::{Duty, Id, ListId};
use crate::plan::Target;

use super::super::page::Page;
use super::super::text::TextView;
use super::phone::PhoneView;

/// An office with its phones.
#[derive(Serialize)]
pub struct OfficeView<'a> {
    pub name: TextView<'a>,
    pub href: String,
    pub phones: Vec<PhoneView<'a>>,
}

impl<'a> OfficeView<'a> {
    /// The offices of a list with these slugs.
    pub fn all(page: &Page<'a>, list: ListId, slugs: &'a [Id]) -> Vec<OfficeView<'a>> {
        slugs.iter().filter_map(|slug| OfficeView::find(page, list, slug)).collect()
    }

    /// The office of a list with this slug.
    pub fn find(page: &Page<'a>, list: ListId, slug: &str) -> Option<OfficeView<'a>> {
        let office = page.list(list).office(slug)?;
        Some(OfficeView {
            name: page.text(&office.name),
            href: page.href(Target::Offices(list), slug),
            phones: PhoneView::all(page, list, &office.phones),
        })
    }
}

/// Slugs of every office that a duty or one of its items names, each once, in order.
pub fn offices_of_duty(duty: &Duty) -> Vec<&Id> {
    let mut found: Vec<&Id> = Vec::new();
    for slug in duty.offices.iter().chain(duty.work_items.iter().flat_map(|item| &item.offices)) {
        if !found.contains(&slug) {
            found.push(slug);
        }
    }
    found
}
