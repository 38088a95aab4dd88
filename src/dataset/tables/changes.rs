//! The table of what became of the laws that lists cite, derived from their events and the dates of the lists.

use crate::dataset::address::Subject;
use crate::dataset::build::TableOf;
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::{list_id, parent, url};
use crate::dataset::table::Table;
use crate::link::changes;
use crate::model::{After, LawEvent, LawEventKind, LawId, ListId};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![change_table()]
}

fn change_table() -> Table {
    TableOf::new(
        "law_changes",
        ["清单之后的法律变动", "Laws changed since"],
        [
            "一份清单所引法律的一次变动：在清单之后或可能在其后的修改，以及任何时候的废止和替代",
            "One event of a law that a list cites: a change that came, or may have come, after the list, or whatever put the \
             law out of force",
        ],
        &["list_id", "law_id", "event"],
        events,
    )
    .column(list_id())
    .column(parent("law_id", ["法律", "Law"], ["法律的标识", "Id of the law"], "laws"))
    .integer(
        "event",
        ["变动次序", "Event"],
        ["该次变动在表 law_events 中的次序", "Position of the event in the table law_events"],
        |r| Some(r.position),
    )
    .required()
    .date("date", ["日期", "Date"], ["变动的日期", "Day of the event"], |r| Some(r.value.date))
    .required()
    .plain(
        "kind",
        ["种类", "Kind"],
        ["变动的种类，同表 law_events", "What happened, as in the table law_events"],
        |r| Some(r.value.kind.as_str()),
    )
    .required()
    .words(LawEventKind::ALL, LawEventKind::as_str)
    .plain(
        "after",
        ["在清单之后", "After the list"],
        [
            "yes：在清单日期之后；no：在其之前；unknown：单凭日期不能断定，或清单未载明日期",
            "yes: after the date of the list; no: before it; unknown: the dates do not say, or the list prints none",
        ],
        |r| Some(r.kind),
    )
    .required()
    .words(After::ALL, After::as_str)
    .integer(
        "citations",
        ["引用次数", "Citations"],
        ["该清单引用该法律的次数", "How often the list cites the law"],
        |r| {
            let own = r.context.graph.citations_of_list(r.list?).iter();
            Some(own.filter(|citation| *citation.basis.law == *r.parent).count() as u32)
        },
    )
    .required()
    .column(url())
    .done()
}

fn events(context: Context<'_>) -> Rows<'_, LawEvent> {
    let graph = context.graph;
    let row = move |list: ListId, law: LawId, index: usize, event, after: After| {
        let id = &graph.model[law].id;
        Row {
            parent: id.to_string(),
            list: Some(list),
            page: Some((Subject::LawChanges(list), id.to_string())),
            ..Row::top(context, event, "", index, None).kind(after.as_str())
        }
    };
    Box::new(context.lists().flat_map(move |list| {
        changes(graph, list).laws.into_iter().flat_map(move |change| {
            let law = change.law;
            change
                .events
                .into_iter()
                .map(move |happened| row(list, law, happened.index, happened.event, happened.after))
        })
    }))
}
