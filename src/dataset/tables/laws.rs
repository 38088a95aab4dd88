//! Tables of the register of legal bases.

use crate::dataset::address::Subject;
use crate::dataset::build::TableOf;
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::{id, note, parent, position, url};
use crate::dataset::table::Table;
use crate::model::{Law, LawEvent, LawEventKind, LawId, LawKind, LawStatus, Position};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![law_table(), title_table(), event_table()]
}

fn law_table() -> Table {
    TableOf::new(
        "laws",
        ["法律依据", "Laws"],
        ["一部被引用的法律、法规、规章、规范性文件或标准", "One law, regulation, rule, document or standard that lists cite"],
        &["id"],
        laws,
    )
    .register()
    .column(id())
.column(url())
.text("title", ["标题", "Title"], ["全称", "Full title"], |r| Some(&r.value.title)).required()
.plain(
            "kind",
            ["种类", "Kind"],
            [
                "law：法律；administrative-regulation：行政法规；departmental-rule：部门规章；local-regulation：地方性法规；local-government-rule：地方政府规章；normative-document：规范性文件；judicial-interpretation：司法解释；standard：标准；other：其他",
                "What kind of text it is, by who adopts it",
            ],
            |r| Some(r.value.kind.as_str()),
        )
        .required()
        .words(LawKind::ALL, LawKind::as_str)
.text("issuer", ["制定机关", "Issuer"], ["通过或发布它的机关", "Who adopted or issued it"], |r| {
            r.value.issuer.as_ref()
        })
.plain(
            "document_number",
            ["文号", "Document number"],
            ["文号或令号", "Document or order number in one regular form"],
            |r| r.value.document_number.as_deref(),
        )
.date("adopted", ["通过日期", "Adopted"], ["通过或发布的日期", "Day of adoption or issue"], |r| r.value.adopted)
.date("effective", ["施行日期", "Effective"], ["开始施行的日期", "Day it took effect"], |r| r.value.effective)
.plain(
            "status",
            ["效力", "Status"],
            [
                "as_of 之日的效力。in-force：有效；amended：已修改；repealed：废止；replaced：被替代；unknown：不明",
                "State on the day as_of: in force, amended, repealed, replaced, or unknown",
            ],
            |r| Some(r.value.status.as_str()),
        )
        .required()
        .words(LawStatus::ALL, LawStatus::as_str)
.date("as_of", ["效力截止", "As of"], ["效力状态属实的日期", "The day the status was true"], |r| r.value.as_of)
.plain(
            "replaced_by_id",
            ["替代者", "Replaced by"],
            ["替代它的法律的标识", "Id of the law that took its place"],
            |r| r.value.replaced_by.as_deref(),
        )
        .refers("laws")
.text(
            "source",
            ["出处", "Source"],
            ["以上事实见于何处", "Where these facts are printed"],
            |r| Some(&r.value.source),
        )
        .required()
.plain(
            "source_url",
            ["出处网址", "Address of the source"],
            ["载明清单未印之事的网页地址", "Address of a page that states what the lists do not print of it"],
            |r| r.value.source_url.as_deref(),
        )
.plain(
            "official_url",
            ["官方文本", "Official text"],
            ["官方网站上文本的地址；不知道的为空", "Address of the text on an official site; empty where it is not known"],
            |r| r.value.official_url.as_deref(),
        )
    .done()
}

fn title_table() -> Table {
    TableOf::new(
        "law_aliases",
        ["法律别名", "Other names of laws"],
        ["一部法律的一个简称或所印写法", "One short title of a law, or one form that a list prints"],
        &["law_id", "form", "position"],
        titles,
    )
    .register()
    .column(parent("law_id", ["法律", "Law"], ["法律的标识", "Id of the law"], "laws"))
    .plain(
        "form",
        ["形式", "Form"],
        [
            "short-title：通行简称；alias：清单所印的其他写法，包括讹误",
            "short-title: a short title in use; alias: another form that a list prints, damage included",
        ],
        |r| Some(r.kind),
    )
    .required()
    .words(&["short-title", "alias"], |form: &str| form)
    .column(position())
    .text("title", ["简称", "Short title"], ["简称；alias 则为空", "Short title; empty for an alias"], |r| {
        (r.kind == "short-title").then(|| r.value.short_titles.get(r.position as usize - 1)).flatten()
    })
    .plain(
        "as_printed",
        ["写法", "As printed"],
        ["清单所印的写法；short-title 则为空", "The form that a list prints; empty for a short title"],
        |r| (r.kind == "alias").then(|| r.value.aliases.get(r.position as usize - 1)).flatten().map(String::as_str),
    )
    .done()
}

fn event_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, LawEvent> =
        |context| Box::new(laws(context).flat_map(|law| law.each(|law| &law.amendments)));
    TableOf::new(
        "law_events",
        ["法律变动", "Events of laws"],
        ["一部法律的一次修改、废止或替代", "One amendment, revision, repeal or replacement of a law"],
        &["law_id", "position"],
        rows,
    )
    .register()
    .column(parent("law_id", ["法律", "Law"], ["法律的标识", "Id of the law"], "laws"))
    .column(position())
    .date("date", ["日期", "Date"], ["变动的日期", "Day of the event"], |r| Some(r.value.date))
    .required()
    .plain(
        "kind",
        ["种类", "Kind"],
        [
            "amended：修正；revised：修订；repealed：废止；replaced：被替代",
            "amended: single provisions changed; revised: the text adopted anew; repealed; replaced by another text",
        ],
        |r| Some(r.value.kind.as_str()),
    )
    .required()
    .words(LawEventKind::ALL, LawEventKind::as_str)
    .plain(
        "number",
        ["文号", "Document number"],
        ["所据决定或命令的文号", "Document or order number of what brought it about"],
        |r| r.value.number.as_deref(),
    )
    .column(note(|r| r.value.note.as_ref()))
    .plain(
        "source_url",
        ["出处网址", "Address of the source"],
        ["载明此事的网页地址", "Address of a page that states the event"],
        |r| r.value.url.as_deref(),
    )
    .done()
}

fn laws(context: Context<'_>) -> Rows<'_, Law> {
    let model = context.graph.model;
    Box::new(context.wanted(|scope| &scope.laws, LawId::all(model)).map(move |id| {
        let law = &model[id];
        Row::top(context, law, &law.id, id.get(), Some(Subject::Law(id)))
    }))
}

/// A law again for each of its names: first the short titles, then the aliases.
fn titles(context: Context<'_>) -> Rows<'_, Law> {
    Box::new(laws(context).flat_map(|law| {
        let value = law.value;
        let short = (1..=value.short_titles.len() as u32).map(|position| ("short-title", position));
        let alias = (1..=value.aliases.len() as u32).map(|position| ("alias", position));
        short.chain(alias).map(move |(form, position)| law.inside(value, position).kind(form))
    }))
}
