//! A fault in the content.

use super::code::{Code, Severity};
use super::mend::Mend;
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
    /// What may take whose place without asking anybody, where nothing but the notation is wrong.
    pub mend: Option<Mend>,
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
            mend: None,
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

    /// Says that what is proposed differs in notation alone, where it does.
    pub fn safe(mut self, is_safe: bool) -> Diagnostic {
        self.mend = self.fix.clone().filter(|_| is_safe).map(|text| Mend { at: None, of: None, text });
        self
    }

    /// Adds what mends it: `text` in the place of `of`, which stands at `place` of the same file, letter for letter.
    pub fn mend(mut self, place: Place, of: &str, text: impl Into<String>) -> Diagnostic {
        self.mend = Some(Mend { at: Some(place.at), of: Some(of.into()), text: text.into() });
        self
    }

    /// Says that there may be very many of it that are known of.
    pub fn counted(mut self) -> Diagnostic {
        self.counted = true;
        self
    }
}
