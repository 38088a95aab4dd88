//! The file that says of which Chinese translations were made in, its lines out; and lines in, the file out.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use crate::diag::{At, Diagnostic, FileId, Message, Place, Sink};
use crate::model::{Lang, Translated};

use super::codes::WRONG_VALUE;

/// The name of the file in the folder of a list, and its ending beside a list that is one file.
pub(super) const NAME: &str = "translated.txt";

/// Where the file of a list stands, given the file with its head.
pub fn translated_file(head: &Path) -> PathBuf {
    if head.file_name().is_some_and(|name| name == "list.yaml") {
        return head.with_file_name(NAME);
    }
    head.with_extension(NAME)
}

/// Reads the lines; one in another form is a fault.
pub(super) fn read(text: &str, file: FileId, sink: &mut Sink) -> Vec<Translated> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim().trim_start_matches('\u{feff}');
        if !bare.is_empty() && !bare.starts_with('#') {
            match parse(bare) {
                Some(line) => lines.push(line),
                None => {
                    let place = Place { file, at: At::Bytes(start..start + line.trim_end().len()) };
                    let message = Message::new(
                        "这一行不是 `语言 译文 中文` 三项",
                        "this line is not `language translation Chinese`",
                    );
                    let help = Message::new(
                        "这个文件由 qingdan stamp 写；合并时有冲突的，两边的行都留下，删去冲突标记",
                        "the file is written by `qingdan stamp`; after a merge keep the lines of both sides and take the marks out",
                    );
                    sink.push(Diagnostic::error(&WRONG_VALUE, place, message).help(help));
                }
            }
        }
        start += line.len();
    }
    lines
}

fn parse(line: &str) -> Option<Translated> {
    let is_print = |text: &&str| text.len() == 8 && text.bytes().all(|b| b.is_ascii_hexdigit());
    let mut parts = line.split_ascii_whitespace();
    let lang = Lang::new(parts.next()?)?;
    let (form, of) = (parts.next().filter(is_print)?, parts.next().filter(is_print)?);
    parts.next().is_none().then(|| Translated { lang, form: form.to_owned(), of: of.to_owned() })
}

/// The text of the file.
pub fn translated_text(lines: &[Translated]) -> String {
    let mut text = String::from(
        "# qingdan stamp 写：每行一段译文和它所译的中文的指纹。不要手改；合并时两边的行都留下。\n\
         # Written by qingdan stamp: prints of translations and of the Chinese that each was made of.\n",
    );
    for Translated { lang, form, of } in lines {
        let _ = writeln!(text, "{lang} {form} {of}");
    }
    text
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{read, translated_file, translated_text};
    use crate::diag::{FileId, Sink};
    use crate::model::{Text, Translated};

    #[test]
    fn what_is_written_is_read() {
        let text = Text::zh("计量").with(crate::model::Lang::EN, "Metrology");
        let lines: Vec<Translated> = Translated::of(&text).collect();
        let mut sink = Sink::new();
        assert_eq!(read(&translated_text(&lines), FileId(0), &mut sink), lines);
        assert!(lines.len() == 1 && sink.found().is_empty());
        assert!(read("<<<<<<< HEAD\n", FileId(0), &mut sink).is_empty() && sink.has_errors());
    }

    #[test]
    fn it_stands_beside_the_list() {
        let at = |head: &str| translated_file(Path::new(head)).to_string_lossy().into_owned();
        assert_eq!(at("lists/jize-qts/list.yaml"), "lists/jize-qts/translated.txt");
        assert_eq!(at("lists/jize-qts.yaml"), "lists/jize-qts.translated.txt");
    }
}
