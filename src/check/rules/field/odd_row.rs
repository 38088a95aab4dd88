//! Rows of a paper that cannot be: two records in one row, or a row that stands before the one above it.

use std::collections::HashMap;

use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::{Id, Lang, List, ListId, ListOrigin, Model, Source, Text};

use super::Rule;

static CODE: Code = Code {
    id: "E122",
    name: "odd-row",
    what: ["来源的行次对不上", "a row of the source that cannot be"],
    why: [
        "行次是对照原件的凭据；两条记录同一行，或后录的行次倒退，多半是复制后忘了改。",
        "The row is what a fact is checked by. Two records in one row, or rows that go backwards, are mostly copied and not changed.",
    ],
    fix: [
        "对照原文改正 source 的 row；原文一行确有两条记录的，在清单里写一条 waivers，说明理由。",
        "Correct `row` of `source` after the paper; where one row of the paper has both records, write an entry under `waivers` of the list, with the reason.",
    ],
    example: "- {number: \"7\", …, source: {part: duties, row: \"7\"}}\n- {number: \"8\", …, source: {part: duties, row: \"7\"}}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    for (l, list) in ListId::each(model) {
        let origin = &model.origins.lists[l];
        collections(list, &mut |key, rows| of_collection(key, rows, origin, sink));
    }
}

/// A record with its place among those of its collection, its name and where it is printed.
type Row<'l> = (usize, &'l Id, &'l Text, &'l Source);

fn collections<'l>(list: &'l List, look: &mut dyn FnMut(&'static str, Vec<Row<'l>>)) {
    macro_rules! rows {
        ($records:expr, $name:ident) => {
            $records.iter().enumerate().map(|(at, record)| (at, &record.id, &record.$name, &record.source)).collect()
        };
    }
    look("duties", rows!(list.duties, name));
    look("boundaries", rows!(list.boundaries, name));
    look("services", rows!(list.services, name));
    look("accountability", rows!(list.mechanism, body));
    let printed = |(at, item): (usize, &'l crate::model::Item)| Some((at, &item.id, &item.name, item.source.as_ref()?));
    look("items", list.items.iter().enumerate().filter_map(printed).collect());
}

fn of_collection(key: &'static str, rows: Vec<Row<'_>>, origin: &ListOrigin, sink: &mut Sink) {
    let collection = if key == "accountability" { "mechanism" } else { key };
    let mut seen: HashMap<(&str, &str, u32), (&Id, &Text)> = HashMap::new();
    let mut last: HashMap<(&str, &str), u32> = HashMap::new();
    for (at, id, name, source) in rows {
        let Some(row) = source.row.as_deref().and_then(|row| row.trim().parse::<u32>().ok()) else { continue };
        let part = (source.file.as_deref().unwrap_or(""), &*source.part);
        let place = || origin.place(&Trail::Root.key(collection).index(at).key("source").key("row"));
        if let Some((other_id, other)) = seen.insert((part.0, part.1, row), (id, name)) {
            // Two with one id are one that was copied, which is a fault of its own.
            if other_id == id {
                continue;
            }
            let other = other.best(Lang::ZH).1;
            let message = Message::new(
                format!("第 {row} 行已是“{other}”的来源"),
                format!("row {row} is that of “{other}” already"),
            );
            sink.push(Diagnostic::warning(&CODE, place(), message).help(help()));
        } else if let Some(before) = last.get(&part).filter(|before| **before > row) {
            let message = Message::new(
                format!("第 {row} 行排在第 {before} 行之后"),
                format!("row {row} comes after row {before}"),
            );
            sink.push(Diagnostic::warning(&CODE, place(), message).help(help()));
        }
        last.insert(part, row);
    }
}

fn help() -> Message {
    Message::new(
        "对照原文改正 row；原文如此的，用 waivers 说明",
        "correct `row` after the paper; where it is so there, say so under `waivers`",
    )
}
