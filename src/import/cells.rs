//! A cell and the key of its column in, the text that the key wants out.

use super::clean;
use super::heading::folded;

/// Keys whose cells are one line.
pub const ONE_LINE: [&str; 12] = [
    "name",
    "sub_item",
    "number",
    "code",
    "type",
    "role",
    "section",
    "body",
    "change",
    "title",
    "participants.name",
    "predecessor",
];

/// Keys under which `无` says that there is nothing to say.
pub const NOTHING: [&str; 27] = [
    "sub_item",
    "offices",
    "work_items.offices",
    "notes",
    "note",
    "",
    "code",
    "body",
    "phones",
    "change",
    "office_phone",
    "consultation_phone",
    "supervision_phone",
    "complaints_phone",
    "work_items.remarks",
    "section",
    "predecessor",
    "taken_over_by",
    "case",
    "accountability",
    "stages",
    "accountability_basis",
    "duties_basis",
    "consequence",
    "answerable",
    "work_items.text",
    "participants.name",
];

/// The text of a cell as its key wants it.
pub fn clean(key: &str, raw: &str) -> String {
    let text = if ONE_LINE.contains(&key) { clean::one_line(raw) } else { clean::lines(&rows(raw)) };
    match key {
        "stages" | "accountability" => clean::numbered_lines(&text),
        "number" | "code" => clean::narrow(&text),
        key if key.contains("phone") => clean::narrow(&text),
        _ => text,
    }
}

/// A table inside a cell, whose rows are lines with tabs: what stands to the left says what is meant by the right.
fn rows(raw: &str) -> String {
    if !raw.contains('\t') {
        return raw.to_owned();
    }
    let line = |line: &str| match line.split_once('\t') {
        Some((left, right)) if !left.trim().is_empty() && !right.contains('\t') => {
            format!("{}：{}", left.trim(), right.trim())
        }
        _ => line.to_owned(),
    };
    let is_head = |line: &&str| {
        line.split('\t').all(|cell| {
            matches!(&*folded(cell), "环节" | "阶段" | "责任环节" | "责任内容" | "内容" | "责任事项" | "序号")
        })
    };
    raw.lines().filter(|line| !is_head(line)).map(line).collect::<Vec<String>>().join("\n")
}

/// A figure as a spreadsheet rounds it: `9.90123E+17`.
pub fn is_rounded(text: &str) -> bool {
    let parts = text.trim().split_once(['E', 'e']).map(|(figures, power)| (figures, power.trim_start_matches('+')));
    parts.is_some_and(|(figures, power)| {
        figures.parse::<f64>().is_ok() && !power.is_empty() && power.bytes().all(|byte| byte.is_ascii_digit())
    })
}
