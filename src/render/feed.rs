//! A page with a feed in; the feed (Atom, RFC 4287) out: what changed, edition by edition, the latest first.

use crate::model::{Date, EditionId};
use crate::plan::Target;

use super::page::Page;
use super::text::escape;
use super::views::tally;

/// The feed beside a page.
pub(super) fn feed(page: &Page<'_>, editions: &[EditionId]) -> Vec<u8> {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(&format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n", page.lang));
    let plan = page.shared.plan;
    let site = page.bare(&page.model().site.title);
    let about = match page.target {
        Target::News(_) => site.to_owned(),
        Target::Editions(list) => page.bare(&page.list(list).title).to_owned(),
        target => format!("{} – {site}", plan.subject(target).map_or("", |name| page.bare(name))),
    };
    element(&mut out, "title", &format!("{} – {about}", page.t("page", "news")));
    element(&mut out, "id", &address(page, page.target, "feed"));
    link(&mut out, "alternate", &page.href(page.target, ""));
    if let Some(own) = plan.feed(page.target, page.lang) {
        link(&mut out, "self", &if plan.base.is_known() { plan.base.absolute(&own) } else { page.file(&own) });
    }
    let latest = editions.iter().filter_map(|edition| page.shared.graph.replaced_on(*edition)).max();
    element(&mut out, "updated", &moment(latest));
    out.push_str("<author>");
    element(&mut out, "name", page.bare(&page.model().site.publisher.name));
    out.push_str("</author>\n");
    editions.iter().for_each(|edition| entry(page, *edition, &mut out));
    out.push_str("</feed>\n");
    out.into_bytes()
}

fn entry(page: &Page<'_>, edition: EditionId, out: &mut String) {
    let graph = page.shared.graph;
    let list = graph.model.editions.series(edition);
    let changes = Target::EditionChanges(list, edition, 0);
    let step = &graph.history.steps[edition];
    out.push_str("<entry>\n");
    element(out, "title", &format!("{} – {}", page.bare(&page.list(list).title), tally(page, step)));
    element(out, "id", &address(page, changes, ""));
    let plan = page.shared.plan;
    link(out, "alternate", &if plan.base.is_known() { plan.url(changes, page.lang) } else { page.href(changes, "") });
    element(out, "updated", &moment(graph.replaced_on(edition)));
    let named = step.changes.iter().filter(|change| change.page == change.record).take(NAMED).map(|change| {
        let own = page.model().languages().iter().position(|lang| *lang == page.lang).unwrap_or_default();
        let forms = change.name.told();
        let name = forms.get(own).filter(|name| !name.is_empty()).or_else(|| forms.first());
        let values = [page.t("happening", change.what.as_str()), name.map_or("", String::as_str)];
        values.join(page.t("text", "colon"))
    });
    let named: Vec<String> = named.collect();
    element(out, "summary", &if named.is_empty() { tally(page, step) } else { named.join("\n") });
    out.push_str("</entry>\n");
}

/// Records that an entry names, at most.
const NAMED: usize = 20;

/// What stays the same as long as the thing is the same: its address, or where the site may live anywhere a name of it.
fn address(page: &Page<'_>, target: Target, of: &str) -> String {
    let plan = page.shared.plan;
    let path = format!("{}{of}", plan.path_in(target, page.lang));
    if plan.base.is_known() { plan.base.absolute(&path) } else { format!("urn:qingdan:{}:{path}", page.lang) }
}

/// A date as a moment: the first of the days that it may be. What has no date is given the earliest that there is.
fn moment(date: Option<Date>) -> String {
    let Some(date) = date else { return "1949-10-01T00:00:00Z".to_owned() };
    format!("{:04}-{:02}-{:02}T00:00:00Z", date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

fn element(out: &mut String, name: &str, text: &str) {
    out.push_str(&format!("<{name}>"));
    escape(text, out);
    out.push_str(&format!("</{name}>\n"));
}

fn link(out: &mut String, rel: &str, href: &str) {
    out.push_str(&format!("<link rel=\"{rel}\" href=\""));
    escape(href, out);
    out.push_str("\"/>\n");
}
