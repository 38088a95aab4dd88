//! A grid in; its tables, each with the rows of its head, its columns and the rows below, out.

use std::collections::BTreeSet;
use std::ops::Range;

use super::grid::{Grid, Owner, RowAt};
use super::heading::{find, folded};
use super::kind::Kind;

/// Lower headings that say nothing by themselves.
const LOWER: [&str; 22] = [
    "法定",
    "承诺",
    "名称",
    "内容",
    "依据",
    "条款",
    "主项",
    "子项",
    "省",
    "市",
    "县",
    "乡",
    "省级",
    "市级",
    "县级",
    "乡级",
    "法律",
    "行政法规",
    "地方性法规",
    "部门规章",
    "规章",
    "规范性文件",
];

/// Rows of a head, at most.
const DEEPEST: usize = 4;

/// A table in a sheet.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it is about.
    pub kind: Kind,
    /// Rows of its head.
    pub head: Range<RowAt>,
    /// Rows below the head, repeated heads and notes included.
    pub body: Range<RowAt>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Places that it takes from left to right.
    pub across: Range<u32>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its place in the sheet.
    pub place: u32,
    /// The headings above it, the uppermost first.
    pub path: Vec<String>,
    /// The key that its cells belong under; `None` where nobody knows.
    pub key: Option<String>,
}

impl Column {
    /// The headings as one, for notes and reports.
    pub fn heading(&self) -> String {
        self.path.join("/")
    }
}

/// Columns that the user says: place and key.
pub type Said = [(u32, String)];

/// The tables of a grid, from above to below and from left to right.
pub fn tables(grid: &Grid<'_>, title: &str, said: &Said) -> Vec<Table> {
    let mut heads: Vec<(Range<RowAt>, Range<u32>)> = Vec::new();
    for across in bands(grid) {
        let mut row = 0;
        while row < grid.height() {
            let Some(end) = head_at(grid, row, &across) else {
                row += 1;
                continue;
            };
            heads.push((row..end, across.clone()));
            row = end;
        }
    }
    let mut tables: Vec<Table> = Vec::new();
    for (at, (head, across)) in heads.iter().enumerate() {
        let next = heads[at + 1..].iter().filter(|(_, other)| other == across).map(|(head, _)| head.start).next();
        let body = head.end..next.unwrap_or(grid.height());
        let kind = kind_of(grid, head, across, title);
        let columns = columns(grid, head, across, kind, said);
        // The head of the page before, printed once more.
        let same = |last: &&mut Table| last.across == *across && paths(&last.columns) == paths(&columns);
        match tables.last_mut().filter(|last| same(last)) {
            Some(last) => last.body.end = body.end,
            None => tables.push(Table { kind, head: head.clone(), body, columns, across: across.clone() }),
        }
    }
    tables
}

fn paths(columns: &[Column]) -> Vec<(u32, String)> {
    columns.iter().map(|column| (column.place, folded(&column.heading()))).collect()
}

/// Where tables lie side by side, the places of each; else all places.
fn bands(grid: &Grid<'_>) -> Vec<Range<u32>> {
    let all = 0..grid.width;
    let row = (0..grid.height()).find(|row| is_head(grid, *row, &all));
    let Some(row) = row else { return vec![all] };
    let owners = grid.owners(row, all.clone());
    let first = owners.first().map(|owner| folded(grid.of(*owner))).unwrap_or_default();
    let again: Vec<u32> =
        owners.iter().skip(2).filter(|owner| folded(grid.of(**owner)) == first).map(|owner| owner.column).collect();
    if first.is_empty() || again.is_empty() {
        return vec![all];
    }
    // A head that repeats its first heading is of two tables only where a whole head stands on either side.
    let starts: Vec<u32> = std::iter::once(0).chain(again).collect();
    let ends = starts.iter().skip(1).copied().chain([grid.width]);
    let bands: Vec<Range<u32>> = starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect();
    if bands.iter().all(|band| is_head(grid, row, band)) { bands } else { vec![all] }
}

