//! Items as cells in; the text of `items.csv` out, with the headings that papers print.

use crate::load::{HEADINGS, Heading};

use super::items::Cells;

/// The heading of a column in Chinese, where papers print one.
fn heading(heading: &Heading) -> &'static str {
    heading.printed.iter().find(|printed| !printed.is_ascii()).copied().unwrap_or(heading.key)
}

/// Writes a table of items.
pub fn table(items: &[Cells]) -> String {
    let used: Vec<&Heading> =
        HEADINGS.iter().filter(|heading| items.iter().any(|cells| cells.contains_key(heading.key))).collect();
    let mut out = String::new();
    let line = |out: &mut String, cells: &mut dyn Iterator<Item = &str>| {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                out.push(',');
            }
            out.push_str(&quoted(cell));
        }
        out.push('\n');
    };
    line(&mut out, &mut used.iter().map(|one| heading(one)));
    for cells in items {
        line(&mut out, &mut used.iter().map(|heading| cells.get(heading.key).map(String::as_str).unwrap_or_default()));
    }
    out
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r', ';', '\t']) || cell.starts_with(' ') || cell.ends_with(' ') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
