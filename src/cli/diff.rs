//! `qingdan diff`: what lists say otherwise than in another folder or revision.

use std::fmt::Write;
use std::process::ExitCode;

use serde_json::{Map, Value, json};

use crate::diag::formats::{MessageFormat, show};
use crate::diag::{Failure, MessageLang};
use crate::editions::{Piece, marks};
use crate::link::{FieldChange, Happening, RecordChange, Said};
use crate::model::Lang;
use crate::pipeline::{self, Difference, ListDifference, Side};

use super::asking_args::DiffArgs;
use super::choices::DiffFormat;
use super::output::{colour, print, say};

/// Compares and prints.
pub(super) fn run(diff: &DiffArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let lang = if speech == MessageLang::Zh { Lang::ZH } else { Lang::EN };
    let old = Side::of(&diff.old, &diff.content);
    let new =
        diff.new.as_deref().map_or_else(|| Side::Folder(diff.content.clone()), |new| Side::of(new, &diff.content));
    let found = pipeline::diff(&old, &new, lang)?;
    if !found.findings.is_empty() {
        say(&show(&found.findings, MessageFormat::Full, speech, colour()));
        return Ok(ExitCode::from(1));
    }
    let told = Telling { at: found.languages.iter().position(|own| *own == lang).unwrap_or_default(), speech };
    match diff.format {
        DiffFormat::Text => print(&told.text(&found)),
        DiffFormat::Markdown => print(&told.markdown(&found)),
        DiffFormat::Json => {
            print(&format!("{}\n", serde_json::to_string_pretty(&json_of(&found)).unwrap_or_default()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// How it is told: in which of the languages of the site, and in which of messages.
struct Telling {
    at: usize,
    speech: MessageLang,
}

impl Telling {
    fn word(&self, zh: &'static str, en: &'static str) -> &'static str {
        if self.speech == MessageLang::Zh { zh } else { en }
    }

    fn what(&self, what: Happening) -> &'static str {
        match what {
            Happening::Added => self.word("新增", "added"),
            Happening::Removed => self.word("取消", "removed"),
            Happening::Changed => self.word("修改", "changed"),
            Happening::Moved => self.word("移动", "moved"),
            Happening::Renamed => self.word("改标识", "renamed"),
            Happening::Split => self.word("拆分", "split"),
            Happening::Merged => self.word("合并", "merged"),
        }
    }

    /// A value in the language asked for, else in another.
    fn form<'s>(&self, values: &'s [String]) -> &'s str {
        let own = values.get(self.at).filter(|value| !value.is_empty());
        own.or_else(|| values.iter().find(|value| !value.is_empty())).map_or("", String::as_str)
    }

    /// What changed in a field, in a language in which it did.
    fn both<'s>(&self, field: &'s FieldChange) -> (&'s str, &'s str) {
        let data = |said: &'s Said, at: usize| said.data.get(at).map_or("", String::as_str);
        let differs = |at: &usize| data(&field.old, *at) != data(&field.new, *at);
        let count = field.old.data.len().max(field.new.data.len());
        let at = Some(self.at).filter(differs).or_else(|| (0..count).find(differs)).unwrap_or_default();
        let told = |said: &'s Said| said.told().get(at).map_or("", String::as_str);
        match (told(&field.old), told(&field.new)) {
            (old, new) if old == new => (data(&field.old, at), data(&field.new, at)),
            both => both,
        }
    }

    fn tally(&self, list: &ListDifference) -> String {
        let count = |what: &Happening| {
            let number = list.changes.iter().filter(|(_, change)| change.what == *what).count();
            let told = match self.speech {
                MessageLang::Zh => format!("{} {number}", self.what(*what)),
                MessageLang::En => format!("{number} {}", self.what(*what)),
            };
            (number > 0).then_some(told)
        };
        let parts: Vec<String> = Happening::ALL.iter().filter_map(count).collect();
        let parts = parts.join(self.word("、", ", "));
        match (list.what, &list.formerly) {
            (Happening::Changed, _) => parts,
            (what, Some(old)) => {
                let renamed = format!("{} {old} → {}", self.what(what), list.id);
                if parts.is_empty() { renamed } else { renamed + self.word("；", "; ") + &parts }
            }
            (what, None) => format!("{}{}", self.what(what), to(&list.successors)),
        }
    }

    fn nothing(&self) -> &'static str {
        self.word("各清单没有变动。\n", "No list is another.\n")
    }

    fn text(&self, found: &Difference) -> String {
        let mut out = String::new();
        for list in &found.lists {
            let _ = writeln!(out, "{} ({}): {}", self.form(&list.title), list.id, self.tally(list));
            for (kind, change) in &list.changes {
                let _ = writeln!(out, "  {} {kind} {}", self.what(change.what), self.record(change));
                for field in &change.fields {
                    let _ = writeln!(
                        out,
                        "      {}: {}",
                        self.title(field),
                        self.marked(field, ["[-", "-]"], ["{+", "+}"], &str::to_owned)
                    );
                }
            }
        }
        if out.is_empty() { self.nothing().to_owned() } else { out }
    }

    fn markdown(&self, found: &Difference) -> String {
        let mut out = format!("## {}\n\n", self.word("清单的变动", "What changed in the lists"));
        for list in &found.lists {
            let title = plain(self.form(&list.title));
            let _ = writeln!(out, "### {title}\n\n`{}` · {}\n", list.id, self.tally(list));
            for (kind, change) in &list.changes {
                let record = plain(&self.record(change));
                let _ = writeln!(out, "- **{}** {kind} {record}", self.what(change.what));
                for field in &change.fields {
                    let marked = self.marked(field, ["<del>", "</del>"], ["<ins>", "</ins>"], &plain);
                    let _ = writeln!(out, "  - {}: {marked}", self.title(field));
                }
            }
            out.push('\n');
        }
        if found.lists.is_empty() {
            out.push_str(self.nothing());
        }
        out
    }

    fn record(&self, change: &RecordChange) -> String {
        let number = if change.number.is_empty() { String::new() } else { format!("{} ", change.number) };
        let to = to(&change.successors);
        format!("{number}{} ({}){to}", self.form(change.name.told()), change.record)
    }

    fn title(&self, field: &FieldChange) -> &'static str {
        self.word(field.title[0], field.title[1])
    }

    fn marked(&self, field: &FieldChange, del: [&str; 2], ins: [&str; 2], plain: &dyn Fn(&str) -> String) -> String {
        let (old, new) = self.both(field);
        let mut out = String::new();
        for piece in marks(old, new) {
            let (around, text) = match piece {
                Piece::Same(text) => (["", ""], text),
                Piece::Out(text) => (del, text),
                Piece::In(text) => (ins, text),
            };
            let _ = write!(out, "{}{}{}", around[0], plain(&text.replace('\n', " ⏎ ")), around[1]);
        }
        out
    }
}

