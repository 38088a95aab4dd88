//! The columns of a table as their headings say them in; the same as the headings of the others and the cells below say
//! them out.

use crate::load::words::{change, level, power_type, role};

use super::build::split;
use super::clean::{is_nothing, one_line};
use super::grid::Grid;
use super::head::{Column, Table};
use super::heading::folded;
use super::kind::Kind;

/// Settles what headings leave open: a column of types under any name, a second number, a name under `事项内容`.
pub fn settle(grid: &Grid<'_>, table: &Table) -> Vec<Column> {
    let mut columns = table.columns.clone();
    let cells = |column: &Column| {
        let below = table.body.clone().map(|row| grid.own(row, column.place)).filter(|text| !is_nothing(text));
        below.filter(|text| !text.is_empty()).map(one_line).collect::<Vec<String>>()
    };
    for column in &mut columns {
        let ticks = ["√", "✓", "✔", "×", "是", "否", "●", "○", "★"];
        let cells = cells(column);
        let is_ticks = !cells.is_empty() && cells.iter().all(|cell| ticks.contains(&cell.as_str()));
        if is_ticks && !matches!(column.key.as_deref(), Some("levels" | "fee") | None) {
            column.key = Some("note".into());
        }
    }
    if table.kind == Kind::Items {
        for column in &mut columns {
            by_cells(column, &cells(column));
        }
        by_others(&mut columns);
    }
    let mut number = false;
    for column in &mut columns {
        if column.key.as_deref() == Some("number") && std::mem::replace(&mut number, true) {
            // The number inside of a section, beside that in the list.
            let of_items = table.kind == Kind::Duties;
            column.key = Some(if of_items { "work_items.number" } else { "note" }.into());
        }
    }
    columns
}

/// What the cells of a column are, whatever stands above them.
fn by_cells(column: &mut Column, cells: &[String]) {
    let most = |is: &dyn Fn(&str) -> bool| {
        !cells.is_empty() && cells.iter().filter(|cell| is(cell)).count() * 5 >= cells.len() * 4
    };
    let is_type = |cell: &str| power_type(cell).is_some();
    let is_change = |cell: &str| change(cell).is_some();
    let is_level = |cell: &str| level(cell).is_some() && cell.ends_with('级');
    let is_role = |cell: &str| role(cell).is_some();
    let has_figures = |cell: &str| cell.chars().filter(char::is_ascii_digit).count() >= 5;
    let is_phone = |cell: &str| {
        let marks = |c: char| c.is_ascii_digit() || "-—/、；; ，,转（）".contains(c);
        cell.chars().all(marks) && cell.contains(['-', '—'])
    };
    match column.key.as_deref() {
        None | Some("note") if most(&is_type) => column.key = Some("type".into()),
        None | Some("note") if most(&is_change) => column.key = Some("change".into()),
        None | Some("note") if most(&is_level) => column.key = Some("levels".into()),
        None | Some("note") if most(&has_figures) && most(&is_phone) => {
            let heading = column.heading();
            let has = |word: &str| heading.contains(word);
            let key = match () {
                () if has("咨询") || has("窗口") => "consultation_phone",
                () if has("监督") => "supervision_phone",
                () if has("投诉") || has("举报") => "complaints_phone",
                () => "phones",
            };
            column.key = Some(key.into());
        }
        Some("type") if !cells.is_empty() && !cells.iter().any(|cell| is_type(cell)) => {
            // 类别 that names no type of power names the headings that items stand under.
            let is_section = !folded(&column.heading()).contains("属性") && cells.len() > 1;
            column.key = Some(if is_section { "section" } else { "note" }.into());
        }
        // 责任单位 may be the offices of the agency.
        Some("body") if most(&|cell: &str| split(cell).iter().all(|entry| is_office(entry))) => {
            column.key = Some("offices".into());
        }
        Some("role") if !cells.iter().any(|cell| is_role(cell)) => column.key = Some("manner".into()),
        // 监督方式 may hold words where others have a number.
        Some(key) if key.ends_with("_phone") && !cells.iter().any(|cell| has_figures(cell)) => {
            column.key = Some("note".into())
        }
        _ => {}
    }
}

/// What a column means beside the others.
fn by_others(columns: &mut [Column]) {
    let has = |columns: &[Column], key: &str| columns.iter().any(|column| column.key.as_deref() == Some(key));
    if !has(columns, "name")
        && !has(columns, "sub_item")
        && let Some(column) = columns.iter_mut().find(|column| column.key.as_deref() == Some("statement"))
    {
        column.key = Some("name".into());
    }
    // In a list of powers the unit that takes one over has it; in a township's, the department that took it back.
    let powers = columns.iter().any(|column| ["权力", "职权"].iter().any(|word| column.heading().contains(word)));
    if powers && !has(columns, "department_part") && !has(columns, "manner") && !has(columns, "body") {
        for column in columns.iter_mut().filter(|column| column.key.as_deref() == Some("department_name")) {
            column.key = Some("body".into());
        }
    }
}

/// Whether a name is that of an office inside of an agency.
fn is_office(name: &str) -> bool {
    let ends = ["股", "科", "室", "大队", "中队", "站", "所", "中心", "组", "窗口"];
    ends.iter().any(|end| name.ends_with(end)) && !name.ends_with("办公室") && name.chars().count() <= 16
}
