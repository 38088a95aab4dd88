//! Rows about items in; a cell for each heading of a table of items, item by item, out.

use std::collections::BTreeMap;

use crate::import::clean::{is_nothing, lines, one_line};
use crate::import::record::{Row, Value};
use crate::load::words;
use crate::model::StageKind;

use super::names_in_cells::{offices_of, phones, split};

/// An item as a row of `items.csv`: cells by the key of their heading.
pub type Cells = BTreeMap<&'static str, String>;

/// An item that was read.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Its cells.
    pub cells: Cells,
    /// The heading that it stands under.
    pub section: Option<usize>,
    /// The part of the document.
    pub part: usize,
    /// Its row in that part.
    pub line: u32,
}

/// Columns of a basis that is printed in fields.
const FIELDS: [(&str, &[&str]); 4] = [
    ("法律法规名称", &["法律法规名称", "名称", "依据名称", "法规名称", "法律名称", "法律依据名称"]),
    ("依据文号", &["依据文号", "文号", "发文字号"]),
    ("条款号", &["条款号", "条款", "条款序号", "条款项", "具体条款", "条文"]),
    ("条款内容", &["条款内容", "内容", "依据内容", "条文内容", "具体内容"]),
];

/// Marks that tick a column.
const TICKS: [&str; 8] = ["√", "✓", "✔", "是", "●", "○", "★", "V"];

/// The items of rows: a row that names nothing goes on with the one above it.
pub fn items(rows: &[&Row]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for row in rows {
        let named = row.fresh("name").next().is_some() || row.fresh("sub_item").next().is_some();
        let goes_on = !named && !row.form && items.last().is_some_and(|last| last.part == row.part);
        let values: Vec<&Value> = row.values.iter().filter(|value| !value.text.is_empty()).collect();
        match items.last_mut().filter(|_| goes_on) {
            Some(last) => {
                let fresh: Vec<&Value> = values.into_iter().filter(|value| value.fresh).collect();
                for (key, text) in cells(&fresh) {
                    let once = [
                        "type",
                        "code",
                        "number",
                        "role",
                        "change",
                        "levels",
                        "body",
                        "statutory_limit",
                        "promised_limit",
                    ];
                    let other = last.cells.get(key).is_some_and(|have| *have != text);
                    if once.contains(&key) && other {
                        add(&mut last.cells, "notes", &text);
                    } else {
                        add(&mut last.cells, key, &text);
                    }
                }
            }
            None => {
                let is_part = row.shown("sub_item").is_some();
                let own = |value: &&Value| value.fresh || value.key != "number" || !is_part;
                let values: Vec<&Value> = values.into_iter().filter(own).collect();
                let mut cells = cells(&values);
                if !named && !row.form {
                    // A row whose name the cell above it gives, or that has none, is shown whole.
                    name(&mut cells, row);
                }
                items.push(Item { cells, section: row.section, part: row.part, line: row.line });
            }
        }
    }
    items.retain(|item| !item.cells.is_empty());
    for item in &mut items {
        if !item.cells.contains_key("name") && !item.cells.contains_key("sub_item") {
            let first = ["statement", "stages", "notes", "basis", "type"].iter().find_map(|key| item.cells.get(key));
            let text = first.map(|text| one_line(text)).unwrap_or_default();
            let text: String = text.chars().take(40).collect();
            item.cells.insert("name", if text.is_empty() { "（无名称）".into() } else { text });
        }
    }
    items
}

fn name(cells: &mut Cells, row: &Row) {
    if let Some(name) = row.shown("name") {
        cells.entry("name").or_insert_with(|| name.to_owned());
    }
}

fn add(cells: &mut Cells, key: &'static str, text: &str) {
    let cell = cells.entry(key).or_default();
    // A row that goes on may repeat what the row above says.
    if cell == text || cell.lines().any(|line| line == text) {
        return;
    }
    if !cell.is_empty() {
        cell.push('\n');
    }
    cell.push_str(text);
}

