//! Characters and the register in; the titles that are named among them out, each with the laws it may be.

use super::article;
use super::fold::{Folded, han};
use super::kind::{is_generic, is_law};
use super::label;
use super::names::{Hit, Names};

/// Characters of a title between its marks, at most.
const LONGEST: usize = 120;

/// Characters of what stands before the mark and is part of the title, at most: 湖南省《实施…》办法.
const BEFORE: usize = 20;

/// What may stand behind the closing mark and be part of the title.
const SUFFIXES: [&str; 12] = [
    "实施办法",
    "实施细则",
    "实施条例",
    "若干规定",
    "办法",
    "细则",
    "规定",
    "条例",
    "的通知",
    "的决定",
    "的意见",
    "的公告",
];

/// Words before a title without marks that show that it is cited.
const LEADS: [&str; 20] = [
    "依照", "按照", "依据", "根据", "违反", "适用", "贯彻", "执行", "遵守", "宣传", "学习", "实施", "落实", "参照",
    "符合", "按", "依", "和", "及", "、",
];

/// Words after a title without marks that show that it is cited.
const TRAILS: [&str; 8] = ["规定", "有关规定", "的规定", "的有关规定", "的要求", "等法律", "等有关", "等相关"];

/// What makes a longer word, or another law, of a title without marks.
const LONGER: [&str; 16] = [
    "律",
    "制度",
    "制化",
    "院",
    "庭",
    "官",
    "学",
    "人",
    "医",
    "典",
    "实施条例",
    "实施细则",
    "实施办法",
    "定计量",
    "定代表",
    "规、",
];

/// A title where it stands.
#[derive(Clone, Debug)]
pub(super) struct Title {
    /// First character, marks included.
    pub start: usize,
    /// Character after the last.
    pub end: usize,
    /// The title as it reads, without its outer marks.
    pub name: String,
    /// The laws it may be; none where the register has none.
    pub hits: Vec<Hit>,
    /// Whether it names a kind and no text: 《规定》.
    pub generic: bool,
}

