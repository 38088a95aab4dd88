//! A line that stands by itself, above, between or below the rows of a table, in; what it is out.

use crate::load::words::{power_type, role};
use crate::model::{ItemRole, PowerType};

/// What a line by itself is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A heading over the rows that follow.
    Section(Heading),
    /// A remark.
    Note,
    /// How many rows there are.
    Count,
    /// What every page repeats, or what helps to fill in a form: `续表`, `第 1 页`, `单位：个`.
    Filler,
}

/// A heading over rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Its number as printed.
    pub number: Option<String>,
    /// The heading without number and count.
    pub title: String,
    /// How many rows it says that it has.
    pub count: Option<u32>,
    /// How deep it stands, by the form of its number: `一、` is 1, `（一）` is 2; 0 without a number.
    pub depth: u8,
    /// The type of power that it names.
    pub power_type: Option<PowerType>,
    /// The part of a township's list that it names.
    pub role: Option<ItemRole>,
}

/// Reads a line by itself.
pub fn line(text: &str) -> Line {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let inner = bare.trim_matches(['（', '）', '(', ')', '【', '】', '—', '-', '－']);
    let page = inner.starts_with('第') && inner.ends_with('页') || (inner.starts_with('共') && inner.ends_with('页'));
    if matches!(
        inner,
        "续表"
            | "续上表"
            | "接上表"
            | "接上页"
            | "下页续"
            | "转下页"
            | "续"
            | "空白"
            | "以下空白"
            | "本页以下空白"
            | "此页无正文"
    ) || page
        || (inner.starts_with("续表") && inner.chars().count() < 5)
    {
        return Line::Filler;
    }
    if ["合计", "小计", "总计", "共计"].iter().any(|word| inner.starts_with(word))
        || (inner.starts_with('共') && inner.ends_with('项'))
    {
        return Line::Count;
    }
    let remark = [
        "注：",
        "注:",
        "注1",
        "备注",
        "说明",
        "附注",
        "※",
        "*",
        "＊",
        "填表",
        "填报",
        "审核",
        "联系人",
        "制表",
        "编制说明",
    ];
    if remark.iter().any(|word| inner.starts_with(word)) {
        return Line::Note;
    }
    let heading = heading(text);
    let long = heading.title.chars().count() > 40 || heading.title.contains(['。', '；']);
    if long && heading.power_type.is_none() { Line::Note } else { Line::Section(heading) }
}

/// Whether a line says who filled in the form, by name.
pub fn is_of_people(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let labels = [
        "填表人",
        "审核人",
        "填报人",
        "经办人",
        "联系人",
        "制表人",
        "负责人",
        "主要负责人",
        "分管领导",
        "单位负责人",
        "审批人",
        "校对人",
    ];
    labels.iter().any(|label| {
        bare.strip_prefix(label).is_some_and(|rest| rest.is_empty() || rest.starts_with(['：', ':', '（', '(']))
    })
}

/// Reads a line as a heading.
pub fn heading(text: &str) -> Heading {
    let text = super::clean::one_line(text);
    let (number, rest, depth) = numbered(&text);
    let (title, count) = counted(rest);
    let title = title.trim().trim_end_matches(['：', ':']).to_owned();
    let power_type = power_type(title.trim_end_matches("事项").trim_end_matches("清单").trim_end_matches("类"))
        .map(|(kind, _)| kind);
    let role = role(title.trim_end_matches("目录"));
    Heading { number, title, count, depth, power_type, role }
}

