//! Characters in; the document numbers that stand among them, in one regular form, out.
//!
//! Orders (`国务院令第591号`, `国务院第470号令`, `主席令第4号`, `质检总局令2007第104号`), documents
//! (`湘政办发〔2014〕34号`) and standards (`GB 27550-2011`, `TSG R4001-2006`).

use serde::Serialize;

use super::fold::{Folded, han};
use super::numeral;

/// Characters of the name before a number, at most.
const ISSUER: usize = 40;

/// Words that lead up to a number and are no part of the issuer's name.
const LEADS: [&str; 76] = [
    "根据", "依据", "依照", "按照", "参照", "执行", "贯彻", "适用", "遵照", "违反", "以及", "经过", "印发", "发布",
    "公布", "颁布", "通过", "修订", "修正", "施行", "落实", "比照", "对照", "遵循", "结合", "参考", "参见", "详见",
    "按", "以", "已经", "业经", "另据", "又据", "均据", "系据", "文件", "取消", "下放", "调整", "废止", "替代", "代替",
    "取代", "承接", "纳入", "列入", "转发", "批转", "下发", "下达", "制定", "出台", "作出", "做出", "称为", "载明",
    "明确", "规定", "要求", "包括", "涉及", "引用", "所称", "即为", "关于", "其中", "依托", "收到", "报送", "还有",
    "除了", "此前", "后来", "原先", "随后",
];

/// Words of one character that lead up to a number, each with what may follow it where it is part of a name: 国经贸 is
/// no 经, 数据局 no 据.
const SHORT_LEADS: [(char, &str); 32] = [
    ('由', ""),
    ('已', ""),
    ('被', ""),
    ('把', ""),
    ('的', ""),
    ('是', ""),
    ('见', ""),
    ('其', ""),
    ('该', ""),
    ('此', ""),
    ('这', ""),
    ('那', ""),
    ('了', ""),
    ('除', ""),
    ('又', ""),
    ('也', ""),
    ('并', ""),
    ('再', ""),
    ('仍', ""),
    ('均', ""),
    ('因', ""),
    ('至', ""),
    ('到', ""),
    ('从', ""),
    ('在', ""),
    ('为', ""),
    ('依', "安兰"),
    ('自', "然治"),
    ('经', "贸信济开委管发办编普"),
    ('对', "外"),
    ('将', "乐"),
    ('即', "墨"),
];

/// Long names of issuers and the short ones that are kept.
const SHORT: [(&str, &str); 8] = [
    ("中华人民共和国国家质量监督检验检疫总局", "国家质检总局"),
    ("国家质量监督检验检疫总局", "国家质检总局"),
    ("国家质量技术监督检验检疫总局", "国家质检总局"),
    ("国家质监总局", "国家质检总局"),
    ("质检总局", "国家质检总局"),
    ("中华人民共和国国务院", "国务院"),
    ("中华人民共和国主席", "主席"),
    ("国家主席", "主席"),
];

/// Bodies of the state, the longer names before the shorter.
const STATE: [&str; 8] = [
    "中华人民共和国国家质量监督检验检疫总局",
    "国家质量监督检验检疫总局",
    "国家质检总局",
    "质检总局",
    "中华人民共和国国务院",
    "国务院",
    "中华人民共和国主席",
    "主席",
];

/// Bodies whose numbers are orders even where 令 was left out: 国家质量监督检验检疫总局第133号.
const BODIES: [&str; 12] = ["国务院", "总局", "部", "局", "政府", "委员会", "办公厅", "署", "主席", "委", "院", "会"];

/// Last words before the year in the numbers of documents.
const SIGNS: [&str; 35] = [
    "发", "办", "函", "字", "文", "规", "令", "公告", "通", "办字", "法", "监", "管", "政", "质", "委", "税", "财",
    "建", "农", "教", "社", "改", "编", "安", "环", "价", "商", "卫", "综", "企", "合", "运", "贸", "信",
];

/// Letters that standards begin with, the longer before the shorter.
const STANDARDS: [&str; 28] = [
    "GB/T", "GB/Z", "GBZ/T", "GBZ", "GBJ", "GB", "JJF", "JJG", "TSG", "HJ/T", "HJ", "HG/T", "HG", "JB/T", "JB", "NY/T",
    "NY", "QB/T", "QB", "SN/T", "SN", "AQ/T", "AQ", "YY/T", "YY", "CJ/T", "CJ", "DB",
];

/// A document number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentNumber {
    /// As the text prints it.
    pub as_printed: String,
    /// In one regular form, the register's.
    pub normalized: String,
}

/// A number where it stands.
#[derive(Clone, Debug)]
pub(super) struct Numbered {
    /// In one regular form.
    pub normalized: String,
    /// Whether it can be nothing else, even where no title stands beside it and no register knows it.
    pub sure: bool,
    /// First character.
    pub start: usize,
    /// Character after the last.
    pub end: usize,
    /// First character and the one after the last of what stands further on, where a page ends within the number.
    pub rest: Option<(usize, usize)>,
}

