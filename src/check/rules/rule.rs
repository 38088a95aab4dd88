//! What a rule is, and the words that several rules share.

use crate::diag::{Code, Diagnostic, Message, Place, Sink, closest};
use crate::model::Model;

use crate::check::readings::Readings;

/// A rule: the kind of fault it finds, and how.
pub struct Rule {
    /// Documentation of the fault.
    pub code: &'static Code,
    /// Finds the faults.
    pub run: fn(&Model, &mut Sink),
}

/// A rule that asks what the Chinese texts of the lists cite, which is read once for all of them.
pub struct ReadingRule {
    /// Documentation of the fault.
    pub code: &'static Code,
    /// Finds the faults.
    pub run: fn(&Model, &Readings<'_>, &mut Sink),
}

/// A reference to nothing: the same sentences for every kind of record. `known` are the ids there are, each with the
/// name it goes by.
pub fn dangling<'a>(
    code: &'static Code,
    place: Place,
    kind: [&str; 2],
    id: &str,
    known: impl Iterator<Item = (&'a str, &'a str)> + Clone,
) -> Diagnostic {
    let [zh, en] = kind;
    let message = Message::new(format!("没有 id 为 `{id}` 的{zh}"), format!("no {en} has the id `{id}`"));
    let near = closest(id, known.clone().map(|(id, _)| id));
    let help = match near.and_then(|near| known.clone().find(|(id, _)| *id == near)) {
        Some((near, name)) => {
            Message::new(format!("是不是 `{near}`（{name}）？"), format!("did you mean `{near}` ({name})?"))
        }
        None => {
            let few: Vec<&str> = known.map(|(id, _)| id).take(8).collect();
            if few.is_empty() {
                Message::new(format!("先登记这个{zh}"), format!("add the {en} to its register first"))
            } else {
                Message::new(
                    format!("先登记这个{zh}，或改用已有的，如 {}", few.join("、")),
                    format!("add the {en} to its register first, or use one there is, such as {}", few.join(", ")),
                )
            }
        }
    };
    Diagnostic::error(code, place, message).help(help)
}
