//! The tables of matters that stand in the lists of several departments, and of what these lists do not agree on.

use crate::dataset::address::Subject;
use crate::dataset::build::TableOf;
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::{list_id, parent, position, record, url};
use crate::dataset::table::Table;
use crate::model::{
    BoundaryFault, BoundaryFinding, BoundaryKind, MatchedBy, MatterId, Model, Part, RecordRef, SamePair, Text,
};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![same_table(), finding_table()]
}

fn same_table() -> Table {
    TableOf::new(
        "same_matters",
        ["两份清单都有的边界事项", "Matters in two lists"],
        [
            "一份清单的一个边界事项，和同一地方另一部门清单里的同一事项。名称相近的，是本站的判断",
            "A boundary matter of one list, and the same matter in the list of another department of the place. Where names are \
             alike, it is a reading of this site",
        ],
        &["matter_id", "other_matter"],
        same,
    )
    .column(list_id())
    .column(parent("matter_id", ["事项", "Matter"], ["边界事项的标识", "Id of the matter"], "matters"))
    .made("other_list", ["对方清单", "Other list"], ["另一部门清单的标识", "Id of the other department's list"], |r| {
        let model = r.context.graph.model;
        Some(model[other(r)?.list].id.to_string())
    })
    .required()
    .made(
        "other_matter",
        ["对方事项", "Matter of the other list"],
        ["该清单中同一事项的标识", "Id of the same matter in that list"],
        |r| Some(other(r)?.uid(r.context.graph.model)),
    )
    .required()
    .plain(
        "matched_by",
        ["依据", "Matched by"],
        [
            "declared：清单写明（same_as）；name：名称相同；likeness：名称相近，且互相列出对方",
            "declared: one names the other (same_as); name: they have the same name; likeness: their names are alike, and each \
             names the other's department",
        ],
        |r| Some(r.value.by.as_str()),
    )
    .required()
    .words(MatchedBy::ALL, MatchedBy::as_str)
    .column(url())
    .done()
}

fn other(row: &Row<'_, SamePair>) -> Option<RecordRef> {
    let own = row.record?;
    Some(if row.value.ours == own { row.value.theirs } else { row.value.ours })
}

