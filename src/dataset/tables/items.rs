//! Tables of the items of lists, with the sections that they stand in.

use crate::dataset::build::TableOf;
use crate::dataset::records::{items, lists};
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::{
    id, list_id, note, number, number_of_phone, office_id, parent, position, source, url, validity,
};
use crate::dataset::table::Table;
use crate::model::{
    ChangeKind, ExerciseLevel, Id, Item, ItemRole, Phone, PowerType, Section, TimeLimit, TimeUnit, matter_by_id,
};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![
        section_table(),
        item_table(),
        code_table(),
        level_table(),
        office_table(),
        phone_table(),
        account_table(),
        matter_table(),
    ]
}

fn section_table() -> Table {
    TableOf::new(
        "sections",
        ["事项标题", "Sections"],
        ["事项之上所印的一个标题", "One printed heading over items"],
        &["id"],
        sections,
    )
    .column(id())
    .column(list_id())
    .column(position())
    .column(number(|r| r.value.number.as_deref()))
    .text("title", ["标题", "Title"], ["标题", "The heading"], |r| Some(&r.value.title))
    .required()
    .made(
        "part_of",
        ["上级标题", "Part of"],
        ["上级标题的标识", "Id of the section that it stands in"],
        |r| Some(r.of_list("sections", r.value.part_of.as_deref()?)),
    )
    .refers("sections")
    .integer(
        "printed_count",
        ["所印项数", "Printed count"],
        ["原文所印的事项数", "How many items the paper says that it has"],
        |r| r.value.count,
    )
    .plain("role", ["清单部分", "Part of the list"], ROLE, |r| r.value.role.map(ItemRole::as_str))
    .words(ItemRole::ALL, ItemRole::as_str)
    .column(note(|r| r.value.note.as_ref()))
    .done()
}

const ROLE: [&str; 2] = [
    "乡镇清单的部分：basic：基本履职事项；cooperation：配合履职事项；taken-back：上级部门收回事项",
    "Part of a township's list: basic items, items in cooperation, items taken back",
];

