//! The vocabularies of the model in; the section and the key that every strings file must have for each of their values, out.

use crate::model::{
    AgencyEventKind, AgencyKind, Bound, BoundaryFault, BoundaryKind, ChangeKind, Collection, Coverage, ExerciseLevel,
    FrequencyKind, GapKind, ItemRole, LawEventKind, LawKind, LawStatus, Level, ListKind, ListStatus, MatchedBy,
    OfficeKind, PenaltyKind, Period, PhoneKind, PowerType, ProvisionKind, PublisherKind, StageKind, TimeUnit,
};

/// Section and key of every value of a vocabulary.
pub(super) fn vocabularies() -> Vec<(&'static str, &'static str)> {
    let mut keys = Vec::new();
    add(&mut keys, "level", Level::ALL, Level::as_str);
    add(&mut keys, "office_kind", OfficeKind::ALL, OfficeKind::as_str);
    add(&mut keys, "law_kind", LawKind::ALL, LawKind::as_str);
    add(&mut keys, "law_event", LawEventKind::ALL, LawEventKind::as_str);
    add(&mut keys, "happened", LawEventKind::ALL, LawEventKind::as_str);
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
    add(&mut keys, "list_kind", ListKind::ALL, ListKind::as_str);
    add(&mut keys, "coverage", Coverage::ALL, Coverage::as_str);
    add(&mut keys, "list_status", ListStatus::ALL, ListStatus::as_str);
    add(&mut keys, "item_role", ItemRole::ALL, ItemRole::as_str);
    add(&mut keys, "power_type", PowerType::ALL, PowerType::as_str);
    add(&mut keys, "exercise_level", ExerciseLevel::ALL, ExerciseLevel::as_str);
    add(&mut keys, "stage", StageKind::ALL, StageKind::as_str);
    add(&mut keys, "change", ChangeKind::ALL, ChangeKind::as_str);
    add(&mut keys, "agency_kind", AgencyKind::ALL, AgencyKind::as_str);
    add(&mut keys, "agency_event", AgencyEventKind::ALL, AgencyEventKind::as_str);
    add(&mut keys, "agency_happened", AgencyEventKind::ALL, AgencyEventKind::as_str);
    add(&mut keys, "phone_kind", PhoneKind::ALL, PhoneKind::as_str);
    add(&mut keys, "matched_by", MatchedBy::ALL, MatchedBy::as_str);
    add(&mut keys, "boundary_kind", BoundaryKind::ALL, BoundaryKind::as_str);
    add(&mut keys, "boundary_fault", BoundaryFault::ALL, BoundaryFault::as_str);
    add(&mut keys, "gap_kind", GapKind::ALL, GapKind::as_str);
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
