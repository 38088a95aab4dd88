//! Model in, graph out: references resolved, backlinks and citations gathered, records of a topic brought together.

mod changes;
mod citations;
mod drawn;
mod gone;
mod graph;
mod impact;
mod mentions;
mod quality;
mod registers;
mod share;
mod standing;

pub use changes::{Change, Changes, Gravity, Happened, changes};
pub use citations::{Citation, CitationId};
pub use drawn::KnownNamings;
pub use graph::{Graph, link, link_by, link_known};
pub use impact::{Answering, Impact, Standing, impact};
pub use mentions::{Naming, NamingId, about, headed};
pub use quality::{Quality, laws_with_status, quality, together};
pub use share::Share;
