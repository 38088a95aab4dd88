//! The rules, one file each. A new rule is a file and a line in `RULES`, or in `OF_ONE_LIST`.

pub(super) mod ambiguous_name;
mod bad_code;
mod bad_id;
mod bad_item_code;
mod bad_phone;
mod bad_range;
mod bad_release;
mod bad_security;
mod both_sides;
mod broken_name;
mod contradiction;
mod control_character;
mod damaged_text;
mod disowned_site;
mod duplicate_alias;
mod duplicate_id;
mod empty_text;
mod endless_loop;
mod field;
mod former_id;
mod forms;
mod hidden_character;
mod ids;
mod incomplete_official;
mod item_keys;
mod level_above;
mod licence_without_limit;
mod look_alike;
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
mod stale_translation;
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
mod unmade_format;
mod unmade_mark;
mod unpaired_mark;
mod unregistered_law;
mod without_topic;

use crate::diag::Code;

pub(super) use field::made_after;
pub(super) use forms::folded;
pub(super) use rule::Rule;
use rule::{ReadingRule, Target, dangling, is_spelled};

/// Every rule that looks at lists side by side, or at what one says of another.
pub(super) fn of_all() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().chain(&field::OF_ALL)
}

/// Every rule that looks at registers and at lists one by one.
pub(super) fn of_one_list() -> impl Iterator<Item = &'static Rule> {
    OF_ONE_LIST.iter().chain(&field::OF_ONE_LIST)
}

/// Rules that look at lists side by side.
static RULES: &[Rule] = &[
    duplicate_id::OF_THE_SITE,
    unknown_successor::RULE,
    endless_loop::RULE,
    not_in_their_list::RULE,
    both_sides::RULE,
    unknown_record::RULE,
    contradiction::RULE,
    former_id::RULE,
    bad_release::NEWER_CONTENT,
];

/// Every rule that looks at registers and at lists one by one: what it finds of a list stays as long as the list and the
/// registers do. A rule belongs here if it finds the same in a site with that list alone.
static OF_ONE_LIST: &[Rule] = &[
    duplicate_id::IN_LISTS,
    bad_id::RULE,
    unknown_law::RULE,
    unknown_office::RULE,
    unknown_department::RULE,
    unknown_topic::RULE,
    unknown_region::RULE,
    unknown_provision::RULE,
    unknown_source::RULE,
    missing_translation::RULE,
    unknown_language::RULE,
    empty_text::RULE,
    bad_range::RULE,
    bad_phone::RULE,
    duplicate_alias::RULE,
    unlisted_name::RULE,
    bad_code::RULE,
    raw_html::RULE,
    control_character::RULE,
    hidden_character::RULE,
    damaged_text::RULE,
    look_alike::RULE,
    unpaired_mark::RULE,
    unmade_mark::RULE,
    broken_name::RULE,
    stray_term::RULE,
    without_topic::RULE,
    official_only::RULE,
    disowned_site::RULE,
    incomplete_official::RULE,
    unmade_format::RULE,
    undated::RULE,
    bad_security::RULE,
    bad_release::RULE,
    repeated_item::RULE,
    bad_item_code::RULE,
    stray_stage::RULE,
    licence_without_limit::RULE,
    level_above::RULE,
    unknown_part::RULE,
    miscounted::RULE,
    repeated_value::RULE,
    stale_translation::RULE,
];

/// The rules that an older edition is held against: without these its pages could not be made, or what changed not be told.
/// How a paper was worded that is no longer in force, nobody need mend.
pub(super) static OF_AN_EDITION: &[Rule] = &[
    duplicate_id::IN_LISTS,
    contradiction::RULE,
    bad_id::RULE,
    unknown_law::RULE,
    unknown_office::RULE,
    unknown_department::RULE,
    unknown_topic::RULE,
    unknown_region::RULE,
    unknown_provision::RULE,
    unknown_source::RULE,
    missing_translation::RULE,
    unknown_language::RULE,
    empty_text::RULE,
    bad_range::RULE,
    bad_phone::RULE,
    control_character::RULE,
    repeated_item::RULE,
    bad_item_code::RULE,
    unknown_part::RULE,
];

/// Faults that are reported once for all lists and counted, though they are found list by list.
pub(super) static COUNTED: [&Code; 2] = [unknown_law::RULE.code, unregistered_law::RULE.code];

/// Every rule that asks what texts cite, list by list as well.
pub(super) static OF_READINGS: &[ReadingRule] = &[unregistered_law::RULE, misread_citation::RULE, lost_citation::RULE];

/// Entries for the register of laws, of titles that a list cites.
pub(super) fn law_entries(model: &crate::model::Model, titles: &[String], source: &str) -> String {
    stub::cited(model, titles, source)
}

/// Whether a fault is about the form of an id or that it is not the only one.
pub(super) fn is_of_id(code: &Code) -> bool {
    *code == *bad_id::RULE.code || *code == *duplicate_id::OF_THE_SITE.code
}

/// Documentation of every fault that checking finds.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    let of_readings = OF_READINGS.iter().map(|rule| rule.code);
    // A rule of both has its code once.
    let of_one_list = of_one_list().filter(|rule| of_all().all(|of_all| of_all.code != rule.code));
    let rules = of_all().chain(of_one_list).map(|rule| rule.code);
    let apart = [
        &misnamed_file::CODE,
        &ambiguous_name::CODE,
        &both_sides::OVERLAP,
        &both_sides::ORPHAN,
        &former_id::CIRCLE,
        &bad_release::ORDER,
    ];
    rules.chain(of_readings).chain(apart)
}
