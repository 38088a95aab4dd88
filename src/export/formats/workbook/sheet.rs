//! A table in, a sheet of the workbook out: a frozen header with filters, columns as wide as their cells up to a bound.

use rust_xlsxwriter::{Color, Format, IgnoreError, Worksheet, XlsxError};

use crate::dataset::{Cell, Survey, Table};

/// The least and the most that a column is wide, in characters of a Latin script.
const WIDTHS: (usize, usize) = (8, 60);

/// The most characters that Excel takes in a cell.
const MOST: usize = 32_767;

/// A sheet that is being filled from the top.
pub struct Sheet<'w> {
    sheet: &'w mut Worksheet,
    widths: Vec<usize>,
    row: u32,
    text: Format,
}

impl<'w> Sheet<'w> {
    /// Begins a sheet with a header.
    pub fn new(sheet: &'w mut Worksheet, name: &str, header: &[&str]) -> Result<Sheet<'w>, XlsxError> {
        sheet.set_name(name)?;
        let bold = Format::new().set_bold().set_background_color(Color::RGB(0xE8_E8_E8));
        let mut widths = Vec::with_capacity(header.len());
        for (column, name) in header.iter().enumerate() {
            sheet.write_string_with_format(0, column as u16, *name, &bold)?;
            // The button of the filter hides the end of a name.
            widths.push(width(name) + 3);
        }
        Ok(Sheet { sheet, widths, row: 0, text: Format::new().set_num_format("@") })
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), XlsxError> {
        self.row += 1;
        for (column, cell) in cells.iter().enumerate() {
            let at = column as u16;
            match cell {
                Cell::Empty => continue,
                Cell::Text(text) => self.sheet.write_string_with_format(self.row, at, fit(text), &self.text)?,
                Cell::Integer(number) => self.sheet.write_number(self.row, at, *number as f64)?,
                Cell::Number(number) => self.sheet.write_number(self.row, at, *number)?,
                Cell::Boolean(yes) => self.sheet.write_boolean(self.row, at, *yes)?,
            };
            self.widths[column] = self.widths[column].max(width(&cell.to_text()));
        }
        Ok(())
    }

    /// Makes a cell of the last row a link to another sheet.
    pub fn link(&mut self, column: u16, sheet: &str) -> Result<(), XlsxError> {
        self.sheet.write_url_with_text(self.row, column, format!("internal:'{sheet}'!A1").as_str(), sheet)?;
        Ok(())
    }

    /// Ends the sheet.
    pub fn done(self) -> Result<(), XlsxError> {
        let last = self.widths.len().saturating_sub(1) as u16;
        for (column, width) in self.widths.iter().enumerate() {
            self.sheet.set_column_width(column as u16, (*width).clamp(WIDTHS.0, WIDTHS.1) as f64)?;
        }
        self.sheet.set_freeze_panes(1, 1)?;
        self.sheet.autofilter(0, 0, self.row, last)?;
        if self.row > 0 {
            // Excel would mark every phone and code as a number that somebody typed as text by mistake.
            self.sheet.ignore_error_range(1, 0, self.row, last, IgnoreError::NumberStoredAsText)?;
        }
        Ok(())
    }
}

/// Writes the sheet of a table.
pub(super) fn write(
    sheet: &mut Worksheet,
    table: &Table,
    survey: &Survey,
    filled: &super::rows::Sheet,
) -> Result<(), XlsxError> {
    let header: Vec<&str> = survey.sample.header.iter().map(|(name, _)| &**name).collect();
    let mut sheet = Sheet::new(sheet, table.name, &header)?;
    for held in &filled.0 {
        let cells = held.cells();
        held.rows(&cells).try_for_each(|row| sheet.row(row))?;
    }
    sheet.done()
}

/// A text that fits a cell of Excel: what is longer ends in an ellipsis.
fn fit(text: &str) -> std::borrow::Cow<'_, str> {
    // Excel counts units of UTF-16, as many as bytes or fewer.
    if text.len() <= MOST || text.encode_utf16().count() <= MOST {
        return text.into();
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units >= MOST
    });
    format!("{}…", &text[..end.map_or(text.len(), |(at, _)| at)]).into()
}

/// How wide a text is, in characters of a Latin script.
fn width(text: &str) -> usize {
    text.chars().take(WIDTHS.1).map(|c| if c < '\u{2E80}' { 1 } else { 2 }).sum::<usize>() + 1
}

#[cfg(test)]
mod tests {
    use super::{MOST, fit};

    #[test]
    fn a_text_too_long_for_a_cell_is_cut_at_a_character() {
        let long = "量".repeat(MOST + 5);
        assert_eq!(fit(&long).encode_utf16().count(), MOST);
        assert!(fit(&long).ends_with('…'));
        assert_eq!(fit("0310-7511867"), "0310-7511867");
    }
}
