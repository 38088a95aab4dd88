//! What was published stays: every address, column and id that the site of the five lists had before lists of other kinds
//! came, which stand in `tests/kept/`, is there still.

use std::collections::BTreeSet;
use std::fs;

use crate::support::{repository, site};

/// The lines of a file of `tests/kept/`.
fn kept(name: &str) -> Vec<String> {
    let text = fs::read_to_string(repository("tests/kept").join(name)).expect("a list of what was published");
    text.lines().map(str::to_owned).collect()
}

/// The header and the rows of a table of the site.
fn table(name: &str) -> Option<(csv::StringRecord, Vec<csv::StringRecord>)> {
    let bytes = site::real().get(&format!("data/{name}.csv"))?;
    let mut reader = csv::Reader::from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes));
    let header = reader.headers().expect("a header").clone();
    Some((header, reader.records().map(|row| row.expect("a row")).collect()))
}

fn gone(kept: Vec<String>, there: impl Fn(&str) -> bool) {
    assert!(kept.len() > 300, "{}", kept.len());
    let gone: Vec<String> = kept.into_iter().filter(|one| !there(one)).collect();
    assert!(gone.is_empty(), "{} are gone, such as {:?}", gone.len(), &gone[..gone.len().min(5)]);
}

#[test]
fn every_address_is_there_still() {
    gone(kept("addresses.txt"), |path| site::real().contains_key(path));
}

#[test]
fn every_column_is_there_still() {
    gone(kept("columns.txt"), |name| {
        let (of, column) = name.split_once('.').expect("table.column");
        table(of).is_some_and(|(header, _)| header.iter().any(|have| have == column))
    });
}

#[test]
fn every_id_is_there_still() {
    let kept = kept("ids.txt");
    let names: BTreeSet<&str> = kept.iter().filter_map(|line| Some(line.split_once(' ')?.0)).collect();
    let mut there: BTreeSet<String> = BTreeSet::new();
    for name in names {
        let Some((header, rows)) = table(name) else { continue };
        let Some(at) = header.iter().position(|column| column == "id") else { continue };
        there.extend(rows.iter().map(|row| format!("{name} {}", &row[at])));
    }
    gone(kept, |id| there.contains(id));
}
