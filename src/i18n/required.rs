//! The keys that every strings file must have because the program itself asks for them.

use crate::model::{
    Bound, Collection, FrequencyKind, LawEventKind, LawKind, LawStatus, Level, OfficeKind, PenaltyKind, Period,
    ProvisionKind, PublisherKind, TimeUnit,
};

/// Section and key of every value of a vocabulary.
pub(super) fn vocabularies() -> Vec<(&'static str, &'static str)> {
    let mut keys = Vec::new();
    add(&mut keys, "level", Level::ALL, Level::as_str);
    add(&mut keys, "office_kind", OfficeKind::ALL, OfficeKind::as_str);
    add(&mut keys, "law_kind", LawKind::ALL, LawKind::as_str);
    add(&mut keys, "law_event", LawEventKind::ALL, LawEventKind::as_str);
    add(&mut keys, "law_status", LawStatus::ALL, LawStatus::as_str);
    add(&mut keys, "publisher", PublisherKind::ALL, PublisherKind::as_str);
    add(&mut keys, "collection", Collection::ALL, Collection::as_str);
    add(&mut keys, "provision_kind", ProvisionKind::ALL, ProvisionKind::as_str);
    add(&mut keys, "frequency_kind", FrequencyKind::ALL, FrequencyKind::as_str);
    add(&mut keys, "each", Period::ALL, Period::as_str);
    add(&mut keys, "alone", Period::ALL, Period::as_str);
    add(&mut keys, "every", Period::ALL, Period::as_str);
    add(&mut keys, "time", TimeUnit::ALL, TimeUnit::as_str);
    add(&mut keys, "bound", Bound::ALL, Bound::as_str);
    add(&mut keys, "penalty_kind", PenaltyKind::ALL, PenaltyKind::as_str);
    keys
}

fn add<T: Copy>(
    keys: &mut Vec<(&'static str, &'static str)>,
    section: &'static str,
    values: &[T],
    word: fn(T) -> &'static str,
) {
    keys.extend(values.iter().map(|value| (section, word(*value))));
}

/// Other keys, by section.
pub(super) const KEYS: &[(&str, &str)] = &[
    ("record", "duty"),
    ("record", "work-item"),
    ("record", "accountability"),
    ("record", "matter"),
    ("record", "participant"),
    ("record", "service"),
    ("record", "regime"),
    ("record", "provision"),
    ("record", "penalty"),
    ("record", "mechanism"),
    ("language", "name"),
    ("text", "untranslated"),
    ("text", "separator"),
    ("text", "list"),
    ("text", "title"),
    ("date", "year"),
    ("date", "month"),
    ("date", "day"),
    ("date", "month_names"),
    ("number", "group"),
    ("number", "decimal"),
    ("number", "percent"),
    ("number", "bytes"),
    ("number", "kilobytes"),
    ("number", "megabytes"),
    ("range", "exactly"),
    ("range", "at_least"),
    ("range", "at_most"),
    ("range", "between"),
    ("times", "exactly"),
    ("times", "at_least"),
    ("times", "at_most"),
    ("times", "between"),
    ("frequency", "with_period"),
    ("frequency", "coverage"),
    ("frequency", "and"),
    ("time", "working-day"),
    ("amount", "unit"),
    ("amount", "myriad"),
    ("amount", "exactly"),
    ("amount", "at_least"),
    ("amount", "at_most"),
    ("amount", "between"),
    ("penalty", "percent_of_gains"),
    ("penalty", "multiple"),
    ("article", "numerals"),
    ("article", "article"),
    ("article", "paragraph"),
    ("article", "item"),
    ("article", "range"),
    ("count", "lists"),
    ("count", "regions"),
    ("count", "duties"),
    ("count", "boundaries"),
    ("count", "services"),
    ("count", "regimes"),
    ("count", "mechanism"),
    ("count", "offices"),
    ("count", "laws"),
    ("count", "topics"),
    ("count", "departments"),
    ("count", "matters"),
    ("count", "citations"),
    ("count", "rows"),
    ("count", "items"),
    ("page", "home"),
    ("page", "regions"),
    ("page", "lists"),
    ("page", "laws"),
    ("page", "topics"),
    ("page", "departments"),
    ("page", "data"),
    ("page", "search"),
    ("page", "offices"),
    ("page", "mechanism"),
    ("page", "not_found"),
    ("describe", "regions"),
    ("describe", "region"),
    ("describe", "lists"),
    ("describe", "list"),
    ("describe", "matter"),
    ("describe", "laws"),
    ("describe", "law"),
    ("describe", "topics"),
    ("describe", "departments"),
    ("describe", "department"),
    ("describe", "data"),
    ("describe", "search"),
    ("describe", "offices"),
    ("describe", "mechanism"),
    ("describe", "not_found"),
    ("home", "lists"),
    ("home", "laws"),
    ("law", "whole"),
    ("matter", "leads"),
    ("matter", "supports"),
    ("bounded", "statement"),
    ("picture", "coverage"),
    ("picture", "coverage_desc"),
    ("picture", "laws"),
    ("picture", "laws_desc"),
    ("picture", "offices"),
    ("picture", "offices_desc"),
    ("picture", "departments"),
    ("picture", "departments_desc"),
    ("picture", "departments_lead"),
    ("picture", "first_lists"),
    ("picture", "first_laws"),
    ("picture", "first_duties"),
    ("picture", "none"),
    ("picture", "topic"),
    ("picture", "law"),
    ("picture", "kind"),
    ("picture", "citations"),
    ("picture", "lists"),
    ("picture", "duty"),
    ("picture", "office"),
];
