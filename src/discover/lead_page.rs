//! An address that leads on in; its page in one language out: a link, and where it leads to one page alone a browser goes there
//! by itself. It needs no script and no style, so it works from any host and from a disk.

use std::fmt::Write;

use crate::model::Lang;
use crate::plan::{Lead, Plan, way};

use super::escape::escaped;

/// The page at an old address.
pub(super) fn lead_page(plan: &Plan<'_>, lead: &Lead, lang: Lang) -> String {
    let chinese = lang.as_str().starts_with("zh");
    let word = |zh: &'static str, en: &'static str| if chinese { zh } else { en };
    let elsewhere = lead.to.starts_with("https://") || lead.to.starts_with("http://");
    let href = if elsewhere { lead.to.clone() } else { link(plan, lead, lang, &lead.to, &lead.anchor) };
    let shown =
        if elsewhere { lead.to.clone() } else { plan.base.absolute(&format!("{}{}", plan.prefix(lang), lead.to)) };
    let canonical = match elsewhere || plan.base.is_known() {
        true => format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&shown)),
        false => String::new(),
    };
    let offices = offices(plan, lead, lang);
    // Whoever came for one of several offices has to see which of the links is meant.
    let refresh = match offices.is_empty() {
        true => format!("<meta http-equiv=\"refresh\" content=\"0; url={}\">\n", escaped(&href)),
        false => String::new(),
    };
    let (title, moved) = (word("网址已变动", "This address has changed"), word("现在的网址：", "It is now: "));
    let (href, shown) = (escaped(&href), escaped(&shown));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<meta name=\"robots\" \
         content=\"noindex\">\n{canonical}{refresh}</head>\n<body>\n<main><h1>{title}</h1>\n<p>{moved}<a \
         href=\"{href}\">{shown}</a></p>\n{offices}</main>\n</body>\n</html>\n"
    )
}

/// A link to a page of the site as seen from the old address.
fn link(plan: &Plan<'_>, lead: &Lead, lang: Lang, to: &str, anchor: &str) -> String {
    let prefix = plan.prefix(lang);
    // A site that may live anywhere names the file, so that it works from a disk.
    let index = !plan.base.is_known() && (to.is_empty() || to.ends_with('/'));
    let file = format!("{prefix}{to}{}", if index { "index.html" } else { "" });
    let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
    format!("{}{anchor}", way(&format!("{prefix}{}", lead.from), &file))
}

/// Of the page of the offices of a list that is gone, a line for each of them with its own place: addresses name these.
fn offices(plan: &Plan<'_>, lead: &Lead, lang: Lang) -> String {
    let mut lines = String::new();
    if !lead.from.ends_with("/offices/") {
        return lines;
    }
    let all = plan.former.all();
    let start = all.partition_point(|old| *old.key < *lead.from);
    for old in all[start..].iter().take_while(|old| old.key.starts_with(&lead.from)) {
        let slug = escaped(&old.key[lead.from.len()..]);
        let links = old.successors.iter().filter_map(|(_, owner)| {
            let (target, anchor) = plan.page_of(*owner)?;
            let href = link(plan, lead, lang, &plan.path(target), &anchor);
            Some(format!("<a href=\"{}\">{}</a>", escaped(&href), escaped(&anchor)))
        });
        let links: Vec<String> = links.collect();
        let _ = writeln!(
            lines,
            "<li id=\"{slug}\">{slug} → {}</li>",
            if links.is_empty() { "—".to_owned() } else { links.join(" ") }
        );
    }
    if lines.is_empty() { lines } else { format!("<ul>\n{lines}</ul>\n") }
}
