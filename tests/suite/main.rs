//! The tests of the program as a whole, in one crate, so that it is linked once and what is dear to make is shared.

#![allow(clippy::disallowed_methods, reason = "a test looks at files itself")]

#[path = "../support/mod.rs"]
mod support;

mod addresses;
mod again;
mod agencies;
mod annotations;
mod answers;
mod architecture;
mod as_of;
mod attempts;
mod both_sides;
mod budget;
mod changes;
mod circles;
mod cite;
mod claims;
mod cli;
mod components;
mod content;
mod corpus;
mod data;
mod data_choice;
mod determinism;
mod discover;
mod docs;
mod documents;
mod edit;
mod editions;
mod evidence;
mod facts;
mod feeds;
mod field_rules;
mod fingerprints;
mod forms;
mod forms_pages;
mod growth;
mod hostile;
mod import_slips;
mod imports;
mod increments;
mod intake;
#[cfg(unix)]
mod intake_files;
mod intake_kinds;
#[cfg(target_os = "linux")]
mod intake_output;
mod item_tables;
mod join;
mod jsonld;
mod kept;
mod linked;
mod list_diff;
mod listings;
mod mending;
mod messages;
mod on_paper;
mod pages;
mod places;
mod properties;
#[cfg(unix)]
mod publish;
#[cfg(unix)]
mod publish_again;
#[cfg(unix)]
mod publish_killed;
#[cfg(target_os = "linux")]
mod publish_mounted;
mod quality;
mod readme;
mod registers;
mod releases;
mod rules;
mod serve;
mod sheet;
mod sheet_edits;
mod sheet_slips;
mod sites;
mod start;
mod statics;
mod synth;
mod tables;
mod town_sides;
mod two_builds;
mod verify;
mod walk;
