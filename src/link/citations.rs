//! Every citation of every list, in the order of the records.

use crate::model::{Basis, LawId, RecordRef, position};

position!(
    /// A citation of the graph.
    CitationId
);

/// One citation of one law by one record.
#[derive(Clone, Copy, Debug)]
pub struct Citation<'m> {
    /// The citing record.
    pub record: RecordRef,
    /// The law.
    pub law: LawId,
    /// The citation as the content holds it.
    pub basis: &'m Basis,
    /// Position among the bases of the record, counted from 0.
    pub position: u32,
}

/// Puts the citations of one list in order: what a record with a page cites before what the records inside it do.
pub(super) fn in_order<'m>(mut citations: Vec<Citation<'m>>) -> Vec<Citation<'m>> {
    citations.sort_by_key(|citation| (citation.record.part.page(), citation.record.part, citation.position));
    citations
}