/// The values of a row as the cells of a table of items.
fn cells(values: &[&Value]) -> Cells {
    let mut cells = Cells::new();
    let of = |key: &str| values.iter().filter(|value| value.key == key).copied().collect::<Vec<&Value>>();
    for value in values {
        match &*value.key {
            "" | "note" => note(&mut cells, value),
            "notes" => {
                let several = of("notes").len() > 1 || !matches!(&*value.lower, "备注" | "说明" | "附注" | "");
                if several && !value.heading.is_empty() {
                    note(&mut cells, value)
                } else {
                    add(&mut cells, "notes", &value.text)
                }
            }
            "levels" => level(&mut cells, value),
            "basis" => {}
            key if key.starts_with("stages:") => stage(&mut cells, value),
            "type" => match words::power_type(&value.text) {
                Some(_) => only(&mut cells, "type", value),
                None => note(&mut cells, value),
            },
            "role" => match words::role(&value.text) {
                Some(_) => only(&mut cells, "role", value),
                None => note(&mut cells, value),
            },
            "change" => match words::change(&value.text) {
                Some(_) => only(&mut cells, "change", value),
                None => note(&mut cells, value),
            },
            "body" => {
                let several = value.text.contains(['、', '；', ';', '，', ',']);
                if several { note(&mut cells, value) } else { only(&mut cells, "body", value) }
            }
            "offices" => offices(&mut cells, value),
            key if key.ends_with("phone") || key == "phones" => match phones(&value.text) {
                Some(each) => {
                    for phone in each {
                        if let Some(key) = self::key(key) {
                            append(&mut cells, key, &phone);
                        }
                    }
                }
                None => note(&mut cells, value),
            },
            "code" => {
                let sub = of("sub_item").iter().any(|value| !is_nothing(&value.text));
                let best = of("code").into_iter().find(|code| code.heading.contains("子项") == sub);
                let best = best.or_else(|| of("code").first().copied());
                if best == Some(*value) { only(&mut cells, "code", value) } else { note(&mut cells, value) }
            }
            "fee" | "place" | "recipients" | "consequence" if of(&value.key).len() > 1 => {
                let text = format!("{}：{}", value.lower, value.text);
                if let Some(key) = key(&value.key) {
                    add(&mut cells, key, &text);
                }
            }
            key @ ("statutory_limit" | "promised_limit") if bare_figure(&value.text).is_some() => {
                // The unit of a bare figure stands in the heading.
                let text = with_unit(&value.text, &value.heading);
                if let Some(key) = self::key(key) {
                    only(&mut cells, key, &Value { text, ..(*value).clone() });
                }
            }
            "number"
                if value.heading.contains("主项") && of("sub_item").iter().any(|value| !is_nothing(&value.text)) => {}
            "number"
                if value.heading.contains("子项") && of("sub_item").iter().all(|value| is_nothing(&value.text)) => {}
            "number" | "name" | "sub_item" | "section" | "predecessor" | "taken_over_by" | "statutory_limit"
            | "promised_limit" => match key(&value.key) {
                Some(key) => only(&mut cells, key, value),
                None => note(&mut cells, value),
            },
            other => match key(other) {
                Some(key) => add(&mut cells, key, &value.text),
                None => note(&mut cells, value),
            },
        }
    }
    basis(&mut cells, &of("basis"));
    departments(&mut cells);
    change(&mut cells);
    cells
}

/// The key as the table of items spells it.
fn key(key: &str) -> Option<&'static str> {
    crate::load::HEADINGS.iter().map(|heading| heading.key).find(|known| *known == key)
}

/// A cell whose column has no key, in the notes with its heading.
fn note(cells: &mut Cells, value: &Value) {
    let text = value.text.replace('\n', "；");
    let text = if value.heading.is_empty() { text } else { format!("{}：{text}", value.heading) };
    add(cells, "notes", &text);
}

/// A cell that there can be one of.
fn only(cells: &mut Cells, key: &'static str, value: &Value) {
    match cells.get(key) {
        Some(have) if *have == value.text => {}
        Some(_) => note(cells, value),
        None => {
            cells.insert(key, value.text.clone());
        }
    }
}

/// A cell that is a figure and nothing else.
fn bare_figure(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}

/// A bare figure with the unit that its heading names.
fn with_unit(text: &str, heading: &str) -> String {
    let text = text.trim();
    let days = ["（日）", "(日)", "（天）", "(天)", "日历日", "自然日"];
    match () {
        () if heading.contains("工作日") => format!("{text}个工作日"),
        () if days.iter().any(|unit| heading.contains(unit)) => format!("{text}日"),
        () => text.to_owned(),
    }
}

/// A level as words, or as a tick in the column of a level.
fn level(cells: &mut Cells, value: &Value) {
    let text = one_line(&value.text);
    if TICKS.contains(&&*text) {
        let lower = value.lower.trim_end_matches('级');
        add(cells, "levels", &format!("{lower}级"));
    } else if !is_nothing(&text) && text != "否" && text != "×" {
        add(cells, "levels", &value.text);
    }
}

/// What is to be done in a stage that has a column of its own.
fn stage(cells: &mut Cells, value: &Value) {
    let printed = value.lower.trim_start_matches(|c: char| ('①'..='⑳').contains(&c)).trim();
    let word = match value.key.trim_start_matches("stages:") {
        "other" if !printed.is_empty() => printed,
        "acceptance" => "受理",
        "examination" => "审查",
        "decision" => "决定",
        "delivery" => "送达",
        "follow-up" => "事后监管",
        _ => "其他",
    };
    let labelled = format!("{}：", value.lower);
    let printed = words::stage(&labelled).filter(|(kind, ..)| *kind != StageKind::Other);
    let word = printed.map_or(word, |(_, printed, _)| printed);
    let text = value.text.replace('\n', "");
    add(cells, "stages", &if text.starts_with(word) { text } else { format!("{word}：{text}") });
}

