//! The smallest views, which others are made of: a link under a name, a date.

use serde::Serialize;

use super::super::text::TextView;

/// A link under a name.
#[derive(Serialize)]
pub struct LinkView<'a> {
    pub href: String,
    pub text: TextView<'a>,
}

/// A date: for machines, and in words.
#[derive(Serialize)]
pub struct DateView {
    pub iso: String,
    pub text: String,
}
