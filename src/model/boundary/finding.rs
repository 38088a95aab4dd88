//! What is found where two lists draw the same boundary, as plain data.

use crate::model::ids::ListId;
use crate::model::record::RecordRef;
use crate::model::vocabulary::vocabulary;

vocabulary!(
    /// In which way two lists do not agree on a matter.
    BoundaryKind {
        /// What they say cannot both be.
        Contradiction = "contradiction",
        /// Both claim the same.
        Overlap = "overlap",
        /// Neither takes it, or the one that it is given to does not print it.
        Orphan = "orphan",
    }
);

vocabulary!(
    /// What exactly two lists do not agree on.
    BoundaryFault {
        /// Each says that the other leads.
        EachOther = "each-other-leads",
        /// They say that different departments lead.
        LeadsDiffer = "leads-differ",
        /// One names a department that takes part, the other does not.
        Missing = "participant-missing",
        /// One gives a department another duty than that department's own list does.
        DutiesDiffer = "duties-differ",
        /// A township's list says that a department took an item back, and the department's says that townships exercise it.
        NotTakenBack = "not-taken-back",
        /// Both say that they lead.
        BothLead = "both-lead",
        /// Both claim the same duty.
        SameDuty = "same-duty",
        /// A township's list has an item as its own, and so has a department's, which names other levels for it.
        BothHave = "both-have",
        /// One gives a department a duty, and the list of that department does not have the matter.
        NotTheirs = "not-in-their-list",
        /// Each gives the duty to the other.
        Nobody = "nobody",
    }
);

vocabulary!(
    /// By what a matter of two lists was taken for the same.
    MatchedBy {
        /// One of them names the other.
        Declared = "declared",
        /// Both have the same name.
        Name = "name",
        /// Their names are alike, and each names the other's department.
        Likeness = "likeness",
    }
);

impl BoundaryFault {
    /// The kind of disagreement that this is.
    pub fn kind(self) -> BoundaryKind {
        match self {
            BoundaryFault::EachOther
            | BoundaryFault::LeadsDiffer
            | BoundaryFault::Missing
            | BoundaryFault::DutiesDiffer
            | BoundaryFault::NotTakenBack => BoundaryKind::Contradiction,
            BoundaryFault::BothLead | BoundaryFault::SameDuty | BoundaryFault::BothHave => BoundaryKind::Overlap,
            BoundaryFault::NotTheirs | BoundaryFault::Nobody => BoundaryKind::Orphan,
        }
    }
}

/// The same matter in two lists, of which the first comes first among the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SamePair {
    /// The matter of the one list.
    pub ours: RecordRef,
    /// The matter of the other.
    pub theirs: RecordRef,
    /// How it is known.
    pub by: MatchedBy,
}

/// Something that two lists do not agree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BoundaryFinding {
    /// The matter or item that says it.
    pub ours: RecordRef,
    /// What exactly.
    pub fault: BoundaryFault,
    /// The list of the other department.
    pub other: ListId,
    /// The matter or item of that list; absent where it has none.
    pub theirs: Option<RecordRef>,
    /// What our list says: of whom, and what, as a participant.
    pub our_part: Option<RecordRef>,
    /// What the other list says.
    pub their_part: Option<RecordRef>,
}
