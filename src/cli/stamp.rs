//! `qingdan stamp`: which translations the lists have, written down beside them.

use std::process::ExitCode;

use crate::diag::formats::{MessageFormat, show};
use crate::diag::{Failure, MessageLang};
use crate::pipeline::{self, Stamped};

use super::args::StampArgs;
use super::output::{colour, say};

/// Writes translations down and says how many.
pub(super) fn run(args: &StampArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let Stamped { findings, lists, translations, files } = pipeline::stamp(&args.content, &args.lists, args.all)?;
    if !findings.is_empty() {
        say(&show(&findings, MessageFormat::Full, speech, colour()));
        say(match speech {
            MessageLang::Zh => "内容有错，没有写任何文件。\n",
            MessageLang::En => "The content has faults; nothing was written.\n",
        });
        return Ok(ExitCode::from(1));
    }
    say(&match speech {
        MessageLang::Zh => format!("{lists} 份清单的 {translations} 段译文已记下，写了 {files} 个文件。\n"),
        MessageLang::En => {
            format!("Translations written down: {translations} of {lists} lists; files written: {files}.\n")
        }
    });
    Ok(ExitCode::SUCCESS)
}
