//! A fault of form in, sentences in both languages out.

use crate::diag::{Message, closest};

use super::error::ReadFault;

/// What is wrong and what to do.
pub(super) fn of(fault: &ReadFault) -> (Message, Option<Message>) {
    match fault {
        ReadFault::UnknownKey(key, keys) => {
            let message = Message::new(format!("不认识的键 `{key}`"), format!("unknown key `{key}`"));
            (message, Some(choice(key, keys, "可用的键", "keys that may stand here")))
        }
        ReadFault::DuplicateKey(key) => (
            Message::new(format!("键 `{key}` 写了两次"), format!("the key `{key}` stands twice")),
            Some(Message::new("留下对的一个，删去另一个", "keep the right one and take out the other")),
        ),
        ReadFault::MissingKey(key) => (
            Message::new(format!("缺少键 `{key}`"), format!("the key `{key}` is missing")),
            Some(Message::new(format!("在这条记录里补上 `{key}: …`"), format!("add `{key}: …` to this record"))),
        ),
        ReadFault::UnknownWord(word, words) => {
            let message = Message::new(
                format!("`{word}` 不是可用的词"),
                format!("`{word}` is not one of the words this key takes"),
            );
            (message, Some(choice(word, words, "可用的词", "words that may stand here")))
        }
        ReadFault::Wrong { is, wanted } => {
            let (is, wanted_words) = (kind(is), kind(wanted));
            let message = Message::new(
                format!("这里要{}，写的却是{}", wanted_words.zh, is.zh),
                format!("{} is wanted here, not {}", wanted_words.en, is.en),
            );
            (message, help(wanted, is.en == "nothing"))
        }
        ReadFault::Other(message) => {
            (Message::new(format!("值不合要求：{message}"), format!("the value is not accepted: {message}")), None)
        }
    }
}

fn choice(typed: &str, words: &[&str], zh: &str, en: &str) -> Message {
    let list = words.join(", ");
    match closest(typed, words.iter().copied()) {
        Some(near) => {
            Message::new(format!("是不是 `{near}`？{zh}：{list}"), format!("did you mean `{near}`? {en}: {list}"))
        }
        None => Message::new(format!("{zh}：{list}"), format!("{en}: {list}")),
    }
}

/// Puts what serde calls a kind of value into words.
fn kind(name: &str) -> Message {
    let zh = match name {
        "a string" => "文字",
        "a sequence" => "列表",
        "a mapping" | "a map" => "带键的内容",
        "nothing" => "空值",
        "f64" | "f32" => "数字",
        _ if name.starts_with("struct ") => {
            return Message::new("带键的内容（键: 值）", "a mapping of keys and values");
        }
        "a boolean" => return Message::new("true 或 false", "true or false"),
        _ if name.starts_with("a text: ") => {
            return Message::new("文字，或分语言的 {zh: …, en: …}", "a text, or one a language as in {zh: …, en: …},");
        }
        _ if name.starts_with("a date ") => "日期，如 2015-03-30、2015-07 或 2015",
        _ if name.starts_with("an article ") => {
            "条号，如 \"65\"、\"12.2.3\"、\"134_1\" 或 \"45-55\"，或附件中的项，如 \"annex2.17\""
        }
        _ if name.starts_with("a language tag ") => "语言代码，如 zh 或 en",
        _ if name.starts_with(['u', 'i']) && name[1..].bytes().all(|b| b.is_ascii_digit()) => {
            return Message::new("整数", "a whole number");
        }
        _ => return Message::new(name, name),
    };
    Message::new(zh, if name == "f64" || name == "f32" { "a number" } else { name })
}

fn help(wanted: &str, empty: bool) -> Option<Message> {
    let words = match wanted {
        _ if empty => Message::new("写上内容，或删去这个键", "write the value, or take the key out"),
        "a string" => Message::new("用英文双引号把它括起来，如 \"0571\"", "put it in double quotes, such as \"0571\""),
        "a sequence" => Message::new(
            "每一项另起一行，以“- ”开头；只有一项也一样",
            "start each entry on a line of its own with `- `, even a single one",
        ),
        _ if wanted.starts_with("a text: ") => Message::new(
            "写成 {zh: …, en: …}；纯数字用英文双引号括起来",
            "write {zh: …, en: …}; put a bare number in double quotes",
        ),
        _ if wanted.starts_with("struct ") => {
            Message::new("把内容写在各自的键下面", "write the values under their keys")
        }
        _ => return None,
    };
    Some(words)
}
