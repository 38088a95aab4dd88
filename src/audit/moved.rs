//! The addresses that have moved and those that the site will have in; a fault for each that does not fit out.

use std::collections::HashSet;

use crate::diag::{At, Diagnostic, Message, Place, Sink, Step};
use crate::model::Redirect;
use crate::plan::Plan;

use super::codes::BAD_REDIRECT;
use super::resolve::{Destination, resolve};

/// Holds every redirect against the files that the site will have; `made` are those of pages, `all` those beside them as well.
pub(super) fn check(plan: &Plan<'_>, made: &HashSet<&str>, all: &HashSet<&str>, sink: &mut Sink) {
    let mut seen: HashSet<String> = HashSet::new();
    let redirects = &plan.model.site.redirects;
    let moved: HashSet<String> = redirects.iter().map(Redirect::file).collect();
    for (index, redirect) in redirects.iter().enumerate() {
        let mut report = |key: &str, message: Message, help: Message| {
            let steps = vec![Step::key("redirects"), Step::Index(index as u32), Step::key(key)];
            let place = Place { file: plan.model.origins.site, at: At::Value(steps) };
            sink.push(Diagnostic::error(&BAD_REDIRECT, place, message).help(help));
        };
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
        let inner = format!("{}{}", plan.base.path().trim_end_matches('/'), to);
        let file = match resolve("index.html", &inner, plan.base.path()) {
            Destination::Site(file, _) if to.starts_with('/') => Some(file),
            _ => None,
        };
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
