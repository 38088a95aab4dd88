//! All lists in; the view of their index out.

use serde::Serialize;

use crate::model::ListId;
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::shared::SHOWN_REGIONS;
use super::super::text::TextView;
use super::atoms::{DateView, LinkView};
use super::list::CountView;
use super::region_tree::{RegionNode, tree};

/// All lists.
#[derive(Serialize)]
pub struct ListsView<'a> {
    count: String,
    lists: Vec<ListRow<'a>>,
    /// Instead of the lists, where there are too many for one page: regions with their counts.
    regions: Vec<RegionNode<'a>>,
}

/// A list in a row.
#[derive(Serialize)]
pub struct ListRow<'a> {
    link: LinkView<'a>,
    title: TextView<'a>,
    region: Option<LinkView<'a>>,
    date: Option<DateView>,
    counts: Vec<CountView<'a>>,
}

/// The view of the index of lists.
pub(in super::super) fn lists<'a>(pen: &Pen<'a>) -> ListsView<'a> {
    let total = pen.model().lists.len();
    let fits = total <= SHOWN_REGIONS;
    ListsView {
        count: pen.count("lists", total),
        lists: if fits { ListId::all(pen.model()).map(|list| pen.list_row(list)).collect() } else { Vec::new() },
        regions: if fits { Vec::new() } else { tree(pen) },
    }
}

impl<'a> Pen<'a> {
    /// A list in a row.
    pub fn list_row(&self, l: ListId) -> ListRow<'a> {
        let list = self.list(l);
        ListRow {
            link: self.link(Target::List(l)),
            title: self.text(&list.title),
            region: self.shared.graph.region_of(list).map(|region| self.link(Target::Region(region))),
            date: list.date().map(|date| self.date(date)),
            counts: self.counts(l),
        }
    }
}
