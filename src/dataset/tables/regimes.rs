//! Tables of the supervision regimes, their provisions and the tree of items below each.

use crate::dataset::build::TableOf;
use crate::dataset::records::{provisions, regimes};
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::{
    id, list_id, number, number_of_phone, office_id, parent, position, source, url, validity,
};
use crate::dataset::table::Table;
use crate::model::{Id, Phone, ProvisionItem, ProvisionKind};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![regime_table(), office_table(), phone_table(), provision_table(), item_table()]
}

fn regime_table() -> Table {
    TableOf::new(
        "regimes",
        ["监管制度", "Supervision regimes"],
        ["一项事中事后监管制度", "One regime of supervision"],
        &["id"],
        regimes,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .column(position())
    .column(number(|r| r.value.number.as_deref()))
    .text("title", ["标题", "Title"], ["制度标题", "Title of the regime"], |r| Some(&r.value.title))
    .required()
    .text("purpose", ["目的", "Purpose"], ["制度的目的", "Why the regime exists"], |r| r.value.purpose.as_ref())
    .columns(source())
    .columns(validity())
    .done()
}

fn office_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Id> =
        |context| Box::new(regimes(context).flat_map(|regime| regime.each(|regime| &regime.offices)));
    TableOf::new(
        "regime_offices",
        ["制度的责任科室", "Offices of regimes"],
        ["执行一项监管制度的一个科室", "One office that runs a regime"],
        &["regime_id", "office_id"],
        rows,
    )
    .column(parent("regime_id", ["制度", "Regime"], ["监管制度的标识", "Id of the regime"], "regimes"))
    .column(position())
    .column(office_id())
    .done()
}

fn phone_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Phone> =
        |context| Box::new(regimes(context).flat_map(|regime| regime.each(|regime| &regime.phones)));
    TableOf::new(
        "regime_phones",
        ["制度电话", "Phones of regimes"],
        ["一项监管制度所印的一个电话", "One phone printed for a regime"],
        &["regime_id", "position"],
        rows,
    )
    .column(parent("regime_id", ["制度", "Regime"], ["监管制度的标识", "Id of the regime"], "regimes"))
    .column(position())
    .columns(number_of_phone())
    .done()
}

fn provision_table() -> Table {
    TableOf::new(
        "provisions",
        ["制度条款", "Provisions"],
        ["监管制度的一个条款", "One provision of a regime"],
        &["id"],
        provisions,
    )
    .column(id())
.column(url())
.column(list_id())
.column(parent("regime_id", ["制度", "Regime"], ["所属监管制度的标识", "Id of the regime"], "regimes"))
.column(position())
.plain(
            "kind",
            ["种类", "Kind"],
            [
                "subjects：对象；content：内容；targets：指标；methods：方式；procedure：程序；measures：措施；handling：处理；other：其他",
                "What the provision is about: subjects, content, targets, methods, procedure, measures or handling of \
                 supervision, or something else",
            ],
            |r| Some(r.value.kind.as_str()),
        )
        .required()
        .words(ProvisionKind::ALL, ProvisionKind::as_str)
.column(number(|r| r.value.number.as_deref()))
.text("heading", ["标题", "Heading"], ["条款标题", "Heading of the provision"], |r| Some(&r.value.heading))
            .required()
.text(
            "text",
            ["正文", "Text"],
            ["分项之前或没有分项时的正文", "What stands before or instead of items"],
            |r| r.value.text.as_ref(),
        )

    .done()
}

fn item_table() -> Table {
    TableOf::new(
        "provision_items",
        ["条款分项", "Items of provisions"],
        ["条款中的一个分项，层层展开", "One item of a provision, at whatever depth"],
        &["id"],
        items,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .made("provision_id", ["条款", "Provision"], ["所属条款的标识", "Id of the provision"], |r| {
        Some(provision(&r.id).to_owned())
    })
    .refers("provisions")
    .required()
    .plain(
        "parent_id",
        ["上级分项", "Parent"],
        ["上级分项的标识；第一层为空", "Id of the item it stands in; empty at the first level"],
        |r| (r.parent != provision(&r.id)).then_some(&*r.parent),
    )
    .refers("provision_items")
    .integer("depth", ["层次", "Depth"], ["层次，第一层为1", "Level, 1 for the first"], |r| {
        Some(r.id[provision(&r.id).len()..].matches('/').count() as u32)
    })
    .required()
    .column(position())
    .column(number(|r| r.value.number.as_deref()))
    .text("text", ["正文", "Text"], ["分项正文", "The item"], |r| Some(&r.value.text))
    .required()
    .done()
}

/// The id of the provision in the id of an item: `list/regimes/regime/provisions/provision` of
/// `list/regimes/regime/provisions/provision/2/1`.
fn provision(item: &str) -> &str {
    item.match_indices('/').nth(4).map_or(item, |(end, _)| &item[..end])
}

fn items(context: Context<'_>) -> Rows<'_, ProvisionItem> {
    Box::new(provisions(context).flat_map(|provision| {
        let mut found = Vec::new();
        gather(&provision, &provision.value.items, &mut found);
        found
    }))
}

fn gather<'m, T>(above: &Row<'m, T>, items: &'m [ProvisionItem], found: &mut Vec<Row<'m, ProvisionItem>>) {
    for (index, item) in items.iter().enumerate() {
        let row = above.inside(item, index as u32 + 1);
        found.push(row.clone());
        gather(&row, &item.items, found);
    }
}