/// The number before a heading, what follows, and how deep the form of the number stands.
pub fn numbered(text: &str) -> (Option<String>, &str, u8) {
    const CHINESE: &str = "一二三四五六七八九十百零〇";
    let text = text.trim();
    let bracket = text.strip_prefix(['（', '(']);
    if let Some((inner, rest)) = bracket.and_then(|rest| rest.split_once(['）', ')'])) {
        if !inner.is_empty() && inner.chars().all(|c| CHINESE.contains(c)) {
            return (Some(inner.to_owned()), rest.trim_start_matches(['、', '．', '.', ' ']), 2);
        }
        if !inner.is_empty() && inner.chars().all(|c| c.is_ascii_digit()) {
            return (Some(inner.to_owned()), rest.trim_start(), 4);
        }
        return (None, text, 0);
    }
    let end = text.find(|c| !CHINESE.contains(c)).unwrap_or(text.len());
    let (run, rest) = text.split_at(end);
    if let (false, Some(rest)) = (run.is_empty(), rest.strip_prefix(['、', '．', '.', ' ', '，'])) {
        return (Some(run.to_owned()), rest.trim_start(), 1);
    }
    for (unit, depth) in [("章", 1), ("条", 2)] {
        let parts = text.strip_prefix('第').and_then(|rest| rest.split_once(unit));
        let is_number =
            |part: &str| !part.is_empty() && part.chars().all(|c| CHINESE.contains(c) || c.is_ascii_digit());
        if let Some((part, rest)) = parts.filter(|(part, _)| is_number(part))
            && (rest.starts_with(char::is_whitespace) || rest.is_empty())
        {
            return (Some(part.to_owned()), rest.trim_start(), depth);
        }
    }
    if let Some((part, rest)) = text.strip_prefix('第').and_then(|rest| rest.split_once("部分"))
        && part.chars().all(|c| CHINESE.contains(c) || c.is_ascii_digit())
        && !part.is_empty()
    {
        return (Some(part.to_owned()), rest.trim_start_matches(['：', ':', ' ', '、']), 1);
    }
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (run, rest) = text.split_at(end);
    match rest.strip_prefix(['、', '．', '.', '）', ')']) {
        Some(rest) if !run.is_empty() && !rest.starts_with(|c: char| c.is_ascii_digit()) => {
            (Some(run.to_owned()), rest.trim_start(), 3)
        }
        _ => (None, text, 0),
    }
}

/// What a heading says before `（共12项）`, `12项` or `（12）`, and the figure.
fn counted(text: &str) -> (&str, Option<u32>) {
    let open = text.rfind(['（', '(']).filter(|_| text.ends_with(['）', ')']));
    let (before, inner) = match open {
        Some(at) => (&text[..at], text[at..].trim_matches(['（', '）', '(', ')'])),
        None => match text.rfind(['：', ':', ' ', '共']) {
            Some(at) if text.ends_with('项') => (&text[..at], text[at..].trim_start_matches(['：', ':', ' '])),
            _ => return (text, None),
        },
    };
    let figure = inner.trim().trim_start_matches('共').trim_end_matches('项').trim_end_matches('条').trim();
    let figure = super::clean::narrow(figure);
    match figure.parse() {
        Ok(count) if !before.is_empty() => (before, Some(count)),
        _ => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, heading, line};
    use crate::model::PowerType;

    #[test]
    fn lines_by_themselves_are_told_apart() {
        for text in ["注：本清单自公布之日起施行", "说明：一、二", "填报单位：某局"] {
            assert_eq!(line(text), Line::Note, "{text}");
        }
        for text in ["（续表）", "续 表", "第 2 页 共 9 页", "第3页"] {
            assert_eq!(line(text), Line::Filler, "{text}");
        }
        for text in ["合计", "小 计：12项", "共120项"] {
            assert_eq!(line(text), Line::Count, "{text}");
        }
    }

    #[test]
    fn headings_say_number_type_and_count() {
        let found = heading("一、行政许可（共12项）");
        assert_eq!((found.number.as_deref(), &*found.title, found.count), (Some("一"), "行政许可", Some(12)));
        assert_eq!((found.power_type, found.depth), (Some(PowerType::Licence), 1));
        let found = heading("（二）经济发展  20项");
        assert_eq!(
            (found.number.as_deref(), &*found.title, found.count, found.depth),
            (Some("二"), "经济发展", Some(20), 2)
        );
        assert_eq!(heading("党的建设").title, "党的建设");
        assert!(heading("配合履职事项清单").role.is_some());
    }
}
