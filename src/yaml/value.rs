//! A value as it will stand in a file, in; its lines, indented as an author would write them, out.

use super::scalar::{block, flow, plain_or_quoted};

/// A value of a YAML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing: left out wherever it stands.
    Nothing,
    /// A text.
    Text(String),
    /// A figure, `true` or `false`.
    Bare(String),
    /// Values in order.
    List(Vec<Value>),
    /// Values by key, in order.
    Map(Vec<(String, Value)>),
}

/// Longest collection that is written in one line, in characters.
const WIDEST: usize = 100;

impl Value {
    /// Whether it says nothing: no text, an empty list or map, a list of such.
    pub fn is_nothing(&self) -> bool {
        match self {
            Value::Nothing => true,
            Value::Text(text) => text.is_empty(),
            Value::Bare(_) => false,
            Value::List(values) => values.iter().all(Value::is_nothing),
            Value::Map(entries) => entries.iter().all(|(_, value)| value.is_nothing()),
        }
    }

    /// A text in Chinese alone needs no key for its language.
    fn plain(&self) -> &Value {
        match self {
            Value::Map(entries) => match &entries[..] {
                [(key, text @ Value::Text(_))] if key == "zh" => text,
                _ => self,
            },
            _ => self,
        }
    }
}

/// Writes a map as the root of a file. `comment` says what is remarked on a key, behind it.
pub fn write(root: &Value, comment: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    if let Value::Map(entries) = root {
        Writer { out: &mut out, comment }.map(entries, 0);
    }
    out
}

struct Writer<'w> {
    out: &'w mut String,
    comment: &'w dyn Fn(&str) -> Option<String>,
}

impl Writer<'_> {
    fn map(&mut self, entries: &[(String, Value)], indent: usize) {
        let mut first = true;
        for (key, value) in entries.iter().filter(|(_, value)| !value.is_nothing()) {
            if !std::mem::take(&mut first) || indent == 0 {
                self.indent(indent);
            }
            self.out.push_str(key);
            self.out.push(':');
            self.value(value, indent, (self.comment)(key));
        }
    }

    /// A value behind its key.
    fn value(&mut self, value: &Value, indent: usize, comment: Option<String>) {
        let value = value.plain();
        let comment = comment.map(|comment| format!("  # {comment}")).unwrap_or_default();
        if let Some(line) = in_line(value).filter(|_| !matches!(value, Value::Text(_) | Value::Bare(_))) {
            self.out.push_str(&format!(" {line}{comment}\n"));
            return;
        }
        match value {
            Value::Nothing => self.out.push('\n'),
            Value::Bare(word) => self.out.push_str(&format!(" {word}{comment}\n")),
            Value::Text(text) => match block(text, indent + 2) {
                Some(block) => self.out.push_str(&format!(" {block}\n")),
                None => self.out.push_str(&format!(" {}{comment}\n", plain_or_quoted(text))),
            },
            Value::List(values) => {
                self.out.push_str(&format!("{comment}\n"));
                for value in values.iter().filter(|value| !value.is_nothing()) {
                    self.indent(indent + 2);
                    self.out.push_str("- ");
                    self.entry(value.plain(), indent + 4);
                }
            }
            Value::Map(entries) => {
                self.out.push_str(&format!("{comment}\n"));
                self.indent(indent + 2);
                self.map(entries, indent + 2);
            }
        }
    }

    /// An entry of a list, behind its dash.
    fn entry(&mut self, value: &Value, indent: usize) {
        match value {
            Value::Map(entries) => match in_line(value) {
                Some(line) => self.out.push_str(&format!("{line}\n")),
                None => self.map(entries, indent),
            },
            Value::Text(text) => match block(text, indent) {
                Some(block) => self.out.push_str(&format!("{block}\n")),
                None => self.out.push_str(&format!("{}\n", plain_or_quoted(text))),
            },
            other => self.out.push_str(&format!("{}\n", in_line(other).unwrap_or_else(|| one_line(other)))),
        }
    }

    fn indent(&mut self, indent: usize) {
        self.out.extend(std::iter::repeat_n(' ', indent));
    }
}

/// A short value in one line.
fn in_line(value: &Value) -> Option<String> {
    let simple = match value {
        Value::List(values) => values.iter().all(|value| matches!(value.plain(), Value::Text(_) | Value::Bare(_))),
        // A record stands in lines of its own; what only qualifies another, in one.
        Value::Map(entries) => {
            let leaf = |value: &Value| match value.plain() {
                Value::Text(text) => text.chars().count() <= 40,
                Value::Bare(_) | Value::Nothing => true,
                Value::List(values) => values.iter().all(|value| matches!(value, Value::Text(_))),
                Value::Map(_) => false,
            };
            entries.iter().all(|(_, value)| leaf(value))
        }
        _ => true,
    };
    let line = one_line(value);
    (simple && line.chars().count() <= WIDEST && !line.contains("\\n")).then_some(line)
}

fn one_line(value: &Value) -> String {
    match value.plain() {
        Value::Nothing => String::new(),
        Value::Text(text) => flow(text),
        Value::Bare(word) => word.clone(),
        Value::List(values) => {
            let inner: Vec<String> = values.iter().filter(|value| !value.is_nothing()).map(one_line).collect();
            format!("[{}]", inner.join(", "))
        }
        Value::Map(entries) => {
            let entries = entries.iter().filter(|(_, value)| !value.is_nothing());
            let inner: Vec<String> = entries.map(|(key, value)| format!("{key}: {}", one_line(value))).collect();
            format!("{{{}}}", inner.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, write};

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    fn map(entries: Vec<(&str, Value)>) -> Value {
        Value::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    #[test]
    fn reads_as_an_author_would_write() {
        let source = map(vec![("part", text("a")), ("row", text("3"))]);
        let item = map(vec![
            ("name", map(vec![("zh", text("甲"))])),
            ("stages", Value::List(vec![map(vec![("stage", text("acceptance")), ("text", text("受理：\n审查"))])])),
            ("topics", Value::List(vec![text("work-safety")])),
            ("phones", Value::List(vec![])),
            ("source", source),
        ]);
        let root =
            map(vec![("id", text("x")), ("trial", Value::Bare("true".into())), ("items", Value::List(vec![item]))]);
        let expected = "id: x\ntrial: true\nitems:\n  - name: 甲\n    stages:\n      - stage: acceptance\n        text: |-\n          \
                        受理：\n          审查\n    topics: [work-safety]  # 建议\n    source: {part: a, row: \"3\"}\n";
        let comment = |key: &str| (key == "topics").then(|| "建议".to_owned());
        assert_eq!(write(&root, &comment), expected);
    }
}
