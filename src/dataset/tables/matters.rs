//! Tables of the boundary matters and the departments that share them.

use crate::dataset::build::TableOf;
use crate::dataset::records::{matters, participants};
use crate::dataset::shared::{id, list_id, number, parent, place, position, source, url, validity};
use crate::dataset::table::Table;
use crate::model::Matter;

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![matter_table(), participant_table()]
}

fn matter_table() -> Table {
    TableOf::new(
        "matters",
        ["职责边界事项", "Boundary matters"],
        ["多个部门共同管理的一个事项", "One matter that several departments share"],
        &["id"],
        matters,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .column(position())
    .column(number(|r| r.value.number.as_deref()))
    .text("name", ["名称", "Name"], ["事项名称", "Name of the matter"], |r| Some(&r.value.name))
    .required()
    .text(
        "case",
        ["案例", "Case"],
        ["说明分工的案例", "A case that shows the division of duties at work"],
        |r| Some(&r.value.case.as_ref()?.text),
    )
    .columns(place::<Matter>(["case_source_file", "case_source_part", "case_source_row", "case_source_note"], |r| {
        r.value.case.as_ref()?.source.as_ref().or(r.source)
    }))
    .columns(source())
    .columns(validity())
    .done()
}

fn participant_table() -> Table {
    TableOf::new(
        "participants",
        ["职责分工", "Participants"],
        ["一个部门在一个边界事项中的分工", "One department's part in a boundary matter"],
        &["id"],
        participants,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .column(parent("matter_id", ["事项", "Matter"], ["所属边界事项的标识", "Id of the matter"], "matters"))
    .column(position())
    .plain(
        "department_id",
        ["部门类别", "Kind of department"],
        ["部门类别的标识", "Id of the kind of department"],
        |r| Some(&r.value.department),
    )
    .required()
    .refers("departments")
    .text("name", ["部门", "Name"], ["部门名称，照原文", "Name of the department as printed"], |r| {
        Some(&r.value.name)
    })
    .required()
    .text(
        "responsibility",
        ["职责分工", "Responsibility"],
        ["该部门在事项中做什么", "What the department does in the matter"],
        |r| Some(&r.value.responsibility),
    )
    .required()
    .boolean(
        "lead",
        ["牵头", "Lead"],
        ["是否牵头；原文未说明时为空", "Whether it leads; empty where the document does not say"],
        |r| r.value.lead,
    )
    .columns(source())
    .done()
}
