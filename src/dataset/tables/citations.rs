//! Tables of the citations: which record cites which law, and which articles of it.

use crate::dataset::address::Subject;
use crate::dataset::build::TableOf;
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::{id, list_id, note, parent, position, record, url};
use crate::dataset::table::Table;
use crate::model::{Articles, Basis, Part, RecordRef};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![citation_table(), article_table()]
}

/// The records that can cite a law.
const KINDS: &[&str] = &[
    "item",
    "stage",
    "item-accountability",
    "procedure-stage",
    "account",
    "duty",
    "work-item",
    "accountability",
    "matter",
    "participant",
    "service",
    "regime",
    "provision",
    "penalty",
    "mechanism",
];

fn citation_table() -> Table {
    TableOf::new(
        "citations",
        ["引用", "Citations"],
        ["一个记录对一部法律的一次引用", "One citation of one law by one record"],
        &["id"],
        citations,
    )
    .column(id())
    .column(url())
    .column(list_id())
    .columns(record(KINDS))
    .column(position())
    .plain("law_id", ["法律", "Law"], ["被引用法律的标识", "Id of the law cited"], |r| Some(&r.value.law))
    .required()
    .refers("laws")
    .plain(
        "as_printed",
        ["原文", "As printed"],
        ["引用文字，照原文", "The citation exactly as printed"],
        |r| r.value.as_printed.as_deref(),
    )
    .column(note(|r| r.value.note.as_ref()))
    .text(
        "quote",
        ["条文", "Quote"],
        ["原文引录的条文", "The words of the article, as the document quotes them"],
        |r| r.value.quote.as_ref(),
    )
    .plain(
        "of",
        ["所据", "Basis of"],
        [
            "duties：事项的责任事项依据；其余为空",
            "duties: the basis of the duties of an item; empty for any other basis",
        ],
        |r| matches!(r.record?.part, Part::ItemDuties(_)).then_some("duties"),
    )
    .words(&["duties"], |word| word)
    .done()
}

fn article_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Articles> =
        |context| Box::new(citations(context).flat_map(|citation| citation.each(|basis| &basis.articles)));
    TableOf::new(
        "citation_articles",
        ["引用条款", "Articles cited"],
        [
            "一次引用中的一条、一款、一项、连续数条，或附件、附件中的项",
            "One article, paragraph, item or run of articles in a citation, or an annex or items of it",
        ],
        &["citation_id", "position"],
        rows,
    )
    .column(parent("citation_id", ["引用", "Citation"], ["引用的标识", "Id of the citation"], "citations"))
    .column(position())
    .integer(
        "article",
        ["条", "Article"],
        [
            "条，或连续数条的第一条；引用附件的为空。第一百三十四条之一是134，见 article_inserted",
            "The article, or the first of a run; empty for an annex. Article 134-1 is 134, see article_inserted",
        ],
        |r| number(r.value.parts().article),
    )
    .integer(
        "article_to",
        ["至条", "To article"],
        ["连续数条的最后一条", "The last article of a run"],
        |r| number(r.value.parts().to),
    )
    .integer("paragraph", ["款", "Paragraph"], ["款", "Paragraph of the article"], |r| {
        number(r.value.parts().paragraph)
    })
    .integer(
        "item",
        ["项", "Item"],
        [
            "项；连续数项的第一项",
            "Item of the article, paragraph or annex; the first of a run",
        ],
        |r| number(r.value.parts().item),
    )
    .integer(
        "article_inserted",
        ["条之", "Inserted"],
        [
            "后来增加的条在同号各条中的序号：第一百三十四条之一是1",
            "The number of an article inserted later, among those behind the article whose number it bears: 1 for Article \
             134-1",
        ],
        |r| number(r.value.parts().inserted),
    )
    .integer(
        "article_to_inserted",
        ["至条之", "To inserted"],
        ["连续数条的最后一条的这个序号", "The same of the last article of a run"],
        |r| number(r.value.parts().to_inserted),
    )
    .made(
        "annex",
        ["附件", "Annex"],
        [
            "附件：只有一个的是 annex，有几个的是 annex1、annex2",
            "The annex: annex where there is one, annex1, annex2 where there are several",
        ],
        |r| r.value.parts().annex,
    )
    .integer(
        "item_to",
        ["至项", "To item"],
        ["附件中连续数项的最后一项", "The last item of a run of items of an annex"],
        |r| number(r.value.parts().item_to),
    )
    .done()
}

fn number(number: Option<u16>) -> Option<u32> {
    number.map(u32::from)
}

/// Every citation, in the order of the graph, which is that of the lists.
fn citations(context: Context<'_>) -> Rows<'_, Basis> {
    let graph = context.graph;
    let model = graph.model;
    Box::new(context.lists().flat_map(|list| graph.citations_of_list(list)).map(move |citation| {
        // What an item says of its duties is said of the item, beside what it says of the power.
        let (record, key) = match citation.record.part {
            Part::ItemDuties(item) => (RecordRef { part: Part::Item(item), ..citation.record }, "duties-basis"),
            _ => (citation.record, "basis"),
        };
        let parent = record.uid(model);
        Row {
            context,
            value: citation.basis,
            id: format!("{parent}/{key}/{}", citation.position + 1),
            parent,
            position: citation.position + 1,
            kind: record.part.kind(),
            list: Some(citation.record.list),
            record: Some(citation.record),
            page: Some((Subject::Record(citation.record), citation.record.anchor(model))),
            source: None,
        }
    }))
}
