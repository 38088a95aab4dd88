//! The rules, one file each. A new rule is a file and a line in `RULES`.

mod bad_code;
mod bad_id;
mod bad_phone;
mod bad_range;
mod bad_security;
mod duplicate_alias;
mod duplicate_id;
mod empty_text;
mod endless_loop;
mod ids;
mod lost_citation;
pub(super) mod misnamed_file;
mod misread_citation;
mod missing_translation;
mod official_only;
mod raw_html;
mod stray_term;
mod undated;
mod unknown_department;
mod unknown_language;
mod unknown_law;
mod unknown_office;
mod unknown_provision;
mod unknown_region;
mod unknown_source;
mod unknown_successor;
mod unknown_topic;
mod unlisted_name;
mod unregistered_law;
mod without_topic;

use crate::diag::{Code, Diagnostic, Place, Sink, Words, closest};
use crate::model::Model;

/// A rule: the kind of fault it finds, and how.
pub(super) struct Rule {
    /// Documentation of the fault.
    code: &'static Code,
    /// Finds the faults.
    pub run: fn(&Model, &mut Sink),
}

/// Every rule that needs nothing but the model.
pub(super) static RULES: &[Rule] = &[
    bad_id::RULE,
    duplicate_id::RULE,
    unknown_law::RULE,
    unknown_office::RULE,
    unknown_department::RULE,
    unknown_topic::RULE,
    unknown_region::RULE,
    unknown_provision::RULE,
    unknown_source::RULE,
    unknown_successor::RULE,
    missing_translation::RULE,
    unknown_language::RULE,
    empty_text::RULE,
    bad_range::RULE,
    bad_phone::RULE,
    endless_loop::RULE,
    duplicate_alias::RULE,
    unlisted_name::RULE,
    bad_code::RULE,
    raw_html::RULE,
    stray_term::RULE,
    without_topic::RULE,
    official_only::RULE,
    undated::RULE,
    unregistered_law::RULE,
    misread_citation::RULE,
    lost_citation::RULE,
    bad_security::RULE,
];

/// Documentation of every fault that checking finds.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    RULES.iter().map(|rule| rule.code).chain([&misnamed_file::CODE])
}

/// A reference to nothing: the same sentences for every kind of record. `known` are the ids there are, each with the
/// name it goes by.
fn dangling<'a>(
    code: &'static Code,
    place: Place,
    kind: [&str; 2],
    id: &str,
    known: impl Iterator<Item = (&'a str, &'a str)> + Clone,
) -> Diagnostic {
    let [zh, en] = kind;
    let message = Words::new(format!("没有 id 为 `{id}` 的{zh}"), format!("no {en} has the id `{id}`"));
    let near = closest(id, known.clone().map(|(id, _)| id));
    let help = match near.and_then(|near| known.clone().find(|(id, _)| *id == near)) {
        Some((near, name)) => {
            Words::new(format!("是不是 `{near}`（{name}）？"), format!("did you mean `{near}` ({name})?"))
        }
        None => {
            let few: Vec<&str> = known.map(|(id, _)| id).take(8).collect();
            if few.is_empty() {
                Words::new(format!("先登记这个{zh}"), format!("add the {en} to its register first"))
            } else {
                Words::new(
                    format!("先登记这个{zh}，或改用已有的，如 {}", few.join("、")),
                    format!("add the {en} to its register first, or use one there is, such as {}", few.join(", ")),
                )
            }
        }
    };
    Diagnostic::error(code, place, message).help(help)
}
