//! `qingdan explain`: what a code means, from the same description that makes `docs/rules/`.

use std::process::ExitCode;

use crate::diag::{Code, MessageLang};
use crate::pipeline;

use super::output::{print, say};
use super::{args, options};

/// Explains one code, or lists all.
pub(super) fn run(explain: &args::ExplainArgs, speech: MessageLang) -> ExitCode {
    let Some(asked) = &explain.code else {
        let codes = pipeline::codes();
        let lines: Vec<String> =
            codes.iter().map(|code| format!("{}  {}\n", code.id, word(code.what, speech))).collect();
        print(&lines.concat());
        return ExitCode::SUCCESS;
    };
    let code = match options::code(asked) {
        Ok(code) => code,
        Err(words) => {
            say(&format!("{}\n", words.say(speech)));
            return ExitCode::from(2);
        }
    };
    print(&text(code, speech));
    ExitCode::SUCCESS
}

fn text(code: &Code, speech: MessageLang) -> String {
    let [why, fix, example] = match speech {
        MessageLang::Zh => ["为什么", "怎样改", "有错的例子"],
        MessageLang::En => ["Why", "What to do", "A faulty example"],
    };
    let mut text = format!(
        "{} {}\n{}\n\n{why}: {}\n\n{fix}: {}\n",
        code.id,
        code.name,
        word(code.what, speech),
        word(code.why, speech),
        word(code.fix, speech)
    );
    if !code.example.is_empty() {
        text.push_str(&format!("\n{example}:\n"));
        for line in code.example.lines() {
            text.push_str(&format!("    {line}\n"));
        }
    }
    text
}

fn word(words: [&'static str; 2], speech: MessageLang) -> &'static str {
    if speech == MessageLang::Zh { words[0] } else { words[1] }
}
