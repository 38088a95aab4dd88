//! The addresses that have moved and those that the site will have in; a fault for each that does not fit out.

use std::collections::{HashMap, HashSet};

use crate::diag::{At, Diagnostic, Message, Place, Sink, Step};
use crate::model::Redirect;
use crate::plan::Plan;

use super::codes::BAD_REDIRECT;
use super::ledger::Ledger;
use super::resolve::{Destination, resolve};

/// Holds every redirect against the files that the site will have; `made` are those of pages, `all` those beside them as well.
pub(super) fn check(plan: &Plan<'_>, made: &HashSet<&str>, all: &HashSet<&str>, sink: &mut Sink) {
    let mut seen: HashSet<String> = HashSet::new();
    let redirects = &plan.model.site.redirects;
    let moved: HashSet<String> = redirects.iter().map(Redirect::file).collect();
    for (index, redirect) in redirects.iter().enumerate() {
        let mut report = |key: &str, message: Message, help: Message| report(plan, index, key, message, help, sink);
        let from = &redirect.from;
        if !is_path(from) {
            report(
                "from",
                Message::new(format!("`{from}` 不是本站的路径"), format!("`{from}` is no path of the site")),
                Message::new(
                    "写成 /lists/old-name/ 这样，不带网址、`?`、`#` 和 `..`",
                    "write it like /lists/old-name/, without the host, `?`, `#` and `..`",
                ),
            );
        } else if made.contains(&*redirect.file()) {
            report(
                "from",
                Message::new(format!("{from} 还有页面"), format!("there is still a page at {from}")),
                Message::new("删去这一条，或先把页面移走", "take this entry out, or move the page away first"),
            );
        } else if !seen.insert(redirect.file().to_lowercase()) {
            report(
                "from",
                Message::new(format!("{from} 写了两次"), format!("{from} stands twice")),
                Message::new("留下对的一条", "keep the right one"),
            );
        }
        let to = &redirect.to;
        if redirect.is_elsewhere() {
            continue;
        }
        let file = leads_to(plan, redirect).map(|(file, _)| file);
        if file.as_ref().is_some_and(|file| moved.contains(file)) {
            report(
                "to",
                Message::new(format!("{to} 自己也已经移走"), format!("{to} has moved itself")),
                Message::new("写最后的地址", "write where it ends"),
            );
        } else if !file.is_some_and(|file| all.contains(&*file)) {
            report(
                "to",
                Message::new(format!("{to} 没有对应的页面"), format!("{to} leads nowhere")),
                Message::new(
                    "写本站的路径，如 /lists/new-name/，或 https:// 开头的网址",
                    "write a path of the site such as /lists/new-name/, or an address that starts with https://",
                ),
            );
        }
    }
}

/// Holds the place on a page that a redirect names against what the pages declared.
pub(super) fn check_anchors(plan: &Plan<'_>, ledger: &Ledger, sink: &mut Sink) {
    let redirects = plan.model.site.redirects.iter().enumerate().filter(|(_, redirect)| redirect.to.contains('#'));
    let named: Vec<(usize, String, String)> = redirects
        .filter_map(|(index, redirect)| leads_to(plan, redirect).map(|(file, anchor)| (index, file, anchor)))
        .filter(|(.., anchor)| !anchor.is_empty())
        .collect();
    if named.is_empty() {
        return;
    }
    let files: HashSet<&str> = named.iter().map(|(_, file, _)| &**file).collect();
    let languages = plan.model.languages();
    let pages = plan.targets.iter().flat_map(|target| languages.iter().map(|lang| plan.file(*target, *lang)));
    let numbers: HashMap<String, u32> = pages.zip(0..).filter(|(file, _)| files.contains(&**file)).collect();
    // What is no page has no places that are known.
    let (indexes, places): (Vec<usize>, Vec<(u32, String)>) =
        named.into_iter().filter_map(|(index, file, anchor)| Some((index, (*numbers.get(&file)?, anchor)))).unzip();
    for (index, _) in indexes.into_iter().zip(ledger.missing(&places)).filter(|(_, missing)| *missing) {
        let to = &plan.model.site.redirects[index].to;
        let message = Message::new(
            format!("{to} 指向页面上不存在的位置"),
            format!("{to} leads to a place that is not on the page"),
        );
        let help = Message::new(
            "改正 # 之后的部分，或删去它，只写到页面",
            "correct what stands after the #, or take it out and lead to the page",
        );
        report(plan, index, "to", message, help, sink);
    }
}

/// Reports a fault of a value of a redirect.
fn report(plan: &Plan<'_>, index: usize, key: &str, message: Message, help: Message, sink: &mut Sink) {
    let steps = vec![Step::key("redirects"), Step::Index(index as u32), Step::key(key)];
    let place = Place { file: plan.model.origins.site, at: At::Value(steps) };
    sink.push(Diagnostic::error(&BAD_REDIRECT, place, message).help(help));
}

/// The file of the site that a redirect leads to, and the place in it, empty where it names none.
fn leads_to(plan: &Plan<'_>, redirect: &Redirect) -> Option<(String, String)> {
    if !redirect.to.starts_with('/') {
        return None;
    }
    let inner = format!("{}{}", plan.base.path().trim_end_matches('/'), redirect.to);
    match resolve("index.html", &inner, plan.base.path()) {
        Destination::Site(file, anchor) => Some((file, anchor)),
        _ => None,
    }
}

fn is_path(path: &str) -> bool {
    let parts = || path.split('/');
    path.starts_with('/')
        && path.len() > 1
        && !path.contains(['?', '#', '\\', '"', '<', '>', ':', '|', '*'])
        && !path.chars().any(|c| c.is_control() || c.is_whitespace())
        && !path.contains("//")
        && parts().all(|part| !matches!(part, "." | "..") && part.len() <= 200)
        && !parts().nth(1).is_some_and(|first| first.starts_with(".qingdan"))
}
