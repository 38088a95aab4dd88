//! Texts of a workbook in XML in, the same as Excel shows them out: runs joined, hints how to speak them left out, escapes undone.

use crate::import::read::refusal::Refusal;
use crate::import::read::xml::{Node, Xml};

/// The texts that cells share.
pub(super) fn read(text: &str) -> Result<Vec<String>, Refusal> {
    let mut xml = Xml::new(text);
    let mut strings = Vec::new();
    while let Some(node) = xml.next(&["si"])? {
        strings.push(rich(&node));
    }
    Ok(strings)
}

/// A text with runs of several formats. Hints how it is spoken (`rPh`) are no part of it.
pub(super) fn rich(node: &Node) -> String {
    let mut text = String::new();
    for child in node.nodes() {
        match child.name {
            "t" => text.push_str(&child.text()),
            "r" => child.all("t").for_each(|run| text.push_str(&run.text())),
            _ => {}
        }
    }
    unescape(text)
}

/// Undoes `_x000D_`, the escape of Excel for what XML cannot hold, and `_x005F_`, the escape of that.
pub(super) fn unescape(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest.get(2..6).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let unit = code.filter(|_| rest[6..].starts_with('_')).and_then(|code| u32::from_str_radix(code, 16).ok());
        match unit.and_then(char::from_u32) {
            Some(c) => {
                plain.push(c);
                rest = &rest[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::{read, unescape};

    #[test]
    fn escapes_are_undone_once() {
        assert_eq!(unescape("甲_x000D_\n乙_x005F_x000D__x_xZZZZ_ _x4E00_".to_owned()), "甲\r\n乙_x000D__x_xZZZZ_ 一");
        assert_eq!(unescape("_xD83D_的_x00".to_owned()), "_xD83D_的_x00");
    }

    #[test]
    fn runs_are_joined_and_hints_left_out() {
        let text = "<sst><si><t>許可</t><rPh sb='0' eb='2'><t>きょか</t></rPh></si>\
                    <si><r><rPr><b/></rPr><t>行政</t></r><r><t xml:space='preserve'> 许可</t></r></si><si/></sst>";
        assert_eq!(read(text).unwrap(), ["許可", "行政 许可", ""]);
    }
}
