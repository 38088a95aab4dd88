//! A text and the register of a content folder in, the citations of the text out.

use std::path::Path;

use crate::check::laws;
use crate::cite::{Mention, Reader};
use crate::diag::{Failure, Finding, Sink};
use crate::load::{load, plain_text};
use crate::model::Law;

use super::findings::findings;

/// What came of reading a text for its citations.
#[derive(Debug, Default)]
pub struct Cited {
    /// Faults in the content; where there are any, nothing was read.
    pub findings: Vec<Finding>,
    /// The register, in the order of its files.
    pub laws: Vec<Law>,
    /// The text.
    pub text: String,
    /// Its citations, in order; laws are positions in `laws`.
    pub mentions: Vec<Mention>,
}

/// Reads a file, or the standard input where there is none, for citations of the laws of a content folder.
///
/// # Errors
///
/// Fails where the content folder or the text cannot be read.
pub fn cite(content: &Path, input: Option<&Path>) -> Result<Cited, Failure> {
    let mut sink = Sink::new();
    let sources = load(content, &mut sink)?;
    if sink.has_errors() {
        return Ok(Cited { findings: findings(&sources, &sink), ..Cited::default() });
    }
    let laws = laws(sources);
    let text = plain_text(input)?;
    let mentions = Reader::new(&laws).read(&text);
    Ok(Cited { findings: Vec::new(), laws, text, mentions })
}
