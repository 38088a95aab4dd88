//! `qingdan verify`: which files of a published site are others than when it was built.

use std::process::ExitCode;

use crate::diag::{Failure, MessageLang};
use crate::pipeline::{Verified, sums_beside, verify};

use super::args::VerifyArgs;
use super::output::{print, say};

/// Holds a site against its checksums; the files that differ go to the standard output, a line each.
pub(super) fn run(args: &VerifyArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let sums = args.sums.clone().unwrap_or_else(|| sums_beside(&args.output));
    let verified = verify(&args.output, &sums)?;
    let of = |word: &'static str, paths: &[String]| {
        paths.iter().map(move |path| format!("{word}\t{path}\n")).collect::<String>()
    };
    let Verified { same, changed, added, lost } = &verified;
    print(&[of("changed", changed), of("added", added), of("lost", lost)].concat());
    let [changed, added, lost] = [changed, added, lost].map(Vec::len);
    say(&match (speech, verified.is_same()) {
        (MessageLang::Zh, true) => format!("{same} 个文件都和生成时一样。\n"),
        (MessageLang::Zh, false) => {
            format!("{changed} 个文件被改动，{added} 个多出，{lost} 个缺少；{same} 个和生成时一样。\n")
        }
        (MessageLang::En, true) => format!("All {same} files are as they were built.\n"),
        (MessageLang::En, false) => {
            format!("Files changed: {changed}, added: {added}, lost: {lost}; {same} are as they were built.\n")
        }
    });
    Ok(ExitCode::from(u8::from(!verified.is_same())))
}
