//! What is wrong with a cell of a table in, the diagnostic that says so at its place out.

use std::ops::Range;

use crate::diag::{At, Code, Diagnostic, FileId, Message, Place, closest};
use crate::meant;

use super::super::codes::{
    DUPLICATE_KEY, MISSING_KEY, OPEN_QUOTE, SURPLUS_CELL, UNEQUAL_LINES, UNKNOWN_HEADING, WRONG_VALUE,
};
use super::cells::Slip;
use super::column::{Column, HEADINGS};

/// Faults kept of one table at most; a file with more is of the wrong kind altogether.
pub(super) const MOST: usize = 100;

/// What is wrong, and the cell that it is wrong with.
#[derive(Clone, Debug)]
pub(super) struct CellFault {
    /// The record, counted from 0.
    pub record: u32,
    /// The place of the cell in the record, counted from 0.
    pub place: u32,
    /// What is wrong.
    pub what: TableFault,
}

/// What can be wrong with a cell.
#[derive(Clone, Debug)]
pub(super) enum TableFault {
    /// A heading that means no column.
    UnknownHeading(String),
    /// A heading of a column that has one already.
    SecondHeading(String, &'static str),
    /// No heading means the name.
    NoNameHeading,
    /// A row that has something, but no name.
    NoName,
    /// Something that can stand only with what another column says.
    Without(Column),
    /// A cell without a heading over it.
    Surplus,
    /// Quotes without their partners.
    Quote(Slip),
    /// A word that the column does not take, and those that it takes.
    Word(String, Vec<&'static str>),
    /// So many lines, where so many are wanted by another cell of the row.
    Lines { are: usize, wanted: usize, by: Column },
}

/// Says what is wrong at a place of the file.
pub(super) fn diagnostic(file: FileId, span: Range<usize>, fault: &TableFault) -> Diagnostic {
    let (code, message, help): (&'static Code, Message, Message) = match fault {
        TableFault::UnknownHeading(typed) => (
            &UNKNOWN_HEADING,
            Message::new(format!("不认识的列名 `{typed}`"), format!("unknown heading `{typed}`")),
            heading(typed),
        ),
        TableFault::SecondHeading(typed, key) => (
            &DUPLICATE_KEY,
            Message::new(
                format!("列 `{typed}` 写了两次：前面已有一列是 `{key}`"),
                format!("the column `{typed}` stands twice: a column before it is `{key}` already"),
            ),
            Message::new("留下对的一列，删去另一列", "keep the right column and take out the other"),
        ),
        TableFault::NoNameHeading => (
            &MISSING_KEY,
            Message::new("第一行没有名称一列", "the first line has no column for the name"),
            Message::new(
                "第一行写列名，其中一列是 name，或按清单所印写“事项名称”“权力名称”",
                "write the headings in the first line, one of them `name`, or as printed, such as 事项名称",
            ),
        ),
        TableFault::NoName => (
            &MISSING_KEY,
            Message::new("这一行没有名称", "this row has no name"),
            Message::new(
                "写上事项名称；是标题的，登记在 list.yaml 的 sections，各行用 section 一列写明；不要的行整行清空",
                "write the name of the item; a heading goes to `sections` of list.yaml, and the rows below it name it in a column `section`; a row that is not wanted is left empty",
            ),
        ),
        TableFault::Without(column) => {
            let key = column.heading().key;
            (
                &MISSING_KEY,
                Message::new(format!("这一行的 `{key}` 是空的"), format!("`{key}` is empty in this row")),
                Message::new(
                    format!("在 `{key}` 一列写上，或清空这一格"),
                    format!("fill in `{key}`, or empty this cell"),
                ),
            )
        }
        TableFault::Surplus => (
            &SURPLUS_CELL,
            Message::new("这一格上面没有列名", "this cell has no heading over it"),
            Message::new(
                "含有逗号的内容用英文双引号括起来；多出的列写上列名，或清空",
                "put what has a comma in it in double quotes; give a column more its heading, or empty it",
            ),
        ),
        TableFault::Quote(Slip::Open) => (
            &OPEN_QUOTE,
            Message::new("这里的双引号没有收尾", "the quote that opens here is never closed"),
            Message::new("在这一格末尾补上英文双引号", "close it at the end of the cell"),
        ),
        TableFault::Quote(Slip::Stray) => (
            &OPEN_QUOTE,
            Message::new("双引号收尾以后还有内容", "something follows the quote that closes this cell"),
            Message::new(
                "补上前面漏掉的双引号；格子里面的英文双引号写成两个",
                "close the quote that was left open before; write a double quote inside of a cell twice",
            ),
        ),
        TableFault::Word(cell, words) => {
            let list = words.join(", ");
            let near = meant::word(cell, words).or_else(|| closest(cell, words.iter().copied()));
            let [zh, en] = near.map_or([String::new(), String::new()], |near| {
                [format!("是不是 `{near}`？"), format!("did you mean `{near}`? ")]
            });
            (
                &WRONG_VALUE,
                Message::new(
                    format!("`{cell}` 不是这一列可用的词"),
                    format!("`{cell}` is not one of the words this column takes"),
                ),
                Message::new(format!("{zh}可用的词：{list}"), format!("{en}words that may stand here: {list}")),
            )
        }
        TableFault::Lines { are, wanted, by } => {
            let key = by.heading().key;
            (
                &UNEQUAL_LINES,
                Message::new(
                    format!("这里有 {are} 行，`{key}` 却有 {wanted} 项"),
                    format!("this has {are} lines, but `{key}` has {wanted}"),
                ),
                Message::new(
                    "每项一行，次序相同；写成“名称：内容”的，名称与那一列一致",
                    "write a line for each, in the same order; where it is name, colon, text, the name as in that column",
                ),
            )
        }
    };
    let place = Place { file, at: At::Bytes(span) };
    let found = Diagnostic::error(code, place.clone(), message).help(help);
    match spelled(fault) {
        Some((typed, right)) => found.mend(place, typed, right),
        None => found,
    }
}

/// What a cell holds, and the same as the format spells it, where nothing else can have been meant.
fn spelled(fault: &TableFault) -> Option<(&str, &'static str)> {
    match fault {
        TableFault::Word(cell, words) => Some((cell, meant::word(cell, words)?)),
        TableFault::UnknownHeading(typed) => {
            let solid = |text: &str| meant::plain(text).to_ascii_lowercase().replace([' ', '-', '_'], "");
            let mut known = HEADINGS.iter().flat_map(|heading| heading.printed.iter().copied().chain([heading.key]));
            Some((typed, known.find(|known| solid(known) == solid(typed))?))
        }
        _ => None,
    }
}

fn heading(typed: &str) -> Message {
    if typed.contains(['，', '；', '\t', ',', ';']) {
        return Message::new(
            "各列用英文逗号、分号或制表符分开，整个文件用同一种",
            "columns are told apart by ASCII commas, semicolons or tabs, the same in the whole file",
        );
    }
    let known = HEADINGS.iter().flat_map(|heading| heading.printed.iter().copied().chain([heading.key]));
    let plain = meant::plain(typed);
    match closest(&plain, known) {
        Some(near) => Message::new(format!("是不是 `{near}`？"), format!("did you mean `{near}`?")),
        None => Message::new(
            "可用的列名见 docs/data-format.md；别处没有位置的内容，放到“备注”一列",
            "docs/data-format.md lists the headings; what has no place there goes to the column `notes`",
        ),
    }
}
