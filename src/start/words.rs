//! Kinds of list in, what they are called out; and what somebody typed for one, the kind out.

use crate::diag::{Message, closest};
use crate::model::ListKind;

/// A kind in Chinese, as titles of lists have it, and in English.
pub fn kind_words(kind: ListKind) -> [&'static str; 2] {
    match kind {
        ListKind::Responsibilities => ["责任清单", "List of responsibilities"],
        ListKind::PowersAndResponsibilities => ["权责清单", "List of powers and responsibilities"],
        ListKind::Township => ["履行职责事项清单", "List of items of the township"],
        ListKind::Boundaries => ["职责边界清单", "List of boundaries of duties"],
        ListKind::Services => ["公共服务事项清单", "List of public services"],
        ListKind::Regimes => ["事中事后监管制度", "Supervision regimes"],
        ListKind::MainResponsibilities => ["主体责任清单", "List of main responsibilities"],
        ListKind::Other => ["职责清单", "List of duties"],
    }
}

/// The kind that is meant: by the word of the format, its number in the order of the format, or its name in Chinese.
///
/// # Errors
///
/// Says which there are.
pub fn kind_named(typed: &str) -> Result<ListKind, Message> {
    let typed = typed.trim();
    let numbered = typed.parse::<usize>().ok().and_then(|number| ListKind::ALL.get(number.wrapping_sub(1)));
    let named = || ListKind::ALL.iter().find(|kind| kind.as_str() == typed || kind_words(**kind)[0] == typed);
    if let Some(kind) = numbered.or_else(named) {
        return Ok(*kind);
    }
    let words: Vec<&str> = ListKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let [zh, en] = closest(typed, words.iter().copied())
        .map_or_else(Default::default, |near| [format!("是不是 {near}？"), format!("did you mean {near}? ")]);
    Err(Message::new(
        format!("没有 `{typed}` 这种清单。{zh}可以写 {}", words.join("、")),
        format!("there is no kind of list `{typed}`; {en}there are {}", words.join(", ")),
    ))
}
