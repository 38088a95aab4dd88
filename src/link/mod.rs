//! Model in, graph out: references resolved, backlinks and citations gathered, records of a topic brought together.

mod changes;
mod citations;
mod drawn;
mod figures;
mod gap;
mod gaps;
mod gone;
mod graph;
mod handed_over;
mod history;
mod impact;
mod mentions;
mod print;
mod quality;
mod registers;
mod replaced;
mod share;
mod standing;
mod under;
mod within;

pub use changes::{Change, Changes, Gravity, Happened, changes};
pub use citations::{Citation, CitationId};
pub use drawn::KnownNamings;
pub use figures::{Figure, Figures, SameSubject, SubjectRef};
pub use gap::Gap;
pub use gaps::gaps;
pub use graph::{Graph, link, link_by, link_known};
pub use history::{EditionStep, FieldChange, GoneRecord, Happening, History, RecordChange, Said, edition_anchor};
pub use impact::{Answering, Impact, Standing, impact};
pub use mentions::{Naming, NamingId, about, headed};
pub use quality::{Quality, laws_with_status, quality, together};
pub use share::Share;
