//! Cells of a workbook whose value cannot be known in, their faults out.

use crate::diag::{Message, Severity};

use super::book::{Book, Unread};
use super::codes::CELL;
use super::faults::{Fault, Spot};

/// Faults of the cells that cannot be read, of the sheets that are brought back.
pub(super) fn unread(book: &Book, is_known: impl Fn(&str) -> bool, faults: &mut Vec<Fault>) {
    for page in book.sheets.iter().filter(|page| is_known(&page.title)) {
        for (line, column, what) in &page.unread {
            let (text, message) = match what {
                Unread::Unsaved(formula) => (
                    formula,
                    Message::new(
                        "公式没有保存过结果；用 Excel 或 WPS 打开、保存一次，或者直接填结果",
                        "the formula has no saved value; open and save it in Excel, or type the value",
                    ),
                ),
                Unread::Rounded(number) => (
                    number,
                    Message::new(
                        "超过 15 位的数字，Excel 已经改了后面的位数；单元格格式设为“文本”，再重新填写",
                        "Excel has changed the last digits of a number of more than 15; format the cell as text and type it again",
                    ),
                ),
            };
            let spot = Spot::new(&page.title, *line, *column);
            faults.push(Fault::new(&CELL, Severity::Error, spot, text.clone(), message).told());
        }
    }
}
