//! A page with a feed in; the feed (Atom, RFC 4287) out: what changed from edition to edition, and what became of laws that lists
//! rest on, the latest first.

use crate::model::{After, Date, EditionId, ListId};
use crate::plan::{LawNews, News, Target};

use super::atoms::law_event_words;
use super::page::Page;
use super::text::escape;
use super::views::tally;

/// Records or lists that an entry names, at most.
const NAMED: usize = 20;

/// The feed beside a page.
pub(super) fn feed(page: &Page<'_>, news: &[News]) -> Vec<u8> {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(&format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n", page.lang));
    let plan = page.shared.plan;
    let site = page.bare(&page.model().site.title);
    let about = match page.target {
        Target::News(_) | Target::Changes => site.to_owned(),
        Target::Editions(list) | Target::ListChanges(list) => page.bare(&page.list(list).title).to_owned(),
        target => format!("{} – {site}", plan.subject(target).map_or("", |name| page.bare(name))),
    };
    element(&mut out, "title", &format!("{} – {about}", page.t("page", "news")));
    element(&mut out, "id", &name(page, page.target, "feed"));
    link(&mut out, "alternate", PAGE, &address(page, page.target, ""));
    if let Some(own) = plan.feed(page.target, page.lang) {
        link(&mut out, "self", ATOM, &if plan.base.is_known() { plan.base.absolute(&own) } else { page.file(&own) });
    }
    let latest = news.iter().filter_map(|news| news.date(page.shared.graph)).max();
    element(&mut out, "updated", &moment(latest));
    out.push_str("<author>");
    element(&mut out, "name", page.bare(&page.model().site.publisher.name));
    out.push_str("</author>\n");
    for entry in news {
        let day = moment(entry.date(page.shared.graph));
        match entry {
            News::Edition(edition) => of_edition(page, *edition, &day, &mut out),
            News::Law(law) => of_law(page, law, &day, &mut out),
        }
    }
    out.push_str("</feed>\n");
    out.into_bytes()
}

/// What is said of an entry whatever it tells of; its name is the same in every feed that has it.
fn entry(page: &Page<'_>, [title, summary]: [&str; 2], (target, anchor): (Target, &str), day: &str, out: &mut String) {
    let behind = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
    out.push_str("<entry>\n");
    element(out, "title", title);
    element(out, "id", &name(page, target, &behind));
    link(out, "alternate", PAGE, &address(page, target, anchor));
    element(out, "published", day);
    element(out, "updated", day);
    element(out, "summary", summary);
    out.push_str("</entry>\n");
}

/// An edition whose place another took.
fn of_edition(page: &Page<'_>, edition: EditionId, day: &str, out: &mut String) {
    let graph = page.shared.graph;
    let list = graph.model.editions.series(edition);
    let step = &graph.history.steps[edition];
    let named = step.changes.iter().filter(|change| change.page == change.record).take(NAMED).map(|change| {
        let own = page.model().languages().iter().position(|lang| *lang == page.lang).unwrap_or_default();
        let forms = change.name.told();
        let name = forms.get(own).filter(|name| !name.is_empty()).or_else(|| forms.first());
        let values = [page.t("happening", change.what.as_str()), name.map_or("", String::as_str)];
        values.join(page.t("text", "colon"))
    });
    let named: Vec<String> = named.collect();
    let summary = if named.is_empty() { tally(page, step) } else { named.join("\n") };
    let title = format!("{} – {}", page.bare(&page.list(list).title), tally(page, step));
    entry(page, [&title, &summary], (Target::EditionChanges(list, edition, 0), ""), day, out);
}

/// What happened to a law, and the lists that rest on it.
fn of_law(page: &Page<'_>, LawNews { law: id, event, lists }: &LawNews, day: &str, out: &mut String) {
    let law = &page.model()[*id];
    let Some(happened) = law.amendments.get(*event) else { return };
    let words = law_event_words(page, happened);
    let title = [page.bare(law.short()), &words].join(page.t("text", "colon"));
    let named = |list: &ListId| {
        let unsure = happened.after(page.list(*list).date()) == After::Unknown;
        let mark = if unsure { page.t("since", "unsure") } else { "" };
        format!("{}{mark}", page.bare(&page.list(*list).title))
    };
    let all = page.count("lists", lists.len());
    let named: Vec<String> = lists.iter().take(NAMED).map(named).collect();
    let key = if lists.len() > NAMED { "cited_in_many" } else { "cited_in" };
    let values = [("lists", &*named.join(page.t("text", "list"))), ("count", &all)];
    let summary = page.strings().fill("editions", key, &values);
    entry(page, [&title, &summary], (Target::Law(*id), &law.event_anchor(*event)), day, out);
}

/// The address of a page: absolute where the site knows where it lives, else as seen from the feed, which lies beside its page.
fn address(page: &Page<'_>, target: Target, anchor: &str) -> String {
    let plan = page.shared.plan;
    match plan.base.is_known() {
        true if anchor.is_empty() => plan.url(target, page.lang),
        true => format!("{}#{anchor}", plan.url(target, page.lang)),
        false => page.href(target, anchor),
    }
}

/// What stays the same as long as the thing is the same: its address, or where the site may live anywhere a name of it.
fn name(page: &Page<'_>, target: Target, of: &str) -> String {
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

const PAGE: &str = "text/html";

const ATOM: &str = "application/atom+xml";

fn link(out: &mut String, rel: &str, kind: &str, href: &str) {
    out.push_str(&format!("<link rel=\"{rel}\" type=\"{kind}\" href=\""));
    escape(href, out);
    out.push_str("\"/>\n");
}
