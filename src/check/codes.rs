//! What is documented of every fault that checking finds.

use crate::diag::Code;

use super::said_of_rules::{FIXED_RULE, IDLE_WAIVER, UNKNOWN_RULE};
use super::{as_of, editions, older, rules, until, unused};

/// Documentation of every fault that checking finds.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    let of_rules = [&UNKNOWN_RULE, &FIXED_RULE, &IDLE_WAIVER];
    let of_editions = [&editions::ORDER, &older::OTHER];
    let of_laws = [&as_of::OUT_OF_FORCE, &as_of::CHANGED, &unused::UNUSED_ENTRY, &until::ANNOUNCED];
    rules::codes().chain(of_laws).chain(of_rules).chain(of_editions)
}
