//! A refused value in, the right form of it out, spelled out with its author's own words; `None` where that cannot be told.

use std::rc::Rc;

use crate::diag::closest;
use crate::meant;
use crate::model::Limit;
use crate::yaml;

use super::super::locate::shown;
use super::super::tree::{NodeKind, TreeNode};
use super::error::ReadFault;

/// Where a value stands.
pub(super) struct Setting<'t> {
    /// The text of the file.
    pub text: &'t str,
    /// The key whose value it is, or is an entry of.
    pub key: Option<&'t str>,
}

/// What to write in the place of the node.
pub(super) fn of(fault: &ReadFault, node: &Rc<TreeNode>, setting: &Setting<'_>) -> Option<String> {
    match fault {
        ReadFault::UnknownKey(typed, keys) => key(typed, keys),
        ReadFault::UnknownWord(typed, words) => {
            meant::word(typed, words).or_else(|| closest(typed, words.iter().copied())).map(str::to_owned)
        }
        ReadFault::Wrong { wanted, .. } => match &node.kind {
            NodeKind::Scalar { value, .. } if !node.is_null() => scalar(value.trim(), wanted, setting),
            NodeKind::Mapping(_) if wanted == "a sequence" => listed(node, setting.text),
            _ => None,
        },
        _ => None,
    }
}

/// A key with its colon glued to the value, or a slip of one of the keys.
fn key(typed: &str, keys: &[&str]) -> Option<String> {
    let own = |name: &str| {
        let exact = keys.iter().copied().find(|key| *key == name);
        exact.or_else(|| meant::key(name, keys)).or_else(|| closest(name, keys.iter().copied()))
    };
    if let Some((name, value)) = typed.split_once([':', '：']).filter(|(_, value)| !value.trim().is_empty()) {
        return own(name).map(|key| format!("{key}: {}", value.trim()));
    }
    own(typed).map(str::to_owned)
}

fn scalar(typed: &str, wanted: &str, setting: &Setting<'_>) -> Option<String> {
    match wanted {
        "a sequence" => sequence(typed, setting),
        "a string" => Some(yaml::plain_or_quoted(typed)),
        "a boolean" => match &*meant::plain(typed).to_lowercase() {
            "是" | "有" | "yes" | "y" | "√" | "对" => Some("true".into()),
            "否" | "无" | "no" | "n" | "×" | "不" => Some("false".into()),
            _ => None,
        },
        "f64" | "f32" | "u8" | "u16" | "u32" | "u64" | "i64" => number(typed),
        "struct Limit" => limit(typed),
        "struct TimeLimit" => Some(match limit(typed) {
            Some(limit) => format!("{{text: {}, limit: {limit}}}", yaml::flow(typed)),
            None => format!("{{text: {}}}", yaml::flow(typed)),
        }),
        _ if wanted.starts_with("a date ") => meant::date(typed),
        _ if wanted.starts_with("an article ") => {
            let articles: Vec<String> = meant::articles(typed).iter().map(|one| format!("\"{one}\"")).collect();
            Some(articles.join(", ")).filter(|text| !text.is_empty())
        }
        _ if wanted.starts_with("a language tag ") => language(typed),
        _ if wanted.starts_with("a text: ") || wanted.starts_with("a phone: ") => Some(yaml::flow(typed)),
        _ => None,
    }
}

/// Several values that were written as one text.
fn sequence(typed: &str, setting: &Setting<'_>) -> Option<String> {
    let wide: &[char] = &['【', '】', '［', '］', '[', ']'];
    let bare = typed.trim_matches(wide);
    let entries: Vec<String> = match setting.key {
        Some("articles") => meant::articles(bare).iter().map(|article| format!("\"{article}\"")).collect(),
        Some("notes" | "statement") => vec![yaml::flow(bare)],
        _ => {
            let entries =
                bare.split([',', '，', '、', ';', '；', '\n']).map(str::trim).filter(|entry| !entry.is_empty());
            entries
                .map(|entry| {
                    let plain = meant::plain(entry);
                    let narrow = plain.chars().any(|c| c.is_ascii_alphanumeric());
                    yaml::flow(if narrow { &plain } else { entry })
                })
                .collect()
        }
    };
    (!entries.is_empty()).then(|| format!("[{}]", entries.join(", ")))
}

/// A single record where several are wanted.
fn listed(node: &TreeNode, text: &str) -> Option<String> {
    let written = text.get(shown(text, node))?;
    (written.starts_with('{') && written.ends_with('}')).then(|| format!("[{written}]"))
}

fn number(typed: &str) -> Option<String> {
    let text = meant::plain(typed).replace([',', ' '], "");
    let text = text.trim_end_matches(['%', '元', '次', '个', '家', '月', '日', '天', '年', '倍', '名', '人']);
    if let Some(number) = meant::whole_number(text) {
        return Some(number.to_string());
    }
    if let Some(of_ten_thousand) = text.strip_suffix('万') {
        let number: f64 = of_ten_thousand.parse().ok()?;
        return Some(format!("{}", number * 10_000.0));
    }
    text.parse::<f64>().ok().filter(|number| number.is_finite()).map(|number| number.to_string())
}

fn limit(typed: &str) -> Option<String> {
    let Limit { value, unit, working_days } = crate::load::table::limit(&meant::plain(typed))?;
    let working = if working_days { ", working_days: true" } else { "" };
    Some(format!("{{value: {value}, unit: {}{working}}}", unit.as_str()))
}

fn language(typed: &str) -> Option<String> {
    if let Some((tag, text)) = typed.split_once([':', '：']).filter(|(_, text)| !text.trim().is_empty()) {
        let tag = language(tag)?;
        return Some(format!("{tag}: {}", text.trim()));
    }
    let plain = meant::plain(typed).to_ascii_lowercase();
    let tag = match &*plain {
        "中文" | "汉语" | "cn" | "chinese" | "zh-cn" | "zh_cn" => "zh",
        "英文" | "英语" | "english" | "eng" => "en",
        tag => tag,
    };
    crate::model::Lang::new(tag).map(|lang| lang.to_string())
}
