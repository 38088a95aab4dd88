//! A workbook and the rows of a list in; its rows, each with the record that it is or will be, out.

use std::collections::HashMap;

use crate::diag::{Message, Severity};

use super::base::Base;
use super::book::{Book, Page, folded};
use super::codes::{COLUMN, ROW};
use super::faults::{Fault, Spot};
use super::form::Form;
use super::grid::Grid;
use super::layout::{HEAD, OWN, PARENT, TABLE, is_top};

/// A record: one of the list, by its row there, or a new one, by its row in the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Owner {
    /// One of the list.
    Existing(usize),
    /// A new one.
    New(usize),
}

/// A row of the workbook.
#[derive(Debug)]
pub struct Taken {
    /// Which sheet of the form.
    pub sheet: usize,
    /// Where its first cell is.
    pub spot: Spot,
    /// Its id as typed.
    pub own: String,
    /// The record that it is.
    pub record: Owner,
    /// What it says that it belongs to, and where; `None` in a sheet whose rows do not say it.
    pub said: Option<(String, Spot)>,
    /// The record that it belongs to, and which sequence of that.
    pub owner: Option<(Owner, usize)>,
    /// Its cells by column of the form: text and place; `None` where the workbook lacks the column.
    pub cells: Vec<Option<(String, Spot)>>,
}

/// The rows of a workbook.
#[derive(Debug, Default)]
pub struct Rows {
    /// In the order of the form and of the sheets.
    pub taken: Vec<Taken>,
    /// Which sheets of the form the workbook has.
    pub present: Vec<bool>,
}

impl Rows {
    /// The row of a record.
    pub fn of(&self, record: Owner) -> Option<&Taken> {
        match record {
            Owner::New(index) => self.taken.get(index),
            existing => self.taken.iter().find(|taken| taken.record == existing),
        }
    }
}

/// Takes the rows of a workbook.
pub(super) fn rows(book: &Book, form: &Form, grid: &Grid, base: &Base<'_>, faults: &mut Vec<Fault>) -> Rows {
    let mut rows = Rows { taken: Vec::new(), present: vec![false; form.sheets.len()] };
    let mut names = Names::new(form, grid);
    for page in &book.sheets {
        let known = form.sheets.iter().any(|sheet| sheet.title == page.title) || page.title == TABLE;
        if !known && !page.rows.is_empty() {
            let spot = Spot::new(&page.title, page.head, 0);
            faults.push(unknown(
                spot,
                "这张表不是清单的一部分，没有读入",
                "this sheet is no part of the list and was not read",
            ));
        }
    }
    for (sheet, of) in form.sheets.iter().enumerate() {
        let Some(page) = book.sheets.iter().find(|page| page.title == of.title) else {
            if grid.rows.iter().any(|row| row.sheet == sheet) {
                let message = Message::new(
                    format!("工作簿里没有“{}”表，清单里的这些内容保持原样", of.title),
                    format!("the workbook has no sheet {}; the list keeps what it has of it", of.title),
                );
                faults.push(Fault::new(&COLUMN, Severity::Warning, Spot::new(of.title, 1, 0), String::new(), message));
            }
            continue;
        };
        rows.present[sheet] = true;
        if sheet == 0 {
            head(page, form, grid, &mut rows, faults)
        } else {
            records(page, sheet, form, grid, &mut Marks { names: &mut names, base }, &mut rows, faults)
        }
    }
    rows
}

