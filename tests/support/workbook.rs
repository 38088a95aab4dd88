//! A workbook in, its cells as texts out; changed cells in, a workbook as another program would write it out.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::Workbook;

/// The cells of a workbook, sheet by sheet, row by row.
#[derive(Clone, Debug)]
pub struct Cells(pub Vec<(String, Vec<Vec<String>>)>);

impl Cells {
    /// Reads a workbook.
    pub fn read(bytes: &[u8]) -> Cells {
        let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let names = book.sheet_names();
        let sheet = |name: String| {
            let range = book.worksheet_range(&name).expect("a sheet");
            let text = |cell: &Data| match cell {
                Data::Empty => String::new(),
                cell => cell.to_string(),
            };
            let (rows, columns) = range.end().map_or((0, 0), |(row, column)| (row + 1, column + 1));
            let cell = |row, column| range.get_value((row, column)).map(text).unwrap_or_default();
            (name, (0..rows).map(|row| (0..columns).map(|column| cell(row, column)).collect()).collect())
        };
        Cells(names.into_iter().map(sheet).collect())
    }

    /// A sheet.
    pub fn sheet(&mut self, name: &str) -> &mut Vec<Vec<String>> {
        let found = self.0.iter_mut().find(|(have, _)| have == name);
        &mut found.unwrap_or_else(|| panic!("no sheet {name}")).1
    }

    /// The place of a column by its heading.
    pub fn column(&mut self, sheet: &str, heading: &str) -> usize {
        let rows = self.sheet(sheet);
        rows[0]
            .iter()
            .position(|have| have == heading)
            .unwrap_or_else(|| panic!("{sheet} has no {heading}: {:?}", rows[0]))
    }

    /// A workbook of them.
    pub fn write(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        for (name, rows) in &self.0 {
            let sheet = book.add_worksheet();
            sheet.set_name(name).expect("a name");
            for (row, cells) in rows.iter().enumerate() {
                for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                    let at = (row as u32, column as u16);
                    // What a spreadsheet makes of figures that somebody types: `=` asks for a number.
                    match text.strip_prefix("=").and_then(|number| number.parse::<f64>().ok()) {
                        Some(number) => sheet.write_number(at.0, at.1, number).expect("a number"),
                        None => sheet.write_string(at.0, at.1, text).expect("a text"),
                    };
                }
            }
        }
        book.save_to_buffer().expect("a workbook")
    }
}
