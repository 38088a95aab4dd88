//! A finding as a workflow command of GitHub, which shows it at its line of a change: `::error file=…,line=…::message`.

use std::fmt::Write;

use crate::diag::finding::Finding;
use crate::diag::{MessageLang, Severity, visible};

/// Appends one finding.
pub(super) fn show(finding: &Finding, speech: MessageLang, out: &mut String) {
    let (line, column) = finding.position();
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let file = property(&finding.path);
    let title = property(&format!("{} {}", finding.code.id, finding.code.name));
    let mut message = finding.message.say(speech).to_owned();
    if let Some(help) = &finding.help {
        // On a line of its own, which is how GitHub shows it.
        message.push('\n');
        message.push_str(help.say(speech));
    }
    let message = data(&message);
    let _ = writeln!(out, "::{level} file={file},line={line},col={column},title={title}::{message}");
}

/// What stands behind the last `::`. One line is one command, so a line break is written as its code, and so is what
/// begins a code. What steers terminals is shown by its number, since the log of a run is read in one as well.
fn data(text: &str) -> String {
    let coded = |part: &str| visible(part).replace('%', "%25").replace('\n', "%0A");
    text.split('\r').map(coded).collect::<Vec<_>>().join("%0D")
}

/// The value of a property, in which `:` and `,` end something.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