/// The head of the list, a value a row.
fn head(page: &Page, form: &Form, grid: &Grid, rows: &mut Rows, faults: &mut Vec<Fault>) {
    let place = |name: &str, other: u32| {
        page.headings.iter().find(|(_, text)| *text == name).map_or(other, |(place, _)| *place)
    };
    let (names, values) = (place(HEAD[0], 0), place(HEAD[1], 1));
    let columns = &form.sheets[0].columns;
    let is_there = |column: &&super::form::Column| {
        page.rows.iter().any(|(_, row)| row.get(&names).is_some_and(|name| folded(name) == folded(&column.heading)))
    };
    let missing: Vec<&str> = columns.iter().filter(|column| !is_there(column)).map(|column| &*column.heading).collect();
    let mut cells: Vec<Option<(String, Spot)>> = vec![None; columns.len()];
    for (line, row) in &page.rows {
        let name = row.get(&names).map(|name| folded(name)).unwrap_or_default();
        let text = row.get(&values).cloned().unwrap_or_default();
        let spot = Spot::new(&page.title, *line, values);
        match columns.iter().position(|column| folded(&column.heading) == name) {
            Some(column) if cells[column].is_none() => cells[column] = Some((text, spot)),
            _ if text.is_empty() => {}
            None if !missing.is_empty() => {
                let spot = Spot::new(&page.title, *line, names);
                faults.push(renamed(spot, row.get(&names).cloned().unwrap_or_default(), &missing));
            }
            _ => faults.push(unknown(spot, "不认识这一项，没有读入", "this value is not known and was not read")),
        }
    }
    for (index, column) in columns.iter().enumerate() {
        if cells[index].is_none() && grid.rows.first().is_some_and(|row| !row.cells[index].0.is_empty()) {
            faults.push(gone(Spot::new(&page.title, page.head, names), &column.heading));
        }
    }
    let spot = Spot::new(&page.title, page.head + 1, values);
    rows.taken.push(Taken {
        sheet: 0,
        spot,
        own: String::new(),
        record: Owner::Existing(0),
        said: None,
        owner: None,
        cells,
    });
}

fn records(
    page: &Page,
    sheet: usize,
    form: &Form,
    grid: &Grid,
    marks: &mut Marks<'_, '_>,
    rows: &mut Rows,
    faults: &mut Vec<Fault>,
) {
    let Marks { names, base } = marks;
    let columns = &form.sheets[sheet].columns;
    let place = |name: &str| page.headings.iter().find(|(_, text)| **text == folded(name)).map(|(place, _)| *place);
    let own = place(OWN).unwrap_or(0);
    let parent = place(PARENT);
    let places: Vec<Option<u32>> = columns.iter().map(|column| place(&column.heading)).collect();
    for heading in [OWN, PARENT] {
        if place(heading).is_none() && (heading == OWN || !is_top(form, sheet)) {
            faults.push(headless(Spot::new(&page.title, page.head, 0), heading));
            rows.present[sheet] = false;
            return;
        }
    }
    let is_known = |at: &u32| *at == own || parent == Some(*at) || places.contains(&Some(*at));
    let mut strange: Vec<u32> =
        page.rows.iter().flat_map(|(_, row)| row.keys().copied()).filter(|at| !is_known(at)).collect();
    strange.sort_unstable();
    strange.dedup();
    let missing: Vec<&str> =
        columns.iter().zip(&places).filter(|(_, at)| at.is_none()).map(|(column, _)| &*column.heading).collect();
    if !missing.is_empty() {
        for at in std::mem::take(&mut strange) {
            let name = page.headings.get(&at).cloned().unwrap_or_default();
            faults.push(renamed(Spot::new(&page.title, page.head, at), name, &missing));
        }
    }
    for at in strange {
        let zh = "不认识这一列，其中的内容没有读入";
        faults.push(unknown(
            Spot::new(&page.title, page.head, at),
            zh,
            "this column is not known; what stands in it was not read",
        ));
    }
    for (index, column) in columns.iter().enumerate() {
        let has = |row: &super::grid::Row| row.sheet == sheet && !row.cells[index].0.is_empty();
        if places[index].is_none() && grid.rows.iter().any(has) {
            faults.push(gone(Spot::new(&page.title, page.head, own), &column.heading));
        }
    }
    let mut seen: HashMap<Owner, u32> = HashMap::new();
    for (line, row) in &page.rows {
        let spot = |place: u32| Spot::new(&page.title, *line, place);
        let text = |place: u32| row.get(&place).cloned().unwrap_or_default();
        let typed = text(own);
        let said = parent.map(text).unwrap_or_default();
        let cells: Vec<Option<(String, Spot)>> = places.iter().map(|at| at.map(|at| (text(at), spot(at)))).collect();
        if typed.is_empty() && cells.iter().flatten().all(|(text, _)| text.is_empty()) {
            continue;
        }
        let fault = |place: u32, text: String, zh: String, en: String| {
            Fault::new(&ROW, Severity::Error, spot(place), text, Message::new(zh, en))
        };
        let at = parent.unwrap_or(own);
        let owner = match names.owner(sheet, &said) {
            Found::One(owner, child) => (owner, child),
            Found::Several => {
                let zh = format!("“{said}”是哪一条记录的哪一部分，不能确定");
                faults.push(fault(at, said.clone(), zh, format!("`{said}` may be a part of several records")));
                continue;
            }
            Found::None if said.is_empty() => {
                faults.push(fault(
                    at,
                    said,
                    "这一行没有写属于哪一条记录".into(),
                    "the row does not say what it belongs to".into(),
                ));
                continue;
            }
            Found::None => {
                let zh = format!("清单里没有“{said}”");
                faults.push(fault(at, said.clone(), zh, format!("the list has no `{said}`")));
                continue;
            }
        };
        let known = names.records.get(&(owner.0, owner.1, typed.clone())).copied().filter(|_| !typed.is_empty());
        let called = if said.is_empty() { names.top(sheet) } else { said.clone() };
        let key = format!("{called}/{typed}");
        if known.is_none() && base.stale && !typed.is_empty() && base.has(&page.title, &key) {
            // It was taken out of the list since the workbook was made.
            let texts = cells.iter().map(|cell| cell.as_ref().map_or("", |(text, _)| text.as_str()));
            if !base.is_as_made(&page.title, &key, texts) {
                faults.push(Fault::outdated(spot(own), typed));
            }
            continue;
        }
        if known.is_none() && typed.starts_with('#') {
            let zh = format!("“{said}”里没有第 {typed} 行；新的一行，编号要空着");
            faults.push(fault(
                own,
                typed.clone(),
                zh,
                format!("there is no row {typed} there; leave the id of a new row empty"),
            ));
            continue;
        }
        let record = known.map_or(Owner::New(rows.taken.len()), Owner::Existing);
        if let (Some(_), Some(first)) = (known, seen.get(&record)) {
            let zh = format!("第 {first} 行已经是 `{typed}`；复制出来的新行，编号要清空");
            let en = format!("row {first} is `{typed}` already; empty the id of a row that was copied");
            faults.push(fault(own, typed.clone(), zh, en));
            continue;
        }
        seen.insert(record, *line);
        let belongs = parent.map(|at| (said.clone(), spot(at)));
        let taken = Taken { sheet, spot: spot(own), own: typed, record, said: belongs, owner: Some(owner), cells };
        if known.is_none() {
            names.add(&taken, &called);
        }
        rows.taken.push(taken);
    }
}

