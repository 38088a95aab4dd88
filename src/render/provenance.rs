//! A page in; who issued what it shows, when, where the original is, and the meta tags of government sites out.

use serde::Serialize;

use crate::model::{Date, List, ListId, PublisherKind, RecordRef};
use crate::plan::{Tags, Target};

use super::atoms::{DateView, LinkView, record_number};
use super::description::description;
use super::evidence::{Evidence, evidence};
use super::names::page_name;
use super::page::Page;
use super::text::TextView;

/// What is known of the document behind a page.
#[derive(Serialize)]
pub(super) struct Provenance<'a> {
    /// The line of facts of a record of a list.
    facts: Option<Facts<'a>>,
    /// How to cite the record of the page, and where to report an error in it.
    evidence: Option<Evidence>,
    /// The documents that the page was taken from; empty for a page of no one list.
    originals: Vec<Original<'a>>,
    /// All lists, where the originals of each are named.
    lists: String,
    /// Names and contents of the meta tags of a government site.
    meta: Vec<(&'static str, String)>,
}

/// Publisher, dates, number and validity of a record.
#[derive(Serialize)]
struct Facts<'a> {
    agency: LinkView<'a>,
    published: Option<DateView>,
    number: Option<TextView<'a>>,
    valid_from: Option<DateView>,
    valid_until: Option<DateView>,
    /// Whether it holds, where the list says so.
    status: Option<&'a str>,
    replaced_by: Vec<LinkView<'a>>,
    /// Headings of facts that the data lack.
    missing: Vec<&'a str>,
}

/// A published document.
#[derive(Serialize)]
struct Original<'a> {
    title: TextView<'a>,
    url: Option<&'a str>,
    /// Name of its file.
    file: Option<&'a str>,
}

/// What is known of the document behind a page.
pub fn provenance<'a>(page: &Page<'a>, target: Target) -> Provenance<'a> {
    let list = target.list();
    let documents = shown(page, target).into_iter().flat_map(|list| &list.sources);
    let official = page.model().site.publisher.kind == PublisherKind::Official;
    Provenance {
        facts: target.record().map(|record| facts(page, record)),
        evidence: evidence(page, target),
        originals: documents
            .map(|document| Original {
                title: page.text(&document.title),
                url: document.url.as_deref(),
                file: document.file.as_deref(),
            })
            .collect(),
        lists: page.href(Target::Lists, ""),
        meta: if official { meta_tags(page, target, list) } else { Vec::new() },
    }
}

/// The list that a page shows something of, in the edition that it shows.
fn shown<'a>(page: &Page<'a>, target: Target) -> Option<&'a List> {
    let model = page.model();
    match target {
        Target::Edition(_, edition, _) => model.editions.list(edition),
        Target::Gone(list, at) => model.editions.list(page.shared.graph.history.gone[list][at as usize].last),
        _ => target.list().map(|list| page.list(list)),
    }
}

fn facts<'a>(page: &Page<'a>, record: RecordRef) -> Facts<'a> {
    let list = page.list(record.list);
    let newer = &page.shared.superseded_by[record.list];
    let number = record_number(page, record);
    let valid = list.status.is_some() || !newer.is_empty() || list.valid_from.is_some() || list.valid_until.is_some();
    let missing = [
        (page.t("list", "published"), list.published.is_none()),
        (page.t("list", "number"), number.is_none()),
        (page.t("facts", "validity"), !valid),
    ];
    Facts {
        missing: missing.into_iter().filter(|(_, lacks)| *lacks).map(|(name, _)| name).collect(),
        agency: LinkView::to(page, Target::List(record.list)),
        published: list.published.map(|date| DateView::new(page, date)),
        number,
        valid_from: list.valid_from.map(|date| DateView::new(page, date)),
        valid_until: list.valid_until.map(|date| DateView::new(page, date)),
        status: list.status.map(|status| page.t("list_status", status.as_str())),
        replaced_by: newer.iter().map(|newer| LinkView::list(page, *newer)).collect(),
    }
}

/// The tags of 国办发〔2017〕47号: of the site on every page, then those of a column or of an article. `Description` is
/// the `description` that every page has; `Image` is left out, for no page has a photograph.
fn meta_tags(page: &Page<'_>, target: Target, list: Option<ListId>) -> Vec<(&'static str, String)> {
    let site = &page.model().site;
    let Some(official) = &site.official else { return Vec::new() };
    let name = official.site_name.as_ref().unwrap_or(&site.title);
    let mut tags = vec![
        ("SiteName", page.bare(name).to_owned()),
        ("SiteDomain", official.domain.clone()),
        ("SiteIDCode", official.id_code.clone()),
    ];
    match target.kind().tags {
        Tags::Site => {}
        Tags::Column => column_tags(page, target, list, &mut tags),
        Tags::Article => article_tags(page, target, list, &mut tags),
    }
    tags
}

fn column_tags(page: &Page<'_>, target: Target, list: Option<ListId>, tags: &mut Vec<(&'static str, String)>) {
    let title = page_name(page, target).text.into_owned();
    let kind = page.t("official", "column_type");
    let keywords = [title.as_str(), issuer(page, list), kind].join(",");
    tags.push(("ColumnName", title));
    tags.push(("ColumnDescription", description(page, target)));
    tags.push(("ColumnKeywords", keywords));
    tags.push(("ColumnType", kind.to_owned()));
}

fn article_tags(page: &Page<'_>, target: Target, list: Option<ListId>, tags: &mut Vec<(&'static str, String)>) {
    tags.push(("ArticleTitle", page_name(page, target).text.into_owned()));
    if let Some(date) = publication(page, target, list) {
        // The hour is never known, and the form wants one: that of the beginning of the day.
        tags.push(("PubDate", format!("{date} 00:00")));
    }
    tags.push(("ContentSource", issuer(page, list).to_owned()));
    let topics = topic_names(page, target);
    if !topics.is_empty() {
        tags.push(("Keywords", topics.join(",")));
    }
    if let Some(list) = list {
        tags.push(("Author", page.bare(&page.list(list).agency).to_owned()));
    }
    if page.shared.plan.base.is_known() {
        tags.push(("Url", page.shared.plan.url(target, page.lang)));
    }
}

/// Who issued what a page shows: the agency of the list, else the publisher of the site.
fn issuer<'a>(page: &Page<'a>, list: Option<ListId>) -> &'a str {
    let site = &page.model().site.publisher.name;
    page.bare(list.map_or(site, |l| &page.list(l).agency))
}

/// The day what a page shows was published, where that is known to the day: the list's, or the day on which the
/// state of a law was set down. The law's own dates are about the law, not about its page.
fn publication(page: &Page<'_>, target: Target, list: Option<ListId>) -> Option<Date> {
    let date = match target {
        Target::Law(law) => page.model()[law].as_of,
        Target::Edition(..) => shown(page, target)?.published,
        _ => page.list(list?).published,
    };
    date.filter(|date| date.day.is_some())
}

fn topic_names<'a>(page: &Page<'a>, target: Target) -> Vec<&'a str> {
    let Some(record) = target.record() else { return Vec::new() };
    let slugs = record.topics(page.model());
    let topics = slugs.iter().filter_map(|slug| page.shared.graph.topic(slug));
    topics.map(|topic| page.bare(&page.model()[topic].name)).collect()
}
