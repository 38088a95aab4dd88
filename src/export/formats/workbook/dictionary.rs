//! The data dictionary in, the first sheet of the workbook out; each row leads to the sheet of its table.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::dataset::{Context, HEADER, Survey, Table, dictionary};

use super::sheet::Sheet;

const NAME: &str = "数据字典 Dictionary";

/// Writes the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    context: Context<'_>,
    tables: &[(&Table, &Survey)],
) -> Result<(), XlsxError> {
    let header = HEADER.map(|(_, title, _)| title);
    let mut sheet = Sheet::new(sheet, NAME, &header)?;
    dictionary(context, tables, |cells| {
        sheet.row(cells)?;
        sheet.link(0, &cells[0].to_text())
    })?;
    sheet.done()
}
