//! A title that no register knows in; whether it names a law at all out.
//!
//! Marks such as 《…》 also stand around forms, records, certificates, plans and systems (《现场检查笔录》): they are
//! told apart by their last word.

/// Last words of laws, regulations, rules, normative documents and standards.
const LAWS: [&str; 25] = [
    "法",
    "法典",
    "条例",
    "规定",
    "办法",
    "细则",
    "规则",
    "规范",
    "通则",
    "准则",
    "规程",
    "标准",
    "决定",
    "意见",
    "通知",
    "解释",
    "批复",
    "公约",
    "基准",
    "纲要",
    "章程",
    "命令",
    "总则",
    "导则",
    "技术条件",
];

/// Words that end like a law and are none.
const OTHERS: [&str; 9] =
    ["操作规程", "处罚决定", "方法", "做法", "责令改正通知", "改正通知", "检定通知", "语法", "书法"];

/// Titles that name a kind and no text: 《规定》, 《实施细则》.
const GENERIC: [&str; 18] = [
    "法",
    "条例",
    "规定",
    "办法",
    "细则",
    "规则",
    "规范",
    "通则",
    "规程",
    "标准",
    "决定",
    "意见",
    "通知",
    "解释",
    "实施细则",
    "实施办法",
    "实施条例",
    "若干规定",
];

/// Last words by which a law calls itself (`本法`, `本条例`) or is called (`该办法`).
pub(super) const SELVES: [&str; 7] = ["条例", "规定", "办法", "细则", "规则", "解释", "法"];

/// Whether a title in marks is that of a law.
pub(super) fn is_law(title: &[char]) -> bool {
    let mut title: String = title.iter().filter(|c| !"《》〈〉".contains(**c)).collect();
    while let Some(before) = title.strip_suffix(')').and_then(|rest| rest.rfind('(').map(|at| rest[..at].to_owned())) {
        title = before;
    }
    LAWS.iter().any(|word| title.ends_with(word)) && !OTHERS.iter().any(|word| title.ends_with(word))
}

/// Whether a title names a kind and no text.
pub(super) fn is_generic(title: &[char]) -> bool {
    let title: String = title.iter().collect();
    GENERIC.contains(&title.as_str())
}

/// The word by which a law calls itself: the 办法 of 计量授权管理办法.
pub(super) fn self_word(title: &str) -> Option<&'static str> {
    let title = title.trim_end_matches("(试行)").trim_end_matches("(暂行)");
    SELVES.into_iter().find(|word| title.ends_with(word))
}
