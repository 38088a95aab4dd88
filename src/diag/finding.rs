//! A diagnostic with its place looked up: what the formats show.

use std::ops::Range;
use std::sync::Arc;

use super::code::{Code, Severity};
use super::words::Message;

/// A fault with everything that is needed to show it.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Kind of fault.
    pub code: &'static Code,
    /// How grave it is.
    pub severity: Severity,
    /// Path of the file as the user would type it.
    pub path: String,
    /// Text of the file.
    pub source: Arc<str>,
    /// Bytes of the text to underline; `None` where the fault is about the file as a whole.
    pub span: Option<Range<usize>>,
    /// What is wrong here.
    pub message: Message,
    /// A short remark at the underlined columns.
    pub label: Option<Message>,
    /// What to do here.
    pub help: Option<Message>,
    /// What to write in the place of what is underlined, where there is one right form; it passes every rule itself.
    pub fix: Option<String>,
    /// Bytes of the file and what may take their place without asking anybody, where nothing but the notation is wrong.
    pub mend: Option<(Range<usize>, String)>,
    /// Whether there may be very many of it that are known of, so that they are counted and not shown one by one.
    pub counted: bool,
}

impl Finding {
    /// Line and column of the fault, counted from 1, the column in characters; 1:1 for a file as a whole.
    pub fn position(&self) -> (usize, usize) {
        self.span.as_ref().map_or((1, 1), |span| position(&self.source, span.start))
    }

    /// Line and column behind the last character that is underlined, counted in the same way.
    pub fn end(&self) -> Option<(usize, usize)> {
        self.span.as_ref().map(|span| position(&self.source, span.end.max(span.start)))
    }

    /// Bytes of the file and what is proposed in their place.
    pub fn proposal(&self) -> Option<(Range<usize>, &str)> {
        let mend = self.mend.as_ref().map(|(span, text)| (span.clone(), &**text));
        mend.or_else(|| Some((self.span.clone()?, self.fix.as_deref()?)))
    }

    /// Lines and columns of the beginning and the end of some bytes of the file, counted as in [`Finding::position`].
    pub fn lines(&self, span: &Range<usize>) -> [(usize, usize); 2] {
        [span.start, span.end.max(span.start)].map(|at| position(&self.source, at))
    }
}

fn position(source: &str, at: usize) -> (usize, usize) {
    let before = &source[..at.min(source.len())];
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (line, before[start..].chars().count() + 1)
}