/// Every document number of a text, in order; `known` says whether a register has a number.
pub(super) fn numbers(text: &Folded, known: &dyn Fn(&str) -> bool) -> Vec<Numbered> {
    let mut found: Vec<Numbered> = Vec::new();
    for at in 0..text.chars.len() {
        let free = found.last().map_or(0, |last| last.end);
        let number = match text.at(at) {
            '号' => order(text, at, free, known),
            c if c.is_ascii_uppercase() && at >= free => standard(text, at),
            _ => None,
        };
        found.extend(number);
    }
    found
}

/// The regular form of a number that a register prints; `None` where it is none.
pub(super) fn regular(text: &str) -> Option<String> {
    let folded = Folded::new(text);
    numbers(&folded, &|_| false).into_iter().next().map(|number| number.normalized)
}

/// The order or document whose 号 stands here, read backwards; nothing before `free` belongs to it.
fn order(text: &Folded, mark: usize, free: usize, known: &dyn Fn(&str) -> bool) -> Option<Numbered> {
    let (serial, mut at) = serial(text, mark)?;
    let ordinal = text.before(at) == '第';
    at -= usize::from(ordinal);
    let (year, before) = year(text, at);
    at = before;
    let called = text.before(at) == '令' && at > free;
    at -= usize::from(called);
    let after = text.at(mark + 1) == '令';
    let first = issuer(text, at, free);
    let form = |start: usize| -> Option<(String, bool)> {
        let name = short(&text.chars[start..at].iter().collect::<String>());
        let body = year.is_none() && ordinal && BODIES.iter().any(|body| name.ends_with(body));
        let order = called || after || body;
        let sure = called || after || SIGNS.iter().any(|sign| name.ends_with(sign));
        let normalized = match (year, order) {
            // An order counts through the years; a year in brackets belongs to its number, one without does not.
            (Some((year, true)), true) => format!("{name}令〔{year}〕第{serial}号"),
            (_, true) => format!("{name}令第{serial}号"),
            (Some((year, true)), false) => format!("{name}〔{year}〕{serial}号"),
            (Some((year, false)), false) if ordinal => format!("{name}{year}年第{serial}号"),
            _ => return None,
        };
        Some((normalized, sure))
    };
    // What runs up to the number may not all be the issuer's name: what a register has, or a body of the state, is.
    let start = (first..at)
        .find(|start| form(*start).is_some_and(|(number, _)| known(&number)))
        .or_else(|| {
            (first..at)
                .find(|start| STATE.iter().any(|body| text.has(*start, body) && body.chars().count() == at - start))
        })
        .unwrap_or(first);
    if start == at {
        return None;
    }
    let (normalized, sure) = form(start)?;
    Some(Numbered { normalized, sure, start, end: mark + 1 + usize::from(after), rest: None })
}

/// The digits or numerals that end before `end`, and where they begin.
fn serial(text: &Folded, end: usize) -> Option<(u16, usize)> {
    let numeral = |c: char| c.is_ascii_digit() || "零一二三四五六七八九十百".contains(c);
    let length = (1..=7).take_while(|back| end.checked_sub(*back).is_some_and(|at| numeral(text.at(at)))).count();
    // A year printed before the number without a bracket, as in 令2007第104号, is told apart by 第.
    let start = end.checked_sub(length)?;
    let (value, after) = numeral::number(text, start)?;
    (after == end).then_some((value, start))
}

/// The year that ends before `end`, whether it is in brackets, and where it begins.
fn year(text: &Folded, end: usize) -> (Option<(u16, bool)>, usize) {
    let bracket = text.before(end) == ')';
    let named = text.before(end) == '年';
    let stop = end - usize::from(bracket || named);
    let Some(start) = stop.checked_sub(4) else { return (None, end) };
    let Some((value, after)) = numeral::number(text, start) else { return (None, end) };
    let digits = text.chars[start..stop].iter().all(char::is_ascii_digit);
    if !digits || after != stop || !(1949..=2100).contains(&value) {
        return (None, end);
    }
    if bracket && text.before(start) != '(' {
        return (None, end);
    }
    (Some((value, bracket)), start - usize::from(bracket))
}

/// Where the issuer's name that ends here begins.
fn issuer(text: &Folded, end: usize, free: usize) -> usize {
    let least = end.saturating_sub(ISSUER).max(free);
    let mut start = end;
    let stops = |at: usize| match text.at(at) {
        // 和 joins two names, but not in 中华人民共和国.
        '和' => text.before(at) != '共',
        c => "日月年》〉、及与第于".contains(c),
    };
    while start > least && han(text.at(start - 1)) && !stops(start - 1) {
        start -= 1;
    }
    // A lead such as 根据 in the run is not the issuer's.
    let lead = |at: usize| LEADS.iter().find(|word| text.has(at, word)).map(|word| at + word.chars().count());
    let short = |at: usize| {
        let (_, names) = SHORT_LEADS.iter().find(|(word, _)| *word == text.at(at))?;
        (!names.contains(text.at(at + 1))).then_some(at + 1)
    };
    (start..end).flat_map(|at| [lead(at), short(at)]).flatten().filter(|after| *after < end).max().unwrap_or(start)
}

