//! The table of the terms of the trade: what they are called in both languages, and what they mean in plain words.

use crate::dataset::address::Subject;
use crate::dataset::build::TableOf;
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::{id, url};
use crate::dataset::table::Table;
use crate::model::Term;

/// The table.
pub(super) fn tables() -> Vec<Table> {
    vec![term_table()]
}

fn term_table() -> Table {
    TableOf::new(
        "terms",
        ["用语", "Terms"],
        [
            "清单里的一个用语，附译名和通俗解释",
            "One term of the lists, with its English and what it means in plain words",
        ],
        &["id"],
        terms,
    )
    .register()
    .column(id())
    .column(url())
    .plain("term", ["用语", "Term"], ["中文用语", "The Chinese term"], |r| Some(&r.value.zh))
    .required()
    .plain("english", ["英文", "English"], ["本站所用的英文", "The English that this site uses"], |r| {
        r.value.en.first().map(String::as_str)
    })
    .made(
        "other_english",
        ["其他英文形式", "Other English forms"],
        [
            "句子里还可用的英文形式，以分号隔开",
            "Other English forms that a sentence may have, with semicolons between them",
        ],
        |r| (r.value.en.len() > 1).then(|| r.value.en[1..].join("; ")),
    )
    .text(
        "plain",
        ["通俗解释", "In plain words"],
        [
            "用平常话说的意思；是登记册编者的话，不是法律定义，也不是清单原文",
            "What it means in plain words: those of the register, no legal definition and no quotation of a list",
        ],
        |r| r.value.plain.as_ref(),
    )
    .plain("note", ["说明", "Note"], ["何时适用", "When it applies"], |r| r.value.note.as_deref())
    .done()
}

/// The terms; no list names any by an id, so the data of one list have none.
fn terms(context: Context<'_>) -> Rows<'_, Term> {
    let all = context.scope.is_none().then_some(&context.graph.model.terms);
    Box::new(all.into_iter().flatten().enumerate().map(move |(index, term)| {
        let anchor = term.anchor();
        let page = Some((Subject::Glossary, anchor.clone()));
        Row { page, ..Row::top(context, term, &anchor, index, None) }
    }))
}
