//! A description with holes in, the text between them out: what is the same in the files of all lists is put into words once.

use serde_json::Value;

/// What begins the name of a hole; no text of the content has this character.
const SIGN: &str = "\"\\u0000";

/// What stands in the place of a value that differs from file to file.
pub(super) fn hole(name: &str) -> Value {
    format!("\0{name}").into()
}

/// A description as the text that comes before each hole with the name of the hole, and the text that comes last.
#[derive(Debug)]
pub(super) struct Form {
    before: Vec<(String, String)>,
    last: String,
}

impl Form {
    /// The text of a description that stands so deep in its file.
    pub fn of(value: &Value, depth: usize) -> Form {
        let text = indented(value, depth);
        let mut parts = text.split(SIGN);
        let mut last = parts.next().unwrap_or_default().to_owned();
        let mut before = Vec::new();
        for part in parts {
            let (name, rest) = part.split_once('"').unwrap_or((part, ""));
            before.push((std::mem::replace(&mut last, rest.to_owned()), name.to_owned()));
        }
        Form { before, last }
    }

    /// Appends the text; `fill` is called for each hole, to append what belongs there.
    pub fn write(&self, out: &mut String, mut fill: impl FnMut(&str, &mut String)) {
        for (text, hole) in &self.before {
            out.push_str(text);
            fill(hole, out);
        }
        out.push_str(&self.last);
    }
}

/// Appends a value of one line, such as a text or a number.
pub(super) fn push(out: &mut String, value: &Value) {
    out.push_str(&indented(value, 0));
}

/// Appends a sequence that stands so deep, one entry a line, each appended by `write`.
pub(super) fn push_each<T>(
    out: &mut String,
    depth: usize,
    entries: impl IntoIterator<Item = T>,
    mut write: impl FnMut(T, &mut String),
) {
    let start = out.len();
    for entry in entries {
        out.push_str(if out.len() == start { "[" } else { "," });
        new_line(out, depth + 1);
        write(entry, out);
    }
    if out.len() == start {
        out.push_str("[]");
        return;
    }
    new_line(out, depth);
    out.push(']');
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    (0..depth).for_each(|_| out.push_str("  "));
}

fn indented(value: &Value, depth: usize) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    if depth == 0 || !text.contains('\n') {
        return text;
    }
    let mut line = String::new();
    new_line(&mut line, depth);
    text.replace('\n', &line)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Form, hole, push, push_each};

    #[test]
    fn a_filled_form_is_what_the_whole_is_printed_as() {
        let entry = |name: &str, number: u64| json!({"name": name, "number": number, "more": {"a": [1]}});
        let whole = json!({"title": "一", "rows": [entry("a", 1), entry("b", 2)], "none": [], "z": 1});
        let row = Form::of(&json!({"name": hole("name"), "number": hole("number"), "more": {"a": [1]}}), 2);
        let form = Form::of(&json!({"title": "一", "rows": hole("rows"), "none": hole("none"), "z": 1}), 0);
        let mut text = String::new();
        form.write(&mut text, |hole, out| match hole {
            "rows" => push_each(out, 1, [("a", 1u64), ("b", 2)], |(name, number), out| {
                row.write(out, |hole, out| {
                    let value: Value = if hole == "name" { name.into() } else { number.into() };
                    push(out, &value);
                });
            }),
            _ => push_each(out, 1, [(); 0], |(), _| {}),
        });
        assert_eq!(text, serde_json::to_string_pretty(&whole).expect("JSON"));
    }
}
