//! The rules, one file each. A new rule is a file and a line in `RULES`.

pub(super) mod ambiguous_name;
mod bad_code;
mod bad_id;
mod bad_item_code;
mod bad_phone;
mod bad_range;
mod bad_security;
mod contradiction;
mod control_character;
mod duplicate_alias;
mod duplicate_id;
mod empty_text;
mod endless_loop;
mod hidden_character;
mod ids;
mod item_keys;
mod level_above;
mod licence_without_limit;
mod lost_citation;
mod miscounted;
pub(super) mod misnamed_file;
mod misread_citation;
pub(super) mod missing_translation;
mod not_in_their_list;
mod official_only;
mod raw_html;
mod repeated_item;
mod repeated_value;
mod rule;
mod stray_stage;
mod stray_term;
mod stub;
mod undated;
mod unknown_department;
mod unknown_language;
mod unknown_law;
mod unknown_office;
mod unknown_part;
mod unknown_provision;
mod unknown_record;
mod unknown_region;
mod unknown_source;
mod unknown_successor;
mod unknown_topic;
mod unlisted_name;
mod unregistered_law;
mod without_topic;

use crate::diag::Code;

use rule::{ReadingRule, Rule, Target, dangling};

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
    control_character::RULE,
    hidden_character::RULE,
    stray_term::RULE,
    without_topic::RULE,
    official_only::RULE,
    undated::RULE,
    bad_security::RULE,
    repeated_item::RULE,
    bad_item_code::RULE,
    stray_stage::RULE,
    licence_without_limit::RULE,
    level_above::RULE,
    not_in_their_list::RULE,
    unknown_part::RULE,
    unknown_record::RULE,
    miscounted::RULE,
    repeated_value::RULE,
    contradiction::RULE,
];

/// Every rule that asks what texts cite.
pub(super) static OF_READINGS: &[ReadingRule] = &[unregistered_law::RULE, misread_citation::RULE, lost_citation::RULE];

/// Entries for the register of laws, of titles that a list cites.
pub(super) fn law_entries(model: &crate::model::Model, titles: &[String], source: &str) -> String {
    stub::cited(model, titles, source)
}

/// Whether a fault is about the form of an id or that it is not the only one.
pub(super) fn is_of_id(code: &Code) -> bool {
    *code == *bad_id::RULE.code || *code == *duplicate_id::RULE.code
}

/// Documentation of every fault that checking finds.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    let of_readings = OF_READINGS.iter().map(|rule| rule.code);
    RULES.iter().map(|rule| rule.code).chain(of_readings).chain([&misnamed_file::CODE, &ambiguous_name::CODE])
}
