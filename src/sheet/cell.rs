//! A value of a list in, the text of its cell out; the text of a cell in, the value out.

use crate::edit::Value;

use super::form::{Column, Leaf};
use super::words::{meant, shown};

/// Opens a line that goes on with the entry before.
const GOES_ON: char = '↳';

/// Stands for an entry that has no text in the language of the column.
const NONE: &str = "—";

/// Opens a line that begins with one of these signs itself.
const AS_IT_IS: char = '¶';

/// The text of the cell of a column, given the value at the end of its path.
pub(super) fn text(column: &Column, value: Option<&Value>) -> String {
    let Some(value) = value else { return String::new() };
    match (&column.lang, column.many, value) {
        (Some(lang), false, value) => form(value, lang).unwrap_or_default().to_owned(),
        (Some(lang), true, Value::List(entries)) => {
            let texts: Vec<Option<&str>> = entries.iter().map(|entry| form(entry, lang)).collect();
            if texts.iter().all(Option::is_none) {
                return String::new();
            }
            texts.into_iter().map(|text| text.map_or_else(|| NONE.to_owned(), lines)).collect::<Vec<_>>().join("\n")
        }
        (None, true, Value::List(entries)) => {
            entries.iter().map(|entry| one(column, entry)).collect::<Vec<_>>().join("\n")
        }
        (None, _, value) => one(column, value),
        _ => String::new(),
    }
}

/// The form of a text in a language; one without languages is Chinese.
pub(super) fn form<'v>(value: &'v Value, lang: &str) -> Option<&'v str> {
    match value {
        Value::Text(text) | Value::Word(text) if lang == "zh" && !is_null(value) => Some(text),
        Value::Map(forms) => match forms.iter().find(|(have, _)| have == lang) {
            Some((_, text @ (Value::Text(form) | Value::Word(form)))) if !is_null(text) => Some(form),
            _ => None,
        },
        _ => None,
    }
}

fn one(column: &Column, value: &Value) -> String {
    match value {
        value if is_null(value) => String::new(),
        Value::Text(text) | Value::Word(text) => match &column.leaf {
            Leaf::Word(vocabulary) => shown(vocabulary, text).to_owned(),
            _ => text.clone(),
        },
        Value::List(_) | Value::Map(_) => String::new(),
    }
}

pub(super) fn is_null(value: &Value) -> bool {
    matches!(value, Value::Word(word) if matches!(&**word, "" | "~" | "null" | "Null" | "NULL"))
}

/// The lines of one text of several.
fn lines(text: &str) -> String {
    let opens = text.starts_with([GOES_ON, AS_IT_IS]) || text == NONE;
    let sign = if opens { AS_IT_IS.to_string() } else { String::new() };
    sign + &text.trim_end_matches('\n').replace('\n', &format!("\n{GOES_ON}"))
}

/// The texts that the lines of a cell are; `None` for one that has none in this language.
pub(super) fn texts(cell: &str) -> Vec<Option<String>> {
    let mut texts: Vec<Option<String>> = Vec::new();
    for line in cell.split('\n') {
        if let (Some(rest), Some(Some(text))) = (line.strip_prefix(GOES_ON), texts.last_mut()) {
            text.push('\n');
            text.push_str(rest);
            continue;
        }
        match line.trim() {
            "" => {}
            NONE => texts.push(None),
            trimmed => texts.push(Some(trimmed.strip_prefix(AS_IT_IS).unwrap_or(trimmed).to_owned())),
        }
    }
    texts
}

/// The values of a cell with several that are no texts, or with one.
pub(super) fn values(column: &Column, cell: &str) -> Vec<Value> {
    let listed = |c: char| {
        c == '\n' || (matches!(column.leaf, Leaf::Name | Leaf::Word(_) | Leaf::Number) && "、，,；;".contains(c))
    };
    let parts: Vec<&str> = if column.many {
        // A word of a vocabulary may have such a sign in it.
        let whole = |line: &str| matches!(&column.leaf, Leaf::Word(name) if meant(name, line.trim()) != line.trim());
        cell.split('\n').flat_map(|line| if whole(line) { vec![line] } else { line.split(listed).collect() }).collect()
    } else {
        vec![cell]
    };
    let parts = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| match &column.leaf {
            Leaf::Word(name) if name == "bool" => Value::Word(meant(name, part).to_owned()),
            Leaf::Word(name) => Value::text(meant(name, part)),
            Leaf::Number | Leaf::Date => Value::Word(part.to_owned()),
            Leaf::Text | Leaf::String | Leaf::Name => Value::text(part),
        })
        .collect()
}

/// The text of a cell as it counts: line ends of one kind, without the blanks and the marks that spreadsheets add.
pub(super) fn settled(text: &str) -> String {
    let plain = text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = plain.split('\n').map(|line| line.trim_end_matches([' ', '\t'])).collect();
    lines.join("\n").trim().to_owned()
}

/// Whether a cell says what the text of a value says, whatever a spreadsheet made of it.
pub(super) fn same(column: &Column, cell: &str, text: &str) -> bool {
    let (cell, text) = (settled(cell), settled(text));
    if cell == text {
        return true;
    }
    match column.leaf {
        Leaf::Number if !column.many => matches!((cell.parse::<f64>(), text.parse::<f64>()), (Ok(a), Ok(b)) if a == b),
        // A month that became the first day of it.
        Leaf::Date => cell.strip_prefix(&*text).is_some_and(|rest| matches!(rest, "-01" | "-01-01")),
        Leaf::Word(_) | Leaf::Name | Leaf::Number => values(column, &cell) == values(column, &text),
        _ => false,
    }
}
