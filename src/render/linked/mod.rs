//! A page in, what it says to programs out: JSON-LD in the terms of schema.org, ready to stand in a script element.
//!
//! A page is a `WebPage` with its breadcrumbs; what it is about is its `mainEntity`. Only facts of the content, and the
//! addresses of the site: absolute where it knows where it will live, else relative to the page.

mod catalogue;
mod document;
mod law;
mod office;
mod place;
mod subject;
mod terms;

pub(super) use document::linked_data;
