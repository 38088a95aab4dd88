//! Columns that many tables have.

use crate::model::{Id, Phone, PhoneKind, Source, Text, dial};

use super::bilingual::Bilingual;
use super::column::{ColumnOf, date, each, integer, made, plain, text};
use super::row::Row;

/// The id of the row.
pub fn id<T>() -> ColumnOf<T> {
    let meaning = [
        "本行的标识，全表唯一，发布后不变；其他表以此引用",
        "Id of the row, unique in the table and unchanged once published; other tables name the row by it",
    ];
    plain("id", ["标识", "Id"], meaning, |row| Some(&row.id)).required()
}

/// The address of the row's page in each language.
pub fn url<T>() -> ColumnOf<T> {
    let meaning = [
        "本行所在网页的地址（该语言），含页内位置；网站地址未定时为自网站根目录起的路径",
        "Address of the page that shows the row, in this language, with the place on the page; a path from the root of \
         the site where the site may live anywhere",
    ];
    each("url", ["网页", "Page"], meaning, |row, lang| row.url(lang).into()).required()
}

/// The list that a record belongs to.
pub fn list_id<T>() -> ColumnOf<T> {
    let get = |row: &Row<'_, T>| row.list().map(|list| list.id.to_string());
    let meaning = ["所属清单的标识", "Id of the list it belongs to"];
    made("list_id", ["清单", "List"], meaning, get).refers("lists").required()
}

/// From which day to which the edition of the list holds that a record stands in.
pub fn validity<T: 'static>() -> [ColumnOf<T>; 2] {
    let from = [
        "所属清单这一版开始适用的日期：依次取其生效、公布、填报日期；未载明的为空",
        "Day from which the edition of its list holds: from which it is valid, else of publication, else of compiling; empty \
         where the list says none",
    ];
    let from = date("valid_from", ["起始日期", "Valid from"], from, |row| row.list()?.begins());
    let to = [
        "所属清单不再适用的日期：所载明的，或代替它的清单开始适用的日期；未载明的为空",
        "Day from which its list no longer holds: as it says, else that from which a list that takes its place holds; empty \
         where neither is said",
    ];
    [from, valid_to(to)]
}

/// The day from which the list of a row no longer holds.
pub fn valid_to<T: 'static>(meaning: Bilingual) -> ColumnOf<T> {
    date("valid_to", ["终止日期", "Valid to"], meaning, |row| row.context.graph.valid_to(row.list?))
}

/// The row that the row stands in.
pub fn parent<T>(name: &'static str, title: Bilingual, meaning: Bilingual, table: &'static str) -> ColumnOf<T> {
    plain(name, title, meaning, |row| Some(&row.parent)).refers(table).required()
}

/// The place of the row among those that stand in the same.
pub fn position<T: 'static>() -> ColumnOf<T> {
    let meaning =
        ["在同一上级之内的次序，从1起", "Place in the printed order within what the row belongs to, counted from 1"];
    integer("position", ["次序", "Position"], meaning, |row| Some(row.position)).required()
}

/// The number that the document prints.
pub fn number<T: 'static>(get: for<'m> fn(&'m Row<'m, T>) -> Option<&'m str>) -> ColumnOf<T> {
    plain("number", ["序号", "Number"], ["原文所印的序号，照录", "Number exactly as the document prints it"], get)
}

