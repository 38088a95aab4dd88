//! What lists say is right in them although a rule asks.

use crate::dataset::build::TableOf;
use crate::dataset::records::lists;
use crate::dataset::row::{Context, Rows};
use crate::dataset::shared::{list_id, position};
use crate::dataset::table::Table;
use crate::model::Waiver;

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![waiver_table()]
}

fn waiver_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Waiver> =
        |context| Box::new(lists(context).flat_map(|list| list.each(|list| &list.waivers)));
    TableOf::new(
        "waivers",
        ["豁免", "Waivers"],
        [
            "检查规则发现、清单说明不必改的地方",
            "What a rule of the check finds in a list and what the list says is right as it is",
        ],
        &["list_id", "position"],
        rows,
    )
    .column(list_id())
    .column(position())
    .plain("rule", ["规则", "Rule"], ["检查规则的代码", "Code of the rule"], |r| Some(&r.value.rule))
    .required()
    .plain(
        "record",
        ["记录", "Record"],
        [
            "豁免的记录在清单内的标识；空着的是整份清单",
            "Id in the list of the record that it is waived for; empty for the list as a whole",
        ],
        |r| r.value.record.as_deref(),
    )
    .text("reason", ["理由", "Reason"], ["为什么不用改", "Why it is right as it is"], |r| Some(&r.value.reason))
    .required()
    .integer(
        "findings",
        ["处数", "Findings"],
        ["不再报告的有几处", "How many findings are not reported because of it"],
        |r| Some(r.value.findings),
    )
    .required()
    .done()
}
