//! The file of every address that was ever published in, its lines out; and paths in, the file out.

use std::collections::BTreeSet;

use crate::model::PublishedAddress;

/// The name of the file, in the content folder.
pub const NAME: &str = "addresses.txt";

/// Reads the lines; what is no address is told where addresses are looked up.
pub(super) fn read(text: &str) -> Vec<PublishedAddress> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end().trim_start_matches('\u{feff}').trim_start();
        if !bare.is_empty() && !bare.starts_with('#') {
            let from = start + line.trim_end().len() - bare.len();
            lines.push(PublishedAddress { path: bare.to_owned(), at: from..from + bare.len() });
        }
        start += line.len();
    }
    lines
}

/// The text of the file.
pub fn written(paths: &BTreeSet<String>) -> String {
    let mut text = String::from(
        "# qingdan addresses 写：本站发布过的每个网址，一行一个，不写语言。不要删行；合并时两边的行都留下。\n\
         # Written by qingdan addresses: every address that was ever published, without the language. Take no line out; after a \
         merge keep the lines of both sides.\n",
    );
    for path in paths {
        text += path;
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{read, written};

    #[test]
    fn what_is_written_is_read() {
        let paths = ["lists/a/", "lists/a/offices/b"].map(str::to_owned);
        let text = written(&paths.clone().into());
        let lines = read(&text);
        assert!(lines.iter().map(|line| &line.path).eq(&paths));
        assert!(lines.iter().all(|line| text[line.at.clone()] == line.path));
        assert!(lines[0].is_page() && !lines[1].is_page());
    }

    #[test]
    fn line_ends_of_windows_and_a_mark_at_the_start_do_not_count() {
        let lines = read("\u{feff}laws/\r\n\r\n# a\r\n  topics/ \r\n");
        assert!(lines.iter().map(|line| &*line.path).eq(["laws/", "topics/"]));
    }
}
