//! `qingdan stamp`: which translations the lists have, written down beside them.

use std::process::ExitCode;

use crate::diag::{Failure, MessageLang};
use crate::pipeline::{self, Stamped};

use super::output::say;
use super::stamp_args::StampArgs;
use super::unwritten::nothing_written;

/// Writes translations down and says how many.
pub(super) fn run(args: &StampArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let Stamped { findings, lists, translations, files } = pipeline::stamp(&args.content, &args.lists, args.all)?;
    if !findings.is_empty() {
        return Ok(nothing_written(&findings, speech));
    }
    say(&match speech {
        MessageLang::Zh => format!("{lists} 份清单的 {translations} 段译文已记下，写了 {files} 个文件。\n"),
        MessageLang::En => {
            format!("Translations written down: {translations} of {lists} lists; files written: {files}.\n")
        }
    });
    Ok(ExitCode::SUCCESS)
}