fn unknown(spot: Spot, zh: &str, en: &str) -> Fault {
    Fault::new(&COLUMN, Severity::Warning, spot, String::new(), Message::new(zh, en))
}

/// A column without which no row is known.
pub(super) fn headless(spot: Spot, heading: &str) -> Fault {
    let message = Message::new(
        format!("没有“{heading}”这一列，不知道哪一行是哪一条；改回表头"),
        format!("the column {heading} is gone, so nobody can tell which row is which; put the heading back"),
    );
    Fault::new(&COLUMN, Severity::Error, spot, String::new(), message)
}

/// What an unknown column holds may be meant for one that is missing.
pub(super) fn renamed(spot: Spot, name: String, missing: &[&str]) -> Fault {
    let (few, all) = (missing.iter().take(3).copied().collect::<Vec<_>>(), missing.len());
    let (zh, en) = if all > few.len() { (format!("等 {all} 个"), " and others") } else { (String::new(), "") };
    let message = Message::new(
        format!("不认识“{name}”，而“{}”{zh}不见了；表头是改过的就改回去，多出的内容就删去", few.join("”“")),
        format!(
            "“{name}” is not known, and “{}”{en} gone; if a heading was changed, put it back, else take out what is too much",
            few.join("”, “")
        ),
    );
    Fault::new(&COLUMN, Severity::Error, spot, name, message)
}

