//! `qingdan import`: files of an office in, a list in the content folder and a report of every cell out.

use std::collections::BTreeSet;
use std::process::ExitCode;

use crate::diag::formats::{MessageFormat, show};
use crate::diag::{Failure, Message, MessageLang, closest};
use crate::import::build::Said;
use crate::import::document::{Doubt, UnreadKind};
use crate::import::kind::Kind;
use crate::load::HEADINGS;
use crate::model::Collection;
use crate::pipeline::{self, ImportJob, Imported, column_of, folder_of};

use super::import_args::ImportArgs;
use super::output::{colour, print, say};

/// Places named in a line of the report, at most.
const MOST: usize = 8;

/// Reads the files and writes the list, or only says what would be written.
pub(super) fn run(import: &ImportArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let job = ImportJob {
        files: import.files.clone(),
        content: import.content.clone(),
        said: Said {
            id: import.id.clone(),
            region: import.region.clone(),
            department: import.department.clone(),
            agency: import.agency.clone(),
            title: import.title.clone(),
            kind: None,
        },
        columns: columns(&import.columns)?,
        dry_run: import.dry_run,
    };
    let imported = pipeline::import(&job)?;
    if !imported.findings.is_empty() {
        say(&show(&imported.findings, MessageFormat::Full, speech, colour()));
        say(match speech {
            MessageLang::Zh => "内容目录有错，先改好再导入；没有写任何文件。\n",
            MessageLang::En => "the content folder has faults; mend them first. Nothing was written.\n",
        });
        return Ok(ExitCode::from(1));
    }
    print(&told(&imported, &job, speech));
    Ok(ExitCode::SUCCESS)
}

/// `B=name` as the place of a column and a key.
fn columns(typed: &[String]) -> Result<Vec<(u32, String)>, Failure> {
    let wrong = |zh: String, en: String| Failure::Option { option: "--columns", words: Message::new(zh, en) };
    let mut columns = Vec::new();
    for one in typed {
        let pair = one.split_once('=').map(|(letters, key)| (letters.trim(), key.trim()));
        let Some((place, key)) = pair.and_then(|(letters, key)| Some((column_of(letters)?, key))) else {
            return Err(wrong(
                format!("“{one}”不成样子，请写列的字母和列名，例如 B=name"),
                format!("“{one}” is not a letter of a column and a key; write such as B=name"),
            ));
        };
        let typed: String = key.split_whitespace().collect();
        let known = HEADINGS.iter().find(|heading| heading.printed.contains(&typed.as_str()));
        let key = known.map_or(key, |heading| heading.key);
        let keys: Vec<&str> = HEADINGS.iter().map(|heading| heading.key).chain(["note"]).chain(Kind::KEYS).collect();
        if !keys.contains(&key) {
            let printed = HEADINGS.iter().flat_map(|heading| heading.printed.iter().copied());
            let near = closest(key, keys.iter().copied().chain(printed)).map(str::to_owned);
            let (zh, en) = near.map_or_else(
                || (format!("可用的有：\n{}", listed(&keys, true)), format!("there are:\n{}", listed(&keys, false))),
                |near| (format!("是不是 {near}？"), format!("did you mean {near}?")),
            );
            return Err(wrong(format!("没有叫“{key}”的列；{zh}"), format!("no key is called “{key}”; {en}")));
        }
        columns.push((place, key.to_owned()));
    }
    Ok(columns)
}

/// Keys in columns, each with the heading of it in Chinese, which may be written instead.
fn listed(keys: &[&str], zh: bool) -> String {
    const ACROSS: usize = 3;
    const WIDTH: usize = 40;
    let each: Vec<String> = keys
        .iter()
        .map(|key| {
            let heading = HEADINGS.iter().find(|heading| heading.key == *key);
            match (heading.and_then(|heading| heading.printed.iter().find(|one| !one.is_ascii())), zh) {
                (Some(printed), true) => format!("{key}（{printed}）"),
                (Some(printed), false) => format!("{key} ({printed})"),
                (None, _) => (*key).to_owned(),
            }
        })
        .collect();
    // A Chinese character is as wide as two others.
    let wide = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let lines = each.chunks(ACROSS).map(|row| {
        let line: String =
            row.iter().map(|one| format!("{one}{}", " ".repeat(WIDTH.saturating_sub(wide(one)).max(2)))).collect();
        format!("  {}", line.trim_end())
    });
    lines.collect::<Vec<String>>().join("\n")
}

