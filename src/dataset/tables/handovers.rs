//! The table of items that a township has together with a department, or that a department took back.

use crate::dataset::build::TableOf;
use crate::dataset::records::counterparts;
use crate::dataset::row::Row;
use crate::dataset::shared::{id, list_id, parent, position, url};
use crate::dataset::table::Table;
use crate::model::{Counterpart, Handover, ItemRole, Part};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![handover_table()]
}

fn handover_table() -> Table {
    TableOf::new(
        "handovers",
        ["镇街与部门的事项", "Handovers"],
        [
            "乡镇（街道）清单的一个事项与一个部门的关系",
            "One department that a township's list names beside an item, and what the department's own list prints",
        ],
        &["id"],
        counterparts,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .column(parent(
        "item_id",
        ["事项", "Item"],
        ["乡镇清单事项的标识", "Id of the item of the township's list"],
        "items",
    ))
    .column(position())
    .plain(
        "role",
        ["清单部分", "Part of the list"],
        [
            "cooperation：配合履职事项；taken-back：上级部门收回事项",
            "Whether the township supports the department or the department took the item back",
        ],
        |r| item(r)?.role.map(ItemRole::as_str),
    )
    .words(ItemRole::ALL, ItemRole::as_str)
    .plain(
        "department_id",
        ["部门类别", "Kind of department"],
        ["部门类别的标识", "Id of the kind of department"],
        |r| {
            let graph = r.context.graph;
            Some(&graph.model[handover(r)?.department?].slug)
        },
    )
    .refers("departments")
    .text("name", ["部门", "Name"], ["部门名称，照原文", "Name of the department as printed"], |r| {
        Some(&r.value.name)
    })
    .required()
    .text(
        "responsibility",
        ["上级部门职责", "Responsibility"],
        ["该部门在事项中做什么", "What the department does in the item"],
        |r| r.value.responsibility.as_ref(),
    )
    .text(
        "manner",
        ["工作方式", "Manner"],
        ["收回后的工作方式", "How it goes about what it took back"],
        |r| r.value.manner.as_ref(),
    )
    .plain(
        "department_list",
        ["部门清单", "List of the department"],
        ["该部门在本站公布的清单的标识", "Id of the department's list, where it is published here"],
        |r| Some(&r.context.graph.model[handover(r)?.published?].id),
    )
    .made(
        "department_item",
        ["部门事项", "Item of the department"],
        [
            "该部门清单中同一事项的标识；没有时为空",
            "Id of the same item in the department's list; empty where it has none",
        ],
        |r| Some(handover(r)?.found?.uid(r.context.graph.model)),
    )
    .done()
}

fn handover<'m>(row: &Row<'m, Counterpart>) -> Option<&'m Handover> {
    row.context.graph.handover(row.record?)
}

fn item<'m>(row: &Row<'m, Counterpart>) -> Option<&'m crate::model::Item> {
    match row.record?.part {
        Part::Counterpart(item, _) => Some(&row.list()?[item]),
        _ => None,
    }
}
