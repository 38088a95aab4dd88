//! Findings in, what is shown of them out: errors before warnings, the same fault three times and then counted, a summary
//! by code below.

use std::collections::HashMap;

use crate::diag::code::{Code, Severity};
use crate::diag::finding::Finding;
use crate::diag::words::MessageLang;

/// How often the same fault is shown before it is only counted.
const SHOWN: usize = 3;
/// How many files a count names.
const FILES: usize = 3;

/// What of the faults is shown one by one.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shown {
    /// The same fault three times, then a count.
    #[default]
    Digest,
    /// Every fault.
    All,
    /// Every fault of these codes, and no other.
    Codes(Vec<&'static Code>),
}

/// A part of what is shown.
pub(super) enum Entry<'f> {
    /// A fault with its line and what to do.
    One(&'f Finding),
    /// A line that counts faults like those before it, or faults that are never shown one by one.
    Line(String),
}

/// Errors, then warnings, each in the order of the files; what is not shown is counted.
pub(super) fn entries<'f>(findings: &'f [Finding], shown: &Shown, speech: MessageLang) -> Vec<Entry<'f>> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| finding.severity);
    match shown {
        Shown::All => return sorted.into_iter().map(Entry::One).collect(),
        Shown::Codes(codes) => {
            let asked = |finding: &&Finding| codes.contains(&finding.code);
            return sorted.into_iter().filter(asked).map(Entry::One).collect();
        }
        Shown::Digest => {}
    }
    let mut groups: HashMap<(Severity, &str, String), Vec<&Finding>> = HashMap::new();
    for finding in &sorted {
        groups.entry(key(finding)).or_default().push(finding);
    }
    let mut chosen: HashMap<*const Finding, bool> = HashMap::new();
    for group in groups.values() {
        for (index, finding) in few(group).into_iter().enumerate() {
            chosen.insert(std::ptr::from_ref(finding), index == 0);
        }
    }
    let mut entries = Vec::new();
    let mut left: HashMap<(Severity, &str, String), usize> = HashMap::new();
    for finding in sorted {
        let Some(first) = chosen.get(&std::ptr::from_ref(finding)) else { continue };
        let key = key(finding);
        let Some(group) = groups.get(&key) else { continue };
        if finding.counted && group.len() > 1 {
            entries.extend(first.then(|| Entry::Line(counted(group, speech))));
            continue;
        }
        entries.push(Entry::One(finding));
        let few = few(group);
        let shown = left.entry(key).or_default();
        *shown += 1;
        if *shown == few.len() && few.len() < group.len() {
            let rest: Vec<&Finding> =
                group.iter().copied().filter(|one| !few.iter().any(|shown| std::ptr::eq(*shown, *one))).collect();
            entries.push(Entry::Line(more(&rest, speech)));
        }
    }
    entries
}

/// Those of a group that are shown, in the order of the files: of faults in other words one each before a second in the
/// same words, so that a rare one does not go under.
fn few<'f>(group: &[&'f Finding]) -> Vec<&'f Finding> {
    // Of four, the fourth is shown as well: a line that counts it says less and is no shorter.
    if group.len() <= SHOWN + 1 {
        return group.to_vec();
    }
    let mut times: HashMap<&str, usize> = HashMap::new();
    let mut order: Vec<(usize, usize)> = Vec::with_capacity(group.len());
    for (index, finding) in group.iter().enumerate() {
        let time = times.entry(&finding.message.en).or_default();
        order.push((*time, index));
        *time += 1;
    }
    order.sort_unstable();
    let mut few: Vec<usize> = order.into_iter().take(SHOWN).map(|(_, index)| index).collect();
    few.sort_unstable();
    few.into_iter().map(|index| group[index]).collect()
}

/// What makes two faults the same: the code and the words, whatever names and figures stand in them.
fn key(finding: &Finding) -> (Severity, &'static str, String) {
    let mut words = String::new();
    let mut until = None;
    for c in finding.message.en.chars() {
        match until {
            Some(end) if c == end => until = None,
            Some(_) => {}
            None => match c {
                '`' => until = Some('`'),
                '“' => until = Some('”'),
                _ if c.is_ascii_digit() => {}
                _ => words.push(c),
            },
        }
    }
    (finding.severity, finding.code.id, words)
}

