//! The cells about other departments of a row in, the departments that have the item with the township out.

use crate::model::{Counterpart, Id, Text};

use super::column::Column;
use super::fault::TableFault;
use super::lines::{entries, lines};
use super::row::Row;

/// The departments of a row, each with its part.
pub(super) fn counterparts(row: &mut Row<'_>) -> Vec<Counterpart> {
    let names = row.texts(Column::DepartmentName, |cell| entries(cell).collect());
    if names.is_empty() {
        for column in [Column::DepartmentPart, Column::Manner, Column::Department, Column::DepartmentItem] {
            if !row.forms(column).is_empty() {
                row.fault_of(column, TableFault::Without(Column::DepartmentName));
            }
        }
        return Vec::new();
    }
    let mut parts = shares(row, Column::DepartmentPart, &names).into_iter();
    let mut manners = shares(row, Column::Manner, &names).into_iter();
    let mut slugs = ids(row, Column::Department, names.len()).into_iter();
    let mut items = ids(row, Column::DepartmentItem, names.len()).into_iter();
    let each = names.into_iter().map(|name| Counterpart {
        department: slugs.next().map(Id::new),
        name,
        responsibility: parts.next().flatten(),
        manner: manners.next().flatten(),
        item: items.next().map(str::to_owned),
    });
    each.collect()
}

/// An entry for each department; none, and a fault, where there are more or fewer.
fn ids<'t>(row: &mut Row<'t>, column: Column, wanted: usize) -> Vec<&'t str> {
    let found: Vec<&str> = entries(row.get(column)).collect();
    if found.is_empty() || found.len() == wanted {
        return found;
    }
    row.fault_of(column, TableFault::Lines { are: found.len(), wanted, by: Column::DepartmentName });
    Vec::new()
}

/// What a column says of each department.
fn shares(row: &mut Row<'_>, column: Column, names: &[Text]) -> Vec<Option<Text>> {
    let mut texts: Vec<Option<Text>> = vec![None; names.len()];
    for (lang, place, cell) in row.forms(column) {
        let own: Vec<&str> = names.iter().map(|name| name.best(lang).1).collect();
        match divided(cell, &own) {
            Ok(parts) => {
                for (text, part) in texts.iter_mut().zip(parts) {
                    *text = Some(text.take().unwrap_or_default().with(lang, &part));
                }
            }
            Err(are) => row.fault(place, TableFault::Lines { are, wanted: names.len(), by: Column::DepartmentName }),
        }
    }
    texts
}

/// A cell divided among names: all of it for a single one; else a line for each, or what follows each name and a colon.
/// How many lines there are where neither fits.
fn divided(cell: &str, names: &[&str]) -> Result<Vec<String>, usize> {
    let lines: Vec<&str> = lines(cell).collect();
    if names.len() == 1 {
        return Ok(vec![lines.join("\n")]);
    }
    let after = |line: &'_ str, name: &str| line.strip_prefix(name)?.strip_prefix(['：', ':']).map(str::len);
    let mut parts: Vec<Option<String>> = vec![None; names.len()];
    let mut open = None;
    for line in &lines {
        let begun = names.iter().enumerate().find_map(|(at, name)| Some((at, after(line, name)?)));
        if let Some((at, rest)) = begun {
            open = Some(at);
            parts[at].get_or_insert_default().push_str(line[line.len() - rest..].trim_start());
        } else if let Some(part) = open.and_then(|at| parts[at].as_mut()) {
            part.push_str(if part.is_empty() { "" } else { "\n" });
            part.push_str(line);
        } else {
            break;
        }
    }
    let named: Option<Vec<String>> = parts.into_iter().map(|part| part.filter(|part| !part.is_empty())).collect();
    match named {
        Some(parts) => Ok(parts),
        None if lines.len() == names.len() => Ok(lines.into_iter().map(str::to_owned).collect()),
        None => Err(lines.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::divided;

    #[test]
    fn a_cell_is_divided_by_lines_or_names() {
        let names = ["县教育局", "县公安局"];
        assert_eq!(divided("1.甲\n2.乙", &names[..1]), Ok(vec!["1.甲\n2.乙".into()]));
        assert_eq!(divided("甲\n乙", &names), Ok(vec!["甲".into(), "乙".into()]));
        let by_name = "县公安局：\n1.甲\n2.乙\n县教育局：丙";
        assert_eq!(divided(by_name, &names), Ok(vec!["丙".into(), "1.甲\n2.乙".into()]));
        assert_eq!(divided("甲", &names), Err(1));
        assert_eq!(divided("总说\n县公安局：甲\n县教育局：乙", &names), Err(3));
    }
}
