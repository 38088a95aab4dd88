//! A list in; the heading over its records out.

use serde::Serialize;

use crate::model::ListId;
use crate::plan::Target;

use super::super::names::region_name;
use super::super::page::Page;
use super::super::text::TextView;
use super::link::LinkView;

/// A list as a heading over its records.
#[derive(Serialize)]
pub struct ListHead<'a> {
    pub region: TextView<'a>,
    pub link: LinkView<'a>,
    /// Said of a list that another takes the place of.
    superseded: Option<&'a str>,
}

impl<'a> ListHead<'a> {
    /// A list as a heading.
    pub fn new(page: &Page<'a>, list: ListId) -> ListHead<'a> {
        ListHead {
            region: region_name(page, list),
            link: LinkView::to(page, Target::List(list)),
            superseded: superseded(page, list),
        }
    }
}

/// What is said of a list that another takes the place of, wherever it stands beside others.
pub fn superseded<'a>(page: &Page<'a>, list: ListId) -> Option<&'a str> {
    page.shared.graph.is_superseded(list).then(|| page.t("list", "superseded"))
}
