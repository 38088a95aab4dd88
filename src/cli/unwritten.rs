//! Faults of a content into which something was to be written in; what is said of them, and the exit status, out.

use std::process::ExitCode;

use crate::diag::formats::{MessageFormat, show};
use crate::diag::{Finding, MessageLang};

use super::output::{colour, say};

/// Says which faults kept a command from writing.
pub(super) fn nothing_written(findings: &[Finding], speech: MessageLang) -> ExitCode {
    say(&show(findings, MessageFormat::Full, speech, colour()));
    say(match speech {
        MessageLang::Zh => "内容有错，没有写任何文件。\n",
        MessageLang::En => "The content has faults; nothing was written.\n",
    });
    ExitCode::from(1)
}
