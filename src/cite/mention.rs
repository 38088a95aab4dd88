//! What the reader finds: one place of a text that cites a law.

use serde::{Serialize, Serializer};

use crate::model::{Articles, LawId};

use super::date::Dated;
use super::number::DocumentNumber;

/// How sure it is which law a place of a text cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// It prints the full title.
    Exact,
    /// It prints a short title, another form of the title, or the number alone.
    Alias,
    /// The law is named earlier, and the text leaves one reading.
    Inherited,
    /// It may be one law or another: `candidates` says which, as far as the text does.
    Ambiguous,
    /// It names a law that is not in the register.
    Unregistered,
}

/// One citation in a text.
#[derive(Clone, Debug, Serialize)]
pub struct Mention {
    /// First character, counted in Unicode characters from 0.
    pub start: usize,
    /// Character after the last.
    pub end: usize,
    /// Exactly what the text prints there.
    pub text: String,
    /// The title as it reads, without marks, breaks and spaces; `None` where no title stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Index of the law in the register; `None` where it is ambiguous or not registered.
    #[serde(skip)]
    pub law: Option<LawId>,
    /// The laws it may be, where it is ambiguous; indices in the register.
    #[serde(skip)]
    pub candidates: Vec<LawId>,
    /// Articles named with it.
    #[serde(serialize_with = "articles", skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Articles>,
    /// Number printed with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_number: Option<DocumentNumber>,
    /// Dates printed with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<Dated>,
    /// How sure it is.
    pub certainty: Certainty,
}

fn articles<S: Serializer>(articles: &[Articles], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(articles.iter().map(Articles::parts))
}
