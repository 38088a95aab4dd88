//! The tables of the editions of lists, and of what changed from one to the next.

use crate::dataset::address::Subject;
use crate::dataset::build::TableOf;
use crate::dataset::column::each;
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::{list_id, position, url};
use crate::dataset::table::Table;
use crate::link::{Happening, RecordChange, edition_anchor};
use crate::model::{EditionId, Lang, List, ListId, NEWEST, Position};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![edition_table(), change_table()]
}

const EDITION: [&str; 2] = [
    "版次的名称，即其网址中的名称；现行版为current",
    "Name of the edition, as in its address; `current` for the newest",
];

fn edition_table() -> Table {
    TableOf::new(
        "editions",
        ["各版清单", "Editions"],
        ["有旧版的清单的一版", "One edition of a list that has older ones"],
        &["list_id", "edition"],
        editions,
    )
    .column(list_id())
    .plain("edition", ["版次", "Edition"], EDITION, |r| Some(&r.id))
    .required()
    .column(position())
    .text("title", ["标题", "Title"], ["该版的标题", "Title of the edition"], |r| Some(&r.value.title))
    .required()
    .plain("printed", ["所印版次", "Edition as printed"], ["原文所印版次", "Edition as printed"], |r| {
        r.value.edition.as_deref()
    })
    .date("compiled", ["填报日期", "Compiled"], ["表格填报的日期", "Day the form was filled in"], |r| r.value.compiled)
    .date("published", ["公布日期", "Published"], ["公布的日期", "Day of publication"], |r| r.value.published)
    .date("valid_from", ["生效日期", "Valid from"], ["所载明的开始适用的日期", "Day from which it holds, as it says"], |r| {
        r.value.valid_from
    })
    .date(
        "valid_until",
        ["失效日期", "Valid until"],
        ["所载明的不再适用的日期", "Day from which it no longer holds, as it says"],
        |r| r.value.valid_until,
    )
    .date(
        "valid_to",
        ["被代替日期", "Valid to"],
        [
            "下一版开始适用的日期：依次取其生效、公布、填报日期；现行版为空",
            "Day on which the next edition begins: from which it holds, else of publication, else of compiling; empty for the \
             newest",
        ],
        |r| r.context.graph.replaced_on(older(r)?),
    )
    .integer(
        "records",
        ["记录数", "Records"],
        ["该版有自己网页的记录数：职责、事项、边界、服务、制度", "Its duties, items, boundary matters, services and regimes"],
        |r| Some(r.value.records_with_pages() as u32),
    )
    .required()
    .column(url())
    .done()
}

/// The older edition that a row is; nothing for the newest.
fn older(row: &Row<'_, List>) -> Option<EditionId> {
    let editions = row.context.graph.model.editions.of(row.list?);
    let at = editions.start + row.position as usize - 1;
    (at < editions.end).then(|| EditionId::new(at))
}