/// What took the place of something, behind it; nothing where that is nothing.
fn to(successors: &[String]) -> String {
    if successors.is_empty() { String::new() } else { format!(" → {}", successors.join(" ")) }
}

/// A text that Markdown shows as it is.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\n' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' | '@' | '>' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

fn json_of(found: &Difference) -> Value {
    let by_language = |values: &[String]| -> Value {
        let pairs = found.languages.iter().zip(values);
        Value::Object(pairs.map(|(lang, value)| (lang.to_string(), value.as_str().into())).collect::<Map<_, _>>())
    };
    let change = |(_, change): &(String, RecordChange)| {
        let field = |field: &FieldChange| json!({"field": field.field, "old": by_language(&field.old.data), "new": by_language(&field.new.data)});
        json!({
            "record": change.record,
            "kind": change.kind,
            "what": change.what.as_str(),
            "number": change.number,
            "name": by_language(&change.name.data),
            "successors": change.successors,
            "fields": change.fields.iter().map(field).collect::<Vec<_>>(),
        })
    };
    let list = |list: &ListDifference| {
        json!({
            "list": list.id,
            "formerly": list.formerly,
            "successors": list.successors,
            "title": by_language(&list.title),
            "what": list.what.as_str(),
            "changes": list.changes.iter().map(change).collect::<Vec<_>>(),
        })
    };
    json!({"lists": found.lists.iter().map(list).collect::<Vec<_>>()})
}
