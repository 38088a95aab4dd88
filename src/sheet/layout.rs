//! What every workbook has in common: names of sheets and columns that are no part of a list, and what they mean.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::form::{Form, SheetForm};

/// Name of the hidden sheet that says what a workbook is of.
pub(super) const ABOUT: &str = "_qingdan";

/// Version of the layout of workbooks.
pub(super) const VERSION: &str = "1";

/// Headings of the sheet of the head of a list.
pub(super) const HEAD: [&str; 3] = ["项目", "填写内容", "填写说明"];

/// Heading of the column that names rows.
pub(super) const OWN: &str = "编号";

/// Heading of the column that says what a row belongs to.
pub(super) const PARENT: &str = "所属";

/// Name of the sheet of a table of items.
pub(super) const TABLE: &str = "事项表";

/// What stands in a cell whose text is too long for one.
pub(super) const LONG: &str = "（文字超过 32767 字，一格放不下，仍在清单文件里，请在那里改。Too long for a cell: it stays in the file of the list.）";

/// New texts of files by path from the content folder; `None` for one that is taken away.
pub type Files = BTreeMap<PathBuf, Option<String>>;

/// Whether a sheet has the records of one sequence of the list alone, so that no row has to say where it belongs.
pub(super) fn is_top(form: &Form, sheet: usize) -> bool {
    let of = &form.sheets[sheet].of;
    let here = |above: &SheetForm| above.children.iter().filter(|child| child.of == *of).count();
    here(&form.sheets[0]) == 1 && form.sheets.iter().skip(1).all(|above| here(above) == 0)
}

/// The name of a column as spreadsheets show it.
pub(super) fn column_name(column: u32) -> String {
    crate::import::document::column_name(column)
}