/// Every title of a law in a text, in order. Titles in marks that are no law's are passed over whole.
pub(super) fn titles(text: &Folded, names: &Names) -> Vec<Title> {
    let mut found: Vec<Title> = Vec::new();
    let mut at = 0;
    while at < text.chars.len() {
        let free = found.last().map_or(0, |last| last.end);
        let next = match text.at(at) {
            '《' | '〈' => marked(text, names, at, free),
            _ => bare(text, names, at).map(|title| (vec![title.clone()], title.end)),
        };
        match next {
            Some((titles, end)) => {
                found.extend(titles);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The titles in the marks that open here, and where they end; `None` where they do not close.
fn marked(text: &Folded, names: &Names, open: usize, free: usize) -> Option<(Vec<Title>, usize)> {
    let close = closing(text, open)?;
    let inner = &text.chars[open + 1..close];
    if inner.is_empty() {
        return None;
    }
    let whole = |start: usize, end: usize, hits: Vec<Hit>| {
        let name: String = if (start, end) == (open, close + 1) {
            inner.iter().collect()
        } else {
            text.chars[start..end].iter().collect()
        };
        Some((vec![Title { start, end, name, hits, generic: false }], end))
    };
    let suffix = text.any(close + 1, &SUFFIXES).map_or(close + 1, |length| close + 1 + length);
    let measure = suffix > close + 1
        && text.at(close + 1) != '的'
        && (text.ends(open, &["实施", "贯彻"]) || text.has(open + 1, "实施"));
    if let Some((start, end, hits)) = around(text, names, open, close, suffix, free) {
        return whole(start, end, hits);
    }
    if measure {
        return whole(region(text, open, free), suffix, Vec::new());
    }
    let own = text.has(open + 1, "实施") && matches!(text.at(open + 3), '《' | '〈');
    // A mark before the mark did not close: it is a slip, and part of what is printed.
    let stray = usize::from(text.before(open) == '《' && open > free);
    let direct = names.title(inner);
    let hits = if direct.is_empty() { names.loosely(inner) } else { direct.to_vec() };
    if !hits.is_empty() {
        let (start, end) = notice(text, open - stray, close + 1, free);
        return Some((vec![Title { start, end, name: inner.iter().collect(), hits, generic: false }], end));
    }
    if let Some(parts) = parts(text, names, open, close) {
        return Some((parts, close + 1));
    }
    if is_generic(inner) {
        let title = Title { start: open, end: close + 1, name: inner.iter().collect(), hits, generic: true };
        return Some((vec![title], close + 1));
    }
    if own && is_law(inner) {
        return whole(region(text, open, free), close + 1, Vec::new());
    }
    if text.at(open) == '《' && is_law(inner) {
        let (start, end) = notice(text, open, close + 1, free);
        return Some((vec![Title { start, end, name: inner.iter().collect(), hits, generic: false }], end));
    }
    // A form, a certificate, a system: nothing in it is cited.
    Some((Vec::new(), close + 1))
}

/// Where the marks that open here close.
fn closing(text: &Folded, open: usize) -> Option<usize> {
    let mut depth = 0usize;
    for at in open..text.chars.len().min(open + LONGEST + 2) {
        match text.at(at) {
            '《' | '〈' => depth += 1,
            '》' | '〉' if depth == 1 => return Some(at),
            '》' | '〉' => depth -= 1,
            // No title runs over the end of a sentence: the closing mark is missing.
            '。' | ';' => return None,
            _ => {}
        }
    }
    None
}

/// A registered title that goes beyond its marks: 湖南省《实施…法》办法.
fn around(
    text: &Folded,
    names: &Names,
    open: usize,
    close: usize,
    suffix: usize,
    free: usize,
) -> Option<(usize, usize, Vec<Hit>)> {
    let least = open.saturating_sub(BEFORE).max(free);
    let first = (least..open).rev().take_while(|at| han(text.at(*at))).last().unwrap_or(open);
    if first == open && suffix == close + 1 {
        return None;
    }
    let mut ends = vec![suffix, close + 1];
    ends.dedup();
    for end in ends {
        for start in first..=open {
            if (start, end) == (open, close + 1) {
                continue;
            }
            let hits = names.title(&text.chars[start..end]);
            if !hits.is_empty() {
                return Some((start, end, hits.to_vec()));
            }
        }
    }
    None
}

/// Where the name of the region begins that a measure's title opens with: the 河北省实施 of 河北省实施《…》办法.
fn region(text: &Folded, open: usize, free: usize) -> usize {
    let least = open.saturating_sub(BEFORE).max(free);
    let verb = if text.ends(open, &["实施", "贯彻"]) { open - 2 } else { open };
    let end = ["省", "市", "自治区", "县", "区", "州"].iter().any(|unit| text.ends(verb, &[unit]));
    if !end {
        return verb;
    }
    let leads = ["根据", "依据", "依照", "按照", "违反", "执行", "和", "及", "与", "、", "依", "按", "照"];
    (least..verb).rev().take_while(|at| han(text.at(*at)) && !text.ends(*at + 1, &leads)).last().unwrap_or(verb)
}

/// The frame of a notice around a title: 关于印发《…》的通知, and 《…》的通知.
fn notice(text: &Folded, start: usize, end: usize, free: usize) -> (usize, usize) {
    let Some(length) = text.any(end, &["的通知", "的公告"]) else { return (start, end) };
    let frames = ["关于印发", "关于转发", "关于发布", "印发", "转发"];
    let frame = frames.iter().find(|frame| text.ends(start, &[frame])).map_or(0, |frame| frame.chars().count());
    ((start - frame).max(free), end + length)
}

/// Several titles in one pair of marks: 《产品质量法、计量法》.
fn parts(text: &Folded, names: &Names, open: usize, close: usize) -> Option<Vec<Title>> {
    let mut found = Vec::new();
    let mut at = open + 1;
    while at < close {
        let (hits, end) = names.starting(text, at).filter(|(_, end)| *end <= close)?;
        let name = text.chars[at..end].iter().collect();
        found.push(Title { start: at, end, name, hits: hits.to_vec(), generic: false });
        at = end + text.any(end, &["、", ",", "以及", "和", "及", "与"]).unwrap_or(0);
    }
    (found.len() > 1).then_some(found)
}

/// A registered title that begins here without its opening mark, or without any.
fn bare(text: &Folded, names: &Names, start: usize) -> Option<Title> {
    let labelled = label::names_law(text, start);
    let Some((hits, end)) = names.starting(text, start) else {
        return if labelled { unmarked(text, start) } else { unknown(text, start) };
    };
    let title = |start, end, name: &[char]| {
        Some(Title { start, end, name: name.iter().collect(), hits: hits.to_vec(), generic: false })
    };
    let name = &text.chars[start..end];
    let opened = matches!(text.before(start), '《' | '〈');
    let closed = matches!(text.at(end), '》' | '〉');
    if opened || closed {
        return title(start - usize::from(opened), end + usize::from(closed), name);
    }
    let longer = text.any(end, &LONGER).is_some()
        || (text.at(end) == '规' && text.at(end + 1) != '定')
        || (text.at(end) == '制' && text.at(end + 1) == '体')
        || text.ends(start, &["省", "市", "县", "区", "州", "省实施", "市实施"]);
    if longer {
        return None;
    }
    let numbered = text.at(end) == '('
        && (text.at(end + 1).is_ascii_digit() || text.any(end, &["(国", "(主席", "(GB", "(TSG"]).is_some());
    let cited = numbered
        || labelled
        || (text.at(end) == '第' && article::run(text, end).is_some())
        || (text.has(end, "附件") && article::annexed(text, end).is_some())
        || text.has(start, "中华人民共和国")
        || name.len() >= 8
        || (text.ends(start, &LEADS) && text.any(end, &TRAILS).is_some());
    if cited { title(start, end, name) } else { None }
}

/// What a label says is a title of a law, without marks, up to the end of its entry.
fn unmarked(text: &Folded, start: usize) -> Option<Title> {
    let ends = |at: &usize| ";,。(《".contains(text.at(*at)) || text.starts(*at) || text.at(*at) == '\n';
    let end = (start + 1..start + LONGEST).find(ends)?;
    let name = &text.chars[start..end];
    is_law(name).then(|| Title { start, end, name: name.iter().collect(), hits: Vec::new(), generic: false })
}

/// A law that no register knows, without marks: 中华人民共和国…法第四十八条.
fn unknown(text: &Folded, start: usize) -> Option<Title> {
    const STATE: &str = "中华人民共和国";
    if !text.has(start, STATE) || matches!(text.before(start), '《' | '〈') {
        return None;
    }
    let named = start + STATE.chars().count() + 2;
    let end = (named..named + 24)
        .take_while(|at| han(text.at(*at - 1)) && text.at(*at - 1) != '第')
        .find(|at| text.ends(*at, &["法", "条例"]) && text.at(*at) == '第' && article::run(text, *at).is_some())?;
    let name = text.chars[start..end].iter().collect();
    Some(Title { start, end, name, hits: Vec::new(), generic: false })
}
