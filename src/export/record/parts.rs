//! The parts of a list that have a data file by themselves, and which records of a list a page shows.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{MechanismEntry, Office, Part};
use crate::plan::Target;

/// The offices of a list.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Offices<'m> {
    pub offices: &'m [Office],
}

/// The accountability mechanism of a list.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Mechanism<'m> {
    pub mechanism: &'m [MechanismEntry],
}

/// Whether a record is shown on a page.
pub fn shows(target: Target, part: Part) -> bool {
    match (target, part.page()) {
        (Target::List(_), _) | (Target::Mechanism(_), Part::Mechanism(_)) => true,
        (Target::Item(_, page), Part::Item(i)) => page == i,
        (Target::Duty(_, page), Part::Duty(i)) => page == i,
        (Target::Matter(_, page), Part::Matter(i)) => page == i,
        (Target::Service(_, page), Part::Service(i)) => page == i,
        (Target::Regime(_, page), Part::Regime(i)) => page == i,
        _ => false,
    }
}
