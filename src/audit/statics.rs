//! The files that a site will have and those that its author adds in; which of these fit out, a fault for each that does not.

use std::collections::HashSet;

use crate::diag::{Diagnostic, FileId, Message, Place, Sink};
use crate::plan::{Plan, Target};

use super::codes::STATIC_TAKEN;

/// The paths of `added` that no file of `made` has, and no folder of such a file.
pub(super) fn fitting<'m, 's>(
    plan: &Plan<'_>,
    made: impl Iterator<Item = &'m str>,
    added: impl IntoIterator<Item = (FileId, &'s str)>,
    sink: &mut Sink,
) -> Vec<String> {
    let mut added = added.into_iter().peekable();
    if added.peek().is_none() {
        return Vec::new();
    }
    // On disks that do not tell case apart, two names that differ in case alone are one.
    let (mut files, mut folders) = (HashSet::new(), HashSet::new());
    for path in made.map(str::to_lowercase) {
        folders.extend(path.match_indices('/').map(|(at, _)| path[..at].to_owned()));
        files.insert(path);
    }
    let mut fit = Vec::new();
    for (file, path) in added {
        let lower = path.to_lowercase();
        let above = lower.match_indices('/').any(|(at, _)| files.contains(&lower[..at]));
        if above || files.contains(&lower) || folders.contains(&lower) || is_reserved(plan, &lower) {
            let message = Message::new(
                format!("网址 {path} 是程序生成的文件的"),
                format!("the address {path} is that of a file that the program makes"),
            );
            let help = Message::new(
                "给 static/ 里的这个文件换一个名称，或放到别的文件夹",
                "give this file of static/ another name, or put it into another folder",
            );
            sink.push(Diagnostic::error(&STATIC_TAKEN, Place::file(file), message).help(help));
        } else {
            fit.push(path.to_owned());
        }
    }
    fit
}

/// Whether a path is one of those that are made while the site is written: the indexes of the search, what the scripts of
/// pages load, and what builds know each other by.
fn is_reserved(plan: &Plan<'_>, path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    let index = |rest: &str| plan.model.languages().iter().any(|lang| rest.split('/').next() == Some(lang.as_str()));
    let beside = path.rsplit_once('/').is_some_and(|(folder, name)| {
        let within = |prefix: String| plan.at(format!("{folder}/").strip_prefix(&prefix)?.trim_end_matches('/'));
        let of_compare =
            |target| matches!(target, Target::Compare(..) | Target::Listing(..) | Target::Laws | Target::MoreLaws(_));
        name.ends_with(".js")
            && plan.model.languages().iter().any(|lang| within(plan.prefix(*lang)).is_some_and(of_compare))
    });
    first == ".qingdan" || first.starts_with(".qingdan-") || path.strip_prefix("search/").is_some_and(index) || beside
}
