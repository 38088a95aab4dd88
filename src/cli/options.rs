//! Arguments as they are meant: defaults settled, values checked.

use std::path::{Path, PathBuf};

use crate::diag::formats::{MessageFormat, Shown};
use crate::diag::{Code, Failure, Message, MessageLang, closest};
use crate::model::{Date, LawPlace, site_address};
use crate::pipeline::{self, Job};
use crate::plan::Base;

use super::args;

/// A day, as an option gives it.
pub(super) fn day(option: &'static str, text: &str) -> Result<Date, Failure> {
    text.parse().ok().filter(|date: &Date| date.day.is_some()).ok_or_else(|| Failure::Option {
        option,
        words: Message::new(
            format!("`{text}` 不是日期，要像 2015-07-01 这样"),
            format!("`{text}` is not a day such as 2015-07-01"),
        ),
    })
}

/// A place of a law, as an option gives it.
pub(super) fn place(option: &'static str, text: &str) -> Result<LawPlace, Failure> {
    pipeline::place_of(text).ok_or_else(|| Failure::Option {
        option,
        words: Message::new(
            format!("`{text}` 不是条号，要像 65、134_1（第一百三十四条之一）或 annex2.17（附件2第17项）这样"),
            format!(
                "`{text}` is not an article such as 65 or 134_1 (inserted behind 134), nor a place such as annex2.17"
            ),
        ),
    })
}

/// Settles what `build` and `check` share; `output` is `None` for a check.
pub(super) fn job(common: &args::CommonArgs, output: Option<&Path>, as_of: Option<&str>) -> Result<Job, Failure> {
    let base = match &common.base_url {
        None => None,
        Some(url) => {
            site_address(url).map_err(|words| Failure::Option { option: "--base-url", words })?;
            Base::new(url)
        }
    };
    if common.jobs == Some(0) {
        let words = Message::new("至少要一个线程", "at least one thread is needed");
        return Err(Failure::Option { option: "--jobs", words });
    }
    if let Some(output) = output {
        apart(output, &common.content)?;
        // Where there are no themes, the output may be the folder that we are in.
        let themes = Path::new("themes");
        if themes.exists() || absolute(output).starts_with(absolute(themes)) {
            apart(output, themes)?;
        }
    }
    Ok(Job {
        content: common.content.clone(),
        theme: theme(&common.theme)?,
        base,
        output: output.map(Path::to_owned),
        as_of: as_of.map(|text| day("--as-of", text)).transpose()?,
        jobs: common.jobs.unwrap_or(0),
        ..Job::default()
    })
}

/// The folder of a theme; `None` for the default theme where no folder overrides it.
fn theme(name: &str) -> Result<Option<PathBuf>, Failure> {
    let folder = Path::new("themes").join(name);
    let plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\']);
    match (plain && folder.is_dir(), name) {
        (true, _) => Ok(Some(folder)),
        (false, "default") => Ok(None),
        (false, _) => Err(Failure::Option {
            option: "--theme",
            words: Message::new(
                format!("没有主题目录 themes/{name}"),
                format!("there is no theme folder themes/{name}"),
            ),
        }),
    }
}

/// Fails where one folder lies in the other: what is read is never written to.
fn apart(output: &Path, other: &Path) -> Result<(), Failure> {
    let (a, b) = (absolute(output), absolute(other));
    if a.starts_with(&b) || b.starts_with(&a) {
        return Err(Failure::Overlap { path: output.to_owned(), other: other.to_owned() });
    }
    Ok(())
}

/// The path with links resolved as far as it exists.
fn absolute(path: &Path) -> PathBuf {
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut existing = full.as_path();
    loop {
        if let Ok(real) = existing.canonicalize() {
            let rest = full.strip_prefix(existing).unwrap_or(Path::new(""));
            return if rest.as_os_str().is_empty() { real } else { real.join(rest) };
        }
        match existing.parent() {
            Some(parent) => existing = parent,
            None => return full,
        }
    }
}

/// The format that was asked for.
pub(super) fn format(format: args::FindingsFormat) -> MessageFormat {
    match format {
        args::FindingsFormat::Full => MessageFormat::Full,
        args::FindingsFormat::Concise => MessageFormat::Concise,
        args::FindingsFormat::Json => MessageFormat::Json,
        args::FindingsFormat::Github => MessageFormat::Github,
        args::FindingsFormat::Gitlab => MessageFormat::Gitlab,
        args::FindingsFormat::Sarif => MessageFormat::Sarif,
        args::FindingsFormat::Junit => MessageFormat::Junit,
    }
}

/// The code that was typed, as `E012`, in whatever letters, or by its name; else words that name the nearest.
pub(super) fn code(typed: &str) -> Result<&'static Code, Message> {
    let codes = pipeline::codes();
    let found = codes.iter().find(|code| code.id.eq_ignore_ascii_case(typed) || code.name == typed);
    found.copied().ok_or_else(|| {
        let near = closest(typed, codes.iter().flat_map(|code| [code.id, code.name]));
        let [zh, en] = near.map_or([String::new(), String::new()], |near| {
            [format!("是不是 {near}？"), format!("did you mean {near}? ")]
        });
        Message::new(
            format!("没有错误代码 {typed}。{zh}qingdan explain 列出全部代码。"),
            format!("there is no code {typed}; {en}`qingdan explain` lists them all"),
        )
    })
}

/// What of the faults is shown one by one.
pub(super) fn shown(asked: &[String]) -> Result<Shown, Failure> {
    if asked.is_empty() {
        return Ok(Shown::Digest);
    }
    if asked.iter().any(|typed| typed.eq_ignore_ascii_case("all")) {
        return Ok(Shown::All);
    }
    let codes: Result<Vec<&'static Code>, Message> = asked.iter().map(|typed| code(typed.trim())).collect();
    codes.map(Shown::Codes).map_err(|words| Failure::Option { option: "--show", words })
}

/// The language of messages: as asked for, else Chinese where the system is.
pub(super) fn speech(asked: Option<args::Language>, system: impl Fn(&str) -> Option<String>) -> MessageLang {
    match asked {
        Some(args::Language::Zh) => MessageLang::Zh,
        Some(args::Language::En) => MessageLang::En,
        None => {
            let set = |name: &&str| system(name).is_some_and(|value| !value.is_empty());
            let name = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find(set);
            match name.map_or_else(locale, system) {
                Some(locale) if locale.starts_with("zh") => MessageLang::Zh,
                _ => MessageLang::En,
            }
        }
    }
}

/// What the settings of the system say; Windows sets no variables, nor do windows of macOS that no shell has opened.
#[cfg(any(windows, target_os = "macos"))]
fn locale() -> Option<String> {
    sys_locale::get_locale()
}

#[cfg(not(any(windows, target_os = "macos")))]
fn locale() -> Option<String> {
    None
}
