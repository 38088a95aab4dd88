//! Rules that know the field: what no schema forbids and a clerk would want to be asked about.

mod bare_duty;
mod identity_number;
mod impossible_phone;
mod later_date;
mod lone_participant;
mod numbering;
mod odd_row;
mod other_phone;
mod other_place;
mod personal_name;
mod unlike_facts;
mod unnamed_office;
mod vague_part;

use crate::model::Lang;
use crate::model::walk::Node;

pub(super) use super::rule::Rule;

/// Rules that look at lists side by side.
pub(super) static OF_ALL: [Rule; 2] = [other_phone::RULE, unlike_facts::RULE];

/// Rules that look at lists one by one.
pub(super) static OF_ONE_LIST: [Rule; 11] = [
    numbering::RULE,
    bare_duty::RULE,
    unnamed_office::RULE,
    impossible_phone::RULE,
    lone_participant::RULE,
    vague_part::RULE,
    other_place::RULE,
    personal_name::RULE,
    identity_number::RULE,
    later_date::RULE,
    odd_row::RULE,
];

/// A list that was made after the day by which somebody looks at it.
pub(in crate::check) use later_date::as_of as made_after;

/// The Chinese of a text, or a string that is the same in every language.
fn printed<'m>(node: Node<'m>) -> Option<&'m str> {
    node.text().map_or_else(|| node.string(), |text| text.get(Lang::ZH))
}
