//! The headings above a column, the uppermost first, in; the key that its cells belong under out.
//!
//! `headings.txt` holds what papers print. What it does not know is held against a few words that leave one reading.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::kind::Kind;
use super::words;

const HEADINGS: &str = include_str!("headings.txt");

/// Words above a column that say nothing by themselves.
const GENERIC: [&str; 16] = [
    "名称", "内容", "依据", "电话", "类型", "条款", "部门", "职责", "其他", "省", "市", "县", "乡", "法定", "承诺",
    "编码",
];

type Known = HashMap<(Kind, String), &'static str>;

fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known = Known::new();
        for line in HEADINGS.lines().filter(|line| !line.starts_with('#')) {
            let mut parts = line.split('\t');
            let (Some(word), Some(key)) = (parts.next(), parts.next()) else { continue };
            let kinds: Vec<Kind> =
                Kind::ALL.into_iter().filter(|kind| word == "unknown" || kind.word() == word).collect();
            for heading in parts {
                for kind in &kinds {
                    known.entry((*kind, folded(heading))).or_insert(key);
                }
            }
        }
        known
    })
}

/// The key of a column, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The key; `note` for a column that is known and has no key of its own.
    pub key: &'static str,
    /// Whether the heading itself is known, not a word of it alone.
    pub exact: bool,
}

/// The key of a column under these headings.
pub fn find(kind: Kind, path: &[&str]) -> Option<Found> {
    let path: Vec<String> = path.iter().map(|text| bare(text)).filter(|text| !text.is_empty()).collect();
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let exact = |text: &str| known().get(&(kind, folded(text))).copied();
    let (last, uppers) = path.split_last()?;
    let known = |text: &str| exact(text).or_else(|| exact(without_brackets(text)));
    let joined = uppers.iter().rev().find_map(|upper| {
        known(&format!("{upper}/{last}")).or_else(|| known(&format!("{}/{last}", without_brackets(upper))))
    });
    let upper = || uppers.iter().rev().find_map(|upper| known(upper));
    let run = || uppers.iter().rev().find_map(|upper| known(&format!("{upper}{last}")));
    let own = || known(last).filter(|_| uppers.is_empty() || !GENERIC.contains(&folded(last).as_str()));
    let together = || words::of_path(kind, &folded(last), uppers);
    let key = joined.or_else(run).or_else(together).or_else(own).or_else(upper).or_else(|| known(last));
    if let Some(key) = key {
        return Some(Found { key, exact: true });
    }
    let by = |text: &&str| {
        let text = folded(text);
        words::of_heading(kind, &text).or_else(|| words::of_heading(kind, without_brackets(&text)))
    };
    let key = path.iter().rev().find_map(by)?;
    Some(Found { key, exact: false })
}

/// A heading without the number before it, and without its translation where Chinese stands beside it.
fn bare(heading: &str) -> String {
    let heading = heading.trim().trim_start_matches(|c: char| ('①'..='⑳').contains(&c));
    let (_, heading, depth) = super::line::numbered(heading);
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    if depth == 0 && !heading.contains(chinese) {
        let word: String = heading.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
        return match &*word {
            "no" | "num" | "number" => "序号".to_owned(),
            "tel" | "phone" | "telephone" => "电话".to_owned(),
            _ if matches!(heading.trim(), "№" | "#") => "序号".to_owned(),
            _ => heading.to_owned(),
        };
    }
    if !heading.chars().any(|c| c.is_ascii_alphabetic()) {
        return heading.to_owned();
    }
    let foreign = |c: char| c.is_ascii_alphabetic() || matches!(c, '.' | '\'' | '’');
    let plain: String = heading.chars().filter(|c| !foreign(*c)).collect();
    plain.replace("（）", "").replace("()", "").trim().to_owned()
}

/// A heading as headings are compared: without blanks, marks of emphasis and the colon of a form; brackets of one width.
pub fn folded(heading: &str) -> String {
    let mut plain: String = heading
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '*' | '＊' | '★' | '\u{200b}' | '\u{feff}'))
        .map(|c| match c {
            '(' | '〔' | '[' | '【' => '（',
            ')' | '〕' | ']' | '】' => '）',
            '／' => '/',
            c => c.to_ascii_lowercase(),
        })
        .collect();
    while plain.ends_with([':', '：']) {
        plain.pop();
    }
    plain
}

/// The heading without a remark in brackets at its end.
fn without_brackets(heading: &str) -> &str {
    let heading = heading.trim();
    match heading.rfind(['（', '(']) {
        Some(at) if heading.ends_with(['）', ')']) && at > 0 => heading[..at].trim_end(),
        _ => heading,
    }
}

#[cfg(test)]
mod tests {
    use super::{HEADINGS, find};
    use crate::import::kind::Kind;

    fn key(path: &[&str]) -> Option<&'static str> {
        find(Kind::Items, path).map(|found| found.key)
    }

    #[test]
    fn every_heading_of_the_file_is_found() {
        for line in HEADINGS.lines().filter(|line| !line.starts_with('#')) {
            let parts: Vec<&str> = line.split('\t').collect();
            let kind = Kind::ALL.into_iter().find(|kind| kind.word() == parts[0]).unwrap_or_default();
            for heading in &parts[2..] {
                let path: Vec<&str> = heading.split('/').collect();
                assert!(find(kind, &path).is_some_and(|found| found.exact), "{heading}");
            }
        }
    }

    #[test]
    fn upper_headings_tell_what_lower_ones_leave_open() {
        assert_eq!(key(&["办理时限", "法定"]), Some("statutory_limit"));
        assert_eq!(key(&["办理时限（工作日）", "承诺"]), Some("promised_limit"));
        assert_eq!(key(&["权力名称", "子项"]), Some("sub_item"));
        assert_eq!(key(&["责任事项", "依据"]), Some("duties_basis"));
        assert_eq!(key(&["追责情形", "依据"]), Some("accountability_basis"));
        assert_eq!(key(&["实施依据", "法律"]), Some("basis"));
        assert_eq!(key(&["基本信息", "序 号"]), Some("number"));
    }

    #[test]
    fn unknown_headings_are_read_by_their_words_or_not_at_all() {
        assert_eq!(key(&["行政处罚事项监督举报电话号码"]), Some("supervision_phone"));
        assert_eq!(key(&["法定办结时限（个工作日）"]), Some("statutory_limit"));
        assert_eq!(key(&["是否高频"]), Some("note"));
        assert_eq!(key(&["廉政风险等级评定"]), None);
    }
}
