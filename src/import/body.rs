//! A table of a grid in; its rows under keys and the headings between them out, with the fate of every cell.

use std::collections::HashMap;

use super::cells::{NOTHING, clean as cleaned, is_rounded};
use super::clean;
use super::columns::settle;
use super::document::Doubt;
use super::grid::{Grid, Owner, RowAt};
use super::head::{Column, Table};
use super::heading::folded;
use super::kind::Kind;
use super::line::{Heading, Line, heading, is_of_people, line};
use super::record::{Fate, Row, Value};
use super::trace::Reading;

/// Reads the rows of a table.
pub fn read(grid: &Grid<'_>, table: &Table, reading: &mut Reading<'_>) {
    for row in table.head.clone() {
        for owner in grid.owners(row, table.across.clone()) {
            reading.cell(grid, owner, Fate::Head);
        }
    }
    if table.columns.iter().any(|column| ["页码", "页数", "所在页"].contains(&folded(&column.heading()).as_str()))
    {
        // A table of contents lists no items of its own.
        for row in table.body.clone() {
            for owner in grid.owners(row, table.across.clone()) {
                reading.cell(grid, owner, Fate::Filler);
            }
        }
        return;
    }
    let columns = settle(grid, table);
    for column in &columns {
        let count = table.body.clone().filter(|row| !grid.own(*row, column.place).is_empty()).count();
        let above = table.head.clone().rev().find_map(|row| grid.owner(row, column.place));
        if let (Some(key), Some(owner)) = (&column.key, above.filter(|_| count > 0)) {
            reading.read.columns.push((grid.place(owner), column.heading(), key.clone(), count));
        }
        let holds = || table.body.clone().any(|row| !grid.own(row, column.place).is_empty());
        if matches!(column.key.as_deref(), None | Some("note")) && !column.path.is_empty() && holds() {
            let above = table.head.clone().rev().find_map(|row| grid.owner(row, column.place));
            if let Some(owner) = above {
                reading.read.unknown.insert(grid.place(owner), column.heading());
            }
        }
    }
    let mut body =
        Body { grid, table, above: vec![None; columns.len()], columns, numbers: HashMap::new(), first: true };
    for row in table.body.clone() {
        body.row(row, reading);
    }
}

struct Body<'g, 'd> {
    grid: &'g Grid<'d>,
    table: &'g Table,
    /// Its columns.
    columns: Vec<Column>,
    /// Names by number, for items whose parts are numbered `1.1` below them.
    numbers: HashMap<String, String>,
    /// For each column, the last value that was no ditto mark.
    above: Vec<Option<String>>,
    /// Whether no row of data was read yet.
    first: bool,
}

