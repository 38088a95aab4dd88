//! `qingdan addresses`: every address of the site, written down in the content.

use std::process::ExitCode;

use crate::diag::{Failure, MessageLang};
use crate::pipeline::{self, Kept};

use super::addresses_args::AddressesArgs;
use super::output::say;
use super::unwritten::nothing_written;

/// Writes addresses down and says how many.
pub(super) fn run(args: &AddressesArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let Kept { findings, addresses, new } = pipeline::keep_addresses(&args.content, args.dry_run)?;
    if !findings.is_empty() {
        return Ok(nothing_written(&findings, speech));
    }
    say(&match (speech, args.dry_run) {
        (MessageLang::Zh, false) => format!("addresses.txt 有 {addresses} 个网址，新增 {new} 个。\n"),
        (MessageLang::Zh, true) => format!("addresses.txt 会有 {addresses} 个网址，新增 {new} 个；没有写文件。\n"),
        (MessageLang::En, false) => format!("Addresses in addresses.txt: {addresses}; new: {new}.\n"),
        (MessageLang::En, true) => {
            format!("Addresses that addresses.txt would have: {addresses}; new: {new}. Nothing was written.\n")
        }
    });
    Ok(ExitCode::SUCCESS)
}
