//! A date in; what machines and people read of it out.

use serde::Serialize;

use crate::model::Date;

use super::super::page::Page;

/// A date: for machines, and in words.
#[derive(Serialize)]
pub struct DateView {
    pub iso: String,
    pub text: String,
}

impl DateView {
    /// A date in the words of the page's language.
    pub fn new(page: &Page<'_>, date: Date) -> DateView {
        DateView { iso: date.to_string(), text: page.strings().date(date) }
    }
}