impl Body<'_, '_> {
    fn row(&mut self, row: RowAt, reading: &mut Reading<'_>) {
        let (grid, table) = (self.grid, self.table);
        let owners = grid.owners(row, table.across.clone());
        let own: Vec<Owner> = owners.iter().copied().filter(|owner| owner.row == row).collect();
        let Some(first) = own.first().copied() else { return };
        let all = |reading: &mut Reading<'_>, fate: Fate| {
            for owner in &own {
                reading.cell(grid, *owner, fate.clone());
            }
        };
        if self.repeats_head(row, &own) {
            return all(reading, Fate::Head);
        }
        if self.numbers_columns(&own) {
            return all(reading, Fate::Filler);
        }
        let text = grid.of(first);
        let wide = grid.cell(first).is_some_and(|cell| cell.columns > 1) || first.column == table.across.start;
        if own.len() == 1
            && owners.len() == 1
            && (wide || self.is_no_value(first))
            && !self.is_number_alone(text, first)
        {
            return self.line(first, reading);
        }
        if let Some(heading) = self.heading_in_cells(&own) {
            reading.section(heading);
            return all(reading, Fate::Section);
        }
        if is_of_people(text) {
            // Whoever filled in the form is nobody's business.
            for owner in &own {
                reading.read.left_out.push((grid.place(*owner), grid.of(*owner).to_owned()));
            }
            return all(reading, Fate::Filler);
        }
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let is_remark = matches!(bare.trim_end_matches(['：', ':']), "注" | "备注" | "说明" | "附注" | "其中");
        if is_remark && own.len() <= 3 && first.column == table.across.start {
            let cells = own.iter().map(|owner| clean::lines(grid.of(*owner)));
            reading.read.notes.push(cells.collect::<Vec<String>>().join("："));
            return all(reading, Fate::Note);
        }
        let words = ["合计", "小计", "总计", "共计"];
        let sums =
            words.iter().any(|word| bare.starts_with(word) || bare.ends_with(word)) && bare.chars().count() <= 16;
        let figure = |owner: &Owner| {
            let text = clean::narrow(grid.of(*owner));
            text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '共' | '项' | '条' | '个'))
        };
        if sums && own.iter().skip(1).all(figure) {
            reading.count(own.iter().map(|owner| grid.of(*owner)).collect::<Vec<_>>().join(" "));
            return all(reading, Fate::Count);
        }
        if own.len() == 2 && owners.len() == 2 && line(text) == Line::Filler {
            return all(reading, Fate::Filler);
        }
        self.values(row, reading);
        self.first = false;
    }

    /// A heading whose number stands in the column of numbers: `一 | 行政许可`, `（四） | 行政强制 | 共1项`.
    fn heading_in_cells(&self, own: &[Owner]) -> Option<Heading> {
        let [number, title, rest @ ..] = own else { return None };
        let is_number = self.column(number.column)?.key.as_deref() == Some("number");
        let figure = self.grid.of(*number).trim();
        let bare = figure.trim_matches(['（', '）', '(', ')', '、', '.']);
        let chinese = !bare.is_empty() && bare.chars().all(|c| "一二三四五六七八九十".contains(c));
        let count = match rest {
            [] => String::new(),
            [count] if self.grid.of(*count).ends_with('项') => format!("（{}）", self.grid.of(*count)),
            _ => return None,
        };
        let text = format!(
            "{}{}{count}",
            if figure.starts_with(['（', '(']) { format!("（{bare}）") } else { format!("{bare}、") },
            self.grid.of(*title).trim()
        );
        let found = heading(&text);
        let others = !rest.is_empty() || self.table.columns.len() > 2;
        let says = found.power_type.is_some()
            || found.role.is_some()
            || found.count.is_some()
            || found.title.chars().count() <= 8;
        (is_number && chinese && others && says).then_some(found)
    }

    /// A page repeats the head of its table.
    fn repeats_head(&self, row: RowAt, own: &[Owner]) -> bool {
        let grid = self.grid;
        let same = |owner: &&Owner| {
            let text = folded(grid.of(**owner));
            self.table.head.clone().any(|head| folded(grid.text(head, owner.column)) == text)
        };
        let _ = row;
        own.len() >= 2 && own.iter().filter(same).count() * 5 >= own.len() * 4
    }

    /// A row that numbers the columns: `1 2 3 4`, `栏次 1 2 3`, `甲 乙 1 2`.
    fn numbers_columns(&self, own: &[Owner]) -> bool {
        if !self.first || own.len() < 3 {
            return false;
        }
        let figure = |owner: &Owner| {
            let text = self.grid.of(*owner).trim_matches(['（', '）', '(', ')', '[', ']']).to_owned();
            text.parse::<u32>().ok()
        };
        let figures: Vec<Option<u32>> = own.iter().map(figure).collect();
        let known: Vec<u32> = figures.iter().skip(1).flatten().copied().collect();
        known.len() + 1 >= own.len() && known.windows(2).all(|pair| pair[1] == pair[0] + 1)
    }

    /// A row with a number and nothing else is a row that nobody filled in.
    fn is_number_alone(&self, text: &str, owner: Owner) -> bool {
        let key = self.column(owner.column).and_then(|column| column.key.as_deref());
        key == Some("number") && clean::narrow(text).chars().all(|c| c.is_ascii_digit() || c == '.')
    }

    /// Whether a cell that stands alone in its row is no value of its column: it stands in the first one, or the column
    /// of numbers is empty though rows have numbers.
    fn is_no_value(&self, owner: Owner) -> bool {
        let name = |column: &Column| matches!(column.key.as_deref(), Some("name" | "statement" | "title"));
        let numbers = self.columns.iter().find(|column| column.key.as_deref() == Some("number"));
        let numbered = numbers.is_some_and(|column| {
            let filled = |row: &RowAt| !self.grid.own(*row, column.place).is_empty();
            self.table.body.clone().filter(filled).count() * 2 > self.table.body.len()
        });
        let in_name = self.column(owner.column).is_some_and(name);
        let text = self.grid.of(owner);
        in_name
            && numbered
            && matches!(line(text), Line::Section(ref heading) if heading.depth > 0 || heading.power_type.is_some())
    }

    fn column(&self, place: u32) -> Option<&Column> {
        self.columns.iter().find(|column| column.place == place)
    }

    fn line(&self, owner: Owner, reading: &mut Reading<'_>) {
        let text = self.grid.of(owner);
        if is_of_people(text) {
            reading.read.left_out.push((self.grid.place(owner), text.to_owned()));
            return reading.cell(self.grid, owner, Fate::Filler);
        }
        match line(text) {
            Line::Section(heading) => {
                reading.section(heading);
                reading.cell(self.grid, owner, Fate::Section);
            }
            Line::Note => {
                reading.read.notes.push(clean::lines(text));
                reading.cell(self.grid, owner, Fate::Note);
            }
            Line::Count => {
                reading.count(text.to_owned());
                reading.cell(self.grid, owner, Fate::Count);
            }
            Line::Filler => reading.cell(self.grid, owner, Fate::Filler),
        }
    }

    /// A row whose number begins with that of a row above, `1.2` below `1`, is a part of it.
    fn part_by_number(&mut self, values: &mut Vec<Value>, names: &[(usize, Owner)], reading: &mut Reading<'_>) {
        let number = values.iter().find(|value| value.key == "number" && value.fresh).map(|value| value.text.clone());
        let (Some(number), [(at, owner)]) = (number, names) else { return };
        if self.table.kind != Kind::Items || values.iter().any(|value| value.key == "sub_item") {
            return;
        }
        let whole = number.rsplit_once(['.', '-']).and_then(|(whole, _)| self.numbers.get(whole)).cloned();
        let Some(name) = whole else {
            self.numbers.insert(number, values[*at].text.clone());
            return;
        };
        values[*at].key = "sub_item".into();
        let heading = values[*at].heading.clone();
        values.insert(*at, Value { key: "name".into(), heading, lower: String::new(), text: name, fresh: false });
        reading.again(*owner, Fate::Key("sub_item".into()), self.grid);
    }

    fn values(&mut self, row: RowAt, reading: &mut Reading<'_>) {
        let grid = self.grid;
        let mut names: Vec<(usize, Owner)> = Vec::new();
        let (mut values, mut remarks): (Vec<Value>, Vec<Value>) = (Vec::new(), Vec::new());
        let mut last = None;
        for (at, column) in self.columns.iter().enumerate() {
            let owner = grid.owner(row, column.place);
            // A cell that reaches over several columns is a value of the first.
            if owner.is_none() {
                let named = self
                    .columns
                    .iter()
                    .any(|column| column.key.as_deref() == Some("name") && !grid.own(row, column.place).is_empty());
                // A type stands once for the rows below it, merged or not; of anything else a blank says nothing.
                let goes_on = matches!(column.key.as_deref(), Some("type" | "section"));
                match self.above[at].clone().filter(|_| goes_on && named) {
                    Some(text) => {
                        let key = column.key.clone().unwrap_or_default();
                        values.push(Value { key, heading: column.heading(), lower: String::new(), text, fresh: false });
                    }
                    None if !goes_on => self.above[at] = None,
                    None => {}
                }
                continue;
            }
            if owner == last {
                continue;
            }
            last = owner;
            let Some(owner) = owner else { continue };
            let raw = grid.of(owner);
            let fresh = owner.row == row;
            let mut key = column.key.clone().unwrap_or_default();
            let mut heading = column.heading();
            // What a spreadsheet has made of a code is not the code.
            let is_damaged = grid.cell(owner).is_some_and(|cell| cell.doubt == Some(Doubt::Digits));
            if key == "code" && (is_damaged || is_rounded(raw)) {
                key = "note".into();
                heading.push_str("（末几位已被表格软件改动）");
                reading.damaged.insert(owner);
            }
            let mut text = cleaned(&key, raw);
            let mut fate =
                if matches!(&*key, "" | "note") { Fate::Note } else { Fate::Key(self.table.kind.full(&key)) };
            if clean::is_ditto(raw) {
                // Above it nothing may stand: then it is kept as it is.
                match self.above[at].clone() {
                    Some(above) => text = above,
                    None => {
                        fate = Fate::Note;
                        key = "note".into();
                    }
                }
            } else if clean::is_mark_of_nothing(raw) || (NOTHING.contains(&&*key) && clean::is_nothing(raw)) {
                text.clear();
                fate = Fate::Filler;
            } else {
                self.above[at] = Some(text.clone());
            }
            if fresh {
                reading.cell(grid, owner, fate);
            }
            let lower = column.path.last().cloned().unwrap_or_default();
            if let Some(comment) = grid.cell(owner).and_then(|cell| cell.comment.as_ref()).filter(|_| fresh) {
                let heading = format!("{}批注", column.heading());
                remarks.push(Value {
                    key: "note".into(),
                    heading,
                    lower: String::new(),
                    text: clean::lines(comment),
                    fresh,
                });
            }
            if key == "name" && fresh {
                names.push((values.len(), owner));
            }
            values.push(Value { key, heading, lower, text, fresh });
        }
        values.append(&mut remarks);
        self.part_by_number(&mut values, &names, reading);
        let section = reading.under();
        let (part, line) = (reading.part(), grid.line(row));
        if self.table.kind == Kind::Boundaries && !values.iter().any(|value| value.key == "name") {
            name_by_heading(&mut values, section, part, reading);
        }
        reading.read.rows.push(Row { kind: self.table.kind, values, section, part, line, form: false });
    }
}

/// The heading above a table of departments is the name of their matter.
fn name_by_heading(values: &mut Vec<Value>, section: Option<usize>, part: usize, reading: &mut Reading<'_>) {
    let Some(at) = section else { return };
    let found = &reading.read.sections[at];
    let fresh = !reading.read.rows.iter().any(|row| row.part == part && row.section == Some(at));
    let value = |key: &str, text: &str| Value {
        key: key.into(),
        heading: String::new(),
        lower: String::new(),
        text: text.into(),
        fresh,
    };
    let number = found.heading.number.as_deref().map(|number| value("number", number));
    let name = value("name", &found.heading.title);
    let trace = found.trace;
    values.splice(0..0, number.into_iter().chain([name]));
    if let Some(traced) = reading.read.trace.get_mut(trace) {
        traced.fate = Fate::Key(Kind::Boundaries.full("name"));
    }
}
