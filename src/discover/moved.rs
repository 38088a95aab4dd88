//! Addresses that lead on in: those that the site file names and those that the plan found; for each a page out that any host can
//! serve, and maps for servers that redirect themselves.

use crate::model::Redirect;
use crate::plan::Plan;

use super::escape::escaped;
use super::file::File;
use super::lead_page::lead_page;
use super::maps::{Hop, maps};

/// A page at every old address and the maps; nothing where nothing has moved.
pub(super) fn files(plan: &Plan<'_>) -> Vec<File> {
    let redirects = &plan.model.site.redirects;
    if redirects.is_empty() && plan.leads.is_empty() {
        return Vec::new();
    }
    let base = plan.base.path().trim_end_matches('/');
    let mut hops = Vec::with_capacity(redirects.len() + plan.leads.len());
    let mut files = Vec::with_capacity(redirects.len() + 3);
    for redirect in redirects {
        let to = if redirect.is_elsewhere() { redirect.to.clone() } else { format!("{base}{}", redirect.to) };
        hops.push(Hop { from: format!("{base}{}", redirect.from), to });
        files.push((redirect.file(), page(plan, redirect).into_bytes()));
    }
    for lead in &plan.leads {
        for lang in plan.model.languages() {
            let from = format!("{}{}", plan.prefix(*lang), lead.from);
            let file = format!("{from}index.html");
            if redirects.iter().any(|redirect| redirect.file() == file) {
                continue;
            }
            let elsewhere = lead.to.starts_with("https://") || lead.to.starts_with("http://");
            let anchor = if lead.anchor.is_empty() { String::new() } else { format!("#{}", lead.anchor) };
            let to = match elsewhere {
                true => lead.to.clone(),
                false => format!("{base}/{}{}{anchor}", plan.prefix(*lang), lead.to),
            };
            hops.push(Hop { from: format!("{base}/{from}"), to });
            files.push((file, lead_page(plan, lead, *lang).into_bytes()));
        }
    }
    files.extend(maps(&hops));
    files
}

/// A page that leads on by itself, and by a link where it does not. Its words are the new address: it has no language.
fn page(plan: &Plan<'_>, redirect: &Redirect) -> String {
    let to = address(plan, redirect);
    let shown = if redirect.is_elsewhere() {
        redirect.to.clone()
    } else {
        plan.base.absolute(redirect.to.trim_start_matches('/'))
    };
    let canonical = if redirect.is_elsewhere() || plan.base.is_known() {
        format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&shown))
    } else {
        String::new()
    };
    let lang = plan.model.languages().first().map_or("zh", |lang| lang.as_str());
    let (to, shown) = (escaped(&to), escaped(&shown));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>→ {shown}</title>\n<meta name=\"robots\" \
         content=\"noindex\">\n{canonical}<meta http-equiv=\"refresh\" content=\"0; url={to}\">\n</head>\n<body>\n\
         <main><h1>→</h1><p><a href=\"{to}\">{shown}</a></p></main>\n</body>\n</html>\n"
    )
}

/// The new address as seen from the old one.
fn address(plan: &Plan<'_>, redirect: &Redirect) -> String {
    if redirect.is_elsewhere() {
        return redirect.to.clone();
    }
    let up = "../".repeat(redirect.file().matches('/').count());
    let (path, anchor) = redirect.to.split_once('#').unwrap_or((&redirect.to, ""));
    let path = path.trim_start_matches('/');
    // A site that may live anywhere names the file, so that it works from a disk.
    let name = if !plan.base.is_known() && (path.is_empty() || path.ends_with('/')) { "index.html" } else { "" };
    let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
    let link = format!("{up}{path}{name}{anchor}");
    if link.is_empty() { "./".to_owned() } else { link }
}