/// A standard that begins here.
fn standard(text: &Folded, start: usize) -> Option<Numbered> {
    if text.before(start).is_ascii_alphanumeric() {
        return None;
    }
    let length = text.any(start, &STANDARDS)?;
    let mut name: String = text.chars[start..start + length].iter().collect();
    let mut at = start + length;
    if name == "DB" {
        while text.at(at).is_ascii_digit() && at < start + 6 {
            name.push(text.at(at));
            at += 1;
        }
        if text.at(at) == '/' {
            name.push_str("/T");
            at += 2;
        }
    }
    let letter = text.at(at).is_ascii_uppercase();
    let mut serial = String::new();
    while (letter && serial.is_empty())
        || text.at(at).is_ascii_digit()
        || (text.at(at) == '.' && text.at(at + 1).is_ascii_digit())
    {
        serial.push(text.at(at));
        at += 1;
    }
    if !serial.ends_with(|c: char| c.is_ascii_digit()) || serial.len() > 12 {
        return None;
    }
    if text.at(at) != '-' {
        return None;
    }
    let year: String = text.chars[at + 1..].iter().take(5).take_while(|c| c.is_ascii_digit()).collect();
    if !matches!(year.len(), 2 | 4) {
        return None;
    }
    let normalized = format!("{name} {serial}-{year}");
    Some(Numbered { normalized, sure: true, start, end: at + 1 + year.len(), rest: None })
}

fn short(name: &str) -> String {
    let found = SHORT.iter().find(|(long, _)| name.ends_with(long) && !name.ends_with(&format!("国家{long}")));
    match found {
        Some((long, short)) if name.strip_suffix(long).is_some_and(str::is_empty) => (*short).to_owned(),
        _ => {
            // 中华人民共和国农业部 is the 农业部; the name of the state alone is nobody's.
            let plain = name.strip_prefix("中华人民共和国").filter(|rest| !rest.is_empty());
            plain.unwrap_or(name).to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, numbers};

    fn read(text: &str) -> Vec<String> {
        numbers(&Folded::new(text), &|_| false).into_iter().map(|number| number.normalized).collect()
    }

    #[test]
    fn one_form_for_every_style() {
        for (text, expected) in [
            ("国务院令第591号", "国务院令第591号"),
            ("国务院第470号令", "国务院令第470号"),
            ("中华人民共和国国务院令第455号令", "国务院令第455号"),
            ("国务院令 第 549 号", "国务院令第549号"),
            ("主席令 第4号", "主席令第4号"),
            ("中华人民共和国主席令第四号", "主席令第4号"),
            ("湘政办发[2014]34号", "湘政办发〔2014〕34号"),
            ("湘政办发〔2014〕34号", "湘政办发〔2014〕34号"),
            ("湘政办发（2014）34号", "湘政办发〔2014〕34号"),
            ("淄政办发［2012］3号", "淄政办发〔2012〕3号"),
            ("质检总局令2007第104号", "国家质检总局令第104号"),
            ("国家质量监督检验检疫总局令 第121号", "国家质检总局令第121号"),
            ("国家质量监督检验检疫总局第133号", "国家质检总局令第133号"),
            ("邯郸市人民政府令〔2012〕第139号", "邯郸市人民政府令〔2012〕第139号"),
            ("省政府令第269号", "省政府令第269号"),
            ("GB27550-2011", "GB 27550-2011"),
            ("ＧＢ／Ｔ 19001—2008", "GB/T 19001-2008"),
            ("TSG R4001-2006", "TSG R4001-2006"),
            ("DB37/T 1234.1-2010", "DB37/T 1234.1-2010"),
            ("中华人民共和国农业部令第20号", "农业部令第20号"),
            ("根据国务院令第591号", "国务院令第591号"),
            ("已由国发〔2013〕19号", "国发〔2013〕19号"),
            ("现经国办发〔2015〕29号", "国办发〔2015〕29号"),
            ("国经贸〔2000〕1号", "国经贸〔2000〕1号"),
            ("自然资发〔2019〕87号", "自然资发〔2019〕87号"),
            ("除落实国发〔2014〕20号", "国发〔2014〕20号"),
            ("此项先后被国发〔2012〕52号", "国发〔2012〕52号"),
            ("2009年10月13日国家质检总局令 第121号", "国家质检总局令第121号"),
        ] {
            assert_eq!(read(text), [expected], "{text}");
        }
    }

    #[test]
    fn leaves_other_numbers_alone() {
        for text in ["第3号", "12365号", "3号楼", "许可证号", "京ICP备12000001号", "型号", "A4-2006", "第二号文件"]
        {
            assert!(read(text).is_empty(), "{text}: {:?}", read(text));
        }
    }
}
