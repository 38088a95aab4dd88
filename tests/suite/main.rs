//! The tests of the program as a whole, in one crate, so that it is linked once and what is dear to make is shared.

#![allow(clippy::disallowed_methods, reason = "a test looks at files itself")]

#[path = "../support/mod.rs"]
mod support;

mod architecture;
mod as_of;
mod budget;
mod changes;
mod circles;
mod cite;
mod cli;
mod components;
mod content;
mod data;
mod determinism;
mod discover;
mod docs;
mod edit;
mod facts;
mod forms;
mod forms_pages;
mod item_tables;
mod jsonld;
mod kept;
mod linked;
mod pages;
mod places;
mod properties;
#[cfg(unix)]
mod publish;
mod quality;
mod registers;
mod rules;
mod sheet;
mod sheet_edits;
mod sites;
mod synth;
mod tables;
mod walk;
