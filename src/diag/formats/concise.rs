//! A finding on one line: `file:line:column: error[E012]: message; help`.

use std::fmt::Write;

use crate::diag::MessageLang;
use crate::diag::finding::Finding;

use super::digest::level;

/// Appends one finding.
pub(super) fn show(finding: &Finding, speech: MessageLang, out: &mut String) {
    let (line, column) = finding.position();
    let level = level(finding.severity, speech);
    let (path, code, message) = (&finding.path, finding.code.id, finding.message.say(speech));
    let _ = write!(out, "{path}:{line}:{column}: {level}[{code}]: {message}");
    if let Some(help) = &finding.help {
        let stop = if speech == MessageLang::Zh { "；" } else { "; " };
        let _ = write!(out, "{stop}{}", help.say(speech));
    }
    out.push('\n');
}
