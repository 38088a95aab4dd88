//! Where a stage puts the faults it finds.

use std::collections::HashMap;

use super::code::{Code, Severity};
use super::diagnostic::Diagnostic;
use super::place::FileId;

/// Gathers faults. A parallel stage gives each task a sink of its own and absorbs them in input order.
#[derive(Debug, Default)]
pub struct Sink {
    found: Vec<Diagnostic>,
    strict: bool,
    levels: HashMap<&'static str, Option<Severity>>,
}

impl Sink {
    /// An empty sink.
    pub fn new() -> Sink {
        Sink::default()
    }

    /// An empty sink that takes warnings for errors, also those of sinks that it absorbs.
    pub fn strict() -> Sink {
        Sink { strict: true, ..Sink::default() }
    }

    /// An empty sink that takes faults as this one does.
    pub fn another(&self) -> Sink {
        Sink { strict: self.strict, levels: self.levels.clone(), ..Sink::default() }
    }

    /// Takes faults of these codes, found already or later, to be as grave as said; `None` for those that are left out.
    pub fn take_as(&mut self, levels: HashMap<&'static str, Option<Severity>>) {
        self.levels = levels;
        std::mem::take(&mut self.found).into_iter().for_each(|diagnostic| self.push(diagnostic));
    }

    /// Takes one fault.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        let Some(severity) = self.severity(diagnostic.code, diagnostic.severity) else { return };
        diagnostic.severity = severity;
        self.found.push(diagnostic);
    }

    /// How grave a fault of a code is taken to be, where that is `own` unless said otherwise; `None` where it is left out.
    pub fn severity(&self, code: &Code, own: Severity) -> Option<Severity> {
        let said = self.levels.get(code.id).copied().unwrap_or(Some(own));
        said.map(|severity| if self.strict { Severity::Error } else { severity })
    }

    /// Takes all faults of another sink, after those it has.
    pub fn absorb(&mut self, other: Sink) {
        other.found.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }

    /// The same faults of another file.
    pub fn in_file(&self, file: FileId) -> Sink {
        let moved = |diagnostic: &Diagnostic| {
            let mut diagnostic = diagnostic.clone();
            diagnostic.place.file = file;
            diagnostic
        };
        Sink { found: self.found.iter().map(moved).collect(), ..self.another() }
    }

    /// Whether any of them stops the build.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Leaves out the faults that are nothing but another side of one that is reported anyway.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.found.retain(keep);
    }

    /// The faults themselves, in the order they came.
    pub fn into_found(self) -> Vec<Diagnostic> {
        self.found
    }

    /// The faults, in the order they came.
    pub fn found(&self) -> &[Diagnostic] {
        &self.found
    }
}
