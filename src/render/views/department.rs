//! Kinds of department in; the views of their index and of one kind's page out.

use serde::Serialize;

use crate::model::{AgencyId, DepartmentId, Handover, IdMap, Part, RecordRef};
use crate::plan::Target;

use super::super::atoms::{LinkView, ListHead, ListRow, Truncated, truncate_at};
use super::super::citations::{optional_prose, prose};
use super::super::page::Page;
use super::super::shared::SHOWN_LISTS;
use super::super::text::TextView;

/// All kinds of department.
#[derive(Serialize)]
pub struct DepartmentsView<'a> {
    departments: Vec<DepartmentRow<'a>>,
    /// What became of bodies and hotlines, where any are registered.
    agencies: Option<LinkView<'a>>,
}

#[derive(Serialize)]
struct DepartmentRow<'a> {
    link: LinkView<'a>,
    definition: Option<TextView<'a>>,
    /// How many matters it takes part in; nothing where it is known for something else alone.
    matters: Option<String>,
    /// How many items of townships name it, where any.
    named: Option<String>,
    /// How many lists departments of the kind publish, where any.
    lists: Option<String>,
}

/// A kind of department.
#[derive(Serialize)]
pub struct DepartmentView<'a> {
    name: TextView<'a>,
    definition: Option<TextView<'a>>,
    aliases: Vec<TextView<'a>>,
    /// Bodies that what became of them is registered, where that holds for the kind.
    agencies: Vec<LinkView<'a>>,
    count: String,
    /// Lists that departments of the kind publish, and how many there are.
    publishes: Vec<ListRow<'a>>,
    published: String,
    /// Lists of townships that name the kind beside their items.
    named: Vec<NamedBy<'a>>,
    lists: Vec<MattersOfList<'a>>,
    overflow: Option<Truncated<'a>>,
}

/// A township's list that names a kind of department.
#[derive(Serialize)]
struct NamedBy<'a> {
    list: LinkView<'a>,
    items: String,
}

/// The matters of one list.
#[derive(Serialize)]
struct MattersOfList<'a> {
    head: ListHead<'a>,
    matters: Vec<MatterRow<'a>>,
}

#[derive(Serialize)]
struct MatterRow<'a> {
    matter: LinkView<'a>,
    name: TextView<'a>,
    href: String,
    responsibility: TextView<'a>,
    lead: Option<&'a str>,
    leads: bool,
}

/// The view of the index of departments.
pub(in super::super) fn departments<'a>(page: &Page<'a>) -> DepartmentsView<'a> {
    let graph = page.shared.graph;
    let mut naming = IdMap::filled(page.model().departments.len(), 0_usize);
    graph.handovers.iter().filter_map(|handover| handover.department).for_each(|id| naming[id] += 1);
    let named = |id| naming[id];
    let rows = DepartmentId::each(page.model()).map(|(id, department)| DepartmentRow {
        link: LinkView::to(page, Target::Department(id)),
        definition: optional_prose(page, &department.definition, &[]),
        matters: Some(graph.takes_part[id].len())
            .filter(|matters| *matters > 0 || (graph.lists_of_department[id].is_empty() && named(id) == 0))
            .map(|matters| page.count("matters", matters)),
        named: Some(named(id)).filter(|named| *named > 0).map(|named| page.count("items_of_list", named)),
        lists: Some(page.shared.graph.lists_of_department[id].len())
            .filter(|lists| *lists > 0)
            .map(|lists| page.count("lists", lists)),
    });
    let agencies = (!page.model().agencies.is_empty()).then(|| LinkView::to(page, Target::Agencies));
    DepartmentsView { departments: rows.collect(), agencies }
}

/// The view of a department's page.
pub(in super::super) fn department<'a>(page: &Page<'a>, id: DepartmentId) -> DepartmentView<'a> {
    let department = &page.model()[id];
    let parts = &page.shared.graph.takes_part[id];
    let publishes = &page.shared.graph.lists_of_department[id];
    let lists = parts.iter().map(|part| part.list);
    let bound = truncate_at(lists.clone());
    let shown = parts.chunk_by(|a, b| a.list == b.list).take_while(|group| bound.is_none_or(|end| group[0].list < end));
    DepartmentView {
        name: page.heading(&department.name),
        definition: optional_prose(page, &department.definition, &[]),
        aliases: department.aliases.iter().map(|alias| page.printed(alias)).collect(),
        agencies: AgencyId::each(page.model())
            .filter(|(_, agency)| agency.departments.contains(&department.slug))
            .map(|(id, _)| LinkView::to(page, Target::Agency(id)))
            .collect(),
        count: page.count("matters", parts.len()),
        publishes: publishes.iter().take(SHOWN_LISTS).map(|list| ListRow::new(page, *list)).collect(),
        published: page.count("lists", publishes.len()),
        named: named_by(page, id),
        lists: shown
            .map(|group| MattersOfList {
                head: ListHead::new(page, group[0].list),
                matters: group.iter().filter_map(|part| row(page, *part)).collect(),
            })
            .collect(),
        overflow: bound.map(|end| Truncated::new(page, lists, end)),
    }
}

fn named_by<'a>(page: &Page<'a>, id: DepartmentId) -> Vec<NamedBy<'a>> {
    let named: Vec<&Handover> =
        page.shared.graph.handovers.iter().filter(|handover| handover.department == Some(id)).collect();
    let groups = named.chunk_by(|a, b| a.list == b.list);
    let row = |group: &[&Handover]| NamedBy {
        list: LinkView::list(page, group[0].list),
        items: page.count("items_of_list", group.len()),
    };
    groups.map(row).take(SHOWN_LISTS).collect()
}

fn row<'a>(page: &Page<'a>, record: RecordRef) -> Option<MatterRow<'a>> {
    let Part::Participant(m, i) = record.part else { return None };
    let matter = &page.list(record.list)[m];
    let part = &matter[i];
    Some(MatterRow {
        matter: LinkView::to(page, Target::of(record)),
        name: page.text(&part.name),
        href: page.href(Target::of(record), &record.anchor(page.model())),
        responsibility: prose(page, &part.responsibility, &[&part.basis, &matter.basis]),
        lead: part.lead.map(|leads| page.t("matter", if leads { "leads" } else { "supports" })),
        leads: part.lead == Some(true),
    })
}
