//! Qingdan publishes government responsibility lists (责任清单) as a multilingual website and open data.

pub mod diag;
pub mod i18n;
pub mod link;
pub mod model;
pub mod plan;
pub mod render;
pub mod theme;
