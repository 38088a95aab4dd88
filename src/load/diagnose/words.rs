//! A fault of form in, sentences in both languages out.

use crate::diag::Message;

use super::error::{ReadFault, quoted};

/// A longer proposal is not spelled out in a message, in bytes.
const LONGEST: usize = 600;

/// What is wrong and what to do; `fix` is the right form, where it is known, `key` the key that the value belongs to.
pub(super) fn of(fault: &ReadFault, fix: Option<&str>, key: Option<&str>) -> (Message, Option<Message>) {
    // A long one is not spelled out.
    let fix = fix.filter(|fix| fix.len() <= LONGEST);
    let write = || fix.map(|fix| Message::new(format!("写 `{fix}`"), format!("write `{fix}`")));
    match fault {
        ReadFault::UnknownKey(typed, keys) => {
            let glued = typed.contains([':', '：']) && fix.is_some();
            if glued {
                let typed = quoted(typed);
                let message = Message::new(
                    format!("{typed} 里键的冒号后面没有空格"),
                    format!("no blank after the colon of the key in {typed}"),
                );
                return (message, write());
            }
            let typed = quoted(typed);
            let message = Message::new(format!("不认识的键 {typed}"), format!("unknown key {typed}"));
            (message, Some(choice(fix, keys, "可用的键", "keys that may stand here")))
        }
        ReadFault::DuplicateKey(key) => (
            Message::new(format!("键 {} 写了两次", quoted(key)), format!("the key {} stands twice", quoted(key))),
            Some(Message::new("留下对的一个，删去另一个", "keep the right one and take out the other")),
        ),
        ReadFault::MissingKeys(keys) => missing(keys),
        ReadFault::UnknownWord(word, words) => {
            let word = quoted(word);
            let message =
                Message::new(format!("{word} 不是可用的词"), format!("{word} is not one of the words this key takes"));
            (message, Some(choice(fix, words, "可用的词", "words that may stand here")))
        }
        ReadFault::Wrong { is, wanted } => {
            let (is, wanted_words) = (kind(is), kind(wanted));
            let message = Message::new(
                format!("这里要{}，写的却是{}", wanted_words.zh, is.zh),
                format!("{} is wanted here, not {}", wanted_words.en, is.en),
            );
            let help = write().or_else(|| help(wanted, is.en == "nothing", key));
            (message, help)
        }
        ReadFault::Other(message) => {
            let message: String = message.chars().take(300).collect();
            (Message::new(format!("值不合要求：{message}"), format!("the value is not accepted: {message}")), None)
        }
    }
}

/// The keys that a record lacks, as lines to paste, each with what it says.
fn missing(keys: &[String]) -> (Message, Option<Message>) {
    let named: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    let message = match keys {
        [_] => Message::new(format!("缺少键 {}", named[0]), format!("the key {} is missing", named[0])),
        _ => Message::new(
            format!("缺少 {} 个键：{}", keys.len(), named.join("、")),
            format!("{} keys are missing: {}", keys.len(), named.join(", ")),
        ),
    };
    let line = |key: &String, language: usize| match crate::meant::meaning(key) {
        Some(words) => format!("\n  {key}: …  # {}", words[language]),
        None => format!("\n  {key}: …"),
    };
    let lines = |language: usize| keys.iter().map(|key| line(key, language)).collect::<String>();
    let help = Message::new(format!("在这条记录里补上：{}", lines(0)), format!("add to this record:{}", lines(1)));
    (message, Some(help))
}

fn choice(fix: Option<&str>, words: &[&str], zh: &str, en: &str) -> Message {
    let list = words.join(", ");
    match fix {
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
        "struct Limit" => {
            return Message::new("期限，如 {value: 20, unit: day}", "a time limit such as {value: 20, unit: day}");
        }
        "struct TimeLimit" => {
            return Message::new(
                "带文字的期限，如 {text: 20个工作日}",
                "a time limit with its text, such as {text: …},",
            );
        }
        _ if name.starts_with("a phone: ") => return Message::new("电话号码", "a phone number"),
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

fn help(wanted: &str, empty: bool, key: Option<&str>) -> Option<Message> {
    let words = match wanted {
        _ if empty => Message::new("写上内容，或删去这个键", "write the value, or take the key out"),
        _ if wanted == "a sequence" && key == Some("basis") => Message::new(
            "每条依据一项，写成 [{law: 《法律名称》, articles: [\"14\"]}]",
            "write one entry a basis, as [{law: 《title》, articles: [\"14\"]}]",
        ),
        "struct Source" => Message::new(
            "写明在哪一部分、哪一行，如 {part: duties, row: \"1\"}；part 是 list.yaml 的 sources 里登记的 parts 的 id",
            "say in which part and row it is printed, as {part: duties, row: \"1\"}; `part` is the id of one of the parts under `sources` of list.yaml",
        ),
        _ if wanted.starts_with("a date ") => Message::new(
            "写成 2024-03-01，只知道月份的写 2024-03，只知道年份的写 2024",
            "write it as 2024-03-01, or 2024-03 or 2024 where no more is known",
        ),
        _ if wanted.starts_with("an article ") => Message::new(
            "第十四条写 \"14\"，第十四条第二款写 \"14.2\"，第二款第三项写 \"14.2.3\"，第十四条之一写 \"14_1\"",
            "write \"14\" for Article 14, \"14.2\" for its paragraph 2, \"14.2.3\" for item 3 of that, \"14_1\" for 第十四条之一",
        ),
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
