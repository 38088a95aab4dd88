//! Something that a record points to, or that points to it: id, kind, name and address.

use schemars::JsonSchema;
use serde::Serialize;

use crate::dataset::{Context, Subject};
use crate::link::Citation;
use crate::model::{AgencyId, Articles, DepartmentId, LawId, ListId, OfficeId, RecordRef, RegionId, Text, TopicId};

/// Something named in another record's data.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Mention")]
pub struct Reference<'m> {
    id: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'m Text>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    articles: &'m [Articles],
    #[serde(skip_serializing_if = "Option::is_none")]
    as_printed: Option<&'m str>,
    /// The record that names it, where that is not the one the file is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    url: String,
}

impl<'m> Reference<'m> {
    fn new(context: Context<'m>, id: &str, kind: &'static str, name: &'m Text, subject: Subject) -> Reference<'m> {
        let url = address(context, subject, "");
        Reference { id: id.to_owned(), kind, name: Some(name), articles: &[], as_printed: None, by: None, url }
    }

    /// A region.
    pub fn region(context: Context<'m>, id: RegionId) -> Reference<'m> {
        let region = &context.graph.model[id];
        Reference::new(context, &region.slug, "region", &region.name, Subject::Region(id))
    }

    /// A list.
    pub fn list(context: Context<'m>, id: ListId) -> Reference<'m> {
        let list = &context.graph.model[id];
        Reference::new(context, &list.id, "list", &list.title, Subject::List(id))
    }

    /// A law.
    pub fn law(context: Context<'m>, id: LawId) -> Reference<'m> {
        let law = &context.graph.model[id];
        Reference::new(context, &law.id, "law", &law.title, Subject::Law(id))
    }

    /// A topic.
    pub fn topic(context: Context<'m>, id: TopicId) -> Reference<'m> {
        let topic = &context.graph.model[id];
        Reference::new(context, &topic.slug, "topic", &topic.name, Subject::Topic(id))
    }

    /// A kind of department.
    pub fn department(context: Context<'m>, id: DepartmentId) -> Reference<'m> {
        let department = &context.graph.model[id];
        Reference::new(context, &department.slug, "department", &department.name, Subject::Department(id))
    }

    /// A body or hotline.
    pub fn agency(context: Context<'m>, id: AgencyId) -> Reference<'m> {
        let agency = &context.graph.model[id];
        Reference::new(context, &agency.id, "agency", &agency.name, Subject::Agency(id))
    }

    /// An office of a list.
    pub fn office(context: Context<'m>, list: ListId, office: OfficeId) -> Reference<'m> {
        let of = &context.graph.model[list];
        let office = &of[office];
        let id = format!("{}/offices/{}", of.id, office.slug);
        let url = address(context, Subject::Offices(list), &office.slug);
        Reference { url, ..Reference::new(context, &id, "office", &office.name, Subject::Offices(list)) }
    }

    /// A record of a list.
    pub fn record(context: Context<'m>, record: RecordRef) -> Reference<'m> {
        let model = context.graph.model;
        Reference {
            id: record.uid(model),
            kind: record.part.kind(),
            name: record.name(model),
            articles: &[],
            as_printed: None,
            by: None,
            url: address(context, Subject::Record(record), &record.anchor(model)),
        }
    }

    /// The law that a citation names, and by which record.
    pub fn cited(context: Context<'m>, citation: &Citation<'m>) -> Reference<'m> {
        Reference::law(context, citation.law).by(citation.record.uid(context.graph.model)).citing(citation)
    }

    /// The record that cites a law.
    pub fn citing_record(context: Context<'m>, citation: &Citation<'m>) -> Reference<'m> {
        Reference::record(context, citation.record).citing(citation)
    }

    /// Says which record names it.
    pub fn by(mut self, record: String) -> Reference<'m> {
        self.by = Some(record);
        self
    }

    fn citing(mut self, citation: &Citation<'m>) -> Reference<'m> {
        self.articles = &citation.basis.articles;
        self.as_printed = citation.basis.as_printed.as_deref();
        self
    }
}

/// The address of a place in the first language of the site.
fn address(context: Context<'_>, subject: Subject, anchor: &str) -> String {
    let lang = context.graph.model.languages().first();
    lang.map_or_else(String::new, |lang| context.urls.url(subject, anchor, *lang))
}
