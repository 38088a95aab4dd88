//! The rows of a list in, the bytes of its workbook out: a sheet a part, ready to fill in and to print.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Note,
    ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use crate::edit::table;
use crate::model::{Id, ListKind};

use super::base::{TABLE_FACT, fact, of_row};
use super::form::{Column, Form, Leaf, SheetForm};
use super::grid::{Grid, Row};
use super::layout::{ABOUT, HEAD, LONG, OWN, PARENT, TABLE, VERSION, column_name, is_top};
use super::words::words;

/// The most characters that Excel takes in a cell.
const MOST: usize = 32_767;

/// Characters of a print header, at most.
const HEADER: usize = 120;

/// A workbook that was made.
#[derive(Debug)]
pub struct Written {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many sheets it has for the list.
    pub sheets: usize,
    /// How many records it holds.
    pub rows: usize,
    /// Cells whose texts are too long for Excel, which stay in the files.
    pub too_long: Vec<String>,
}

/// Writes the workbook of a list.
pub(super) fn workbook(id: &str, grid: &Grid, form: &Form, languages: &[String]) -> Result<Written, XlsxError> {
    let mut book = Workbook::new();
    // The same list gives the same bytes, whatever the time.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(id).set_creation_datetime(&made));
    let styles = Styles::new();
    let mut written = Written { bytes: Vec::new(), sheets: 0, rows: 0, too_long: Vec::new() };
    let title = cell_of(form, grid, "title").unwrap_or_else(|| id.to_owned());
    for (index, of) in form.sheets.iter().enumerate() {
        let rows: Vec<&Row> = grid.rows.iter().filter(|row| row.sheet == index).collect();
        if index > 0 && rows.is_empty() && !is_offered(form, grid, index) {
            continue;
        }
        let mut page = Page {
            sheet: Worksheet::new(),
            styles: &styles,
            title: of.title,
            long: &mut written.too_long,
            widths: BTreeMap::new(),
            lines: BTreeMap::new(),
        };
        page.dress(&title)?;
        if index == 0 {
            page.head(of, rows.first().copied())?
        } else {
            page.records(form, index, &rows)?
        }
        book.push_worksheet(page.sheet);
        written.sheets += 1;
        written.rows += rows.len();
    }
    for file in grid.files.iter().filter(|file| file.root.is_none()) {
        let records = table::records(&file.text, crate::load::delimiter(&file.text));
        let mut page = Page {
            sheet: Worksheet::new(),
            styles: &styles,
            title: TABLE,
            long: &mut written.too_long,
            widths: BTreeMap::new(),
            lines: BTreeMap::new(),
        };
        page.dress(&title)?;
        page.table(&records)?;
        book.push_worksheet(page.sheet);
        written.sheets += 1;
        written.rows += records.len().saturating_sub(1);
    }
    let mut about = Worksheet::new();
    about.set_name(ABOUT)?;
    let mut facts = vec![
        ("qingdan".to_owned(), VERSION.to_owned()),
        ("list".to_owned(), id.to_owned()),
        ("languages".to_owned(), languages.join(" ")),
        ("content".to_owned(), digest(grid)),
    ];
    facts.extend(grid.rows.iter().map(|row| (fact(form.sheets[row.sheet].title, &row.key()), of_row(row))));
    let tables = grid.files.iter().filter(|file| file.root.is_none());
    facts.extend(tables.map(|file| (TABLE_FACT.to_owned(), Id::hash(file.text.bytes()))));
    for (row, (name, value)) in facts.iter().enumerate() {
        about.write_string(row as u32, 0, name)?;
        about.write_string(row as u32, 1, value)?;
    }
    about.set_very_hidden(true);
    book.push_worksheet(about);
    written.bytes = book.save_to_buffer()?;
    Ok(written)
}

/// What tells whether the files of a list are those that a workbook was made of.
pub(super) fn digest(grid: &Grid) -> String {
    Id::hash(grid.files.iter().flat_map(|file| file.text.bytes().chain([0])))
}

/// The text of a cell of the head of a list.
pub(super) fn cell_of(form: &Form, grid: &Grid, key: &str) -> Option<String> {
    let column = form.sheets.first()?.columns.iter().position(|column| column.path == [key])?;
    grid.rows.first()?.cells.get(column).map(|(text, _)| text.clone()).filter(|text| !text.is_empty())
}

