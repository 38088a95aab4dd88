//! A place in a file of the list in, the cell of the workbook that said it out; a fault of a cell in, what is shown out.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::diag::{Code, Finding, Message, Severity};

use super::advice::{Hint, advised};
use super::codes::OUTDATED;

pub use super::spot::Spot;

/// A fault of the workbook itself.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Its code.
    pub code: &'static Code,
    /// How grave it is.
    pub severity: Severity,
    /// Which cell.
    pub spot: Spot,
    /// What stands in the cell.
    pub text: String,
    /// What is wrong.
    pub message: Message,
    /// Whether that says what to do as well, so that the advice of the code would say it twice.
    pub is_told: bool,
}

impl Fault {
    /// Of a cell.
    pub fn new(code: &'static Code, severity: Severity, spot: Spot, text: String, message: Message) -> Fault {
        Fault { code, severity, spot, text, message, is_told: false }
    }

    /// The same fault, whose message says what to do as well.
    pub fn told(self) -> Fault {
        Fault { is_told: true, ..self }
    }

    /// The list was changed where the workbook was.
    pub fn outdated(spot: Spot, text: String) -> Fault {
        let message = Message::new(
            "写出工作簿以后，清单的这一处也改过",
            "the list was changed here, too, since the workbook was written",
        );
        Fault::new(&OUTDATED, Severity::Error, spot, text, message)
    }

    /// The same of a row that was deleted from the workbook: the cell is of a row near it.
    pub fn outdated_removed(spot: Spot, key: &str) -> Fault {
        let message = Message::new(
            format!("工作簿里删去的 `{key}`，写出工作簿以后清单里也改过"),
            format!("`{key}` is deleted here, and was changed in the list since the workbook was written"),
        );
        Fault::new(&OUTDATED, Severity::Error, spot, String::new(), message)
    }

    /// As it is shown, given the path of the workbook.
    pub fn finding(self, name: &str) -> Finding {
        let help = Message::new(self.code.fix[0].trim_end_matches('。'), self.code.fix[1].trim_end_matches('.'));
        let end = self.text.find('\n').unwrap_or(self.text.len());
        Finding {
            code: self.code,
            severity: self.severity,
            path: format!("{name}!{}", self.spot.name()),
            span: (end > 0).then_some(0..end),
            source: self.text.into(),
            message: self.message,
            label: None,
            help: (!self.is_told).then_some(help),
            fix: None,
            mend: None,
            counted: false,
        }
    }
}

/// A value of the list as the workbook says it, and the cell that says it.
#[derive(Debug)]
pub(super) struct Said {
    /// The file.
    pub path: PathBuf,
    /// Bytes of the value, or of the record.
    pub span: Range<usize>,
    /// The cell.
    pub spot: Spot,
    /// What stands there.
    pub text: String,
    /// What a fault of it can be said better by.
    pub hint: Hint,
}

/// Which cell says what stands at some bytes of a file: that of the smallest value around them, else of the record that
/// begins there. A value ends where the next one begins, so its end is not of it.
pub(super) fn cell<'s>(said: &'s [Said], path: &Path, span: &Range<usize>) -> Option<&'s Said> {
    let here = || said.iter().filter(|one| one.path == path);
    let around = |one: &&Said| one.span.start <= span.start && span.start < one.span.end;
    let holds = here().filter(around).filter(|one| span.end <= one.span.end).min_by_key(|one| one.span.len());
    let begins = |one: &&Said| span.start <= one.span.start && one.span.start < span.end;
    let first = || here().filter(begins).min_by_key(|one| (one.span.start, std::cmp::Reverse(one.span.len())));
    let at_end = |one: &&Said| one.span.start <= span.start && span.start <= one.span.end;
    holds
        .or_else(first)
        .or_else(|| here().filter(around).min_by_key(|one| one.span.len()))
        .or_else(|| here().filter(at_end).min_by_key(|one| one.span.len()))
}

/// A fault in a file as one of the cell that said the value.
pub(super) fn in_cell(finding: Finding, said: &Said, name: &str) -> Finding {
    // What would mend the file is of no use in a workbook.
    let finding = Finding { mend: None, ..finding };
    let (finding, elsewhere) = advised(finding, &said.hint);
    if let Some(spot) = elsewhere {
        return Finding { path: format!("{name}!{}", spot.name()), source: "".into(), span: None, ..finding };
    }
    let part =
        finding.span.clone().and_then(|span| finding.source.get(span)).map(|part| part.trim_matches(['"', '\'']));
    let within = part.filter(|part| !part.is_empty()).and_then(|part| {
        let start = said.text.find(part)?;
        Some(start..start + part.len())
    });
    let end = said.text.find('\n').unwrap_or(said.text.len());
    Finding {
        path: format!("{name}!{}", said.spot.name()),
        source: said.text.as_str().into(),
        span: within.or((end > 0).then_some(0..end)),
        ..finding
    }
}
