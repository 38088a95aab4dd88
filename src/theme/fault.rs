//! What the template engine says in, a failure that names the theme's own file, line and column out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tera::{Error, ErrorKind};

use crate::diag::Failure;

use super::turns;

/// Turns an error of the engine into a failure; `origin` gives the file of a template's name, and `marks` says where the
/// template has more characters than its file.
pub(super) fn fault(
    error: &Error,
    marks: &BTreeMap<String, Vec<(usize, usize, usize)>>,
    origin: impl Fn(&str) -> PathBuf,
) -> Failure {
    let column = |name: &str, line: usize, told: usize| {
        turns::column(marks.get(name).map_or(&[], Vec::as_slice), line, told) + 1
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let (name, line) = (report.filename(), report.span().start_line);
            let column = column(name, line, report.span().start_col);
            Failure::Theme { path: origin(name), message: placed(line, column, report.message()) }
        }
        ErrorKind::MissingParent { current, parent } => {
            Failure::Theme { path: origin(current), message: format!("it extends `{parent}`, which does not exist") }
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => Failure::Theme {
            path: origin(tpl),
            message: format!("it extends itself, by way of {}", inheritance_chain.join(", ")),
        },
        ErrorKind::CircularInclude { tpl, include_chain } => Failure::Theme {
            path: origin(tpl),
            message: format!("it includes itself, by way of {}", include_chain.join(", ")),
        },
        ErrorKind::TemplateNotFound(name) => {
            Failure::Theme { path: origin(name), message: "there is no such template".into() }
        }
        ErrorKind::Msg(report) => match located(report) {
            Some((name, line, told, message)) => {
                let column = column(name, line, told.saturating_sub(1));
                Failure::Theme { path: origin(name), message: placed(line, column, message) }
            }
            None => Failure::Theme { path: origin(""), message: report.clone() },
        },
        other => Failure::Theme { path: origin(""), message: other.to_string() },
    }
}

/// A message after its line and column.
pub(super) fn placed(line: usize, column: usize, message: &str) -> String {
    format!("{line}:{column}: {message}")
}

/// Name, line, column and message of a report that the engine hands over as text.
fn located(report: &str) -> Option<(&str, usize, usize, &str)> {
    let mut lines = report.lines();
    let message = lines.next()?.strip_prefix("error: ")?;
    let place = lines.next()?.trim_start().strip_prefix("--> ")?;
    let mut parts = place.rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    Some((parts.next()?, line, column, message))
}

/// The file of a template: in the folder of the theme, or among those of the default.
pub(super) fn origin(name: &str, dir: Option<&Path>, prefix: &str) -> PathBuf {
    match (name.strip_prefix(prefix), dir) {
        (Some(rest), _) => Path::new("themes/default").join(rest),
        (None, Some(dir)) => dir.join(name),
        (None, None) => Path::new("themes/default").join(name),
    }
}
