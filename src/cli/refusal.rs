//! Arguments that cannot be understood, as clap reports them, in; the same said in Chinese out.

use std::error::Error as _;
use std::num::ParseIntError;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What is wrong, what to do, and how the command is used; `None` for what is no refusal, such as help.
pub(super) fn chinese(error: &Error) -> Option<String> {
    let mut text = format!("{}\n", fault(error)?);
    if let Some(help) = help(error) {
        text += &format!("  办法：{help}\n");
    }
    if let Some(usage) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        text += &format!("  用法：{}\n", usage.trim_start_matches("Usage:").trim());
    }
    Some(text + "  用 --help 看全部命令和选项\n")
}

fn fault(error: &Error) -> Option<String> {
    let named = |kind| Some(quoted(&words(error, kind)?));
    let argument = || named(ContextKind::InvalidArg);
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => format!("没有命令 {}", named(ContextKind::InvalidSubcommand)?),
        ErrorKind::MissingSubcommand => "要写一个命令".to_owned(),
        ErrorKind::UnknownArgument => format!("没有选项或参数 {}", argument()?),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match words(error, ContextKind::InvalidValue)?.join("")
        {
            empty if empty.is_empty() => format!("{} 后面要写值", argument()?),
            value => format!("{} 的值 `{value}` 不对", argument()?),
        },
        ErrorKind::MissingRequiredArgument => format!("缺少 {}", argument()?),
        ErrorKind::ArgumentConflict if words(error, ContextKind::PriorArg) == words(error, ContextKind::InvalidArg) => {
            format!("{} 只能写一次", argument()?)
        }
        ErrorKind::ArgumentConflict => format!("{} 不能与 {} 同时使用", argument()?, named(ContextKind::PriorArg)?),
        ErrorKind::WrongNumberOfValues => match error.get(ContextKind::ExpectedNumValues)? {
            ContextValue::Number(expected) => format!("{} 后面要写 {expected} 个值", argument()?),
            _ => return None,
        },
        ErrorKind::InvalidUtf8 => "参数里有不是 UTF-8 的字".to_owned(),
        _ => return None,
    })
}

fn help(error: &Error) -> Option<String> {
    let meant = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(meant) = meant.into_iter().find_map(|kind| words(error, kind)) {
        return Some(format!("是不是 {}？", quoted(&meant)));
    }
    let choice = [ContextKind::ValidSubcommand, ContextKind::ValidValue];
    if let Some(choice) = choice.into_iter().find_map(|kind| words(error, kind)) {
        return Some(format!("可以写 {}", quoted(&choice)));
    }
    error.source().is_some_and(|source| source.is::<ParseIntError>()).then(|| "要写一个整数，如 2".to_owned())
}

/// What clap notes under a heading; `None` where that is nothing.
fn words(error: &Error, kind: ContextKind) -> Option<Vec<String>> {
    match error.get(kind)? {
        ContextValue::String(word) => Some(vec![word.clone()]),
        ContextValue::Strings(words) if !words.is_empty() => Some(words.clone()),
        _ => None,
    }
}

fn quoted(words: &[String]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join("、")
}
