//! Numbered paragraphs in, where a document has no table: a row for each duty, or for each matter and department, out.

use super::clean::lines;
use super::document::Paragraph;
use super::heading::Kind;
use super::line::{Line, line, numbered};
use super::record::{Fate, Row, Value};
use super::trace::Reading;

/// Paragraphs that a list needs at least.
const FEWEST: usize = 3;

/// Reads paragraphs as a list; `false` where they are none.
pub fn read(paragraphs: &[&Paragraph], kind: Kind, reading: &mut Reading<'_>) -> bool {
    let numbered_ones = paragraphs.iter().filter(|paragraph| numbered(&paragraph.text).0.is_some()).count();
    if numbered_ones < FEWEST {
        return false;
    }
    let kind = if kind == Kind::Boundaries { kind } else { Kind::Duties };
    let mut body: Option<String> = None;
    let mut matter: Option<(Option<String>, String)> = None;
    for paragraph in paragraphs {
        let text = lines(&paragraph.text);
        let (number, rest, depth) = numbered(&text);
        let short = rest.chars().count() <= 30 && !rest.contains(['。', '；']);
        let begun = reading.read.rows.iter().any(|row| row.part == reading.part());
        if number.is_none() && !begun && matter.is_none() && body.is_none() {
            reading.read.titles.push(text.clone());
            reading.paragraph(paragraph, Fate::Title);
            continue;
        }
        if number.is_none()
            && matches!(line(&text), Line::Note | Line::Filler | Line::Count)
            && matter.is_none()
            && !begun
        {
            reading.read.notes.push(text.clone());
            reading.paragraph(paragraph, Fate::Note);
            continue;
        }
        match (kind, number) {
            (Kind::Boundaries, Some(number)) if short => {
                matter = Some((Some(number), rest.to_owned()));
                reading.paragraph(paragraph, Fate::Key("name".into()));
            }
            (Kind::Boundaries, number) => {
                let said = participant(rest);
                match (&matter, said) {
                    (Some((of, name)), Some((department, part))) => {
                        let mut values = vec![
                            value("name", name),
                            value("participants.name", department),
                            value("participants.responsibility", part),
                        ];
                        if let Some(of) = of {
                            values.insert(0, value("number", of));
                        }
                        // The matter stands above: it begins once.
                        let first = !reading.read.rows.iter().any(|row| {
                            row.part == reading.part()
                                && row.shown("name") == Some(name)
                                && row.shown("number") == of.as_deref()
                        });
                        for value in values.iter_mut().filter(|value| matches!(&*value.key, "name" | "number")) {
                            value.fresh = first;
                        }
                        push(reading, kind, values, paragraph);
                        reading.paragraph(paragraph, Fate::Key("participants.responsibility".into()));
                    }
                    _ => {
                        let _ = number;
                        reading.read.notes.push(text.clone());
                        reading.paragraph(paragraph, Fate::Note);
                    }
                }
            }
            (_, Some(_)) if short && depth == 1 => {
                let is_body = ["局", "委", "办公室", "中心", "政府", "办", "部", "会", "院", "镇", "街道"]
                    .iter()
                    .any(|end| rest.ends_with(end));
                body = is_body.then(|| rest.to_owned());
                reading.paragraph(paragraph, if is_body { Fate::Key("body".into()) } else { Fate::Section });
            }
            (_, Some(number)) => {
                let mut values = vec![value("number", &number), value("statement", rest)];
                values.extend(body.as_deref().map(|body| value("body", body)));
                push(reading, kind, values, paragraph);
                reading.paragraph(paragraph, Fate::Key("statement".into()));
            }
            (_, None) => {
                // A paragraph without a number goes on with the duty above it.
                let part = reading.part();
                let last = reading.read.rows.last_mut().filter(|row| row.part == part);
                match last.and_then(|row| row.values.iter_mut().find(|value| value.key == "statement")) {
                    Some(statement) if line(&text) != Line::Note => {
                        statement.text = format!("{}\n{text}", statement.text);
                        reading.paragraph(paragraph, Fate::Key("statement".into()));
                    }
                    _ => {
                        reading.read.notes.push(text.clone());
                        reading.paragraph(paragraph, Fate::Note);
                    }
                }
            }
        }
    }
    true
}

/// A sentence that says what a department does: `市场监管局：负责…`, `市场监管局负责…`.
fn participant(text: &str) -> Option<(&str, &str)> {
    if let Some((name, part)) =
        text.split_once(['：', ':']).filter(|(name, part)| name.chars().count() <= 24 && !part.is_empty())
    {
        return Some((name.trim(), part.trim()));
    }
    let at =
        ["牵头负责", "负责", "配合", "承担", "依法", "会同", "协助"].iter().filter_map(|verb| text.find(verb)).min()?;
    let name = &text[..at];
    let is_name = (2..=16).contains(&name.chars().count())
        && ["局", "委", "办", "部门", "政府", "中心", "机关", "街道", "镇", "乡", "会", "处", "部"]
            .iter()
            .any(|end| name.ends_with(end));
    is_name.then(|| (name, &text[at..]))
}

fn value(key: &str, text: &str) -> Value {
    Value { key: key.into(), heading: String::new(), lower: String::new(), text: text.into(), fresh: true }
}

fn push(reading: &mut Reading<'_>, kind: Kind, values: Vec<Value>, paragraph: &Paragraph) {
    let part = reading.part();
    reading.read.rows.push(Row { kind, values, section: None, part, line: paragraph.line, form: false });
}