fn more(rest: &[&Finding], speech: MessageLang) -> String {
    let (count, code, files) = (rest.len(), rest[0].code.id, files(rest, speech));
    match speech {
        MessageLang::Zh => format!("……另有 {count} 处同样的 {code}：{files}；加 --show {code} 全部列出"),
        MessageLang::En => format!("… and {count} more of {code}: {files}; `--show {code}` lists them all"),
    }
}

fn counted(group: &[&Finding], speech: MessageLang) -> String {
    let (count, code, files) = (group.len(), group[0].code.id, files(group, speech));
    let (message, level) = (group[0].message.say(speech), level(group[0].severity, speech));
    match speech {
        MessageLang::Zh => format!("{level}[{code}]: {message}，共 {count} 处：{files}；加 --show {code} 全部列出"),
        MessageLang::En => {
            format!("{level}[{code}]: {message}, in {count} places: {files}; `--show {code}` lists them all")
        }
    }
}

/// How many of the faults each file has.
fn files(findings: &[&Finding], speech: MessageLang) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for finding in findings {
        match counts.iter_mut().find(|(path, _)| *path == finding.path) {
            Some((_, count)) => *count += 1,
            None => counts.push((&finding.path, 1)),
        }
    }
    let (named, rest) = counts.split_at(counts.len().min(if counts.len() == FILES + 1 { FILES + 1 } else { FILES }));
    let others = rest.len();
    let (mut parts, stop): (Vec<String>, &str) = match speech {
        MessageLang::Zh => (named.iter().map(|(path, count)| format!("{path} 有 {count} 处")).collect(), "，"),
        MessageLang::En => (named.iter().map(|(path, count)| format!("{count} in {path}")).collect(), ", "),
    };
    if others > 0 {
        parts.push(match speech {
            MessageLang::Zh => format!("其余在另外 {others} 个文件"),
            MessageLang::En => format!("the rest in {others} other files"),
        });
    }
    parts.join(stop)
}

/// The word for how grave a fault is.
pub(super) fn level(severity: Severity, speech: MessageLang) -> &'static str {
    match (severity, speech) {
        (Severity::Error, MessageLang::En) => "error",
        (Severity::Error, MessageLang::Zh) => "错误",
        (Severity::Warning, MessageLang::En) => "warning",
        (Severity::Warning, MessageLang::Zh) => "警告",
    }
}

/// The codes that were found, errors first, with what each means and how often it was found; nothing for a single fault,
/// which has just said it.
pub(super) fn summary(findings: &[Finding], speech: MessageLang) -> String {
    if findings.len() < 2 {
        return String::new();
    }
    let mut counts: Vec<(Severity, &'static Code, usize)> = Vec::new();
    for finding in findings {
        let same = |(severity, code, _): &&mut (Severity, &Code, usize)| {
            *severity == finding.severity && *code == finding.code
        };
        match counts.iter_mut().find(same) {
            Some((.., count)) => *count += 1,
            None => counts.push((finding.severity, finding.code, 1)),
        }
    }
    counts.sort_by_key(|(severity, code, _)| (*severity, code.id));
    let name = counts.iter().map(|(_, code, _)| code.name.len()).max().unwrap_or_default();
    let figures = counts.iter().map(|(.., count)| count.to_string().len()).max().unwrap_or_default();
    let mut text = String::from(match speech {
        MessageLang::Zh => "汇总：\n",
        MessageLang::En => "By code:\n",
    });
    for (severity, code, count) in counts {
        let what = code.what[usize::from(speech == MessageLang::En)];
        let level = level(severity, speech);
        let (id, own) = (code.id, code.name);
        text.push_str(&match speech {
            MessageLang::Zh => format!("  {level} {id}  {own:name$}  {count:>figures$} 处  {what}\n"),
            MessageLang::En => format!("  {level:7} {id}  {own:name$}  {count:>figures$}  {what}\n"),
        });
    }
    text.push('\n');
    text
}