/// Whether a sheet without rows is there to be filled in: the parts that lists of this kind have, and what is in them.
fn is_offered(form: &Form, grid: &Grid, sheet: usize) -> bool {
    let kind = cell_of(form, grid, "kind");
    let kind = ListKind::ALL.iter().find(|one| {
        let shown = super::words::shown("ListKind", one.as_str());
        kind.as_deref().map_or(**one == ListKind::Responsibilities, |kind| kind == shown)
    });
    let parts = kind.map_or(&[][..], |kind| kind.parts());
    let has_table = grid.files.iter().any(|file| file.root.is_none());
    let top = |of: &str| {
        form.sheets[0].children.iter().any(|child| {
            let part =
                parts.iter().any(|part| part.as_str() == child.path[0] && !(has_table && child.path[0] == "items"));
            child.of == of && (part || matches!(&*child.path[0], "sources" | "offices"))
        })
    };
    let has = |of: &str| top(of) || grid.rows.iter().any(|row| form.sheets[row.sheet].of == of);
    let of = &form.sheets[sheet].of;
    top(of)
        || form.sheets.iter().skip(1).any(|above| has(&above.of) && above.children.iter().any(|child| child.of == *of))
}

struct Styles {
    head: Format,
    locked: Format,
    open: Format,
}

impl Styles {
    fn new() -> Styles {
        let base = Format::new()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border(FormatBorder::Thin)
            .set_num_format("@");
        Styles {
            head: base.clone().set_bold().set_background_color(Color::RGB(0xDD_E8_F0)).set_align(FormatAlign::Center),
            locked: base.clone().set_background_color(Color::RGB(0xEE_EE_EE)),
            open: base.set_unlocked(),
        }
    }
}

struct Page<'p> {
    sheet: Worksheet,
    styles: &'p Styles,
    title: &'p str,
    long: &'p mut Vec<String>,
    /// How wide the columns are, in characters.
    widths: BTreeMap<u16, f64>,
    /// How many lines the rows have.
    lines: BTreeMap<u32, f64>,
}

