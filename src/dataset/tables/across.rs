//! Tables that bring together what records of several kinds have: topics and notes.

use crate::dataset::build::TableOf;
use crate::dataset::records::{duties, items, list_by_list, lists, matters, regimes, services};
use crate::dataset::row::{Context, Rows};
use crate::dataset::shared::{position, record};
use crate::dataset::table::Table;
use crate::model::{Id, Text};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![topic_table(), note_table()]
}

fn topic_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Id> = |context| list_by_list(context, topics);
    TableOf::new(
        "record_topics",
        ["记录的主题", "Topics of records"],
        ["一个记录的一个主题", "One topic of one record"],
        &["record_id", "topic_id"],
        rows,
    )
    .columns(record(&["duty", "matter", "service", "regime", "item"]))
    .column(position())
    .plain("topic_id", ["主题", "Topic"], ["主题的标识", "Id of the topic"], |r| Some(r.value))
    .required()
    .refers("topics")
    .done()
}

fn note_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Text> = |context| list_by_list(context, notes);
    TableOf::new(
        "notes",
        ["说明", "Notes"],
        ["关于一个记录的一条说明", "One remark on one record"],
        &["record_id", "position"],
        rows,
    )
    .columns(record(&["list", "duty", "matter", "service", "regime", "item"]))
    .column(position())
    .text("text", ["说明", "Text"], ["说明；可含行内 Markdown", "The remark; may hold inline Markdown"], |r| {
        Some(r.value)
    })
    .required()
    .done()
}

fn topics(context: Context<'_>) -> Rows<'_, Id> {
    let items = items(context).flat_map(|row| row.each(|item| &item.topics));
    let duties = duties(context).flat_map(|row| row.each(|duty| &duty.topics));
    let matters = matters(context).flat_map(|row| row.each(|matter| &matter.topics));
    let services = services(context).flat_map(|row| row.each(|service| &service.topics));
    let regimes = regimes(context).flat_map(|row| row.each(|regime| &regime.topics));
    Box::new(duties.chain(matters).chain(services).chain(regimes).chain(items))
}

fn notes(context: Context<'_>) -> Rows<'_, Text> {
    let lists = lists(context).flat_map(|row| row.each(|list| &list.notes));
    let items = items(context).flat_map(|row| row.each(|item| &item.notes));
    let duties = duties(context).flat_map(|row| row.each(|duty| &duty.notes));
    let matters = matters(context).flat_map(|row| row.each(|matter| &matter.notes));
    let services = services(context).flat_map(|row| row.each(|service| &service.notes));
    let regimes = regimes(context).flat_map(|row| row.each(|regime| &regime.notes));
    Box::new(lists.chain(duties).chain(matters).chain(services).chain(regimes).chain(items))
}