fn item_table() -> Table {
    TableOf::new("items", ["事项", "Items"], ["清单的一个事项", "One item of a list"], &["id"], items)
        .column(id())
        .column(url())
        .column(list_id())
        .column(position())
        .column(number(|r| r.value.number.as_deref()))
        .plain(
            "code",
            ["编码", "Code"],
            ["事项编码，照原文，按文本保存", "Official code exactly as printed, kept as text"],
            |r| r.value.code.as_deref(),
        )
        .text("name", ["名称", "Name"], ["事项名称，照原文", "Name of the item, as printed"], |r| {
            Some(&r.value.name)
        })
        .required()
        .made(
            "part_of",
            ["主项", "Part of"],
            ["子项所属主项的标识", "Of a sub-item, id of the item that it is part of"],
            |r| Some(r.of_list("items", r.value.part_of.as_deref()?)),
        )
        .refers("items")
        .made("section_id", ["标题", "Section"], ["所在标题的标识", "Id of the section"], |r| {
            Some(r.of_list("sections", r.value.section.as_deref()?))
        })
        .refers("sections")
        .plain("role", ["清单部分", "Part of the list"], ROLE, |r| r.value.role.map(ItemRole::as_str))
        .words(ItemRole::ALL, ItemRole::as_str)
        .plain(
            "type",
            ["权力类型", "Type of power"],
            [
                "licence：行政许可；penalty：行政处罚；compulsion：行政强制；levy：行政征收；payment：行政给付；inspection：行政检查；confirmation：行政确认；reward：行政奖励；adjudication：行政裁决；other：其他行政权力",
                "Type of power, one of ten; empty where the paper prints none",
            ],
            |r| r.value.power_type.map(PowerType::as_str),
        )
        .words(PowerType::ALL, PowerType::as_str)
        .plain(
            "type_as_printed",
            ["所印类型", "Type as printed"],
            ["原文对类型的写法，与类型名称不同时才有", "The word printed for the type, where it is another"],
            |r| r.value.type_as_printed.as_deref(),
        )
        .text("statement", ["内容", "Statement"], ["名称之外的内容", "What it says beside its name"], |r| {
            r.value.statement.as_ref()
        })
        .made(
            "body_id",
            ["实施主体", "Body"],
            ["实施主体的标识，公布机关自己的事项为空", "Id of the body that has the item, where it is not the agency"],
            |r| Some(r.of_list("bodies", r.value.body.as_deref()?)),
        )
        .refers("bodies")
        .plain(
            "level_as_printed",
            ["所印行使层级", "Level as printed"],
            ["原文对行使层级的写法", "The words printed for the level at which it is exercised"],
            |r| r.value.level_as_printed.as_deref(),
        )
        .text("recipients", ["实施对象", "Recipients"], ["实施对象", "To whom it applies"], |r| {
            r.value.recipients.as_ref()
        })
        .columns(limit(
            ["statutory_limit", "statutory_limit_value", "statutory_limit_unit", "statutory_limit_working_days"],
            ["法定时限", "Statutory time limit"],
            |item| item.time_limits.as_ref()?.statutory.as_ref(),
        ))
        .columns(limit(
            ["promised_limit", "promised_limit_value", "promised_limit_unit", "promised_limit_working_days"],
            ["承诺时限", "Promised time limit"],
            |item| item.time_limits.as_ref()?.promised.as_ref(),
        ))
        .text("fee", ["收费", "Fee"], ["收费，照原文", "What it costs, as printed"], |r| r.value.fee.as_ref())
        .text("place", ["地点", "Place"], ["办理地点，照原文", "Where it is handled, as printed"], |r| {
            r.value.place.as_ref()
        })
        .text(
            "basis_as_printed",
            ["实施依据", "Basis as printed"],
            ["实施依据一栏的文字", "The column of the legal basis as running text"],
            |r| r.value.basis_as_printed.as_ref(),
        )
        .made("procedure_id", ["程序", "Procedure"], ["所适用程序的标识", "Id of the procedure that holds for it"], |r| {
            Some(r.of_list("procedures", r.value.procedure.as_deref()?))
        })
        .refers("procedures")
        .text(
            "duties_basis_as_printed",
            ["责任事项依据", "Basis of duties as printed"],
            ["责任事项依据一栏的文字", "The column of the basis of its duties as running text"],
            |r| r.value.duties_basis_as_printed.as_ref(),
        )
        .text("answerable", ["追责对象", "Answerable"], ["追责对象范围", "Who can be held to account"], |r| {
            r.value.answerable.as_ref()
        })
        .plain(
            "change",
            ["变动", "Change"],
            [
                "new：新增；kept：保留；adjusted：调整；cancelled：取消；taken-over：划转、承接",
                "What became of it since the list before",
            ],
            |r| r.value.change.as_ref().map(|change| change.kind.as_str()),
        )
        .words(ChangeKind::ALL, ChangeKind::as_str)
        .plain(
            "change_as_printed",
            ["所印变动", "Change as printed"],
            ["原文对变动的写法", "The word printed for the change"],
            |r| r.value.change.as_ref()?.as_printed.as_deref(),
        )
        .text("predecessor", ["原事项", "Predecessor"], ["变动之前的事项，照原文", "What it was before, as printed"], |r| {
            r.value.change.as_ref()?.predecessor.as_ref()
        })
        .plain(
            "predecessor_id",
            ["原事项标识", "Id of the predecessor"],
            ["变动之前的事项的标识", "Id of the item that it was before"],
            |r| r.value.change.as_ref()?.predecessor_id.as_deref(),
        )
        .text("taken_over_by", ["承接机关", "Taken over by"], ["承接机关，照原文", "The body that took it over, as printed"], |r| {
            r.value.change.as_ref()?.taken_over_by.as_ref()
        })
        .text("change_note", ["变动说明", "Note on the change"], ["变动说明；可含行内 Markdown", "A remark on the change; may hold inline Markdown"], |r| {
            r.value.change.as_ref()?.note.as_ref()
        })
        .text("township_part", ["镇街配合职责", "The township's part"], ["镇街配合职责", "What the township does in it"], |r| {
            r.value.township_part.as_ref()
        })
        .columns(source())
        .columns(validity())
        .done()
}