/// Whether a row is the first of a head.
fn is_head(grid: &Grid<'_>, row: RowAt, across: &Range<u32>) -> bool {
    let owners = grid.owners(row, across.clone());
    let own: Vec<&str> = owners.iter().filter(|owner| owner.row == row).map(|owner| grid.of(*owner)).collect();
    let texts: BTreeSet<String> = own.iter().map(|text| folded(text)).collect();
    if texts.len() < 2 || own.iter().any(|text| text.chars().count() > 60) {
        return false;
    }
    if !own.iter().all(|text| is_label(text)) {
        return false;
    }
    // A heading that is known counts for two, one whose words are, for one.
    let read = |kind: Kind| {
        let found = own.iter().filter_map(|text| find(kind, &[text]));
        let weights: Vec<usize> = found.map(|found| if found.exact { 2 } else { 1 }).collect();
        (weights.iter().sum::<usize>(), weights.len())
    };
    let (weight, found) = Kind::ALL.into_iter().map(read).max_by_key(|(weight, _)| *weight).unwrap_or_default();
    let numbered =
        own.first().is_some_and(|text| matches!(&*folded(text), "序号" | "编号" | "项号" | "序" | "№" | "no."));
    weight >= 3 && found * 2 >= own.len() || (numbered && own.len() >= 3 && found >= 2)
}

fn is_label(text: &str) -> bool {
    let plain = text.split(['（', '(']).next().unwrap_or(text);
    // A translation beside it does not make a heading long.
    let chinese = !plain.is_ascii();
    let counts = |c: &char| !(c.is_whitespace() || chinese && c.is_ascii());
    plain.chars().filter(counts).count() <= 16
        && !text.contains(['。', '；', '《', '：', ':'])
        && !text.starts_with(|c: char| c.is_ascii_digit())
}

/// The row after a head that begins in a row; `None` where none does.
fn head_at(grid: &Grid<'_>, row: RowAt, across: &Range<u32>) -> Option<RowAt> {
    if !is_head(grid, row, across) {
        // A single merged heading above a head belongs to it only where it spans a part of it: that is found from there.
        let above = grid.owners(row, across.clone());
        let spans = |owner: &Owner| grid.cell(*owner).is_some_and(|cell| cell.columns > 1);
        // What begins above and reaches down beside the lower headings makes one head of both rows.
        let reaches = |owner: &Owner| grid.cell(*owner).is_some_and(|cell| cell.rows > 1);
        let brief = |owner: &Owner| grid.of(*owner).chars().count() <= 6;
        let over_all = grid
            .owners(row + 1, across.clone())
            .iter()
            .all(|below| grid.owner(row, below.column).is_some_and(|owner| owner.row == row));
        let joins = above.iter().any(reaches) || (over_all && above.iter().all(brief));
        let upper = above.len() >= 2 && above.iter().any(spans) && joins;
        let upper = upper && above.iter().all(|owner| is_label(grid.of(*owner)));
        if !(upper && row + 1 < grid.height() && is_head(grid, row + 1, across)) {
            return None;
        }
    }
    let mut end = row + 1;
    while end < grid.height() && end - row < DEEPEST && goes_on(grid, row, end, across) {
        end += 1;
    }
    Some(end)
}

/// Whether a row below the first of a head belongs to the head.
fn goes_on(grid: &Grid<'_>, first: RowAt, row: RowAt, across: &Range<u32>) -> bool {
    let owners = grid.owners(row, across.clone());
    let (own, from_above): (Vec<Owner>, Vec<Owner>) = owners.into_iter().partition(|owner| owner.row == row);
    if own.is_empty() {
        return !from_above.is_empty() && from_above.iter().all(|owner| owner.row >= first);
    }
    if !own.iter().all(|owner| is_label(grid.of(*owner))) {
        return false;
    }
    let number =
        |owner: &Owner| grid.of(*owner).chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    if own.iter().any(number) {
        return false;
    }
    // Each stands below a heading that reaches over several columns, or is a heading itself.
    let under = |owner: &Owner| {
        let above = grid.owner(row - 1, owner.column);
        let wide = above.and_then(|above| grid.cell(above)).is_some_and(|cell| cell.columns > 1);
        wide && above.is_some_and(|above| above.row >= first)
    };
    let known = |owner: &Owner| {
        let text = grid.of(*owner);
        Kind::ALL.into_iter().any(|kind| find(kind, &[text]).is_some_and(|found| found.exact))
    };
    // Saved without its merged cells, a head has lower headings below some of the upper ones, and blanks beside them.
    let lower = |owner: &Owner| {
        let text = folded(grid.of(*owner));
        known(owner)
            || LOWER.contains(&text.as_str())
            || find(Kind::Items, &[grid.text(row - 1, owner.column), &text]).is_some()
    };
    let above = grid.owners(row - 1, across.clone()).iter().filter(|owner| owner.row == row - 1).count();
    let numbered = grid.own(row, across.start).is_empty();
    if own.len() >= 2 && own.len() * 3 < above * 2 && numbered && own.iter().all(lower) {
        return true;
    }
    // Below a heading that was merged downwards nothing of the head can stand.
    if own.iter().all(&under) {
        return true;
    }
    let repeats = own.iter().all(|owner| folded(grid.of(*owner)) == folded(grid.text(first, owner.column)));
    !repeats && own.iter().all(|owner| under(owner) || known(owner)) && own.len() < across.len()
}

