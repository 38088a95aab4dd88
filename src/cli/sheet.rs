//! `qingdan sheet`: a list as a workbook to edit it in.

use std::process::ExitCode;

use crate::diag::{Failure, Message, MessageLang};
use crate::pipeline;

use super::args;
use super::output::say;

/// Writes the workbook and says what to do with it.
pub(super) fn run(sheet: &args::SheetArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let output = sheet.output.clone().unwrap_or_else(|| {
        let name = sheet.list.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or("list");
        format!("{}.xlsx", name.trim_end_matches(".yaml")).into()
    });
    if output.is_file() && !sheet.force {
        let words = Message::new(
            "已经有这个文件，里面也许有还没带回的改动；先用 qingdan import --into 带回，或用 --output 另取名字，确实不要了就加 --force",
            "the file is there already and may hold changes that were not brought back; bring them back with `qingdan import --into`, give another name with --output, or add --force to overwrite it",
        );
        return Err(Failure::Workbook { path: output, words });
    }
    let written = pipeline::sheet(&sheet.content, &sheet.list, &output)?;
    let (path, sheets, rows) = (output.display(), written.sheets, written.rows);
    let mut text = String::new();
    if !written.too_long.is_empty() {
        let cells = written.too_long.join(", ");
        text += &match speech {
            MessageLang::Zh => format!("注意：{cells} 的文字超过 32767 字，一格放不下，仍在清单文件里，请在那里改。\n"),
            MessageLang::En => format!(
                "Note: the text of {cells} is longer than the 32,767 characters a cell takes; it stays in the file of the list, to be changed there.\n"
            ),
        };
    }
    text += &match speech {
        MessageLang::Zh => {
            format!("已写出 {path}：{sheets} 张表，{rows} 行。改好后运行 qingdan import {path} --into {}\n", sheet.list)
        }
        MessageLang::En => format!(
            "Wrote {path}: {sheets} sheets, {rows} rows. When it is edited, run: qingdan import {path} --into {}\n",
            sheet.list
        ),
    };
    say(&text);
    Ok(ExitCode::SUCCESS)
}
