//! `qingdan impact`: what stands on a law, list by list.

use std::fmt::Write;
use std::process::ExitCode;

use serde_json::json;

use crate::diag::formats::{MessageFormat, show};
use crate::diag::{Failure, MessageLang, Severity};
use crate::model::Lang;
use crate::pipeline::{self, Answer, ImpactRow, Question, Standpoint};

use super::asking_args::ImpactArgs;
use super::between;
use super::choices::ImpactFormat;
use super::options;
use super::output::{colour, print, say};

/// Looks up a law and prints what stands on it.
pub(super) fn run(impact: &ImpactArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    if let [from, to] = &impact.between[..] {
        return between::run(impact, [from, to], speech);
    }
    let question = Question {
        law: impact.law.as_deref().unwrap_or_default(),
        place: impact.article.as_deref().map(|place| options::place("--article", place)).transpose()?,
        on: impact.on.as_deref().map(|day| options::day("--on", day)).transpose()?,
        lang: if speech == MessageLang::Zh { Lang::ZH } else { Lang::EN },
    };
    let answer = pipeline::standing_on(&impact.content, &question)?;
    let Some(law) = &answer.law else {
        say(&show(&answer.findings, MessageFormat::Full, speech, colour()));
        let faults = answer.findings.iter().any(|finding| finding.severity == Severity::Error);
        return Ok(ExitCode::from(u8::from(faults)));
    };
    match impact.format {
        ImpactFormat::Text => print(&text(law, &answer, &question, speech)),
        ImpactFormat::Csv => print(&csv(&answer.rows)),
        ImpactFormat::Json => {
            let object = json!({ "law": law, "rows": answer.rows });
            print(&format!("{}\n", serde_json::to_string_pretty(&object).unwrap_or_default()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn text(law: &Standpoint, answer: &Answer, question: &Question<'_>, speech: MessageLang) -> String {
    let zh = speech == MessageLang::Zh;
    let mut out = format!("{} ({})\n", law.title, law.id);
    for (date, kind) in &law.events {
        let _ = writeln!(out, "  {date}  {}", kind.words()[usize::from(!zh)]);
    }
    if let (Some(day), true) = (question.on, law.ended) {
        let _ = if zh { writeln!(out, "  {day} 时已失效") } else { writeln!(out, "  out of force on {day}") };
    }
    let width = answer.rows.iter().map(|row| row.kind.len()).max().unwrap_or_default();
    let mut list = "";
    for row in &answer.rows {
        if row.list != list {
            list = &row.list;
            let _ = writeln!(out, "\n{} ({list})", row.agency);
        }
        let articles = if row.articles.is_empty() { String::new() } else { format!("  [{}]", row.articles.join(" ")) };
        let _ = writeln!(out, "  {:width$}  {}{articles}\n  {:width$}  {}", row.kind, row.name, "", row.id);
    }
    let offices = answer.rows.iter().filter(|row| row.kind == "office").count();
    let records = answer.rows.len() - offices;
    let mut lists: Vec<&str> = answer.rows.iter().map(|row| row.list.as_str()).collect();
    lists.dedup();
    let lists = lists.len();
    let _ = match zh {
        true => writeln!(out, "\n{lists} 份清单，{records} 条记录，{offices} 个科室。"),
        false => writeln!(out, "\nLists: {lists}. Records: {records}. Offices: {offices}."),
    };
    out
}

fn csv(rows: &[ImpactRow]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = writer.write_record(["list_id", "agency", "kind", "id", "name", "articles"]);
    let written = rows.iter().try_for_each(|row| {
        let articles = row.articles.join(" ");
        writer.write_record([row.list.as_str(), &row.agency, row.kind, &row.id, &row.name, &articles])
    });
    // Writing to memory does not fail.
    let bytes = head.and(written).ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
