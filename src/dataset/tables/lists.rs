//! Tables of the lists, their sources and their offices.

use crate::dataset::address::Subject;
use crate::dataset::build::TableOf;
use crate::dataset::records::{known_lists, lists};
use crate::dataset::row::{Context, Rows};
use crate::dataset::shared::{id, list_id, note, parent, phone, position, url, valid_to};
use crate::dataset::table::Table;
use crate::model::{
    Collection, Coverage, DocumentPart, EmptyPart, ListKind, ListStatus, Office, OfficeKind, SourceDocument, Text,
};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![
        list_table(),
        list_phone_table(),
        source_table(),
        part_table(),
        office_table(),
        office_phone_table(),
        office_alias_table(),
        empty_table(),
        unentered_table(),
        absent_table(),
        issuer_table(),
    ]
}

fn list_table() -> Table {
    TableOf::new(
        "lists",
        ["清单", "Lists"],
        ["一个机关公布的一份清单", "One list of one agency"],
        &["id"],
        known_lists,
    )
    .register()
    .column(id())
    .column(url())
    .plain("region_id", ["行政区划", "Region"], ["所属区划的标识", "Id of the region"], |r| {
        Some(&r.value.region)
    })
    .required()
    .refers("regions")
    .text("agency", ["机关", "Agency"], ["公布清单的机关名称", "Name of the publishing agency"], |r| {
        Some(&r.value.agency)
    })
    .required()
    .text("title", ["标题", "Title"], ["清单标题", "Title of the list"], |r| Some(&r.value.title))
    .required()
    .plain("edition", ["版次", "Edition"], ["原文所印版次", "Edition as printed"], |r| {
        r.value.edition.as_deref()
    })
    .date("compiled", ["填报日期", "Compiled"], ["表格填报的日期", "Day the form was filled in"], |r| {
        r.value.compiled
    })
    .date("published", ["公布日期", "Published"], ["公布的日期", "Day of publication"], |r| r.value.published)
    .date(
        "valid_from",
        ["生效日期", "Valid from"],
        ["开始适用的日期", "Day from which the list holds"],
        |r| r.value.valid_from,
    )
    .plain(
        "supersedes_id",
        ["取代", "Supersedes"],
        ["被本清单取代的清单的标识", "Id of the list that this one replaces"],
        |r| r.value.supersedes.as_deref(),
    )
    .refers("lists")
    .plain(
        "kind",
        ["清单种类", "Kind of list"],
        [
            "responsibilities：责任清单；powers-and-responsibilities：权责清单；township：乡镇履职事项清单；boundaries：职责边界清单；services：公共服务清单；regimes：监管制度；main-responsibilities：主体责任；other：其他",
            "What kind of list it is",
        ],
        |r| Some(r.value.kind.as_str()),
    )
    .required()
    .words(ListKind::ALL, ListKind::as_str)
    .plain(
        "department_id",
        ["部门类别", "Kind of department"],
        ["公布机关所属部门类别的标识", "Id of the kind of department that publishes it"],
        |r| r.value.department.as_deref(),
    )
    .refers("departments")
    .plain(
        "covers",
        ["范围", "Covers"],
        [
            "department：一个部门；government：一级政府或几个机关",
            "department: one department; government: a government, or several bodies of one place",
        ],
        |r| Some(r.value.covers.as_str()),
    )
    .required()
    .words(Coverage::ALL, Coverage::as_str)
    .plain(
        "status",
        ["状态", "Status"],
        [
            "in-force：有效；superseded：已被取代；withdrawn：已停止使用；未知时为空",
            "in-force, superseded or withdrawn; empty where it is not known",
        ],
        |r| r.value.status.map(ListStatus::as_str),
    )
    .words(ListStatus::ALL, ListStatus::as_str)
    .boolean("trial", ["试行", "Trial"], ["是否试行", "Whether it was published for trial"], |r| Some(r.value.trial))
    .required()
    .date(
        "valid_until",
        ["有效期至", "Valid until"],
        ["不再适用的日期", "Day from which the list no longer holds"],
        |r| r.value.valid_until,
    )
    .plain(
        "document_number",
        ["文号", "Document number"],
        ["公布文件的文号，照原文", "Number of the document that published it, as printed"],
        |r| r.value.document_number.as_deref(),
    )
    .plain(
        "index_number",
        ["索引号", "Index number"],
        ["政府信息公开索引号，照原文", "Index number of open government information, as printed"],
        |r| r.value.index_number.as_deref(),
    )
    .text(
        "adopted_by",
        ["通过", "Adopted by"],
        ["通过清单的会议或机关，照原文", "The meeting or body that adopted it, as printed"],
        |r| r.value.adopted_by.as_ref(),
    )
    .column(valid_to([
        "不再适用的日期：所载明的有效期，或代替它的清单开始适用的日期；未载明的为空",
        "Day from which the list no longer holds: as it says, else that from which a list that takes its place holds; empty where \
         neither is said",
    ]))
    .done()
}

