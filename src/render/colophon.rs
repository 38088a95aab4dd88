//! A page in; who issued what it shows, when, where the original is, and the meta tags of government sites out.

use serde::Serialize;

use crate::model::{Date, ListId, PublisherKind, RecordRef};
use crate::plan::Target;

use super::pen::Pen;
use super::text::TextView;
use super::views::{DateView, LinkView};

/// What is known of the document behind a page.
#[derive(Serialize)]
pub(super) struct Colophon<'a> {
    /// The line of facts of a record of a list.
    facts: Option<Facts<'a>>,
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
    replaced_by: Vec<LinkView<'a>>,
}

/// A published document.
#[derive(Serialize)]
struct Original<'a> {
    title: TextView<'a>,
    url: Option<&'a str>,
}

impl<'a> Pen<'a> {
    /// What is known of the document behind a page.
    pub fn colophon(&self, target: Target) -> Colophon<'a> {
        let list = list_of(target);
        let documents = list.map(|l| self.list(l)).into_iter().flat_map(|list| &list.sources);
        let official = self.model().site.publisher.kind == PublisherKind::Official;
        Colophon {
            facts: target.record().map(|record| self.facts(record)),
            originals: documents
                .map(|document| Original { title: self.text(&document.title), url: document.url.as_deref() })
                .collect(),
            lists: self.href(Target::Lists, ""),
            meta: if official { self.meta(target, list) } else { Vec::new() },
        }
    }

    fn facts(&self, record: RecordRef) -> Facts<'a> {
        let list = self.list(record.list);
        let newer = &self.shared.superseded_by[record.list];
        Facts {
            agency: self.link(Target::List(record.list)),
            published: list.published.map(|date| self.date(date)),
            number: self.number(record),
            valid_from: list.valid_from.map(|date| self.date(date)),
            replaced_by: newer.iter().map(|newer| self.list_title(*newer)).collect(),
        }
    }

    /// The tags of 国办发〔2017〕47号: of the site on every page, then those of a column or of an article. `Description` is
    /// the `description` that every page has; `Image` is left out, for no page has a photograph.
    fn meta(&self, target: Target, list: Option<ListId>) -> Vec<(&'static str, String)> {
        let site = &self.model().site;
        let Some(official) = &site.official else { return Vec::new() };
        let name = official.site_name.as_ref().unwrap_or(&site.title);
        let mut tags = vec![
            ("SiteName", self.bare(name).to_owned()),
            ("SiteDomain", official.domain.clone()),
            ("SiteIDCode", official.id_code.clone()),
        ];
        if is_article(target) {
            self.article(target, list, &mut tags);
        } else if !matches!(target, Target::Home | Target::NotFound) {
            self.column(target, list, &mut tags);
        }
        tags
    }

    fn column(&self, target: Target, list: Option<ListId>, tags: &mut Vec<(&'static str, String)>) {
        let title = self.name(target).text.into_owned();
        let kind = self.say("official", "column_type");
        let keywords = [title.as_str(), self.issuer(list), kind].join(",");
        tags.push(("ColumnName", title));
        tags.push(("ColumnDescription", self.description(target)));
        tags.push(("ColumnKeywords", keywords));
        tags.push(("ColumnType", kind.to_owned()));
    }

    fn article(&self, target: Target, list: Option<ListId>, tags: &mut Vec<(&'static str, String)>) {
        tags.push(("ArticleTitle", self.name(target).text.into_owned()));
        if let Some(date) = self.publication(target, list) {
            // The hour is never known, and the form wants one: that of the beginning of the day.
            tags.push(("PubDate", format!("{date} 00:00")));
        }
        tags.push(("ContentSource", self.issuer(list).to_owned()));
        let topics = self.topic_names(target);
        if !topics.is_empty() {
            tags.push(("Keywords", topics.join(",")));
        }
        if let Some(list) = list {
            tags.push(("Author", self.bare(&self.list(list).agency).to_owned()));
        }
        if self.shared.plan.base.is_known() {
            tags.push(("Url", self.shared.plan.url(target, self.lang)));
        }
    }

    /// Who issued what a page shows: the agency of the list, else the publisher of the site.
    fn issuer(&self, list: Option<ListId>) -> &'a str {
        let site = &self.model().site.publisher.name;
        self.bare(list.map_or(site, |l| &self.list(l).agency))
    }

    /// The day what a page shows was published, where that is known to the day: the list's, or the day on which the
    /// state of a law was set down. The law's own dates are about the law, not about its page.
    fn publication(&self, target: Target, list: Option<ListId>) -> Option<Date> {
        let date = match target {
            Target::Law(law) => self.model()[law].as_of,
            _ => self.list(list?).published,
        };
        date.filter(|date| date.day.is_some())
    }

    fn topic_names(&self, target: Target) -> Vec<&'a str> {
        let Some(record) = target.record() else { return Vec::new() };
        let slugs = record.topics(self.model());
        let topics = slugs.iter().filter_map(|slug| self.shared.graph.topic(slug));
        topics.map(|topic| self.bare(&self.model()[topic].name)).collect()
    }
}

/// The list that a page shows something of.
fn list_of(target: Target) -> Option<ListId> {
    match target {
        Target::List(l) | Target::Offices(l) | Target::Mechanism(l) | Target::Dossier(l) | Target::ListChanges(l) => {
            Some(l)
        }
        _ => target.record().map(|record| record.list),
    }
}

/// Whether a page is an article; the others are columns, which lead to articles.
fn is_article(target: Target) -> bool {
    let alone = matches!(
        target,
        Target::Offices(_) | Target::Mechanism(_) | Target::Dossier(_) | Target::Law(_) | Target::Free(_)
    );
    alone || target.record().is_some()
}
