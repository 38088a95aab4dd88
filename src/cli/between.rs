//! `qingdan impact --between`: what became of laws between two days, and what stands on them.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::process::ExitCode;

use serde_json::json;

use crate::diag::formats::{MessageFormat, show};
use crate::diag::{Failure, Message, MessageLang, Severity};
use crate::model::{After, Lang};
use crate::pipeline::{self, Period, TouchedList, TouchingEvent};

use super::asking_args::ImpactArgs;
use super::choices::ImpactFormat;
use super::options;
use super::output::{colour, print, say};

/// Looks up what became of laws and prints it.
pub(super) fn run(impact: &ImpactArgs, days: [&str; 2], speech: MessageLang) -> Result<ExitCode, Failure> {
    let [from, to] = days.map(|day| options::day("--between", day));
    let period = Period {
        from: from?,
        to: to?,
        law: impact.law.as_deref(),
        lang: if speech == MessageLang::Zh { Lang::ZH } else { Lang::EN },
    };
    if period.to < period.from {
        let (from, to) = (period.from, period.to);
        return Err(Failure::Option {
            option: "--between",
            words: Message::new(
                format!("{to} 在 {from} 之前；先写较早的一天"),
                format!("{to} is before {from}; give the earlier day first"),
            ),
        });
    }
    let found = pipeline::between(&impact.content, &period)?;
    let Some(events) = &found.events else {
        say(&show(&found.findings, MessageFormat::Full, speech, colour()));
        let faults = found.findings.iter().any(|finding| finding.severity == Severity::Error);
        return Ok(ExitCode::from(u8::from(faults)));
    };
    match impact.format {
        ImpactFormat::Text => print(&text(events, &period, speech)),
        ImpactFormat::Csv => print(&csv(events)),
        ImpactFormat::Json => {
            let object = json!({ "from": period.from, "to": period.to, "events": events });
            print(&format!("{}\n", serde_json::to_string_pretty(&object).unwrap_or_default()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn text(events: &[TouchingEvent], period: &Period<'_>, speech: MessageLang) -> String {
    let zh = speech == MessageLang::Zh;
    let mut out = String::new();
    for event in events {
        let number = event.number.as_ref().map(|number| format!("  {number}")).unwrap_or_default();
        let what = event.kind.words()[usize::from(!zh)];
        let _ = writeln!(out, "{}  {} ({})  {what}{number}", event.date, event.title, event.law);
        if let Some(successor) = &event.replaced_by {
            let _ = if zh {
                writeln!(out, "  代替它的是 {successor}")
            } else {
                writeln!(out, "  replaced by {successor}")
            };
        }
        event.lists.iter().for_each(|list| one_list(list, zh, &mut out));
        out.push('\n');
    }
    let rows = || events.iter().flat_map(|event| &event.lists).flat_map(|list| &list.rows);
    let lists: BTreeSet<&str> = rows().map(|row| row.list.as_str()).collect();
    let records: BTreeSet<&str> = rows().filter(|row| row.kind != "office").map(|row| row.id.as_str()).collect();
    let offices: BTreeSet<&str> = rows().filter(|row| row.kind == "office").map(|row| row.id.as_str()).collect();
    let (from, to) = (period.from, period.to);
    let [events, lists, records, offices] = [events.len(), lists.len(), records.len(), offices.len()];
    let _ = match zh {
        true => writeln!(
            out,
            "{from} 至 {to}：法律变动 {events} 次，涉及 {lists} 份清单，{records} 条记录，{offices} 个科室。"
        ),
        false => writeln!(
            out,
            "{from} to {to}: Events of laws: {events}. Lists: {lists}. Records: {records}. Offices: {offices}."
        ),
    };
    out
}

fn one_list(list: &TouchedList, zh: bool, out: &mut String) {
    let dated = match (list.date, list.after, zh) {
        (Some(date), After::Unknown, true) => format!("{date}，先后不明"),
        (Some(date), After::Unknown, false) => format!("{date}, order not known"),
        (Some(date), _, _) => date.to_string(),
        (None, _, true) => "无日期".to_owned(),
        (None, _, false) => "no date".to_owned(),
    };
    let _ = writeln!(out, "  {} ({}; {dated})", list.agency, list.list);
    let width = list.rows.iter().map(|row| row.kind.len()).max().unwrap_or_default();
    for row in &list.rows {
        let articles = if row.articles.is_empty() { String::new() } else { format!("  [{}]", row.articles.join(" ")) };
        let _ = writeln!(out, "    {:width$}  {}{articles}\n    {:width$}  {}", row.kind, row.name, "", row.id);
    }
}

fn csv(events: &[TouchingEvent]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = ["date", "event", "law_id", "list_id", "agency", "after", "kind", "id", "name", "articles"];
    let mut written = writer.write_record(head);
    for event in events {
        for list in &event.lists {
            for row in &list.rows {
                let (date, articles) = (event.date.to_string(), row.articles.join(" "));
                let [kind, after] = [event.kind.as_str(), list.after.as_str()];
                let cells =
                    [&date, kind, &event.law, &row.list, &row.agency, after, row.kind, &row.id, &row.name, &articles];
                written = written.and_then(|()| writer.write_record(cells));
            }
        }
    }
    // Writing to memory does not fail.
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
