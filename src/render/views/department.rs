//! Kinds of department in; the views of their index and of one kind's page out.

use serde::Serialize;

use crate::model::{DepartmentId, Part, RecordRef};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::LinkView;
use super::bounded::{ListHead, Overflow, bound};

/// All kinds of department.
#[derive(Serialize)]
pub struct DepartmentsView<'a> {
    departments: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    link: LinkView<'a>,
    definition: Option<TextView<'a>>,
    matters: String,
}

/// A kind of department.
#[derive(Serialize)]
pub struct DepartmentView<'a> {
    name: TextView<'a>,
    definition: Option<TextView<'a>>,
    aliases: Vec<TextView<'a>>,
    count: String,
    lists: Vec<Group<'a>>,
    overflow: Option<Overflow<'a>>,
}

/// The matters of one list.
#[derive(Serialize)]
struct Group<'a> {
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
pub(in super::super) fn departments<'a>(pen: &Pen<'a>) -> DepartmentsView<'a> {
    let rows = DepartmentId::each(pen.model()).map(|(id, department)| Row {
        link: pen.link(Target::Department(id)),
        definition: pen.optional_prose(&department.definition, &[]),
        matters: pen.count("matters", pen.shared.graph.takes_part[id].len()),
    });
    DepartmentsView { departments: rows.collect() }
}

/// The view of a department's page.
pub(in super::super) fn department<'a>(pen: &Pen<'a>, id: DepartmentId) -> DepartmentView<'a> {
    let department = &pen.model()[id];
    let parts = &pen.shared.graph.takes_part[id];
    let lists = parts.iter().map(|part| part.list);
    let bound = bound(lists.clone());
    let shown = parts.chunk_by(|a, b| a.list == b.list).take_while(|group| bound.is_none_or(|end| group[0].list < end));
    DepartmentView {
        name: pen.text(&department.name),
        definition: pen.optional_prose(&department.definition, &[]),
        aliases: department.aliases.iter().map(|alias| pen.printed(alias)).collect(),
        count: pen.count("matters", parts.len()),
        lists: shown
            .map(|group| Group {
                head: pen.list_head(group[0].list),
                matters: group.iter().filter_map(|part| row(pen, *part)).collect(),
            })
            .collect(),
        overflow: bound.map(|end| pen.overflow(lists, end)),
    }
}

fn row<'a>(pen: &Pen<'a>, record: RecordRef) -> Option<MatterRow<'a>> {
    let Part::Participant(m, i) = record.part else { return None };
    let matter = &pen.list(record.list)[m];
    let part = &matter[i];
    Some(MatterRow {
        matter: pen.link(Target::of(record)),
        name: pen.text(&part.name),
        href: pen.href(Target::of(record), &record.anchor(pen.model())),
        responsibility: pen.prose(&part.responsibility, &[&part.basis, &matter.basis]),
        lead: part.lead.map(|leads| pen.say("matter", if leads { "leads" } else { "supports" })),
        leads: part.lead == Some(true),
    })
}
