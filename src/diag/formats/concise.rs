//! A finding on one line: `file:line:column: error[E012]: message; help`.

use std::fmt::Write;

use crate::diag::finding::Finding;
use crate::diag::{MessageLang, Severity};

/// Appends one finding.
pub(super) fn show(finding: &Finding, speech: MessageLang, out: &mut String) {
    let (line, column) = finding.position();
    let level = match (finding.severity, speech) {
        (Severity::Error, MessageLang::En) => "error",
        (Severity::Error, MessageLang::Zh) => "错误",
        (Severity::Warning, MessageLang::En) => "warning",
        (Severity::Warning, MessageLang::Zh) => "警告",
    };
    let (path, code, message) = (&finding.path, finding.code.id, finding.message.say(speech));
    let _ = write!(out, "{path}:{line}:{column}: {level}[{code}]: {message}");
    if let Some(help) = &finding.help {
        let stop = if speech == MessageLang::Zh { "；" } else { "; " };
        let _ = write!(out, "{stop}{}", help.say(speech));
    }
    out.push('\n');
}
