//! The command line: what was typed in, exit status out. The only place that prints.

mod addresses;
mod addresses_args;
mod args;
mod ask;
mod asking_args;
mod between;
mod build;
mod choices;
mod cite;
mod diff;
mod explain;
mod help_zh;
mod impact;
mod import;
mod import_args;
mod import_into;
mod list_questions;
mod mend_args;
mod mending;
mod new;
mod new_list;
mod options;
mod output;
mod progress;
mod refusal;
mod repository;
mod schema;
mod serve;
mod sheet;
mod stamp;
mod stamp_args;
mod unwritten;
mod verify;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, ValueEnum};

use crate::diag::{Failure, MessageLang};
use args::{Arguments, Command, Language};
use output::{keep, lost, say};

pub use build::{closing, status};

/// Runs what the arguments ask for. Exit status: 0 nothing wrong, 1 faults in the content, 2 could not run, or could not
/// write what was to be printed.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let system = |name: &str| std::env::var(name).ok();
    let speech = options::speech(asked(&arguments), system);
    let status = run_in(arguments, speech);
    match lost() {
        Some(reason) => {
            say(&match speech {
                MessageLang::Zh => format!("没能写出全部结果：{reason}\n"),
                MessageLang::En => format!("not everything could be written: {reason}\n"),
            });
            ExitCode::from(2)
        }
        None => status,
    }
}

fn run_in(arguments: Vec<OsString>, speech: MessageLang) -> ExitCode {
    let mut command = Arguments::command();
    if speech == MessageLang::Zh {
        command = help_zh::translate(command);
    }
    let parsed = command.try_get_matches_from(arguments).and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => {
            match refusal::chinese(&error).filter(|_| speech == MessageLang::Zh) {
                Some(text) => say(&format!("{}{text}", cannot(speech))),
                None => keep(error.print()),
            }
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let result = match &arguments.command {
        Command::New(new) => new::run(new, speech),
        Command::Build(build) => build::build(build, speech),
        Command::Join(join) => build::join(join, speech),
        Command::Check(check) => build::check(check, speech),
        Command::Serve(arguments) => serve::run(arguments, speech),
        Command::Cite(cite) => cite::run(cite, speech),
        Command::Import(import_args::ImportArgs { into: Some(list), files, content, dry_run, .. }) => {
            import_into::run(files, list, content, *dry_run, speech)
        }
        Command::Import(import) => import::run(import, speech),
        Command::Diff(diff) => diff::run(diff, speech),
        Command::Impact(impact) => impact::run(impact, speech),
        Command::Sheet(sheet) => sheet::run(sheet, speech),
        Command::Addresses(arguments) => addresses::run(arguments, speech),
        Command::Stamp(arguments) => stamp::run(arguments, speech),
        Command::Verify(arguments) => verify::run(arguments, speech),
        Command::Schema(schema) => Ok(schema::run(schema, speech)),
        Command::Explain(explain) => Ok(explain::run(explain, speech)),
    };
    result.unwrap_or_else(|failure| fail(&failure, speech))
}

/// The language asked for, looked up before the arguments are parsed, so that the help can be in it.
fn asked(arguments: &[OsString]) -> Option<Language> {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        let value = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=") };
        if let Some(value) = value {
            return Language::from_str(value, false).ok();
        }
    }
    None
}

fn fail(failure: &Failure, speech: MessageLang) -> ExitCode {
    let words = failure.words();
    say(&format!("{}{}\n", cannot(speech), words.say(speech)));
    ExitCode::from(2)
}

/// What stands before the reason why nothing was run.
fn cannot(speech: MessageLang) -> &'static str {
    if speech == MessageLang::Zh { "无法运行：" } else { "cannot run: " }
}
