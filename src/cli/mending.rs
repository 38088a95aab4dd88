//! What `check --fix` mends in, what its user sees of it out.

use std::path::Path;

use crate::diag::MessageLang;
use crate::diag::formats::{MessageFormat, unified};
use crate::pipeline::Mended;

use super::output::{colour, colour_out, print, say};

/// Shows the difference: on the standard output, unless a program reads that.
pub(super) fn difference(content: &Path, mended: &Mended, format: MessageFormat) {
    let (write, colour): (fn(&str), bool) =
        if format.is_for_programs() { (say, colour()) } else { (print, colour_out()) };
    for file in &mended.files {
        let path = content.join(&file.path);
        write(&unified(&path.display().to_string(), &file.before, &file.after, colour));
    }
}

/// How much is mended, or would be.
pub(super) fn closing(mended: &Mended, is_trial: bool, speech: MessageLang) -> String {
    let (places, files) = (mended.places(), mended.files.len());
    let zh = speech == MessageLang::Zh;
    let mut of: Vec<String> = mended.faults.iter().map(|(code, times)| format!("{code} ×{times}")).collect();
    if mended.plain > 0 {
        let plain = if zh { "全角字符、部首等" } else { "characters made plain" };
        of.push(format!("{plain} ×{}", mended.plain));
    }
    let of = of.join(if zh { "，" } else { ", " });
    let in_files = if files == 1 { "1 file".to_owned() } else { format!("{files} files") };
    let in_places = if places == 1 { "1 place".to_owned() } else { format!("{places} places") };
    match (speech, is_trial) {
        _ if files == 0 && zh => "没有可以自动改正的。\n".to_owned(),
        _ if files == 0 => "There is nothing that can be mended without asking.\n".to_owned(),
        (MessageLang::Zh, true) => {
            format!("可以自动改正 {places} 处（{of}），{files} 个文件；没有写。用 qingdan check --fix 改正。\n")
        }
        (MessageLang::Zh, false) => format!("已改正 {places} 处（{of}），写入 {files} 个文件。\n"),
        (MessageLang::En, true) => {
            format!(
                "{in_places} in {in_files} can be mended ({of}); nothing was written, `qingdan check --fix` mends.\n"
            )
        }
        (MessageLang::En, false) => format!("Mended {in_places} in {in_files} ({of}).\n"),
    }
}