fn issuer_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Text> =
        |context| Box::new(lists(context).flat_map(|list| list.each(|list| &list.issuers)));
    TableOf::new(
        "list_issuers",
        ["联合印发机关", "Joint issuers"],
        ["与公布机关联合印发清单的一个机关", "One body that issued a list together with the agency"],
        &["list_id", "position"],
        rows,
    )
    .column(list_id())
    .column(position())
    .text("name", ["名称", "Name"], ["名称，照原文", "Name as printed"], |r| Some(r.value))
    .required()
    .done()
}

fn unentered_table() -> Table {
    parts_table(
        "parts_not_entered",
        ["尚未录入的部分", "Parts not entered"],
        ["原文有而尚未录入的一个部分", "One part of a list that the document has and nobody has entered yet"],
        |context| Box::new(lists(context).flat_map(|list| list.each(|list| &list.not_entered))),
    )
}

fn absent_table() -> Table {
    parts_table(
        "parts_absent",
        ["原件没有的部分", "Parts that documents lack"],
        ["原件没有的一个部分", "One part that the document of a list does not have"],
        |context| Box::new(lists(context).flat_map(|list| list.each(|list| &list.absent_parts))),
    )
}

/// A table of parts of lists of which there is nothing but that they are in some state.
fn parts_table(
    name: &'static str,
    title: [&'static str; 2],
    row: [&'static str; 2],
    rows: fn(Context<'_>) -> Rows<'_, Collection>,
) -> Table {
    TableOf::new(name, title, row, &["list_id", "position"], rows)
        .column(list_id())
        .column(position())
        .plain("collection", ["部分", "Collection"], ["哪一部分", "Which part"], |r| Some(r.value.as_str()))
        .required()
        .words(Collection::ALL, Collection::as_str)
        .done()
}

fn list_phone_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, String> =
        |context| Box::new(lists(context).flat_map(|list| list.each(|list| &list.phones)));
    TableOf::new(
        "list_phones",
        ["清单电话", "Phones of lists"],
        ["整份清单所印的一个电话", "One phone printed for a list as a whole"],
        &["list_id", "position"],
        rows,
    )
    .column(list_id())
    .column(position())
    .columns(phone())
    .done()
}

fn source_table() -> Table {
    TableOf::new(
        "sources",
        ["来源文件", "Sources"],
        ["清单所据的一份文件", "One document that a list was taken from"],
        &["id"],
        documents,
    )
    .column(id())
    .column(list_id())
    .column(position())
    .text("title", ["标题", "Title"], ["文件标题", "Title of the document"], |r| Some(&r.value.title))
    .required()
    .plain(
        "file",
        ["文件名", "File"],
        ["文件或其摘录的文件名", "File name of the document or of its extract"],
        |r| r.value.file.as_deref(),
    )
    .plain(
        "document_url",
        ["文件网址", "URL of the document"],
        ["文件公布的网址", "Where the document is published"],
        |r| r.value.url.as_deref(),
    )
    .done()
}

fn part_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, DocumentPart> = |context| {
        Box::new(documents(context).flat_map(|document| {
            document.each(|document| &document.parts).map(|part| {
                let id = &part.value.id;
                part.named("parts", id)
            })
        }))
    };
    TableOf::new(
        "source_parts",
        ["来源文件的部分", "Parts of sources"],
        ["来源文件中的一个部分", "One part of a document"],
        &["id"],
        rows,
    )
    .column(id())
    .column(parent("source_id", ["来源文件", "Source"], ["来源文件的标识", "Id of the document"], "sources"))
    .column(position())
    .text("title", ["标题", "Title"], ["该部分的标题", "Heading of the part"], |r| Some(&r.value.title))
    .required()
    .done()
}

fn office_table() -> Table {
    TableOf::new(
        "offices",
        ["科室", "Offices"],
        ["公布机关的一个科室、所属单位或热线", "One office, affiliated institution or hotline of an agency"],
        &["id"],
        offices,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .column(position())
    .text("name", ["名称", "Name"], ["名称，照原文", "Name as printed"], |r| Some(&r.value.name))
    .required()
    .plain(
        "kind",
        ["种类", "Kind"],
        [
            "office：内设科室；affiliated-institution：事业单位；hotline：热线",
            "office: an internal office; affiliated-institution: an institution under the agency; hotline: a hotline",
        ],
        |r| Some(r.value.kind.as_str()),
    )
    .required()
    .words(OfficeKind::ALL, OfficeKind::as_str)
    .column(note(|r| r.value.note.as_ref()))
    .done()
}

fn office_phone_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, String> =
        |context| Box::new(offices(context).flat_map(|office| office.each(|office| &office.phones)));
    TableOf::new(
        "office_phones",
        ["科室电话", "Phones of offices"],
        ["科室的一个电话", "One phone of an office"],
        &["office_id", "position"],
        rows,
    )
    .column(parent("office_id", ["科室", "Office"], ["科室的标识", "Id of the office"], "offices"))
    .column(position())
    .columns(phone())
    .done()
}

fn office_alias_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, String> =
        |context| Box::new(offices(context).flat_map(|office| office.each(|office| &office.aliases)));
    TableOf::new(
        "office_aliases",
        ["科室名称写法", "Names of offices"],
        ["文件中所印科室名称的另一写法", "One other form of an office's name that the document prints"],
        &["office_id", "position"],
        rows,
    )
    .column(parent("office_id", ["科室", "Office"], ["科室的标识", "Id of the office"], "offices"))
    .column(position())
    .plain("alias", ["写法", "Name"], ["所印名称", "Name as printed"], |r| Some(r.value))
    .required()
    .done()
}