impl Page<'_> {
    /// What every sheet is like: A4 landscape, heads on each page, the title above, protected without a password.
    fn dress(&mut self, title: &str) -> Result<(), XlsxError> {
        let title: String = title.chars().take(HEADER).collect::<String>().replace('&', "&&");
        self.sheet.set_name(self.title)?;
        self.sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
        self.sheet.set_header(format!("&C{title}\n{}", self.title)).set_footer("&C第 &P 页，共 &N 页");
        self.sheet.set_repeat_rows(0, 0)?;
        self.sheet.protect_with_options(&ProtectionOptions {
            format_cells: true,
            format_columns: true,
            format_rows: true,
            insert_rows: true,
            delete_rows: true,
            sort: true,
            use_autofilter: true,
            ..ProtectionOptions::default()
        });
        Ok(())
    }

    fn widen(&mut self, column: u16, width: impl Into<f64>) -> Result<(), XlsxError> {
        let width = width.into();
        self.widths.insert(column, width);
        self.sheet.set_column_width(column, width)?;
        Ok(())
    }

    fn put(&mut self, row: u32, column: u16, text: &str, is_locked: bool) -> Result<(), XlsxError> {
        let wide = self.widths.get(&column).copied().unwrap_or(8.0).max(1.0);
        let lines: f64 = text.split('\n').map(|line| (long(line) as f64 / wide).ceil().max(1.0)).sum();
        let most = self.lines.entry(row).or_insert(1.0);
        *most = most.max(lines);
        let format = if is_locked { &self.styles.locked } else { &self.styles.open };
        if text.encode_utf16().count() > MOST {
            self.long.push(format!("{}!{}{}", self.title, column_name(u32::from(column)), row + 1));
            self.sheet.write_string_with_format(row, column, LONG, &self.styles.locked)?;
        } else if text.is_empty() {
            self.sheet.write_blank(row, column, format)?;
        } else {
            self.sheet.write_string_with_format(row, column, text, format)?;
        }
        Ok(())
    }

    fn heading(&mut self, column: u16, text: &str, note: &str) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(0, column, text, &self.styles.head)?;
        if !note.is_empty() {
            let note = Note::new(note).add_author_prefix(false).set_width(260).set_height(110);
            self.sheet.insert_note(0, column, &note)?;
        }
        Ok(())
    }

    /// The head of the list: a value a row.
    fn head(&mut self, of: &SheetForm, row: Option<&Row>) -> Result<(), XlsxError> {
        for (column, (name, width)) in HEAD.iter().zip([26, 70, 60]).enumerate() {
            self.heading(column as u16, name, "")?;
            self.widen(column as u16, width)?;
        }
        for (index, column) in of.columns.iter().enumerate() {
            let line = index as u32 + 1;
            let text = row.map_or("", |row| &*row.cells[index].0);
            let id = column.path == ["id"];
            self.put(line, 0, &column.heading, true)?;
            self.put(line, 1, text, id)?;
            self.put(line, 2, column.note, true)?;
            self.choices(column, line, line, 1)?;
        }
        self.end(of.columns.len() as u32, 2)
    }

    fn records(&mut self, form: &Form, index: usize, rows: &[&Row]) -> Result<(), XlsxError> {
        let of = &form.sheets[index];
        let english = of.english;
        self.heading(
            0,
            OWN,
            &format!(
                "已有的不改；新的一行空着。要删除、移动整行，先在“审阅”里撤销工作表保护（没有密码）。\n{english}. Id, or place in the \
                 sequence; leave it empty in a new row. To remove or move rows, unprotect the sheet first: there is no password."
            ),
        )?;
        self.sheet.set_column_format(0, &self.styles.open)?;
        self.widen(0, 18)?;
        let mut first = 1;
        if !is_top(form, index) {
            self.heading(1, PARENT, "属于哪一条记录。新的一行照抄同一条记录的其他行。\nWhat the row belongs to. In a new row copy it from another row of the same record.")?;
            self.sheet.set_column_format(1, &self.styles.open)?;
            self.widen(1, 24)?;
            first = 2;
        }
        let last = rows.len() as u32;
        for (place, column) in of.columns.iter().enumerate() {
            let at = place as u16 + first;
            self.heading(
                at,
                &column.heading,
                &format!("{}\n{}\n{}", column.note, column.english, column.path.join(".")),
            )?;
            let widest = rows.iter().map(|row| width(&row.cells[place].0)).max().unwrap_or(0);
            self.sheet.set_column_format(at, &self.styles.open)?;
            self.widen(at, widest.max(width(&column.heading) + 2).clamp(8, 48) as f64)?;
            self.choices(column, 1, last + 200, at)?;
        }
        for (line, row) in rows.iter().enumerate() {
            let line = line as u32 + 1;
            self.put(line, 0, &row.own, true)?;
            if first == 2 {
                self.put(line, 1, &row.parent, true)?;
            }
            for (place, (text, _)) in row.cells.iter().enumerate() {
                self.put(line, place as u16 + first, text, false)?;
            }
        }
        self.end(last, of.columns.len() as u16 + first - 1)
    }

    /// A table of items as it is.
    fn table(&mut self, records: &[Vec<String>]) -> Result<(), XlsxError> {
        self.heading(0, OWN, "已有的不改；新的一行空着。\nLeave it empty in a new row.")?;
        self.sheet.set_column_format(0, &self.styles.open)?;
        let heads = records.first().map_or(&[][..], Vec::as_slice);
        for (place, name) in heads.iter().enumerate() {
            let widest = records.iter().filter_map(|record| record.get(place)).map(|text| width(text)).max();
            self.heading(place as u16 + 1, name, "")?;
            self.sheet.set_column_format(place as u16 + 1, &self.styles.open)?;
            self.widen(place as u16 + 1, widest.unwrap_or(0).clamp(8, 48) as f64)?;
        }
        for (line, record) in records.iter().enumerate().skip(1) {
            self.put(line as u32, 0, &format!("#{line}"), true)?;
            for (place, text) in record.iter().enumerate() {
                self.put(line as u32, place as u16 + 1, text, false)?;
            }
        }
        self.end(records.len().saturating_sub(1) as u32, heads.len() as u16)
    }

    /// The list to choose from where the words are fixed.
    fn choices(&mut self, column: &Column, from: u32, to: u32, at: u16) -> Result<(), XlsxError> {
        let Leaf::Word(vocabulary) = &column.leaf else { return Ok(()) };
        if column.many {
            return Ok(());
        }
        let shown: Vec<&str> = words(vocabulary).iter().map(|(_, shown)| *shown).collect();
        let rule = DataValidation::new()
            .allow_list_strings(&shown)?
            .set_error_title("请从列表里选")?
            .set_error_message("这一格只能填下拉列表里的词，或者空着。")?;
        self.sheet.add_data_validation(from, at, to, at, &rule)?;
        Ok(())
    }

    fn end(&mut self, last_row: u32, last_column: u16) -> Result<(), XlsxError> {
        // Spreadsheets other than Excel do not look how high a row must be; none is higher than Excel allows.
        for (row, lines) in &self.lines {
            self.sheet.set_row_height(*row, (lines * 15.0).clamp(18.0, 409.0))?;
        }
        self.sheet.set_freeze_panes(1, 1)?;
        if last_row > 0 {
            self.sheet.autofilter(0, 0, last_row, last_column)?;
            // Excel would mark every phone and code as a number that somebody typed as text by mistake.
            self.sheet.ignore_error_range(1, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
        }
        Ok(())
    }
}

/// How long a line is, in characters of a Latin script.
fn long(line: &str) -> usize {
    line.chars().map(|c| if c < '\u{2e80}' { 1 } else { 2 }).sum::<usize>() + 1
}

/// How wide a text is, in characters of a Latin script: its longest line.
fn width(text: &str) -> usize {
    let wide = |line: &str| line.chars().take(60).map(|c| if c < '\u{2e80}' { 1 } else { 2 }).sum::<usize>() + 1;
    text.lines().map(wide).max().unwrap_or(0)
}
