//! The graph in, what a template sees of it out: one view for each kind of page.

mod bounded;
mod data;
mod department;
mod duty;
mod figures;
mod free;
mod home;
mod law;
mod list;
mod lists;
mod matter;
mod mechanism;
mod offices;
mod parts;
mod records;
mod regime;
mod regions;
mod related;
mod service;
mod topic;

pub(super) use data::data;
pub(super) use department::{department, departments};
pub(super) use duty::duty;
pub(super) use free::{free, not_found};
pub(super) use home::home;
pub(super) use law::{law, laws};
pub(super) use list::list;
pub(super) use lists::lists;
pub(super) use matter::matter;
pub(super) use mechanism::mechanism;
pub(super) use offices::offices;
pub(super) use parts::{DateView, LinkView, PhoneView};
pub(super) use regime::regime;
pub(super) use regions::{region, regions};
pub(super) use service::service;
pub(super) use topic::{topic, topics};
