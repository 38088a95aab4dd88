//! A list and one of its parts in; what the data know of that part out.

use super::list::List;
use super::vocabulary::Collection;

/// What is known of a part of a list. Nothing else may be said of a part without records: that nobody has entered it is
/// not that the paper lacks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartState {
    /// It has records.
    Entered,
    /// The document prints it as empty.
    PrintedEmpty,
    /// The document has it, and nobody has entered it yet.
    NotEntered,
    /// The document does not have it.
    Absent,
    /// Lists of this kind have no such part.
    NotOfKind,
    /// It has no records, and nobody has said why.
    Unknown,
}

impl List {
    /// What is known of a part.
    pub fn part_state(&self, part: Collection) -> PartState {
        if self.count(part) > 0 {
            PartState::Entered
        } else if self.empty_parts.iter().any(|empty| empty.collection == part) {
            PartState::PrintedEmpty
        } else if self.not_entered.contains(&part) {
            PartState::NotEntered
        } else if self.absent_parts.contains(&part) {
            PartState::Absent
        } else if self.kind.parts().contains(&part) {
            PartState::Unknown
        } else {
            PartState::NotOfKind
        }
    }
}

impl PartState {
    /// The word for it among the strings of parts of a list.
    pub fn as_str(self) -> &'static str {
        match self {
            PartState::Entered => "entered",
            PartState::PrintedEmpty => "printed_empty",
            PartState::NotEntered => "not_entered",
            PartState::Absent => "absent",
            PartState::NotOfKind => "not_of_kind",
            PartState::Unknown => "unknown",
        }
    }
}