/// What a table is about, by its headings and by the title above it.
fn kind_of(grid: &Grid<'_>, head: &Range<RowAt>, across: &Range<u32>, title: &str) -> Kind {
    let paths: Vec<Vec<String>> = across.clone().map(|place| path(grid, head, place)).collect();
    let score = |kind: Kind| {
        let mut score = 0;
        for path in &paths {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let here = find(kind, &path).filter(|found| found.key != "note");
            let elsewhere = || {
                let mut others = Kind::ALL.into_iter().filter(|other| *other != kind);
                others.any(|other| find(other, &path).is_some_and(|found| found.exact && found.key != "note"))
            };
            score += match here {
                Some(found) if found.exact => 2 + 2 * i32::from(!elsewhere()),
                Some(_) => 1,
                None => 0,
            };
        }
        score + 3 * i32::from(kind.speaks_in(title))
    };
    let has = |kind: Kind, wanted: &str| {
        paths.iter().any(|path| {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            find(kind, &path).is_some_and(|found| found.key == wanted)
        })
    };
    let name = |kind: Kind| {
        // A matter may be the heading above the table of its departments.
        if kind == Kind::Boundaries && has(kind, "participants.name") && has(kind, "participants.responsibility") {
            return true;
        }
        let own = match kind {
            Kind::Items => &["name", "sub_item"][..],
            Kind::Duties => &["statement"],
            Kind::Boundaries | Kind::Services => &["name"],
            Kind::Regimes => &["title"],
        };
        own.iter().any(|own| has(kind, own))
    };
    let kinds = Kind::ALL.into_iter().filter(|kind| name(*kind));
    // The first of those with the best score.
    kinds.rev().max_by_key(|kind| score(*kind)).unwrap_or_default()
}

/// The headings above a place.
fn path(grid: &Grid<'_>, head: &Range<RowAt>, place: u32) -> Vec<String> {
    let mut path: Vec<String> = Vec::new();
    let mut last = None;
    for row in head.clone() {
        let mut owner = grid.owner(row, place);
        // An upper heading that was not merged stands above the first of its columns alone.
        let lower = (row + 1..head.end).any(|below| !grid.own(below, place).is_empty());
        if owner.is_none() && lower {
            owner = (0..place)
                .rev()
                .map_while(|left| {
                    let has_lower = (row + 1..head.end).any(|below| !grid.own(below, left).is_empty());
                    has_lower.then(|| grid.owner(row, left))
                })
                .flatten()
                .next();
        }
        if owner.is_some() && owner != last {
            last = owner;
            let text: String = owner.map(|owner| grid.of(owner)).unwrap_or_default().split_whitespace().collect();
            path.push(text);
        }
    }
    path
}

fn columns(grid: &Grid<'_>, head: &Range<RowAt>, across: &Range<u32>, kind: Kind, said: &Said) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for place in across.clone() {
        let path = path(grid, head, place);
        let key = said.iter().find(|(of, _)| *of == place).map(|(_, key)| key.clone()).or_else(|| {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            find(kind, &path).map(|found| found.key.to_owned())
        });
        columns.push(Column { place, path, key });
    }
    columns
}
