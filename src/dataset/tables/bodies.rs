//! Tables of the bodies of a list that are not its agency.

use crate::dataset::build::TableOf;
use crate::dataset::records::lists;
use crate::dataset::row::{Context, Rows};
use crate::dataset::shared::{id, list_id, note, number_of_phone, parent, position, url};
use crate::dataset::table::Table;
use crate::model::{Body, Phone};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![body_table(), body_phone_table()]
}

fn body_table() -> Table {
    TableOf::new(
        "bodies",
        ["其他机关", "Bodies"],
        [
            "清单中公布机关以外、有职责或事项的一个机关",
            "One body of a list that is not the agency and has duties or items of it",
        ],
        &["id"],
        bodies,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .column(position())
    .text("name", ["名称", "Name"], ["名称，照原文", "Name as printed"], |r| Some(&r.value.name))
    .required()
    .plain(
        "department_id",
        ["部门类别", "Kind of department"],
        ["部门类别的标识", "Id of the kind of department"],
        |r| r.value.department.as_deref(),
    )
    .refers("departments")
    .column(note(|r| r.value.note.as_ref()))
    .done()
}

fn body_phone_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Phone> =
        |context| Box::new(bodies(context).flat_map(|body| body.each(|body| &body.phones)));
    TableOf::new(
        "body_phones",
        ["其他机关电话", "Phones of bodies"],
        ["其他机关的一个电话", "One phone of a body"],
        &["body_id", "position"],
        rows,
    )
    .column(parent("body_id", ["机关", "Body"], ["机关的标识", "Id of the body"], "bodies"))
    .column(position())
    .columns(number_of_phone())
    .done()
}

fn bodies(context: Context<'_>) -> Rows<'_, Body> {
    Box::new(lists(context).flat_map(|list| {
        list.each(|list| &list.bodies).map(|body| {
            let slug = &body.value.slug;
            body.named("bodies", slug).at(&format!("body-{slug}"))
        })
    }))
}
