//! A fault of form in, sentences in both languages out.

use crate::diag::{Words, closest};

use super::error::Fault;

/// What is wrong and what to do.
pub(super) fn of(fault: &Fault) -> (Words, Option<Words>) {
    match fault {
        Fault::UnknownKey(key, keys) => {
            let message = Words::new(format!("不认识的键 `{key}`"), format!("unknown key `{key}`"));
            (message, Some(choice(key, keys, "可用的键", "keys that may stand here")))
        }
        Fault::DuplicateKey(key) => (
            Words::new(format!("键 `{key}` 写了两次"), format!("the key `{key}` stands twice")),
            Some(Words::new("留下对的一个，删去另一个", "keep the right one and take out the other")),
        ),
        Fault::MissingKey(key) => (
            Words::new(format!("缺少键 `{key}`"), format!("the key `{key}` is missing")),
            Some(Words::new(format!("在这条记录里补上 `{key}: …`"), format!("add `{key}: …` to this record"))),
        ),
        Fault::UnknownWord(word, words) => {
            let message = Words::new(
                format!("`{word}` 不是可用的词"),
                format!("`{word}` is not one of the words this key takes"),
            );
            (message, Some(choice(word, words, "可用的词", "words that may stand here")))
        }
        Fault::Wrong { is, wanted } => {
            let (is, wanted_words) = (kind(is), kind(wanted));
            let message = Words::new(
                format!("这里要{}，写的却是{}", wanted_words.zh, is.zh),
                format!("{} is wanted here, not {}", wanted_words.en, is.en),
            );
            (message, help(wanted, is.en == "nothing"))
        }
        Fault::Other(message) => {
            (Words::new(format!("值不合要求：{message}"), format!("the value is not accepted: {message}")), None)
        }
    }
}

fn choice(typed: &str, words: &[&str], zh: &str, en: &str) -> Words {
    let list = words.join(", ");
    match closest(typed, words.iter().copied()) {
        Some(near) => {
            Words::new(format!("是不是 `{near}`？{zh}：{list}"), format!("did you mean `{near}`? {en}: {list}"))
        }
        None => Words::new(format!("{zh}：{list}"), format!("{en}: {list}")),
    }
}

/// Puts what serde calls a kind of value into words.
fn kind(name: &str) -> Words {
    let zh = match name {
        "a string" => "文字",
        "a sequence" => "列表",
        "a mapping" | "a map" => "带键的内容",
        "nothing" => "空值",
        "f64" | "f32" => "数字",
        _ if name.starts_with("struct ") => return Words::new("带键的内容（键: 值）", "a mapping of keys and values"),
        "a boolean" => return Words::new("true 或 false", "true or false"),
        _ if name.starts_with("a text: ") => {
            return Words::new("文字，或分语言的 {zh: …, en: …}", "a text, or one a language as in {zh: …, en: …},");
        }
        _ if name.starts_with("a date ") => "日期，如 2015-03-30、2015-07 或 2015",
        _ if name.starts_with("an article ") => "条号，如 \"65\"、\"12.2.3\" 或 \"45-55\"",
        _ if name.starts_with("a language tag ") => "语言代码，如 zh 或 en",
        _ if name.starts_with(['u', 'i']) && name[1..].bytes().all(|b| b.is_ascii_digit()) => {
            return Words::new("整数", "a whole number");
        }
        _ => return Words::new(name, name),
    };
    Words::new(zh, if name == "f64" || name == "f32" { "a number" } else { name })
}

fn help(wanted: &str, empty: bool) -> Option<Words> {
    let words = match wanted {
        _ if empty => Words::new("写上内容，或删去这个键", "write the value, or take the key out"),
        "a string" => Words::new("用英文双引号把它括起来，如 \"0571\"", "put it in double quotes, such as \"0571\""),
        "a sequence" => Words::new(
            "每一项另起一行，以“- ”开头；只有一项也一样",
            "start each entry on a line of its own with `- `, even a single one",
        ),
        _ if wanted.starts_with("a text: ") => Words::new(
            "写成 {zh: …, en: …}；纯数字用英文双引号括起来",
            "write {zh: …, en: …}; put a bare number in double quotes",
        ),
        _ if wanted.starts_with("struct ") => Words::new("把内容写在各自的键下面", "write the values under their keys"),
        _ => return None,
    };
    Some(words)
}
