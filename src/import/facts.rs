//! Lines of titles in; what they say of the list: who publishes it, what it is called, its number and its dates, out.

use crate::model::{Date, ListKind};

use super::clean::{narrow, one_line};
use super::kind::Kind;

/// What the titles of a document say of the list. What they do not say is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Title of the list.
    pub title: Option<String>,
    /// Name of the publishing agency.
    pub agency: Option<String>,
    /// What kind of list it is.
    pub kind: Option<ListKind>,
    /// Number of the document.
    pub document_number: Option<String>,
    /// Index number of open government information.
    pub index_number: Option<String>,
    /// Day of publication.
    pub published: Option<Date>,
    /// Day the form was filled in.
    pub compiled: Option<Date>,
    /// Edition as printed.
    pub edition: Option<String>,
    /// Whether it was published for trial.
    pub trial: bool,
    /// Lines that say something else.
    pub rest: Vec<String>,
}

/// Words in a title that name the list.
const MARKS: [&str; 26] = [
    "权力和责任清单",
    "权力清单和责任清单",
    "行政权力",
    "权责清单",
    "权责事项",
    "权力清单",
    "责任清单",
    "履行职责事项",
    "履职事项",
    "基本履职事项",
    "配合履职事项",
    "公共服务",
    "职责边界",
    "部门职责",
    "主要职责",
    "主体责任",
    "政务服务",
    "行政职权",
    "事中事后监管",
    "行政执法",
    "行政处罚",
    "行政许可",
    "权责",
    "监管制度",
    "职责分工",
    "追责情形",
];

/// Last words of names of agencies.
const AGENCIES: [&str; 34] = [
    "局",
    "委员会",
    "委",
    "办公室",
    "人民政府",
    "办事处",
    "中心",
    "管委会",
    "厅",
    "所",
    "处",
    "大队",
    "支队",
    "总队",
    "站",
    "院",
    "会",
    "社",
    "公司",
    "部",
    "馆",
    "署",
    "镇",
    "乡",
    "街道",
    "政府",
    "法院",
    "队",
    "台",
    "校",
    "分局",
    "园区",
    "开发区",
    "新区",
];

/// Reads the lines of titles.
pub fn facts(titles: &[String]) -> Facts {
    let mut facts = Facts::default();
    let mut seen: Vec<String> = Vec::new();
    for title in titles {
        for line in title.lines() {
            let line = one_line(line);
            if !line.is_empty() && !seen.contains(&line) {
                seen.push(line.clone());
                enter(&mut facts, &line);
            }
        }
    }
    if facts.agency.is_none() {
        facts.agency = facts.title.as_deref().and_then(agency);
    }
    facts.trial = facts.title.as_deref().is_some_and(|title| title.contains("试行"));
    facts.kind = facts.title.as_deref().and_then(kind);
    facts
}

fn enter(facts: &mut Facts, line: &str) {
    let labelled = labelled(line);
    let mut any = false;
    for (label, value) in &labelled {
        let bare: String = label.chars().filter(|c| !c.is_whitespace()).collect();
        let has = |words: &[&str]| words.iter().any(|word| bare.ends_with(word));
        if value.is_empty() {
            any = true;
        } else if has(&[
            "填报单位",
            "编制单位",
            "填表单位",
            "发布机构",
            "公布单位",
            "制表单位",
            "报送单位",
            "单位名称",
            "部门名称",
            "实施主体",
            "部门",
            "单位（盖章）",
            "单位(盖章)",
            "编制部门",
            "填报部门",
            "公开单位",
        ]) && agency_name(value)
        {
            facts.agency.get_or_insert_with(|| value.clone());
            any = true;
        } else if has(&["文号", "发文字号"]) {
            facts.document_number.get_or_insert_with(|| value.clone());
            any = true;
        } else if has(&["索引号"]) {
            facts.index_number.get_or_insert_with(|| value.clone());
            any = true;
        } else if let Some(date) = date(value) {
            if has(&["发布日期", "公布日期", "公布时间", "发布时间", "公开日期", "公开时间", "发布日"])
            {
                facts.published.get_or_insert(date);
                any = true;
            } else if has(&[
                "编制日期",
                "填报日期",
                "填报时间",
                "填表日期",
                "填表时间",
                "编制时间",
                "制表日期",
                "日期",
                "时间",
            ]) {
                facts.compiled.get_or_insert(date);
                any = true;
            }
        }
    }
    if any {
        return;
    }
    let bare = line.trim_matches(['（', '）', '(', ')']);
    if is_number(bare) {
        facts.document_number.get_or_insert_with(|| bare.to_owned());
    } else if facts.edition.is_none() && (bare.ends_with("年版") || bare.ends_with("年本")) && bare.chars().count() <= 8
    {
        facts.edition = Some(bare.to_owned());
    } else if facts.title.is_none()
        && labelled.is_empty()
        && (MARKS.iter().any(|mark| line.contains(mark)) || line.contains("清单") || line.contains("目录"))
    {
        facts.title = Some(line.to_owned());
    } else if facts.agency.is_none() && agency_name(line) && labelled.is_empty() {
        facts.agency = Some(line.to_owned());
    } else {
        facts.rest.push(line.to_owned());
    }
}

