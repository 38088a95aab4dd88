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
}

fn position(source: &str, at: usize) -> (usize, usize) {
    let before = &source[..at.min(source.len())];
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (line, before[start..].chars().count() + 1)
}