/// The columns of a basis as one text.
fn basis(cells: &mut Cells, columns: &[&Value]) {
    let field = |value: &&Value| {
        let lower = value.lower.trim();
        FIELDS.iter().find(|(_, names)| names.contains(&lower)).map(|(label, _)| *label)
    };
    let fields: Vec<Option<&str>> = columns.iter().map(field).collect();
    if columns.len() > 1 && fields.iter().all(Option::is_some) {
        let split: Vec<Vec<String>> =
            columns.iter().map(|value| lines(&value.text).lines().map(str::to_owned).collect()).collect();
        let entries = split.first().map_or(0, Vec::len);
        let even = split.iter().all(|lines| lines.len() == entries);
        let whole = |lines: &Vec<String>| lines.join("");
        let texts: Vec<Vec<String>> = if even {
            (0..entries).map(|at| split.iter().map(|lines| lines[at].clone()).collect()).collect()
        } else {
            vec![split.iter().map(whole).collect()]
        };
        for texts in texts {
            let labelled =
                fields.iter().zip(&texts).map(|(label, text)| format!("{}：{text}", label.unwrap_or_default()));
            add(cells, "basis", &labelled.collect::<Vec<String>>().join("；"));
        }
        return;
    }
    for value in columns {
        add(cells, "basis", &value.text);
    }
}

/// Offices; a phone printed beside one is a phone of the office.
fn offices(cells: &mut Cells, value: &Value) {
    for entry in split(&value.text).iter().flat_map(|entry| offices_of(entry)) {
        let digits = entry.chars().filter(char::is_ascii_digit).count();
        if digits < 7 {
            append(cells, "offices", &entry);
            continue;
        }
        let at = entry.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
        let name = entry[..at].trim_matches(|c: char| c.is_whitespace() || "（(：:电话联系".contains(c));
        let phone = entry[at..].trim_matches(|c: char| c.is_whitespace() || "）)".contains(c));
        if !name.is_empty() {
            append(cells, "offices", name);
        }
        append(cells, "office_phone", phone);
    }
}

fn append(cells: &mut Cells, key: &'static str, entry: &str) {
    let cell = cells.entry(key).or_default();
    if !cell.split('、').any(|have| have == entry) {
        if !cell.is_empty() {
            cell.push('、');
        }
        cell.push_str(entry);
    }
}

/// What is said of several departments must be divided among them; where it is not, it is kept whole.
fn departments(cells: &mut Cells) {
    // `承接部门：…` and `工作方式：…` in one cell.
    if let Some(cell) = cells.get("manner").filter(|_| !cells.contains_key("department_name")).cloned() {
        let after = |line: &str, labels: &[&str]| {
            let rest = labels.iter().find_map(|label| line.strip_prefix(label))?;
            rest.strip_prefix(['：', ':']).map(|rest| rest.trim().to_owned())
        };
        let lines: Vec<&str> = cell.lines().collect();
        let name = lines.iter().find_map(|line| after(line, &["承接部门", "收回部门", "承接单位", "部门"]));
        let manner = lines.iter().find_map(|line| after(line, &["工作方式", "承接方式", "履职方式", "方式"]));
        if let (Some(name), Some(manner), 2) = (name, manner, lines.len()) {
            cells.insert("department_name", name);
            cells.insert("manner", manner);
        }
    }
    let names = cells.get("department_name").map(|cell| split(cell)).unwrap_or_default();
    for (key, label) in [("department_part", "上级部门职责"), ("manner", "工作方式")] {
        let Some(text) = cells.get(key).cloned() else { continue };
        let own: Vec<&str> = text.lines().collect();
        let divided = own.len() == names.len() || {
            let after = |line: &&str| {
                names
                    .iter()
                    .any(|name| line.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with(['：', ':'])))
            };
            own.iter().all(after)
        };
        if names.is_empty() || (names.len() > 1 && !divided) {
            cells.remove(key);
            add(cells, "notes", &format!("{label}：{}", text.replace('\n', "；")));
        }
    }
}

/// What an item was before says something only beside what became of it.
fn change(cells: &mut Cells) {
    if cells.contains_key("change") {
        return;
    }
    for (key, label) in [("predecessor", "原事项名称"), ("taken_over_by", "划转部门")] {
        if let Some(text) = cells.remove(key) {
            add(cells, "notes", &format!("{label}：{}", text.replace('\n', "；")));
        }
    }
}
