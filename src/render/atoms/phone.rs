//! A phone as printed in; what to show and what to dial out.

use serde::Serialize;

use crate::model::{ListId, dial};

use super::super::page::Page;

/// A phone as printed, and the address to dial where it can be one number.
#[derive(Serialize)]
pub struct PhoneView<'a> {
    pub text: &'a str,
    /// The address that dials it, such as `tel:+86-310-7523747`.
    pub dial: Option<String>,
}

impl<'a> PhoneView<'a> {
    /// Takes a phone of a list as printed. Where its area code is not known, the page says so.
    pub fn new(page: &Page<'a>, list: ListId, text: &'a str) -> PhoneView<'a> {
        PhoneView::with_extension(page, list, text, None)
    }

    /// The same with the extension to ask for.
    pub fn with_extension(page: &Page<'a>, list: ListId, text: &'a str, extension: Option<&str>) -> PhoneView<'a> {
        let dial = dial(text, extension, page.shared.graph.area_code(page.list(list)));
        if dial.as_ref().is_some_and(|dial| dial.lacks_area) {
            page.lacks_area.set(true);
        }
        PhoneView { text, dial: dial.map(|dial| dial.uri) }
    }

    /// Takes each of several phones of a list.
    pub fn all(page: &Page<'a>, list: ListId, phones: &'a [String]) -> Vec<PhoneView<'a>> {
        phones.iter().map(|phone| PhoneView::new(page, list, phone)).collect()
    }
}