/// The report.
fn told(imported: &Imported, job: &ImportJob, speech: MessageLang) -> String {
    let (report, files) = (&imported.report, &imported.files);
    let zh = speech == MessageLang::Zh;
    let mut lines: Vec<String> = Vec::new();
    let mut line = |in_zh: String, in_en: String| lines.push(if zh { in_zh } else { in_en });
    line(format!("清单：{}（{}）", files.title, files.id), format!("list: {} ({})", files.title, files.id));
    let records = |lang: MessageLang| {
        let each = files.counts.iter().map(|(collection, count)| {
            let [in_zh, in_en] = collection_words(*collection);
            if lang == MessageLang::Zh { format!("{in_zh} {count}") } else { format!("{count} {in_en}") }
        });
        each.collect::<Vec<String>>().join(if lang == MessageLang::Zh { "、" } else { ", " })
    };
    line(
        format!("读到：{} 行；{}；科室 {}", report.rows, records(MessageLang::Zh), files.offices),
        format!("read: {} rows; {}; {} offices", report.rows, records(MessageLang::En), files.offices),
    );
    line(
        format!(
            "单元格：{} 个有内容；{} 个进了相应的栏目，{} 个原样记入备注，{} 个是标题、表头或合计，{} 个是空标记、页码之类",
            report.cells, report.values, report.notes, report.headings, report.filler
        ),
        format!(
            "cells: {} hold anything; {} became values, {} are kept in notes, {} are titles, headings or counts, {} say nothing",
            report.cells, report.values, report.notes, report.headings, report.filler
        ),
    );
    let mut seen = BTreeSet::new();
    let known = report.columns.iter().filter(|(.., key, _)| key != "note");
    for (place, heading, key, count) in known.filter(|(_, heading, key, _)| seen.insert((heading.clone(), key.clone())))
    {
        let [in_zh, in_en] = key_words(key);
        line(
            format!("  {place} “{heading}” → {in_zh}（{count} 格）"),
            format!("  {place} “{heading}” → {in_en} ({count} cells)"),
        );
    }
    if !report.left_out.is_empty() {
        let each: Vec<String> = report.left_out.iter().map(|(place, text)| format!("{place} {text}")).collect();
        line(
            format!("没有写入清单（可能有个人姓名）：{}", some(&each, zh)),
            format!("not written into the list, since it may name people: {}", some(&each, zh)),
        );
    }
    if files.wants_translations {
        line(
            "网站要求每段文字都有译文（translations: complete）；译文还没有的，先在 site.yaml 写 translations: partial".into(),
            "the site wants every text translated (translations: complete); until that is done write translations: partial in site.yaml".into(),
        );
    }
    if !report.unknown.is_empty() {
        let each: Vec<String> = report.unknown.iter().map(|(place, heading)| format!("{place} “{heading}”")).collect();
        line(
            format!("没有对应栏目的列（内容记入备注；可用 --columns 指明）：{}", some(&each, zh)),
            format!("columns without a key (kept in notes; --columns can say what they are): {}", some(&each, zh)),
        );
    }
    let doubts = |doubt: Doubt| {
        let of = report.doubts.iter().filter(|(.., why)| *why == doubt);
        of.map(|(place, text, _)| format!("{place} {}", text.chars().take(24).collect::<String>()))
            .collect::<Vec<String>>()
    };
    for (doubt, [in_zh, in_en]) in DOUBTS {
        let each = doubts(doubt);
        if !each.is_empty() {
            line(
                format!("请核对，{in_zh}：{}", some(&each, zh)),
                format!("look at these, {in_en}: {}", some(&each, zh)),
            );
        }
    }
    if !report.hidden.is_empty() {
        line(
            format!("文件里隐藏的行、列、工作表也读了：{}", some(&report.hidden, zh)),
            format!("hidden rows, columns and sheets were read as well: {}", some(&report.hidden, zh)),
        );
    }
    if !report.unread.is_empty() {
        let each: Vec<String> =
            report.unread.iter().map(|unread| format!("{} {}", unread.place, unread_word(unread.what, zh))).collect();
        line(format!("不是文字，没有读：{}", some(&each, zh)), format!("no text, and not read: {}", some(&each, zh)));
    }
    for (title, said, found) in &files.miscounted {
        line(
            format!("“{title}”标明 {said} 项，读到 {found} 项，请核对"),
            format!("“{title}” says {said} items, and {found} were read; look at it"),
        );
    }
    if files.agency_unknown {
        line(
            "文件里没有认出单位名称，agency 暂写清单标题；请改 list.yaml，或重新导入时用 --agency 指明".into(),
            "the file does not say the agency; the title stands in its place. Correct list.yaml, or import again with --agency".into(),
        );
    }
    if !files.laws.is_empty() {
        let each: Vec<String> = files.laws.iter().map(|title| format!("《{title}》")).collect();
        line(
            format!(
                "没有登记的法律 {} 部，已写进 laws/{}.yaml，效力状态是“未知”：{}",
                files.laws.len(),
                files.id,
                some(&each, zh)
            ),
            format!(
                "{} laws that no register has, in laws/{}.yaml with the status unknown: {}",
                files.laws.len(),
                files.id,
                some(&each, zh)
            ),
        );
    }
    if files.suggested > 0 {
        line(
            format!("{} 条按名称中的字词建议了主题，请核对", files.suggested),
            format!("topics of {} records are suggested by words of their names; look at them", files.suggested),
        );
    }
    let folder = folder_of(&job.content, &files.id);
    if job.dry_run {
        let paths: Vec<&str> = files.new.iter().chain(&files.added).map(|(path, _)| path.as_str()).collect();
        line(
            format!("没有写文件（--dry-run）；会写：{}", paths.join("、")),
            format!("nothing was written (--dry-run); these would be: {}", paths.join(", ")),
        );
    } else {
        let paths: Vec<String> = imported.written.iter().map(|path| path.display().to_string()).collect();
        line(format!("已写：{}", paths.join("、")), format!("written: {}", paths.join(", ")));
        line(
            format!("下一步：看一看 {}，再运行 qingdan check 和 qingdan build（或 qingdan serve）", folder.display()),
            format!("next: look at {}, then run qingdan check and qingdan build (or qingdan serve)", folder.display()),
        );
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// A key as a person says it: the heading that papers print for it, and the key itself.
fn key_words(key: &str) -> [String; 2] {
    let printed = HEADINGS.iter().find(|heading| heading.key == key);
    let printed = printed.and_then(|heading| heading.printed.iter().find(|printed| !printed.is_ascii()));
    let words = match (printed, key) {
        (Some(printed), _) => printed,
        (None, "section") => "所属标题",
        (None, "statement") => "主要职责",
        (None, "work_items.text") => "具体工作事项",
        (None, "work_items.number") => "工作事项序号",
        (None, "work_items.offices") => "责任科室",
        (None, "work_items.remarks") => "备注",
        (None, "accountability.basis") => "追责依据",
        (None, "participants.name") => "部门",
        (None, "participants.responsibility") => "部门职责",
        (None, "case") => "案例",
        (None, "description") => "服务内容",
        (None, "schedule") => "时间",
        (None, "title") => "制度名称",
        (None, "purpose") => "目的",
        (None, key) if key.starts_with("stages:") => "责任事项",
        (None, key) if key.starts_with("provisions:") => "制度条文",
        (None, _) => "",
    };
    let zh = if words.is_empty() { key.to_owned() } else { words.to_owned() };
    [zh, key.to_owned()]
}

const DOUBTS: [(Doubt, [&str; 2]); 5] = [
    (
        Doubt::Digits,
        [
            "数字超过 15 位，表格软件已把末尾改成 0",
            "numbers of more than 15 digits, the last of which the spreadsheet has replaced by zeros",
        ],
    ),
    (Doubt::Formula, ["公式没有保存过结果", "formulas without a saved value"]),
    (Doubt::Encoding, ["有无法识别的字符", "characters that could not be read"]),
    (Doubt::Date, ["可能被表格软件改成了日期", "the spreadsheet may have made dates of them"]),
    (Doubt::Change, ["有没接受的修订，按接受后的文字读", "changes that are not accepted yet, read as if they were"]),
];

fn some(each: &[String], zh: bool) -> String {
    let shown = each.iter().take(MOST).map(String::as_str).collect::<Vec<&str>>().join(if zh { "、" } else { ", " });
    match each.len().saturating_sub(MOST) {
        0 => shown,
        more if zh => format!("{shown} 等 {} 处", each.len().max(more)),
        more => format!("{shown} and {more} more"),
    }
}

fn unread_word(what: UnreadKind, zh: bool) -> &'static str {
    match (what, zh) {
        (UnreadKind::Picture, true) => "图片",
        (UnreadKind::Picture, false) => "picture",
        (UnreadKind::Object, true) => "嵌入对象",
        (UnreadKind::Object, false) => "object",
        (UnreadKind::Chart, true) => "图表",
        (UnreadKind::Chart, false) => "chart",
    }
}

fn collection_words(collection: Collection) -> [&'static str; 2] {
    match collection {
        Collection::Items => ["事项", "items"],
        Collection::Duties => ["职责", "duties"],
        Collection::Boundaries => ["边界事项", "boundary matters"],
        Collection::Services => ["服务", "services"],
        Collection::Regimes => ["监管制度", "regimes"],
        Collection::Mechanism => ["追责机制", "mechanism entries"],
    }
}
