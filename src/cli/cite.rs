//! `qingdan cite`: every legal citation of a text, with the law it names.

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::cite::{Certainty, Mention};
use crate::diag::formats::{MessageFormat, show};
use crate::diag::{Failure, MessageLang};
use crate::model::{Law, LawId, Position};
use crate::pipeline::{self, Cited};

use super::args;
use super::output::{colour, print, say};

/// Characters of a citation shown in a line, at most.
const SHOWN: usize = 60;

/// Reads a text and prints its citations.
pub(super) fn run(cite: &args::CiteArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let input = cite.file.as_deref().filter(|path| *path != Path::new("-"));
    let cited = pipeline::cite(&cite.content, input)?;
    if !cited.findings.is_empty() {
        say(&show(&cited.findings, MessageFormat::Full, speech, colour()));
        return Ok(ExitCode::from(1));
    }
    match cite.format {
        args::CiteFormat::Text => {
            print(&lines(&cited, speech));
            say(&sum(&cited.mentions, speech));
        }
        args::CiteFormat::Json => print(&json(&cited)),
    }
    Ok(ExitCode::SUCCESS)
}

/// One line a citation: where, what it prints, which law, articles, number, how sure.
fn lines(cited: &Cited, speech: MessageLang) -> String {
    let mut out = String::new();
    let mut place = LineColumn { line: 1, column: 1 };
    let mut rest = cited.text.chars().enumerate().peekable();
    for mention in &cited.mentions {
        while let Some((_, c)) = rest.next_if(|(at, _)| *at < mention.start) {
            place.pass(c);
        }
        let printed: String = mention.text.split_whitespace().collect();
        let more = if printed.chars().count() > SHOWN { "…" } else { "" };
        // A terminal obeys control characters.
        let printed: String =
            printed.chars().take(SHOWN).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
        let mut told = vec![
            match mention.law {
                Some(law) => id(&cited.laws, law),
                None if mention.candidates.is_empty() => "?",
                None => "",
            }
            .to_owned(),
        ];
        if mention.law.is_none() {
            told[0]
                .push_str(&mention.candidates.iter().map(|law| id(&cited.laws, *law)).collect::<Vec<_>>().join(" | "));
        }
        told.extend(mention.articles.iter().map(ToString::to_string));
        told.extend(mention.document_number.iter().map(|number| number.normalized.clone()));
        let sure = certainty(mention.certainty, speech);
        let _ = writeln!(out, "{}:{}  {printed}{more}  →  {}  ({sure})", place.line, place.column, told.join("  "));
    }
    out
}

struct LineColumn {
    line: usize,
    column: usize,
}

impl LineColumn {
    fn pass(&mut self, c: char) {
        if c == '\n' { (self.line, self.column) = (self.line + 1, 1) } else { self.column += 1 }
    }
}

fn id(laws: &[Law], law: LawId) -> &str {
    laws.get(law.get()).map_or("?", |law| law.id.as_str())
}

fn certainty(certainty: Certainty, speech: MessageLang) -> &'static str {
    let words = match certainty {
        Certainty::Exact => ["全称", "exact"],
        Certainty::Alias => ["别名", "alias"],
        Certainty::Inherited => ["承前", "inherited"],
        Certainty::Ambiguous => ["不明", "ambiguous"],
        Certainty::Unregistered => ["未登记", "unregistered"],
    };
    if speech == MessageLang::Zh { words[0] } else { words[1] }
}

fn sum(mentions: &[Mention], speech: MessageLang) -> String {
    let all = [Certainty::Exact, Certainty::Alias, Certainty::Inherited, Certainty::Ambiguous, Certainty::Unregistered];
    let counts: Vec<String> = all
        .into_iter()
        .map(|sure| (sure, mentions.iter().filter(|mention| mention.certainty == sure).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(sure, count)| format!("{} {count}", certainty(sure, speech)))
        .collect();
    let count = mentions.len();
    match speech {
        _ if mentions.is_empty() && speech == MessageLang::Zh => "没有找到法律引用。\n".to_owned(),
        _ if mentions.is_empty() => "No legal citations found.\n".to_owned(),
        MessageLang::Zh => format!("共 {count} 处引用：{}。\n", counts.join("，")),
        MessageLang::En => format!("{count} citations: {}.\n", counts.join(", ")),
    }
}

/// One object a citation; laws by their ids.
fn json(cited: &Cited) -> String {
    let objects: Vec<Value> = cited
        .mentions
        .iter()
        .map(|mention| {
            let mut object = json!(mention);
            object["law"] = json!(mention.law.map(|law| id(&cited.laws, law)));
            if mention.certainty == Certainty::Ambiguous {
                let candidates: Vec<&str> = mention.candidates.iter().map(|law| id(&cited.laws, *law)).collect();
                object["candidates"] = json!(candidates);
            }
            object
        })
        .collect();
    let mut text = serde_json::to_string_pretty(&objects).unwrap_or_default();
    text.push('\n');
    text
}
