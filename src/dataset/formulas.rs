//! Cells that a spreadsheet would run as a formula in, warnings at the place in the content out. The cells themselves
//! stay as they are; in the workbook they are text.

use std::collections::HashMap;

use crate::diag::{Code, Diagnostic, Message, Place, Sink};
use crate::model::Model;
use crate::model::walk::walk;

use super::survey::{FormulaCell, Survey};
use super::table::Table;

/// A text that a spreadsheet would take for a formula.
pub static FORMULA_CELL: Code = Code {
    id: "E046",
    name: "formula-cell",
    what: ["表格软件会当作公式的文字", "a text that a spreadsheet takes for a formula"],
    why: [
        "以 =、+、-、@ 开头的单元格，在表格软件里打开 CSV 时会被当作公式计算，看到的就不是原文，还可能执行别人写的命令。\
         CSV 里照录原文；工作簿里按文本保存。",
        "A cell that begins with =, +, - or @ is computed when the CSV is opened in a spreadsheet: the reader sees \
         something else, and a stranger's command may run. The CSV keeps the text as it is; the workbook keeps it as text.",
    ],
    fix: [
        "原文如此就不必改；若是误加的符号，删去它。公式会取用别的文件、网址或程序的（如 HYPERLINK），是错误，必须改。",
        "Leave it where the document prints it so; take the sign out where it slipped in. One that would reach for another \
         file, address or program (such as HYPERLINK) is an error.",
    ],
    example: "text: {zh: =1+1, en: =1+1}",
};

/// Reports the cells of tables, each at the value that it shows.
pub fn formulas<'t>(surveys: impl Iterator<Item = (&'t Table, &'t Survey)> + Clone, model: &Model, sink: &mut Sink) {
    let wanted = surveys.clone().flat_map(|(_, survey)| &survey.formulas);
    let places = places(model, wanted.map(|cell| (&*cell.text, None)).collect());
    for (table, survey) in surveys {
        for FormulaCell { row, column, text } in &survey.formulas {
            let (name, column) = (table.name, &survey.sample.header[*column].0);
            let message = Message::new(
                format!("表 {name} 第{row}行的 {column} 会被表格软件当作公式：{text}"),
                format!("row {row} of the table {name}: a spreadsheet would run {column} as a formula: {text}"),
            );
            let place = places.get(&**text).cloned().flatten().unwrap_or_else(|| Place::file(model.origins.site));
            if reaches_out(text) {
                let help = Message::new(
                    "它会取用别的文件、网址或程序，请删去开头的符号",
                    "it would reach for another file, address or program: take the sign at its beginning out",
                );
                sink.push(Diagnostic::error(&FORMULA_CELL, place, message).help(help));
                continue;
            }
            let help = Message::new("原文如此就不必改", "leave it where the document prints it so");
            sink.push(Diagnostic::warning(&FORMULA_CELL, place, message).help(help));
        }
    }
}

/// Functions of spreadsheets by which a cell reaches for what is outside its file.
const OUTSIDE: [&str; 13] = [
    "CALL",
    "DDE",
    "EXEC",
    "FILTERXML",
    "HYPERLINK",
    "IMAGE",
    "IMPORTDATA",
    "IMPORTFEED",
    "IMPORTHTML",
    "IMPORTRANGE",
    "IMPORTXML",
    "RTD",
    "WEBSERVICE",
];

/// Whether a formula would do more than count: no list prints such a text, and who opens the file must not be its victim.
fn reaches_out(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    let called = |name: &str| {
        upper.match_indices(name).any(|(at, _)| {
            let begins = !upper[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
            begins && upper[at + name.len()..].trim_start().starts_with('(')
        })
    };
    // `cmd|'/c …'!A1` starts a program.
    let program = upper.split_once('|').is_some_and(|(name, topic)| {
        topic.contains('!') && name.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '\'')
    });
    program || OUTSIDE.iter().any(|name| called(name))
}

/// For each text the first value of the content that is it; where several are, the table and the row of the message
/// tell which is meant.
fn places<'t>(model: &Model, mut places: HashMap<&'t str, Option<Place>>) -> HashMap<&'t str, Option<Place>> {
    if places.is_empty() {
        return places;
    }
    walk(model, &mut |node, at| {
        let mut meet = |text: &str, place: &dyn Fn() -> Place| {
            if let Some(found @ None) = places.get_mut(text) {
                *found = Some(place());
            }
        };
        for (lang, form) in node.text().into_iter().flat_map(|text| text.forms()) {
            meet(form, &|| at.key(lang.as_str()).place(&model.origins));
        }
        if let Some(text) = node.string() {
            meet(text, &|| at.place(&model.origins));
        }
    });
    places
}

#[cfg(test)]
mod tests {
    use super::reaches_out;

    #[test]
    fn what_reaches_out_is_told_from_what_counts() {
        for text in ["=HYPERLINK(\"x\")", "+1+webservice (A1)", "@SUM(1)*cmd|'/c calc'!A0", "-2+3+'a'|'b'!c"] {
            assert!(reaches_out(text), "{text}");
        }
        for text in
            ["=1+1", "- 每季度一次", "@张三(科长)", "-GB2760(2014)", "+86 999", "=甲|乙", "-a|b，注意！", "=XCALL(1)"]
        {
            assert!(!reaches_out(text), "{text}");
        }
    }
}
