//! An item that a township has with a department in; what both lists print of it out.

use serde::Serialize;

use crate::model::{Counterpart, CounterpartId, Handover, ItemId, ListId, Part, RecordRef};
use crate::plan::Target;

use super::super::atoms::LinkView;
use super::super::citations::optional_prose;
use super::super::page::Page;
use super::super::text::TextView;

/// A department beside an item of a township, with what its own list prints.
#[derive(Serialize)]
pub struct CounterpartView<'a> {
    id: String,
    name: TextView<'a>,
    department: Option<LinkView<'a>>,
    responsibility: Option<TextView<'a>>,
    manner: Option<TextView<'a>>,
    /// The list of the department, where it is published here.
    list: Option<LinkView<'a>>,
    /// The item of that list, with what it prints.
    found: Option<FoundView<'a>>,
}

/// An item of a department's list beside that of a township.
#[derive(Serialize)]
struct FoundView<'a> {
    link: LinkView<'a>,
    statement: Option<TextView<'a>>,
    who: Vec<TextView<'a>>,
}

/// A township's list that names an item of a department, with what it prints of it.
#[derive(Serialize)]
pub struct TownshipView<'a> {
    list: LinkView<'a>,
    item: LinkView<'a>,
    role: Option<&'a str>,
    responsibility: Option<TextView<'a>>,
    manner: Option<TextView<'a>>,
    township_part: Option<TextView<'a>>,
}

/// The departments beside an item of a township.
pub(super) fn counterparts<'a>(page: &Page<'a>, l: ListId, id: ItemId) -> Vec<CounterpartView<'a>> {
    let item = &page.list(l)[id];
    let graph = page.shared.graph;
    let view = |(c, counterpart): (_, &'a Counterpart)| {
        let record = RecordRef { list: l, part: Part::Counterpart(id, c) };
        let handover = graph.handover(record);
        let department = handover.and_then(|handover| handover.department);
        CounterpartView {
            id: record.anchor(page.model()),
            name: page.text(&counterpart.name),
            department: department.map(|department| LinkView::to(page, Target::Department(department))),
            responsibility: optional_prose(page, &counterpart.responsibility, &[&item.basis]),
            manner: optional_prose(page, &counterpart.manner, &[&item.basis]),
            list: handover.and_then(|handover| handover.published).map(|list| LinkView::to(page, Target::List(list))),
            found: handover.and_then(|handover| handover.found).and_then(|record| FoundView::new(page, record)),
        }
    };
    CounterpartId::each(item).map(view).collect()
}

impl<'a> FoundView<'a> {
    fn new(page: &Page<'a>, record: RecordRef) -> Option<FoundView<'a>> {
        let Part::Item(id) = record.part else { return None };
        let list = page.list(record.list);
        let item = &list[id];
        let offices = item.offices.iter().filter_map(|slug| list.office(slug));
        Some(FoundView {
            link: LinkView::to(page, Target::of(record)),
            statement: optional_prose(page, &item.statement, &[&item.basis]),
            who: offices.map(|office| page.text(&office.name)).collect(),
        })
    }
}

impl<'a> TownshipView<'a> {
    /// What a township's list prints of an item.
    pub fn new(page: &Page<'a>, handover: &Handover) -> TownshipView<'a> {
        let item = &page.list(handover.list)[handover.item];
        let counterpart = &item[handover.counterpart];
        TownshipView {
            list: LinkView::to(page, Target::List(handover.list)),
            item: LinkView::to_record(page, handover.record(), page.text(&item.name)),
            role: item.role.map(|role| page.t("item_role", role.as_str())),
            responsibility: optional_prose(page, &counterpart.responsibility, &[&item.basis]),
            manner: optional_prose(page, &counterpart.manner, &[&item.basis]),
            township_part: optional_prose(page, &item.township_part, &[&item.basis]),
        }
    }
}