fn gone(spot: Spot, heading: &str) -> Fault {
    let message = Message::new(
        format!("没有“{heading}”这一列，清单里的这些内容保持原样"),
        format!("the column {heading} is gone; the list keeps what it has of it"),
    );
    Fault::new(&COLUMN, Severity::Warning, spot, String::new(), message)
}

/// What rows are known by.
struct Marks<'m, 'f> {
    names: &'m mut Names<'f>,
    base: &'m Base<'m>,
}

enum Found {
    One(Owner, usize),
    Several,
    None,
}

/// What rows may say that they belong to.
struct Names<'f> {
    form: &'f Form,
    /// Sequences by their whole name.
    whole: HashMap<String, (Owner, usize)>,
    /// Sequences of a sheet by the id, number or name of the record alone.
    short: HashMap<(usize, String), Vec<(Owner, usize)>>,
    /// Records by sequence and id.
    records: HashMap<(Owner, usize, String), usize>,
}

impl<'f> Names<'f> {
    fn new(form: &'f Form, grid: &Grid) -> Names<'f> {
        let mut names = Names { form, whole: HashMap::new(), short: HashMap::new(), records: HashMap::new() };
        for (index, row) in grid.rows.iter().enumerate() {
            if let Some(owner) = row.owner {
                names.records.insert((Owner::Existing(owner), row.child, row.own.clone()), index);
            }
            let prefix = if row.sheet == 0 { String::new() } else { format!("{}/", row.key()) };
            let cell = |index: usize| row.cells.get(index).map(|(text, _)| text.clone());
            names.enter(row.sheet, Owner::Existing(index), &prefix, &row.own, cell);
        }
        names
    }

    /// What the sequence of a sheet is called whose rows do not say where they belong.
    fn top(&self, sheet: usize) -> String {
        let of = &self.form.sheets[sheet].of;
        self.form.sheets[0]
            .children
            .iter()
            .find(|child| child.of == *of)
            .map_or(String::new(), |child| child.called.clone())
    }

    fn add(&mut self, taken: &Taken, said: &str) {
        let prefix = format!("{said}/{}/", taken.own);
        let cell = |index: usize| taken.cells.get(index)?.as_ref().map(|(text, _)| text.clone());
        self.enter(taken.sheet, taken.record, &prefix, &taken.own, cell);
    }

    fn enter(&mut self, sheet: usize, record: Owner, prefix: &str, own: &str, cell: impl Fn(usize) -> Option<String>) {
        let of = &self.form.sheets[sheet];
        let column = |key: &str| of.columns.iter().position(|column| column.path == [key]).and_then(&cell);
        let mut short: Vec<String> =
            [Some(own.to_owned()), column("number"), column("name"), column("title")].into_iter().flatten().collect();
        short.retain(|name| !name.is_empty() && !name.starts_with('#'));
        short.dedup();
        for (child, inner) in of.children.iter().enumerate() {
            if !own.is_empty() || sheet == 0 {
                self.whole.entry(format!("{prefix}{}", inner.called)).or_insert((record, child));
            }
            if of.children.iter().filter(|other| other.of == inner.of).count() == 1 {
                for name in &short {
                    let key = (self.form.find(&inner.of), name.clone());
                    self.short.entry(key).or_default().push((record, child));
                }
            }
        }
    }

    fn owner(&self, sheet: usize, said: &str) -> Found {
        if is_top(self.form, sheet) {
            let of = &self.form.sheets[sheet].of;
            let child = self.form.sheets[0].children.iter().position(|child| child.of == *of);
            return child.map_or(Found::None, |child| Found::One(Owner::Existing(0), child));
        }
        let said = said.replace('／', "/");
        if let Some((owner, child)) = self.whole.get(&*said) {
            // Another sheet may have a sequence of this name; the row belongs where its kind is.
            let above = match owner {
                Owner::Existing(_) | Owner::New(_) => *child,
            };
            return Found::One(*owner, above);
        }
        match self.short.get(&(sheet, said)).map(Vec::as_slice) {
            Some([(owner, child)]) => Found::One(*owner, *child),
            Some([_, _, ..]) => Found::Several,
            _ => Found::None,
        }
    }
}
