//! The headings above a column, the uppermost first, in; the key that its cells belong under out.
//!
//! `headings.txt` holds what papers print. What it does not know is held against a few words that leave one reading.

use std::collections::HashMap;
use std::sync::OnceLock;

const HEADINGS: &str = include_str!("headings.txt");

/// What a table is about: which collection its rows go into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Powers, items of a township, duties of several bodies.
    #[default]
    Items,
    /// Main duties with their work items.
    Duties,
    /// Boundary matters.
    Boundaries,
    /// Public services.
    Services,
    /// Supervision regimes.
    Regimes,
}

impl Kind {
    /// Every kind, items first: they win where nothing else speaks.
    pub const ALL: [Kind; 5] = [Kind::Items, Kind::Duties, Kind::Boundaries, Kind::Services, Kind::Regimes];

    /// Keys of columns of other kinds than items.
    pub const KEYS: [&'static str; 18] = [
        "statement",
        "work_items.text",
        "work_items.offices",
        "work_items.remarks",
        "accountability.basis",
        "participants.name",
        "participants.responsibility",
        "case",
        "description",
        "schedule",
        "title",
        "purpose",
        "provisions:subjects",
        "provisions:content",
        "provisions:methods",
        "provisions:measures",
        "provisions:procedure",
        "provisions:handling",
    ];

    fn word(self) -> &'static str {
        match self {
            Kind::Items => "items",
            Kind::Duties => "duties",
            Kind::Boundaries => "boundaries",
            Kind::Services => "services",
            Kind::Regimes => "regimes",
        }
    }

    /// Words of a title that speak for the kind.
    pub fn speaks_in(self, title: &str) -> bool {
        let words: &[&str] = match self {
            Kind::Items => &["权责清单", "权力清单", "履职", "履行职责", "权力和责任", "行政权力"],
            Kind::Duties => &["主要职责", "主体责任", "部门职责登记", "责任清单"],
            Kind::Boundaries => &["职责边界", "边界清单", "职责分工", "交叉"],
            Kind::Services => &["公共服务"],
            Kind::Regimes => &["监管制度", "事中事后"],
        };
        words.iter().any(|word| title.contains(word))
    }
}

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
    let exact = |text: &str| known().get(&(kind, folded(text))).copied();
    let path: Vec<&str> = path.iter().copied().filter(|text| !text.trim().is_empty()).collect();
    let (last, uppers) = path.split_last()?;
    let known = |text: &str| exact(text).or_else(|| exact(without_brackets(text)));
    let joined = uppers.iter().rev().find_map(|upper| {
        known(&format!("{upper}/{last}")).or_else(|| known(&format!("{}/{last}", without_brackets(upper))))
    });
    let upper = || uppers.iter().rev().find_map(|upper| known(upper));
    let run = || uppers.iter().rev().find_map(|upper| known(&format!("{upper}{last}")));
    let own = || known(last).filter(|_| uppers.is_empty() || !GENERIC.contains(&folded(last).as_str()));
    let key = joined.or_else(run).or_else(own).or_else(upper).or_else(|| known(last));
    if let Some(key) = key {
        return Some(Found { key, exact: true });
    }
    let key = (kind == Kind::Items).then(|| path.iter().rev().find_map(|text| by_words(&folded(text)))).flatten()?;
    Some(Found { key, exact: false })
}

/// What a heading that is not known means by the words that it is made of.
fn by_words(heading: &str) -> Option<&'static str> {
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if heading.chars().count() > 24 {
        return None;
    }
    let key = if has(&["电话", "热线"]) {
        match () {
            () if has(&["监督", "监察"]) => "supervision_phone",
            () if has(&["投诉", "举报"]) => "complaints_phone",
            () if has(&["咨询"]) => "consultation_phone",
            () if has(&["办公"]) => "office_phone",
            () => "phones",
        }
    } else if has(&["依据"]) {
        match () {
            () if has(&["收费"]) => "fee",
            () if has(&["追责", "问责", "责任追究"]) => "accountability_basis",
            () if has(&["责任事项", "责任依据"]) => "duties_basis",
            () => "basis",
        }
    } else if has(&["追责", "问责", "责任追究"]) {
        match () {
            () if has(&["对象", "人员", "主体"]) => "answerable",
            () if has(&["方式", "后果"]) => "consequence",
            () => "accountability",
        }
    } else if has(&["时限", "期限"]) {
        match () {
            () if has(&["法定"]) => "statutory_limit",
            () if has(&["承诺", "办理", "办结"]) => "promised_limit",
            () => return None,
        }
    } else if has(&["上级部门", "主管部门"]) && has(&["职责"]) {
        "department_part"
    } else if has(&["镇", "街", "乡"]) && has(&["职责"]) {
        "township_part"
    } else if has(&["编码", "代码"]) {
        "code"
    } else if has(&["层级"]) {
        "levels"
    } else if has(&["科室", "股室", "处室", "科（股）室", "承办机构", "责任机构"]) {
        "offices"
    } else if has(&["责任事项"]) {
        "stages"
    } else if has(&["权力类型", "职权类型", "权力类别", "职权类别", "事项类型"]) {
        "type"
    } else if has(&["子项"]) && has(&["名称"]) {
        "sub_item"
    } else if has(&["实施对象", "服务对象", "相对人"]) {
        "recipients"
    } else {
        return None;
    };
    Some(key)
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
    use super::{HEADINGS, Kind, find};

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
