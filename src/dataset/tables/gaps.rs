//! The table of what lists do not say, say otherwise than others, or base on what is out of force.

use crate::dataset::address::Subject;
use crate::dataset::build::TableOf;
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::{list_id, position, record, url};
use crate::dataset::table::Table;
use crate::link::{Gap, gaps};
use crate::model::{Collection, GapKind, Part};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![gap_table()]
}

fn gap_table() -> Table {
    TableOf::new(
        "gaps",
        ["缺漏与不一致", "Gaps and contradictions"],
        [
            "一份清单没有写明、与他处数字不同或所引已失效的一处。登记册里没有核实的，不算缺漏",
            "One place where a list says nothing, says another figure than others, or cites what is out of force. What the register \
             does not know is no gap",
        ],
        &["list_id", "position"],
        rows,
    )
    .column(list_id())
    .column(position())
    .columns(record(&["list", "item", "procedure", "account", "duty", "matter", "service", "regime", "mechanism"]))
    .plain(
        "kind",
        ["种类", "Kind"],
        [
            "no-office：未写明科室；no-phone：没有任何电话；agency-phone：只有本机关的电话；no-frequency：未写明检查频次；\
             figures-differ：同一对象的数字与其他清单不同；basis-ended：所引依据已废止或被替代；printed-empty：原件印明没有这一部分；\
             not-entered：原件有这一部分，尚未录入",
            "no-office: names no office; no-phone: no phone at all; agency-phone: only that of the agency; no-frequency: does not \
             say how often it inspects; figures-differ: another figure for the same subject than other lists; basis-ended: cites \
             what was repealed or replaced; printed-empty: the document prints the part as empty; not-entered: the document has \
             the part, and nobody has entered it yet",
        ],
        |r| Some(r.value.kind.as_str()),
    )
    .required()
    .words(GapKind::ALL, GapKind::as_str)
    .made("law_id", ["法律", "Law"], ["已失效依据的标识", "Id of the law that is out of force"], |r| {
        Some(r.context.graph.model[r.value.law?].id.to_string())
    })
    .refers("laws")
    .made(
        "topic_subject_id",
        ["可比对象", "Comparable subject"],
        ["数字不同的可比对象的标识", "Id of the comparable subject whose figures differ"],
        |r| {
            let graph = r.context.graph;
            let figure = graph.figures.of_list[r.list?].get(r.value.figure? as usize)?;
            Some(figure.same.0.uid(graph.model))
        },
    )
    .refers("topic_subjects")
    .plain(
        "collection",
        ["部分", "Part"],
        ["没有内容的部分，如 services：公共服务", "The part of the list that has nothing, such as services"],
        |r| Some(r.value.collection?.as_str()),
    )
    .words(Collection::ALL, Collection::as_str)
    .column(url())
    .done()
}

fn rows(context: Context<'_>) -> Rows<'_, Gap> {
    let graph = context.graph;
    Box::new(context.lists().flat_map(move |list| {
        gaps(graph, list).iter().enumerate().map(move |(at, gap)| {
            let anchor = match (gap.record.part, gap.collection) {
                (Part::List, Some(collection)) => format!("_{}", collection.as_str()),
                _ => gap.record.anchor(graph.model),
            };
            Row {
                parent: gap.record.uid(graph.model),
                list: Some(list),
                record: Some(gap.record),
                page: Some((Subject::Record(gap.record), anchor)),
                ..Row::top(context, gap, "", at, None).kind(gap.record.part.kind())
            }
        })
    }))
}
