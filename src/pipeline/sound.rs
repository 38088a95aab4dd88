//! Files of a content in; their model out, where there is no error in them, or else what keeps them from being read.

use crate::check::check_on;
use crate::diag::{Finding, Severity, Sink};
use crate::load::Sources;
use crate::model::{Date, Model};

use super::findings::findings;

/// The model as of a day, where no error was found before or is found by now.
pub(super) fn sound(sources: &mut Sources, day: Option<Date>, sink: &mut Sink) -> Option<Model> {
    let model = if sink.has_errors() { None } else { check_on(sources, day, sink) };
    model.filter(|_| !sink.has_errors())
}

/// The errors without the warnings, for a command that does something else than checking.
pub(super) fn errors(sources: &Sources, sink: &Sink) -> Vec<Finding> {
    let mut found = findings(sources, sink);
    found.retain(|finding| finding.severity == Severity::Error);
    found
}