fn editions(context: Context<'_>) -> Rows<'_, List> {
    let model = context.graph.model;
    Box::new(context.lists().flat_map(move |id| {
        let editions = model.editions.of(id);
        let count = editions.len();
        let row = move |list, name: &str, at: usize, page: Subject| Row {
            list: Some(id),
            ..Row::top(context, list, name, at, Some(page)).kind("list")
        };
        let before = editions.enumerate().filter_map(move |(at, edition)| {
            let edition = EditionId::new(edition);
            Some(row(model.editions.list(edition)?, model.editions.id(edition), at, Subject::Edition(id, edition)))
        });
        let newest = (count > 0).then(|| row(&model[id], NEWEST, count, Subject::List(id)));
        before.chain(newest)
    }))
}

fn change_table() -> Table {
    TableOf::new(
        "changes",
        ["清单变动", "Changes of lists"],
        [
            "一条记录从一版到下一版的一处变动；整条新增、取消的记录只占一行",
            "One thing that is another in the next edition of a list; a record that was added or removed as a whole has one row",
        ],
        &["list_id", "from_edition", "record_id", "position"],
        changes,
    )
    .column(list_id())
    .plain("from_edition", ["前一版", "From"], EDITION, |r| Some(&r.id))
    .required()
    .made("to_edition", ["后一版", "To"], EDITION, |r| {
        let editions = &r.context.graph.model.editions;
        Some(editions.next(earlier(r)?).map_or_else(|| NEWEST.to_owned(), |next| editions.id(next).to_string()))
    })
    .required()
    .date(
        "date",
        ["日期", "Date"],
        ["后一版开始适用的日期", "Day on which the later edition begins"],
        |r| r.context.graph.replaced_on(earlier(r)?),
    )
    .plain("record_id", ["记录", "Record"], ["记录的标识；清单本身为清单的标识", "Id of the record; of the list for the list itself"], |r| {
        Some(&r.value.record)
    })
    .required()
    .plain("record_kind", ["记录种类", "Kind of record"], ["记录是什么，如duty", "What the record is, such as duty"], |r| {
        Some(r.value.kind)
    })
    .required()
    .column(position())
    .plain(
        "kind",
        ["变动", "Change"],
        [
            "added：新增；removed：取消；changed：修改；moved：移动；renamed：改标识；split：拆分；merged：合并",
            "What happened to the record",
        ],
        |r| Some(r.value.what.as_str()),
    )
    .required()
    .words(Happening::ALL, Happening::as_str)
    .column(each("name", ["名称", "Name"], ["记录的名称", "What the record is called"], |r: &Row<'_, RecordChange>, lang| {
        form(r, lang, &r.value.name.data).into()
    }))
    .plain(
        "field",
        ["字段", "Field"],
        ["记录所在表的列，或从属于记录的表；整条变动的为空", "The column of the table of the record, or the table of what stands in it; empty where the record as a whole changed"],
        |r| r.value.fields.get(r.position as usize - 1).map(|field| field.field),
    )
    .column(each("old", ["原内容", "Before"], ["前一版的内容；几行的分行", "What the earlier edition says; several rows in lines"], |r: &Row<'_, RecordChange>, lang| {
        r.value.fields.get(r.position as usize - 1).and_then(|field| form(r, lang, &field.old.data)).into()
    }))
    .column(each("new", ["新内容", "After"], ["后一版的内容；几行的分行", "What the later edition says; several rows in lines"], |r: &Row<'_, RecordChange>, lang| {
        r.value.fields.get(r.position as usize - 1).and_then(|field| form(r, lang, &field.new.data)).into()
    }))
    .made(
        "successors",
        ["承接记录", "Successors"],
        ["代替它的记录的标识，以空格分隔", "Ids of the records that took its place, with spaces between"],
        |r| (!r.value.successors.is_empty()).then(|| r.value.successors.join(" ")),
    )
    .column(url())
    .done()
}

/// The form of a value in a language.
fn form<'m>(row: &Row<'m, RecordChange>, lang: Lang, data: &'m [String]) -> Option<&'m str> {
    let at = row.context.graph.model.languages().iter().position(|own| *own == lang)?;
    data.get(at).map(String::as_str).filter(|text| !text.is_empty())
}

/// The edition after which something changed.
fn earlier(row: &Row<'_, RecordChange>) -> Option<EditionId> {
    let editions = &row.context.graph.model.editions;
    editions.of(row.list?).map(EditionId::new).find(|edition| **editions.id(*edition) == *row.id)
}

fn changes(context: Context<'_>) -> Rows<'_, RecordChange> {
    Box::new(context.lists().flat_map(move |list| {
        let editions = context.graph.model.editions.of(list).map(EditionId::new);
        editions.flat_map(move |edition| of_edition(context, list, edition))
    }))
}

/// What changed from an edition of a list to the next.
fn of_edition(context: Context<'_>, list: ListId, edition: EditionId) -> impl Iterator<Item = Row<'_, RecordChange>> {
    let graph = context.graph;
    let id = graph.model.editions.id(edition);
    let step = graph.history.steps.values().get(edition.get());
    let changes = step.into_iter().flat_map(|step| step.changes.iter().enumerate().map(move |of| (step, of)));
    changes.flat_map(move |(step, (at, change))| {
        let page = Subject::EditionChanges(list, edition, step.page_of_change(at));
        (0..change.fields.len().max(1)).map(move |field| Row {
            parent: change.record.clone(),
            list: Some(list),
            page: Some((page, edition_anchor(&change.record))),
            ..Row::top(context, change, id, field, None).kind(change.kind)
        })
    })
}