/// The office that a row links to.
pub fn office_id() -> ColumnOf<Id> {
    let meaning = ["科室的标识", "Id of the office"];
    made("office_id", ["科室", "Office"], meaning, |row: &Row<'_, Id>| Some(row.of_list("offices", row.value)))
        .refers("offices")
        .required()
}

/// The phone that a row holds, and how it is dialled.
pub fn phone() -> [ColumnOf<String>; 2] {
    let meaning = ["电话号码，照原文所印，按文本保存", "Phone number exactly as printed, kept as text"];
    [
        plain::<String>("phone", ["电话", "Phone"], meaning, |row| Some(row.value)).required(),
        made("uri", DIAL, DIALLED, |row: &Row<'_, String>| dialled(row, row.value, None)),
    ]
}

const DIAL: Bilingual = ["拨号地址", "Address to dial"];

const DIALLED: Bilingual = [
    "拨号用的地址（RFC 3966）：已知区号的带国家代码和区号，短号照印；所印不是一个号码的为空",
    "Address that dials the phone (RFC 3966), with country and area code where the area code is known, short numbers as \
     they are; empty where what is printed is not one number",
];

/// The address that dials a phone of the list that a row belongs to.
fn dialled<T>(row: &Row<'_, T>, phone: &str, extension: Option<&str>) -> Option<String> {
    let area = row.context.graph.area_code(row.list()?);
    dial(phone, extension, area).map(|dial| dial.uri)
}

/// A phone with what it is for.
pub fn number_of_phone() -> [ColumnOf<Phone>; 4] {
    let number = ["电话号码，照原文所印，按文本保存", "Phone number exactly as printed, kept as text"];
    let kind = [
        "consultation：咨询；supervision：监督；complaints：投诉举报；office：办公；原文未说明时为空",
        "consultation, supervision, complaints or office; empty where the document does not say",
    ];
    let extension = ["分机号，按文本保存", "Extension, kept as text"];
    [
        plain::<Phone>("phone", ["电话", "Phone"], number, |row| Some(&row.value.number)).required(),
        plain::<Phone>("kind", ["用途", "Purpose"], kind, |row| row.value.kind.map(PhoneKind::as_str))
            .words(PhoneKind::ALL, PhoneKind::as_str),
        plain::<Phone>("extension", ["分机", "Extension"], extension, |row| row.value.extension.as_deref()),
        made("uri", DIAL, DIALLED, |row: &Row<'_, Phone>| {
            dialled(row, &row.value.number, row.value.extension.as_deref())
        }),
    ]
}

/// A remark, which may hold inline Markdown.
pub fn note<T: 'static>(get: for<'m> fn(&'m Row<'m, T>) -> Option<&'m Text>) -> ColumnOf<T> {
    text("note", ["说明", "Note"], ["说明；可含行内 Markdown", "A remark; may hold inline Markdown"], get)
}

/// The record that a row is said of, and what kind of record it is.
pub fn record<T>(kinds: &'static [&'static str]) -> [ColumnOf<T>; 2] {
    [
        plain(
            "record_id",
            ["记录", "Record"],
            ["所属记录的标识，见 record_kind 所指的表", "Id of the record, in the table that record_kind tells"],
            |row| Some(&row.parent),
        )
        .required(),
        plain(
            "record_kind",
            ["记录种类", "Kind of record"],
            ["所属记录是什么，如 duty 在表 duties 中", "What the record is; a duty, say, is in the table duties"],
            |row| Some(row.kind),
        )
        .required()
        .words(kinds, |kind| kind),
    ]
}

/// Where a record is printed.
pub fn source<T: 'static>() -> [ColumnOf<T>; 4] {
    place(["source_file", "source_part", "source_row", "source_note"], |row| row.source)
}

/// Where something is printed: document, part, row, and what the paper prints there.
pub fn place<T: 'static>(
    names: [&'static str; 4],
    get: for<'m> fn(&'m Row<'m, T>) -> Option<&'m Source>,
) -> [ColumnOf<T>; 4] {
    let meaning = ["刊载它的文件的标识", "Id of the document that prints it"];
    let file = made(names[0], ["出处文件", "Source document"], meaning, move |row| document(row, get(row)?));

    let meaning = ["它在文件中所在部分的标识", "Id of the part of the document that prints it"];
    let part = made(names[1], ["出处部分", "Part of the source"], meaning, move |row| {
        let source = get(row)?;
        Some(format!("{}/parts/{}", document(row, source)?, source.part))
    });

    let meaning = ["在该部分中的行号或段号", "Row or paragraph in that part, as printed or counted"];
    let at = plain(names[2], ["出处行号", "Row of the source"], meaning, move |row| get(row)?.row.as_deref());

    let meaning = [
        "原文有缺损或错误时，原文如何印；可含行内 Markdown",
        "What the paper prints where it is damaged or wrong; may hold inline Markdown",
    ];
    let note = text(names[3], ["出处说明", "Note on the source"], meaning, move |row| get(row)?.note.as_ref());

    [file.refers("sources"), part.refers("source_parts"), at, note]
}

fn document<T>(row: &Row<'_, T>, source: &Source) -> Option<String> {
    let list = row.list()?;
    Some(format!("{}/sources/{}", list.id, list.document(source.file.as_ref())?.id))
}