/// The labels of a line with what follows each: `填报单位：某局    填报时间：2024年3月`.
fn labelled(line: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(['：', ':']) {
        let width = rest[at..].chars().next().map_or(1, char::len_utf8);
        let before = rest[..at].trim();
        let label = before.rsplit([' ', '\u{3000}', '；', ';']).next().unwrap_or(before);
        if let Some((_, value)) = out.last_mut() {
            *value = before[..before.len() - label.len()].trim().trim_end_matches(['；', ';']).to_owned();
        }
        out.push((label.to_owned(), String::new()));
        rest = &rest[at + width..];
    }
    if let Some((_, value)) = out.last_mut() {
        *value = rest.trim().to_owned();
    }
    out
}

/// Whether a text is a document number alone, such as `平政办发〔2021〕3号`.
fn is_number(text: &str) -> bool {
    let open = text.find(['〔', '[', '［', '（', '(']);
    open.is_some_and(|at| {
        at > 0 && text.ends_with('号') && text.chars().count() < 24 && text[at..].contains(|c: char| c.is_ascii_digit())
    })
}

/// Whether a text can be the name of an agency.
fn agency_name(text: &str) -> bool {
    let count = text.chars().count();
    (3..=30).contains(&count)
        && AGENCIES.iter().any(|end| text.ends_with(end))
        && !text.contains(['，', '。', '：', '、'])
}

/// The agency that a title begins with.
fn agency(title: &str) -> Option<String> {
    let title = title
        .trim_start_matches(['《', '“'])
        .trim_start_matches("关于印发")
        .trim_start_matches("附件")
        .trim_start_matches(|c: char| c.is_ascii_digit());
    let at = MARKS.iter().filter_map(|mark| title.find(mark)).min()?;
    let before = title[..at].trim_end_matches(['的', ' ', '“', '《', '（', '(']);
    let before =
        before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '年' || c == '版' || c == '）' || c == '（');
    agency_name(before).then(|| before.to_owned())
}

/// What kind of list a title names.
pub fn kind(title: &str) -> Option<ListKind> {
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    let kind = if has(&["履行职责事项", "履职事项"]) {
        ListKind::Township
    } else if has(&["权责清单", "权力清单", "权力和责任清单", "行政权力", "权责事项", "行政职权"])
    {
        ListKind::PowersAndResponsibilities
    } else if has(&["职责边界", "边界清单", "职责分工"]) {
        ListKind::Boundaries
    } else if has(&["公共服务"]) {
        ListKind::Services
    } else if has(&["监管制度"]) {
        ListKind::Regimes
    } else if has(&["主体责任"]) {
        ListKind::MainResponsibilities
    } else if has(&["责任清单"]) {
        ListKind::Responsibilities
    } else {
        return None;
    };
    Some(kind)
}

/// What kind of list holds rows of these kinds.
pub fn kind_of_rows(kinds: &[Kind], township: bool) -> ListKind {
    match kinds {
        [Kind::Items] if township => ListKind::Township,
        [Kind::Items] | [] => ListKind::PowersAndResponsibilities,
        [Kind::Boundaries] => ListKind::Boundaries,
        [Kind::Services] => ListKind::Services,
        [Kind::Regimes] => ListKind::Regimes,
        _ => ListKind::Responsibilities,
    }
}

/// A date as papers print it.
pub fn date(text: &str) -> Option<Date> {
    let text: String = narrow(text).chars().filter(|c| !c.is_whitespace()).collect();
    let figures: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '年' | '月' | '日' | '号' | '-' | '/' | '.'));
    let [year, rest @ ..] = &figures[..] else { return None };
    if !plain || year.len() != 4 || rest.is_empty() || rest.len() > 2 {
        return None;
    }
    let mut written = (*year).to_owned();
    for part in rest {
        written.push_str(&format!("-{:0>2}", part));
    }
    written.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{date, facts};
    use crate::model::ListKind;

    #[test]
    fn titles_say_who_and_what() {
        let titles = [
            "平川市文化局权责清单（2021年版）".to_owned(),
            "填报单位：平川市文化局      填报时间：2021年3月5日".to_owned(),
        ];
        let found = facts(&titles);
        assert_eq!(found.agency.as_deref(), Some("平川市文化局"));
        assert_eq!(found.kind, Some(ListKind::PowersAndResponsibilities));
        assert_eq!(found.compiled.map(|date| date.to_string()).as_deref(), Some("2021-03-05"));
        let found = facts(&["柳坪镇履行职责事项清单".to_owned(), "平政办发〔2025〕3号".to_owned()]);
        assert_eq!(
            (found.agency.as_deref(), found.document_number.as_deref()),
            (Some("柳坪镇"), Some("平政办发〔2025〕3号"))
        );
    }

    #[test]
    fn dates_as_papers_print_them() {
        for text in ["2024年3月1日", "2024/3/1", "2024.3.1", "２０２４年３月１日", "2024-03-01"] {
            assert_eq!(date(text).map(|date| date.to_string()).as_deref(), Some("2024-03-01"), "{text}");
        }
        assert_eq!(date("2024年3月").map(|date| date.to_string()).as_deref(), Some("2024-03"));
        assert!(date("45352").is_none() && date("第3条").is_none());
    }
}
