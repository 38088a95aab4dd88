//! The text of a YAML file in, warnings where ` #` cuts a text short out.
//!
//! YAML takes ` #` in a text without quotes for a comment, so what follows is lost in silence. A comment is meant where two
//! blanks or more stand before the mark, or one behind it; `对 #1 楼` has one before it and none behind it. Only a file in
//! which that stands somewhere is read as a tree, to tell a text from quotes, blocks and comments.

use crate::diag::{At, Diagnostic, FileId, Message, Place, Sink};

use super::codes::CUT_BY_COMMENT;
use super::tree::{NodeKind, TreeNode, tree};
use crate::yaml;

/// Warnings of one file, at most.
const MOST: usize = 1_000;

/// Warns of every text that ends before a mark of this kind.
pub(super) fn warn(text: &str, file: FileId, sink: &mut Sink) {
    let marks: Vec<usize> = text.match_indices('#').map(|(at, _)| at).filter(|at| is_suspect(text, *at)).collect();
    if marks.is_empty() {
        return;
    }
    let Ok(Some(root)) = tree(text) else { return };
    let mut cut = Vec::new();
    collect(text, &root, &marks, &mut cut);
    cut.sort_unstable();
    cut.dedup();
    for (start, at) in cut.into_iter().take(MOST) {
        let end = text[at..].find(['\r', '\n']).map_or(text.len(), |line| at + line);
        let end = at + text[at..end].trim_end().len();
        let message = Message::new("从 # 起成了注释，没有读入", "from # on this is a comment, which is not read");
        let help = Message::new(
            "是文字的，整个值加双引号；是注释的，# 前面空两格",
            "put the whole value in double quotes if this belongs to it; put two blanks before # if it is a comment",
        );
        let place = Place { file, at: At::Bytes(at..end) };
        let fault = Diagnostic::warning(&CUT_BY_COMMENT, place.clone(), message).help(help);
        // A number behind it is what people count with `#`; any other word may be a remark.
        let counts = text[at + 1..].starts_with(|next: char| next.is_ascii_digit());
        sink.push(match whole(text, start, end).filter(|_| counts) {
            Some(value) => {
                let at = At::Bytes(start..start + value.len());
                fault.mend(Place { at, ..place }, value, yaml::quoted(value))
            }
            None => fault,
        });
    }
}

/// The value that begins at `start` and was meant to go on to `end`, where it stands alone on its line.
fn whole(text: &str, start: usize, end: usize) -> Option<&str> {
    let value = text.get(start..end)?;
    let line = &text[text[..start].rfind('\n').map_or(0, |end| end + 1)..start];
    // In brackets the rest of the line is no longer the text alone.
    let in_brackets = line.contains(['{', '[']) || value.contains('\n');
    (!in_brackets).then_some(value)
}

/// Whether a mark has one blank before it, none behind it, and something before it on its line.
fn is_suspect(text: &str, at: usize) -> bool {
    let before = &text.as_bytes()[..at];
    let one_blank = match before {
        [.., other, b' ' | b'\t'] => !other.is_ascii_whitespace(),
        _ => false,
    };
    let behind = text[at + 1..].chars().next();
    one_blank && behind.is_some_and(|next| !next.is_whitespace() && next != '#') && {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        !text[line..at].trim_start().starts_with('#')
    }
}

/// Gathers the marks, each behind where its value begins, that come right after a text without quotes, or after a key without a value.
fn collect(text: &str, node: &TreeNode, marks: &[usize], cut: &mut Vec<(usize, usize)>) {
    match &node.kind {
        NodeKind::Scalar { plain, .. } => {
            if *plain && !node.span.is_empty() {
                cut.extend(after(text, node.span.end, " ", marks).map(|at| (node.span.start, at)));
            }
        }
        NodeKind::Sequence(entries) => entries.iter().for_each(|entry| collect(text, entry, marks, cut)),
        NodeKind::Mapping(entries) => {
            for (key, value) in entries {
                if value.is_null() {
                    cut.extend(after(text, key.span.end, ": ", marks).map(|at| (at, at)));
                }
                collect(text, value, marks, cut);
            }
        }
    }
}

/// The mark that stands behind a place with only `between` before it.
fn after(text: &str, end: usize, between: &str, marks: &[usize]) -> Option<usize> {
    let rest = text.get(end..)?;
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t', ':']).len();
    let fits = rest[..blanks].replace('\t', " ") == between;
    marks.binary_search(&(end + blanks)).is_ok().then_some(end + blanks).filter(|_| fits)
}

#[cfg(test)]
mod tests {
    use super::warn;
    use crate::diag::{At, FileId, Sink};

    fn cut(text: &str) -> Vec<&str> {
        let mut sink = Sink::new();
        warn(text, FileId(0), &mut sink);
        let places = sink.found().iter().map(|found| match &found.place.at {
            At::Bytes(bytes) => &text[bytes.clone()],
            _ => "",
        });
        places.collect()
    }

    #[test]
    fn a_text_that_goes_on_is_told_from_a_comment() {
        assert_eq!(cut("name: 对 #1 楼的检查\n"), ["#1 楼的检查"]);
        assert_eq!(cut("- 甲 #乙\n- {zh: 丙,\n   en: a #b\n  }\n"), ["#乙", "#b"]);
        assert_eq!(cut("edition: #3\nname: 甲\n"), ["#3"]);
        for comment in [
            "name: 甲  #乙\n",
            "name: 甲 # 乙\n",
            "name: 甲 #\n",
            "name: \"对 #1 楼\"\n",
            "name: '对 #1 楼'\n",
            "name: >\n  对 #1 楼\n",
            "# 对 #1 楼\nname: 甲\n",
            "name: 甲  # 对 #1 楼\n",
            "name: 甲#1\n",
            "notes: #todo\n  - 甲\n",
            "name: \"甲\" #乙\n",
        ] {
            assert_eq!(cut(comment), [""; 0], "{comment}");
        }
    }
}
