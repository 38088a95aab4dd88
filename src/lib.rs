//! Qingdan publishes government responsibility lists (责任清单) as a multilingual website and open data.
//!
//! The modules are the stages of a build, in this order: [`load`] reads the content, [`check`] joins it with the
//! registers of the program ([`register`]) to the [`model`] and holds it against the rules, [`link`] resolves references and draws backlinks, [`dataset`]
//! describes the tables and fills their rows, [`plan`] lays out the pages, [`theme`] brings the templates, [`render`]
//! makes the pages and [`export`] the files of data, [`discover`] what leads programs to them, [`audit`] proves that every
//! link leads somewhere, [`publish`] writes. [`pipeline`] runs them, [`serve`] shows a site while it
//! is written, [`cli`] is what a user sees of it, [`diag`] is how
//! faults travel, [`text`] is what characters are meant, [`i18n`] is languages, plurals, dates and figures. [`import`] makes a list of a file of an office, and
//! [`yaml`] writes it down.
//!
//! ```
//! use std::path::Path;
//!
//! use qingdan::{check::check, diag::Sink, link::link, load::load};
//!
//! let mut faults = Sink::new();
//! let mut sources = load(Path::new("tests/rules/base"), &mut faults)?;
//! let model = check(&mut sources, &mut faults).expect("a content without gaps");
//! assert!(!faults.has_errors());
//!
//! let graph = link(&model);
//! let law = graph.law("metrology-law").expect("a law of the register");
//! assert!(graph.has_place(law, "26".parse().expect("an article")), "a list cites Article 26");
//! # Ok::<(), qingdan::diag::Failure>(())
//! ```

#![warn(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod audit;
pub mod check;
pub mod cite;
pub mod cli;
pub mod dataset;
pub mod diag;
pub mod discover;
pub mod edit;
pub mod editions;
pub mod export;
pub mod i18n;
pub mod import;
pub mod link;
pub mod load;
pub mod meant;
pub mod model;
pub mod pipeline;
pub mod plan;
pub mod publish;
pub mod register;
pub mod render;
pub mod search;
pub mod serve;
pub mod sheet;
pub mod start;
pub mod text;
pub mod theme;
pub mod yaml;
