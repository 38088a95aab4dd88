//! `qingdan serve`: the options settled, and what happens said in lines.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::OnceLock;

use crate::diag::formats::{MessageFormat, show};
use crate::diag::{Failure, MessageLang, Severity};
use crate::serve::{Event, Options, serve};

use super::output::{colour, say};
use super::{args, options};

/// The port, unless the user names one.
const PORT: u16 = 8000;

/// Shows the site until the user ends it.
pub(super) fn run(arguments: &args::ServeArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let common = &arguments.common;
    let job = options::job(common, None, None)?;
    let theme: PathBuf = Path::new("themes").join(&common.theme);
    let options = Options {
        job,
        theme,
        host: arguments.host.clone(),
        port: arguments.port.unwrap_or(PORT),
        exact: arguments.port.is_some(),
        polling: arguments.poll,
        speech,
    };
    let format = options::format(common.format);
    let content = common.content.display().to_string();
    let (open, address) = (arguments.open, OnceLock::new());
    let tell = move |event: &Event<'_>| {
        match event {
            Event::Listening { address: at, .. } => drop(address.set((*at).to_owned())),
            Event::Built { first: true, folder, .. } if open => {
                let at = address.get().map_or("", |at: &String| at.trim_end_matches('/'));
                browse(&format!("{at}{folder}"));
            }
            _ => {}
        }
        say(&line(event, &content, format, speech));
    };
    serve(options, Box::leak(Box::new(tell)))?;
    Ok(ExitCode::SUCCESS)
}

/// What is said of an event.
fn line(event: &Event<'_>, content: &str, format: MessageFormat, speech: MessageLang) -> String {
    let chinese = speech == MessageLang::Zh;
    let word = |zh: &str, en: &str| if chinese { zh.to_owned() } else { en.to_owned() };
    let kept = |kept: bool| match (chinese, kept) {
        (true, true) => "浏览器里仍是出错之前的网站。\n",
        (true, false) => "改好并保存后，浏览器里就能看到网站。\n",
        (false, true) => "The browser shows the site as it was before.\n",
        (false, false) => "The site is shown as soon as that is mended and saved.\n",
    };
    match event {
        Event::Listening { address, polling } => {
            let how =
                if *polling { word("（定时查看）", " (by looking at it now and then)") } else { String::new() };
            match speech {
                MessageLang::Zh => {
                    format!("网站在 {address}，用浏览器打开；正在留意 {content} 和 themes{how}。按 Ctrl-C 结束。\n")
                }
                MessageLang::En => format!(
                    "The site is at {address}: open it in a browser. Watching {content} and themes{how}; Ctrl-C ends.\n"
                ),
            }
        }
        Event::Built { first, pages, warnings, took, .. } => {
            let milliseconds = took.as_millis();
            let mut line = match (speech, first) {
                (MessageLang::Zh, true) => format!("已生成，共 {pages} 个页面，用时 {milliseconds} 毫秒。"),
                (MessageLang::Zh, false) => format!("已更新，用时 {milliseconds} 毫秒。"),
                (MessageLang::En, true) => format!("Built {pages} pages in {milliseconds} ms."),
                (MessageLang::En, false) => format!("Rebuilt in {milliseconds} ms."),
            };
            match (speech, warnings.len()) {
                (_, 0) => {}
                (MessageLang::Zh, count) => line += &format!("警告 {count} 处，qingdan check 逐一列出。"),
                (MessageLang::En, 1) => line += " 1 warning; `qingdan check` shows it.",
                (MessageLang::En, count) => line += &format!(" {count} warnings; `qingdan check` lists them."),
            }
            line + "\n"
        }
        Event::Faults { findings, .. } | Event::Pages { findings } => {
            let errors: Vec<_> =
                findings.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect();
            let text = show(&errors, format, speech, colour());
            let count = errors.len();
            let sum = match (speech, count) {
                (MessageLang::Zh, _) => format!("内容有 {count} 处错误。"),
                (MessageLang::En, 1) => "1 fault in the content. ".to_owned(),
                (MessageLang::En, _) => format!("{count} faults in the content. "),
            };
            let rest = match event {
                Event::Faults { kept: has, .. } => kept(*has).to_owned(),
                _ => word(
                    "网站可以看，但改好之前 qingdan build 不会生成。\n",
                    "The site can be read, but `qingdan build` makes none until that is mended.\n",
                ),
            };
            text + &sum + &rest
        }
        Event::Failed { words, kept: has } => {
            let stop = word("", " ");
            format!("{}{}{stop}{}", word("现在无法生成：", "cannot build now: "), closed(words.say(speech)), kept(*has))
        }
        Event::Mended => word("错误已改好。\n", "Mended.\n"),
        Event::Ended => word("\n已结束。\n", "\nEnded.\n"),
    }
}

/// A sentence with its stop.
fn closed(words: &str) -> String {
    let stopped = words.ends_with(['。', '.']);
    let stop = if words.is_ascii() { "." } else { "。" };
    if stopped { words.to_owned() } else { format!("{words}{stop}") }
}

/// Opens an address in the browser of the system; where there is none, the address stands in the terminal.
fn browse(address: &str) {
    let (program, before): (&str, &[&str]) = match std::env::consts::OS {
        "windows" => ("cmd", &["/C", "start", ""]),
        "macos" => ("open", &[]),
        _ => ("xdg-open", &[]),
    };
    let quiet = || Stdio::null();
    let _ = Command::new(program).args(before).arg(address).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
}
