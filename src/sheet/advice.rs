//! A fault of a file of the list and the cell that said the value in, the fault in words of the workbook out.

use crate::diag::{Finding, Message};

use super::spot::Spot;
use super::words::words;

/// What the fault of a value can be said better by.
#[derive(Clone, Debug, Default)]
pub(super) enum Hint {
    /// Nothing.
    #[default]
    None,
    /// Its words, by the name of their vocabulary.
    Words(String),
    /// It is a row; these of its cells are empty: the key, the heading, the cell.
    Row(Vec<(String, String, Spot)>),
}

/// Says a fault in words of the workbook; and the cell, where it is that of a value that is missing.
pub(super) fn advised(mut finding: Finding, hint: &Hint) -> (Finding, Option<Spot>) {
    match hint {
        Hint::Words(vocabulary) if finding.code.id == "E005" => {
            let shown: Vec<&str> = words(vocabulary).iter().map(|(_, shown)| *shown).collect();
            finding.message = Message::new("不是这一格的词", "this is none of the words that this cell takes");
            finding.help = Some(Message::new(
                format!("填“{}”里的一个", shown.join("”“")),
                format!("type one of “{}”", shown.join("”, “")),
            ));
            (finding, None)
        }
        Hint::Row(blanks) => {
            let is_named = |key: &str| finding.message.en.contains(&format!("`{key}`"));
            let missing: Vec<&(String, String, Spot)> = blanks.iter().filter(|(key, ..)| is_named(key)).collect();
            match (finding.code.id, missing.first()) {
                ("E004", Some((.., spot))) => {
                    let headings: Vec<&str> = missing.iter().map(|(_, heading, _)| heading.as_str()).collect();
                    let (zh, en) = (headings.join("”“"), headings.join("”, “"));
                    let spot = spot.clone();
                    finding.message =
                        Message::new(format!("这一行没有填“{zh}”"), format!("the row does not say “{en}”"));
                    finding.help = Some(Message::new(
                        "照原件填；这一行不是清单内容的，整行删去",
                        "fill it in as printed; delete the row where it is no part of the list",
                    ));
                    (finding, Some(spot))
                }
                _ => (finding, None),
            }
        }
        _ => {
            finding.help = finding.help.map(|help| told(help, finding.code.id));
            (finding, None)
        }
    }
}

/// Advice without the YAML of it.
fn told(help: Message, code: &str) -> Message {
    let (new_zh, new_en) = ("；确实是新的", "; if it is new");
    if code == "E013"
        && let (Some((zh, _)), Some((en, _))) = (help.zh.split_once(new_zh), help.en.split_once(new_en))
    {
        return Message::new(
            format!("{zh}{new_zh}，先在“科室”表里加一行，填上编号和名称"),
            format!("{en}{new_en}, add a row with its id and name to the sheet 科室"),
        );
    }
    if code == "E020" {
        return Message::new("填上中文", "type the Chinese");
    }
    let plain = |text: &str| match text.split_once('\n') {
        Some((first, rest)) if rest.trim_start().starts_with("- ") => first.trim_end_matches(['：', ':']).to_owned(),
        _ => text.to_owned(),
    };
    Message::new(plain(&help.zh), plain(&help.en))
}