/// A time limit: its words, and its figure with the unit.
fn limit(
    names: [&'static str; 4],
    title: [&'static str; 2],
    get: fn(&Item) -> Option<&TimeLimit>,
) -> [crate::dataset::column::ColumnOf<Item>; 4] {
    use crate::dataset::cell::CellKind;
    use crate::dataset::column::{ColumnOf, plain, text};
    let value = ["时限的数值", "Figure of the time limit"];
    let unit = ["时限的单位", "Unit of the time limit"];
    let working = ["是否按工作日计", "Whether days are working days"];
    let limit = move |row: &Row<'_, Item>| get(row.value).and_then(|limit| limit.limit);
    [
        text(names[0], title, ["时限，照原文", "The time limit as printed"], move |row| {
            Some(&get(row.value)?.text)
        }),
        ColumnOf::new(
            names[1],
            title,
            value,
            CellKind::Integer,
            Box::new(move |row, _| limit(row).map(|limit| limit.value).into()),
        ),
        plain(names[2], title, unit, move |row| limit(row).map(|limit| limit.unit.as_str()))
            .words(TimeUnit::ALL, TimeUnit::as_str),
        ColumnOf::new(
            names[3],
            title,
            working,
            CellKind::Boolean,
            Box::new(move |row, _| limit(row).map(|limit| limit.working_days).into()),
        ),
    ]
}

fn code_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, String> =
        |context| Box::new(items(context).flat_map(|item| item.each(|item| item.code.as_slice())));
    TableOf::new(
        "item_codes",
        ["事项编码", "Codes of items"],
        ["一个编码在一份清单里所指的一个事项", "One item that a code stands for in a list"],
        &["code", "item_id"],
        rows,
    )
    .plain("code", ["编码", "Code"], ["编码，照原文", "The code as printed"], |r| Some(r.value))
    .required()
    .column(parent("item_id", ["事项", "Item"], ["事项的标识", "Id of the item"], "items"))
    .column(list_id())
    .done()
}

fn level_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, ExerciseLevel> =
        |context| Box::new(items(context).flat_map(|item| item.each(|item| &item.levels)));
    TableOf::new(
        "item_levels",
        ["行使层级", "Levels of items"],
        ["行使一个事项的一个层级", "One level of government that exercises an item"],
        &["item_id", "level"],
        rows,
    )
    .column(parent("item_id", ["事项", "Item"], ["事项的标识", "Id of the item"], "items"))
    .column(position())
    .plain(
        "level",
        ["层级", "Level"],
        [
            "state：国家；province：省；prefecture：市；county：县；township：乡镇街道",
            "State, province, prefecture, county or township",
        ],
        |r| Some(r.value.as_str()),
    )
    .required()
    .words(ExerciseLevel::ALL, ExerciseLevel::as_str)
    .done()
}

fn office_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Id> =
        |context| Box::new(items(context).flat_map(|item| item.each(|item| &item.offices)));
    TableOf::new(
        "item_offices",
        ["事项的承办机构", "Offices of items"],
        ["一个事项的一个承办机构", "One office that handles an item"],
        &["item_id", "office_id"],
        rows,
    )
    .column(parent("item_id", ["事项", "Item"], ["事项的标识", "Id of the item"], "items"))
    .column(position())
    .column(office_id())
    .done()
}

fn phone_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Phone> =
        |context| Box::new(items(context).flat_map(|item| item.each(|item| &item.phones)));
    TableOf::new(
        "item_phones",
        ["事项电话", "Phones of items"],
        ["一个事项所印的一个电话", "One phone printed for an item"],
        &["item_id", "position"],
        rows,
    )
    .column(parent("item_id", ["事项", "Item"], ["事项的标识", "Id of the item"], "items"))
    .column(position())
    .columns(number_of_phone())
    .done()
}

fn account_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Id> =
        |context| Box::new(items(context).flat_map(|item| item.each(|item| &item.accounts)));
    TableOf::new(
        "item_accounts",
        ["事项适用的追责情形", "Accounts of items"],
        ["对一个事项适用的一组共用追责情形", "One shared account that holds for an item"],
        &["item_id", "account_id"],
        rows,
    )
    .column(parent("item_id", ["事项", "Item"], ["事项的标识", "Id of the item"], "items"))
    .column(position())
    .made("account_id", ["追责情形", "Account"], ["追责情形的标识", "Id of the account"], |r| {
        Some(r.of_list("accounts", r.value))
    })
    .refers("accounts")
    .required()
    .done()
}

fn matter_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, String> =
        |context| Box::new(items(context).flat_map(|item| item.each(|item| &item.boundaries)));
    TableOf::new(
        "item_matters",
        ["事项的职责边界", "Boundary matters of items"],
        ["一个事项涉及的一个职责边界事项", "One boundary matter that an item touches"],
        &["item_id", "matter_id"],
        rows,
    )
    .column(parent("item_id", ["事项", "Item"], ["事项的标识", "Id of the item"], "items"))
    .column(position())
    .made("matter_id", ["职责边界事项", "Matter"], ["职责边界事项的标识", "Id of the matter"], |r| {
        let model = r.context.graph.model;
        Some(matter_by_id(model, r.list?, r.value)?.uid(model))
    })
    .required()
    .done()
}

fn sections(context: Context<'_>) -> Rows<'_, Section> {
    Box::new(lists(context).flat_map(|list| {
        list.each(|list| &list.sections).map(|section| {
            let id = &section.value.id;
            section.named("sections", id)
        })
    }))
}