fn same(context: Context<'_>) -> Rows<'_, SamePair> {
    let graph = context.graph;
    Box::new(context.lists().flat_map(move |list| {
        MatterId::all(&graph.model[list]).flat_map(move |matter| {
            let record = RecordRef { list, part: Part::Matter(matter) };
            graph.both_sides.others(record).enumerate().map(move |(at, (_, pair))| Row {
                parent: record.uid(graph.model),
                list: Some(list),
                record: Some(record),
                page: Some((Subject::Record(record), "_sides".into())),
                ..Row::top(context, pair, "", at, None)
            })
        })
    }))
}

fn finding_table() -> Table {
    TableOf::new(
        "boundary_findings",
        ["边界两侧不一致之处", "Where lists do not agree"],
        [
            "两份清单对同一事项说法不一的一处，记在先说的清单之下。是否不一致，是本站的判断，以原件为准",
            "One place where two lists do not agree on a matter, under the list that comes first. It is a reading of this site; the \
             documents decide",
        ],
        &["list_id", "position"],
        findings,
    )
    .column(list_id())
    .column(position())
    .columns(record(&["matter", "item"]))
    .plain(
        "kind",
        ["种类", "Kind"],
        [
            "contradiction：矛盾；overlap：重叠；orphan：落空",
            "contradiction: both cannot be; overlap: both claim the same; orphan: nobody takes it, or the one that it is given to \
             does not have it",
        ],
        |r| Some(r.value.fault.kind().as_str()),
    )
    .required()
    .words(BoundaryKind::ALL, BoundaryKind::as_str)
    .plain(
        "fault",
        ["不一致之处", "What"],
        [
            "each-other-leads：互称对方牵头；leads-differ：牵头部门不同；participant-missing：一方没有列某部门；\
             duties-differ：同一部门的职责不同；not-taken-back：镇街称已收回，部门称由镇街行使；both-lead：都称自己牵头；\
             same-duty：都称由自己负责；both-have：镇街与部门都列为自己的事项；not-in-their-list：对方清单没有这一事项；\
             nobody：都写由对方负责",
            "each-other-leads: each says that the other leads; leads-differ: others lead; participant-missing: one does not name a \
             department; duties-differ: other duties of the same department; not-taken-back: taken back, says the township, and \
             exercised by townships, says the department; both-lead: both say that they lead; same-duty: both claim the same duty; \
             both-have: both have the item as their own; not-in-their-list: the other's list does not have the matter; nobody: \
             each gives it to the other",
        ],
        |r| Some(r.value.fault.as_str()),
    )
    .required()
    .words(BoundaryFault::ALL, BoundaryFault::as_str)
    .text("agency", ["机关", "Agency"], ["本清单的机关，照原文", "Whose list it is, as printed"], |r| {
        Some(&r.list()?.agency)
    })
    .required()
    .text(
        "department",
        ["所说部门", "Department"],
        ["本清单在这一事项里所说的部门，照原文", "The department that this list speaks of, as printed"],
        |r| Some(said(r.context.graph.model, r.value.our_part?)?.0),
    )
    .text(
        "says",
        ["本清单所说", "What this list says"],
        ["本清单写的该部门职责", "What this list says that the department does"],
        |r| said(r.context.graph.model, r.value.our_part?)?.1,
    )
    .text(
        "other_agency",
        ["对方机关", "Other agency"],
        ["对方清单的机关，照原文", "Whose list the other is, as printed"],
        |r| Some(&r.context.graph.model[r.value.other].agency),
    )
    .required()
    .made("other_list", ["对方清单", "Other list"], ["对方清单的标识", "Id of the other list"], |r| {
        Some(r.context.graph.model[r.value.other].id.to_string())
    })
    .required()
    .made(
        "other_record",
        ["对方事项", "Record of the other list"],
        ["对方清单中同一事项的标识；没有时为空", "Id of the same matter or item in the other list; empty where it has none"],
        |r| Some(r.value.theirs?.uid(r.context.graph.model)),
    )
    .text(
        "other_department",
        ["对方所说部门", "Department there"],
        ["对方清单在这一事项里所说的部门，照原文", "The department that the other list speaks of, as printed"],
        |r| Some(said(r.context.graph.model, r.value.their_part?)?.0),
    )
    .text(
        "other_says",
        ["对方清单所说", "What the other list says"],
        ["对方清单写的该部门职责", "What the other list says that the department does"],
        |r| said(r.context.graph.model, r.value.their_part?)?.1,
    )
    .column(url())
    .done()
}

/// A department beside a matter or an item as printed, and what it does there.
fn said(model: &Model, record: RecordRef) -> Option<(&Text, Option<&Text>)> {
    match record.part {
        Part::Participant(matter, at) => {
            let participant = &model[record.list][matter][at];
            Some((&participant.name, Some(&participant.responsibility)))
        }
        Part::Counterpart(item, at) => {
            let counterpart = &model[record.list][item][at];
            Some((&counterpart.name, counterpart.manner.as_ref().or(counterpart.responsibility.as_ref())))
        }
        _ => None,
    }
}

fn findings(context: Context<'_>) -> Rows<'_, BoundaryFinding> {
    let graph = context.graph;
    Box::new(context.lists().flat_map(move |list| {
        graph.both_sides.findings_in(list).iter().enumerate().map(move |(at, finding)| Row {
            parent: finding.ours.uid(graph.model),
            list: Some(list),
            record: Some(finding.ours),
            page: Some((Subject::Record(finding.ours), finding.ours.anchor(graph.model))),
            ..Row::top(context, finding, "", at, None).kind(finding.ours.part.kind())
        })
    }))
}
