//! Addresses that have moved in, for each a page that leads on and a line for hosts that redirect themselves, out.

use std::fmt::Write;

use crate::model::Redirect;
use crate::plan::Plan;

use super::file::File;

/// What hosts such as Netlify, Cloudflare Pages and GitLab Pages read: the old address, the new one, the status.
const LINES: &str = "_redirects";

/// A page at every old address, which any host can serve, and the lines; nothing where nothing has moved.
pub(super) fn files(plan: &Plan<'_>) -> Vec<File> {
    let redirects = &plan.model.site.redirects;
    if redirects.is_empty() {
        return Vec::new();
    }
    let mut lines = String::new();
    let mut files = Vec::with_capacity(redirects.len() + 1);
    for redirect in redirects {
        let base = plan.base.path().trim_end_matches('/');
        let to = if redirect.is_elsewhere() { redirect.to.clone() } else { format!("{base}{}", redirect.to) };
        // The lines know no blank inside an address.
        if !redirect.from.contains(char::is_whitespace) && !to.contains(char::is_whitespace) {
            let _ = writeln!(lines, "{base}{} {to} 301", redirect.from);
        }
        files.push((redirect.file(), page(plan, redirect).into_bytes()));
    }
    files.push((LINES.to_owned(), lines.into_bytes()));
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

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
