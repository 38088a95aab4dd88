//! Tables of the main duties, their work items and who answers for failure.

use crate::dataset::build::TableOf;
use crate::dataset::records::{accountability, duties, work_items};
use crate::dataset::row::{Context, Rows};
use crate::dataset::shared::{id, list_id, number, office_id, parent, position, source, url, validity};
use crate::dataset::table::Table;
use crate::model::Id;

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![duty_table(), duty_office_table(), item_table(), item_office_table(), accountability_table()]
}

fn duty_table() -> Table {
    TableOf::new("duties", ["主要职责", "Duties"], ["一项主要职责", "One main duty"], &["id"], duties)
        .column(id())
        .column(url())
        .column(list_id())
        .column(position())
        .column(number(|r| r.value.number.as_deref()))
        .text(
            "name",
            ["名称", "Name"],
            ["简称，用于标题和菜单", "Short label for headings and menus"],
            |r| Some(&r.value.name),
        )
        .required()
        .text("statement", ["职责", "Statement"], ["职责全文", "The duty"], |r| Some(&r.value.statement))
        .required()
        .columns(source())
        .made(
            "body_id",
            ["机关", "Body"],
            ["有此职责的其他机关的标识", "Id of the body that has the duty, where it is not the agency"],
            |r| Some(r.of_list("bodies", r.value.body.as_deref()?)),
        )
        .refers("bodies")
        .columns(validity())
        .done()
}

fn duty_office_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Id> =
        |context| Box::new(duties(context).flat_map(|duty| duty.each(|duty| &duty.offices)));
    TableOf::new(
        "duty_offices",
        ["职责的责任科室", "Offices of duties"],
        ["整项职责的一个责任科室", "One office answerable for a duty as a whole"],
        &["duty_id", "office_id"],
        rows,
    )
    .column(parent("duty_id", ["职责", "Duty"], ["职责的标识", "Id of the duty"], "duties"))
    .column(position())
    .column(office_id())
    .done()
}

fn item_table() -> Table {
    TableOf::new(
        "work_items",
        ["具体工作事项", "Work items"],
        ["职责之下的一项具体工作事项", "One work item of a duty"],
        &["id"],
        work_items,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .column(parent("duty_id", ["职责", "Duty"], ["所属职责的标识", "Id of the duty"], "duties"))
    .column(position())
    .column(number(|r| r.value.number.as_deref()))
    .text("text", ["事项", "Text"], ["事项全文", "The item"], |r| Some(&r.value.text))
    .required()
    .text(
        "remarks",
        ["备注", "Remarks"],
        ["备注栏；可含行内 Markdown", "Remarks column; may hold inline Markdown"],
        |r| r.value.remarks.as_ref(),
    )
    .columns(source())
    .done()
}

fn item_office_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Id> =
        |context| Box::new(work_items(context).flat_map(|item| item.each(|item| &item.offices)));
    TableOf::new(
        "work_item_offices",
        ["事项的责任科室", "Offices of work items"],
        ["一项具体工作事项的一个责任科室", "One office responsible for a work item"],
        &["work_item_id", "office_id"],
        rows,
    )
    .column(parent("work_item_id", ["事项", "Work item"], ["具体工作事项的标识", "Id of the work item"], "work_items"))
    .column(position())
    .column(office_id())
    .done()
}

fn accountability_table() -> Table {
    TableOf::new(
        "accountability",
        ["追责情形", "Accountability"],
        ["一项职责的一条追责依据及追责情形", "One row of a duty's grounds for holding staff to account"],
        &["id"],
        accountability,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .column(parent("duty_id", ["职责", "Duty"], ["所属职责的标识", "Id of the duty"], "duties"))
    .column(position())
    .column(number(|r| r.value.number.as_deref()))
    .text("circumstances", ["追责情形", "Circumstances"], ["因何被追责", "For what staff answer"], |r| {
        Some(&r.value.circumstances)
    })
    .required()
    .text("consequence", ["处理", "Consequence"], ["如何处理", "What follows"], |r| r.value.consequence.as_ref())
    .columns(source())
    .done()
}
