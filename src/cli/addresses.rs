//! `qingdan addresses`: every address of the site, written down in the content.

use std::process::ExitCode;

use crate::diag::formats::{MessageFormat, show};
use crate::diag::{Failure, MessageLang};
use crate::pipeline::{self, Kept};

use super::addresses_args::AddressesArgs;
use super::output::{colour, say};

/// Writes addresses down and says how many.
pub(super) fn run(args: &AddressesArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let Kept { findings, addresses, new } = pipeline::keep_addresses(&args.content, args.dry_run)?;
    if !findings.is_empty() {
        say(&show(&findings, MessageFormat::Full, speech, colour()));
        say(match speech {
            MessageLang::Zh => "内容有错，没有写任何文件。\n",
            MessageLang::En => "The content has faults; nothing was written.\n",
        });
        return Ok(ExitCode::from(1));
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