fn empty_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, EmptyPart> =
        |context| Box::new(lists(context).flat_map(|list| list.each(|list| &list.empty_parts)));
    TableOf::new(
        "empty_parts",
        ["空白部分", "Empty parts"],
        ["文件中印明为空的一个部分", "One part of a list that the document prints as empty"],
        &["list_id", "position"],
        rows,
    )
    .column(list_id())
    .column(position())
    .plain(
        "collection",
        ["部分", "Collection"],
        [
            "duties：主要职责；items：事项；boundaries：职责边界；services：公共服务；regimes：监管制度；mechanism：责任追究机制",
            "Which of the collections of a list is empty",
        ],
        |r| Some(r.value.collection.as_str()),
    )
    .required()
    .words(Collection::ALL, Collection::as_str)
    .plain("as_printed", ["原文", "As printed"], ["原文在此处所印的字", "The word that stands there"], |r| {
        Some(&r.value.as_printed)
    })
    .required()
    .column(note(|r| r.value.note.as_ref()))
    .done()
}

fn documents(context: Context<'_>) -> Rows<'_, SourceDocument> {
    Box::new(lists(context).flat_map(|list| {
        list.each(|list| &list.sources).map(|document| {
            let id = &document.value.id;
            document.named("sources", id)
        })
    }))
}

fn offices(context: Context<'_>) -> Rows<'_, Office> {
    Box::new(lists(context).flat_map(|list| {
        let page = list.list.map(Subject::Offices);
        list.on(page).each(|list| &list.offices).map(|office| {
            let slug = &office.value.slug;
            office.named("offices", slug).at(slug)
        })
    }))
}
