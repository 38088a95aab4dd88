//! `qingdan schema`: the JSON Schema of a kind of content file, from the same types that read it.

use std::process::ExitCode;

use crate::diag::{MessageLang, closest};
use crate::pipeline::SOURCES;

use super::args;
use super::output::{print, say};

/// Prints the schema of one kind, or lists all kinds.
pub(super) fn run(schema: &args::SchemaArgs, speech: MessageLang) -> ExitCode {
    let Some(asked) = &schema.kind else {
        let lines: Vec<String> = SOURCES.iter().map(|kind| format!("{:<16}{}\n", kind.name, kind.files)).collect();
        print(&lines.concat());
        return ExitCode::SUCCESS;
    };
    let Some(kind) = SOURCES.iter().find(|kind| kind.name == asked) else {
        let near = closest(asked, SOURCES.iter().map(|kind| kind.name));
        let hint = near.map(|near| {
            if speech == MessageLang::Zh { format!("是不是 {near}？") } else { format!("did you mean {near}? ") }
        });
        let hint = hint.unwrap_or_default();
        say(&match speech {
            MessageLang::Zh => format!("没有叫 {asked} 的文件种类。{hint}qingdan schema 列出全部种类。\n"),
            MessageLang::En => format!("there is no kind of file {asked}; {hint}`qingdan schema` lists them all\n"),
        });
        return ExitCode::from(2);
    };
    print(&String::from_utf8_lossy(&kind.schema()));
    ExitCode::SUCCESS
}
