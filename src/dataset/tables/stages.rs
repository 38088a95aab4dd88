//! Tables of duties by stage and of accountability: of single items, and said once for many.

use crate::dataset::build::TableOf;
use crate::dataset::column::ColumnOf;
use crate::dataset::records::{accounts, list_by_list, procedure_stages, procedures, stages};
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::{id, list_id, number, parent, position, record, source, url};
use crate::dataset::table::Table;
use crate::model::{Account, ProvisionItem, Stage, StageKind, Text};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![
        stage_table(),
        procedure_table(),
        procedure_stage_table(),
        stage_item_table(),
        account_table(),
        circumstance_table(),
    ]
}

fn stage_table() -> Table {
    TableOf::new(
        "item_stages",
        ["责任事项", "Stages of items"],
        ["一个事项在一个环节的责任", "What is to be done for an item in one stage"],
        &["id"],
        stages,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .column(parent("item_id", ["事项", "Item"], ["事项的标识", "Id of the item"], "items"))
    .column(position())
    .columns(stage())
    .done()
}

fn procedure_table() -> Table {
    TableOf::new(
        "procedures",
        ["共用程序", "Procedures"],
        ["对许多事项适用的一组责任环节", "Stages that hold for many items"],
        &["id"],
        procedures,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .column(position())
    .text("name", ["名称", "Name"], ["名称，照原文", "What the paper calls it"], |r| r.value.name.as_ref())
    .columns(source())
    .done()
}

fn procedure_stage_table() -> Table {
    TableOf::new(
        "procedure_stages",
        ["共用程序的环节", "Stages of procedures"],
        ["共用程序的一个环节", "One stage of a procedure"],
        &["id"],
        procedure_stages,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .column(parent("procedure_id", ["程序", "Procedure"], ["程序的标识", "Id of the procedure"], "procedures"))
    .column(position())
    .columns(stage())
    .done()
}

fn stage() -> [ColumnOf<Stage>; 4] {
    use crate::dataset::column::{plain, text};
    let words = [
        "acceptance：受理；examination：审查；decision：决定；delivery：送达；follow-up：事后监管；case-filing：立案；investigation：调查；notification：告知；execution：执行；other：其他",
        "The stage; empty where the paper names none",
    ];
    [
        plain::<Stage>("stage", ["环节", "Stage"], words, |row| row.value.stage.map(StageKind::as_str))
            .words(StageKind::ALL, StageKind::as_str),
        plain::<Stage>(
            "as_printed",
            ["所印环节", "Stage as printed"],
            ["环节，照原文", "The stage as printed"],
            |row| row.value.as_printed.as_deref(),
        ),
        number::<Stage>(|row| row.value.number.as_deref()),
        text::<Stage>("text", ["内容", "Text"], ["责任内容", "What is to be done"], |row| {
            row.value.text.as_ref()
        }),
    ]
}

fn stage_item_table() -> Table {
    TableOf::new(
        "stage_items",
        ["环节分项", "Items of stages"],
        ["一个环节的一个分项，层层展开", "One item of a stage, at whatever depth"],
        &["id"],
        items,
    )
    .column(id())
    .column(list_id())
    .columns(record(&["stage", "procedure-stage"]))
    .column(position())
    .column(number(|r| r.value.number.as_deref()))
    .text("text", ["正文", "Text"], ["分项正文", "The item"], |r| Some(&r.value.text))
    .required()
    .done()
}

fn items(context: Context<'_>) -> Rows<'_, ProvisionItem> {
    list_by_list(context, items_of)
}

fn items_of(context: Context<'_>) -> Rows<'_, ProvisionItem> {
    Box::new(stages(context).chain(procedure_stages(context)).flat_map(|stage| {
        let mut found = Vec::new();
        let within = stage.id.clone();
        gather(&stage, &within, &stage.value.items, &mut found);
        found
    }))
}

fn gather<'m, T>(above: &Row<'m, T>, stage: &str, items: &'m [ProvisionItem], found: &mut Vec<Row<'m, ProvisionItem>>) {
    for (index, item) in items.iter().enumerate() {
        let row = above.inside(item, index as u32 + 1);
        found.push(Row { parent: stage.to_owned(), ..row.clone() });
        gather(&row, stage, &item.items, found);
    }
}

fn account_table() -> Table {
    TableOf::new(
        "accounts",
        ["事项追责", "Accounts"],
        [
            "一组追责情形：对许多事项共用，或属于一个事项",
            "Circumstances of accountability: said once for many items, or of one item",
        ],
        &["id"],
        accounts,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .made(
        "item_id",
        ["事项", "Item"],
        ["所属事项的标识；共用的为空", "Id of the item; empty for what many share"],
        |r| (r.kind == "item-accountability").then(|| r.parent.clone()),
    )
    .refers("items")
    .column(position())
    .text("name", ["名称", "Name"], ["名称，照原文", "What the paper calls it"], |r| r.value.name.as_ref())
    .text("lead_in", ["引语", "Lead-in"], ["情形之前的一句", "The sentence before the circumstances"], |r| {
        r.value.lead_in.as_ref()
    })
    .text("consequence", ["处理", "Consequence"], ["如何处理", "What follows"], |r| r.value.consequence.as_ref())
    .text(
        "basis_as_printed",
        ["追责依据", "Basis as printed"],
        ["追责依据一栏的文字", "The column of its legal basis as running text"],
        |r| r.value.basis_as_printed.as_ref(),
    )
    .columns(source())
    .done()
}

fn circumstance_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Text> = |context| {
        Box::new(accounts(context).flat_map(|account| account.each(|account: &Account| &account.circumstances)))
    };
    TableOf::new(
        "account_circumstances",
        ["追责情形各项", "Circumstances of accounts"],
        ["一组追责情形中的一项", "One circumstance of an account"],
        &["account_id", "position"],
        rows,
    )
    .column(parent("account_id", ["追责情形", "Account"], ["追责情形的标识", "Id of the account"], "accounts"))
    .column(position())
    .text("text", ["情形", "Circumstance"], ["因何被追责", "For what staff answer"], |r| Some(r.value))
    .required()
    .done()
}
