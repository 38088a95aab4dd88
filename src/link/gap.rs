//! What a gap of a list is: the record, what is missing or differs, and what that leads to.

use crate::model::{Collection, GapKind, LawId, RecordRef};

/// Something that a list does not say, or says otherwise than others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The record that has a page; the list itself for a part of it.
    pub record: RecordRef,
    /// What it is.
    pub kind: GapKind,
    /// The law that is out of force.
    pub law: Option<LawId>,
    /// The figure that differs, by its place among those of the list that are of a subject.
    pub figure: Option<u32>,
    /// The part of the list.
    pub collection: Option<Collection>,
}

impl Gap {
    /// A gap of a record that leads nowhere.
    pub(super) fn new(record: RecordRef, kind: GapKind) -> Gap {
        Gap { record, kind, law: None, figure: None, collection: None }
    }
}
