//! A fault in the content.

use super::code::{Code, Severity};
use super::place::Place;
use super::words::Message;

/// A fault in the content: what, where, and what to do.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Kind of fault.
    pub code: &'static Code,
    /// How grave it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
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

impl Diagnostic {
    /// A fault that stops the build.
    pub fn error(code: &'static Code, place: Place, message: Message) -> Diagnostic {
        Diagnostic {
            code,
            severity: Severity::Error,
            place,
            message,
            label: None,
            help: None,
            fix: None,
            counted: false,
        }
    }

    /// A fault that is reported and passed over.
    pub fn warning(code: &'static Code, place: Place, message: Message) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, place, message) }
    }

    /// Adds a remark at the underlined columns.
    pub fn label(mut self, label: Message) -> Diagnostic {
        self.label = Some(label);
        self
    }

    /// Adds what to do.
    pub fn help(mut self, help: Message) -> Diagnostic {
        self.help = Some(help);
        self
    }

    /// Adds what to write in the place of what is underlined.
    pub fn fix(mut self, text: impl Into<String>) -> Diagnostic {
        self.fix = Some(text.into());
        self
    }

    /// Says that there may be very many of it that are known of.
    pub fn counted(mut self) -> Diagnostic {
        self.counted = true;
        self
    }
}
