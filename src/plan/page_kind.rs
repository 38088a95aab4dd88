//! What pages of a kind have in common, told once: address, place among the others, name, data, what programs are told.
//!
//! A kind is a variant of [`Target`] and an entry in [`Target::kind`]. A kind of which there are several pages says in
//! `naming.rs` which ids stand in its address, and which text names what a page is about.

use std::iter::successors;

use crate::model::ListId;

use super::kind::{INDEX, OF_LIST, PAGE, PageKind, Parent, Tags};
use super::target::Target;

impl Target {
    /// What the page has in common with others of its kind.
    pub fn kind(self) -> PageKind {
        match self {
            Target::Home => PageKind {
                name: "home",
                parent: Parent::None,
                word: Some("home"),
                tags: Tags::Site,
                schema_type: "WebSite",
                linked: false,
                ..PAGE
            },
            Target::Regions => PageKind { name: "regions", address: "regions/", word: Some("regions"), ..INDEX },
            Target::Region(_) => PageKind {
                name: "region",
                address: "regions/{region}/",
                parent: Parent::Page(Target::Regions),
                has_data: true,
                schema_type: "CollectionPage",
                ..PAGE
            },
            Target::Below(..) => PageKind {
                name: "below",
                address: "regions/{region}/{page}/",
                parent: Parent::Region,
                schema_type: "CollectionPage",
                ..PAGE
            },
            Target::Lists => PageKind { name: "lists", address: "lists/", word: Some("lists"), ..INDEX },
            Target::List(_) => PageKind {
                name: "list",
                address: "lists/{list}/",
                parent: Parent::Page(Target::Lists),
                has_data: true,
                waits: true,
                ..PAGE
            },
            Target::Items(..) => PageKind {
                name: "items",
                address: "lists/{list}/sections/{section}/",
                has_data: false,
                tags: Tags::Column,
                schema_type: "CollectionPage",
                ..OF_LIST
            },
            Target::Item(..) => PageKind { name: "item", address: "lists/{list}/items/{item}/", ..OF_LIST },
            Target::Common(_) => PageKind {
                name: "common",
                address: "lists/{list}/common/",
                word: Some("common"),
                has_data: false,
                ..OF_LIST
            },
            Target::Handovers(_) => PageKind {
                name: "handovers",
                address: "lists/{list}/handovers/",
                word: Some("handovers"),
                has_data: false,
                tags: Tags::Column,
                ..OF_LIST
            },
            Target::PowerTypes => PageKind {
                name: "types",
                address: "types/",
                parent: Parent::Page(Target::Lists),
                word: Some("types"),
                schema_type: "CollectionPage",
                ..PAGE
            },
            Target::PowerType(_) => PageKind {
                name: "type",
                address: "types/{type}/",
                parent: Parent::Page(Target::PowerTypes),
                schema_type: "CollectionPage",
                ..PAGE
            },
            Target::Code(_) => PageKind {
                name: "code",
                address: "codes/{code}/",
                parent: Parent::Page(Target::Lists),
                schema_type: "CollectionPage",
                ..PAGE
            },
            Target::Duty(..) => PageKind { name: "duty", address: "lists/{list}/duties/{duty}/", ..OF_LIST },
            Target::Matter(..) => PageKind { name: "matter", address: "lists/{list}/boundaries/{matter}/", ..OF_LIST },
            Target::Service(..) => PageKind { name: "service", address: "lists/{list}/services/{service}/", ..OF_LIST },
            Target::Regime(..) => PageKind { name: "regime", address: "lists/{list}/regimes/{regime}/", ..OF_LIST },
            Target::Offices(_) => {
                PageKind { name: "offices", address: "lists/{list}/offices/", word: Some("offices"), ..OF_LIST }
            }
            Target::Mechanism(_) => PageKind {
                name: "mechanism",
                address: "lists/{list}/accountability/",
                word: Some("mechanism"),
                ..OF_LIST
            },
            Target::Dossier(_) => PageKind {
                name: "dossier",
                address: "lists/{list}/dossier/",
                word: Some("dossier"),
                has_data: false,
                ..OF_LIST
            },
            Target::Tabular(_) => PageKind {
                name: "tabular",
                address: "lists/{list}/table/",
                word: Some("tabular"),
                has_data: false,
                ..OF_LIST
            },
            Target::ListChanges(_) => PageKind {
                name: "list_changes",
                address: "lists/{list}/changes/",
                word: Some("changes"),
                has_data: false,
                tags: Tags::Column,
                ..OF_LIST
            },
            Target::Editions(_) => PageKind {
                name: "editions",
                address: "lists/{list}/editions/",
                word: Some("editions"),
                has_data: false,
                tags: Tags::Column,
                ..OF_LIST
            },
            Target::Edition(..) => PageKind {
                name: "edition",
                address: "lists/{list}/editions/{edition}/",
                word: Some("edition"),
                has_data: false,
                found: false,
                ..OF_LIST
            },
            Target::EditionChanges(..) => PageKind {
                name: "edition_changes",
                address: "lists/{list}/editions/{changes}/",
                word: Some("edition_changes"),
                has_data: false,
                tags: Tags::Column,
                ..OF_LIST
            },
            Target::Gone(..) => PageKind {
                name: "gone_record",
                address: "lists/{record}/",
                word: Some("gone_record"),
                has_data: false,
                found: false,
                ..OF_LIST
            },
            Target::News(_) => PageKind {
                name: "news",
                address: "editions{page}/",
                parent: Parent::Page(Target::Lists),
                word: Some("news"),
                ..PAGE
            },
            Target::Listing(listing, _) => PageKind {
                name: "listing",
                address: "{listing}/",
                parent: Parent::Page(Target::Lists),
                word: Some(listing.as_str()),
                schema_type: "CollectionPage",
                ..PAGE
            },
            Target::Gaps => PageKind {
                name: "gaps",
                address: "gaps/",
                parent: Parent::Page(Target::Lists),
                word: Some("gaps"),
                ..PAGE
            },
            Target::TopicGaps(_) => PageKind {
                name: "topic_gaps",
                address: "topics/{topic}/gaps/",
                parent: Parent::Topic,
                word: Some("gaps"),
                names_parent: true,
                ..PAGE
            },
            Target::BothSides(_) => PageKind {
                name: "both_sides",
                address: "{both_sides}/",
                parent: Parent::Page(Target::Lists),
                word: Some("both_sides"),
                ..PAGE
            },
            Target::MoreLaws(_) => PageKind {
                name: "more_laws",
                address: "laws-{page}/",
                parent: Parent::Page(Target::Laws),
                word: Some("laws"),
                schema_type: "CollectionPage",
                ..PAGE
            },
            Target::Laws => PageKind { name: "laws", address: "laws/", word: Some("laws"), ..INDEX },
            Target::Law(_) => PageKind {
                name: "law",
                address: "laws/{law}/",
                parent: Parent::Page(Target::Laws),
                has_data: true,
                tags: Tags::Article,
                ..PAGE
            },
            Target::Changes => PageKind {
                name: "changes",
                address: "changes/",
                parent: Parent::Page(Target::Laws),
                word: Some("changes"),
                ..PAGE
            },
            Target::Topics => PageKind { name: "topics", address: "topics/", word: Some("topics"), ..INDEX },
            Target::Topic(_) => PageKind {
                name: "topic",
                address: "topics/{topic}/",
                parent: Parent::Page(Target::Topics),
                names_parent: true,
                has_data: true,
                schema_type: "CollectionPage",
                ..PAGE
            },
            Target::Answer(..) => PageKind {
                name: "answer",
                address: "regions/{region}/topics/{topic}/",
                parent: Parent::Region,
                names_parent: true,
                schema_type: "CollectionPage",
                ..PAGE
            },
            Target::Compare(..) => PageKind {
                name: "compare",
                address: "topics/{topic}/{compare}/",
                parent: Parent::Topic,
                word: Some("compare"),
                names_parent: true,
                ..PAGE
            },
            Target::Departments => {
                PageKind { name: "departments", address: "departments/", word: Some("departments"), ..INDEX }
            }
            Target::Department(_) => PageKind {
                name: "department",
                address: "departments/{department}/",
                parent: Parent::Page(Target::Departments),
                names_parent: true,
                has_data: true,
                schema_type: "CollectionPage",
                ..PAGE
            },
            Target::Agencies => PageKind {
                name: "agencies",
                address: "agencies/",
                parent: Parent::Page(Target::Departments),
                word: Some("agencies"),
                schema_type: "CollectionPage",
                ..PAGE
            },
            Target::Agency(_) => PageKind {
                name: "agency",
                address: "agencies/{agency}/",
                parent: Parent::Page(Target::Agencies),
                has_data: true,
                tags: Tags::Article,
                ..PAGE
            },
            Target::Search => PageKind {
                name: "search",
                address: "search/",
                word: Some("search"),
                in_menu: true,
                schema_type: "SearchResultsPage",
                ..PAGE
            },
            Target::Data => {
                PageKind { name: "data", address: "data/", word: Some("data"), in_menu: true, waits: true, ..PAGE }
            }
            Target::Table(_) => PageKind {
                name: "table",
                address: "data/{table}/",
                parent: Parent::Page(Target::Data),
                names_parent: true,
                waits: true,
                ..PAGE
            },
            Target::Quality => PageKind {
                name: "quality",
                address: "quality/",
                parent: Parent::Page(Target::Data),
                word: Some("quality"),
                has_data: true,
                waits: true,
                ..PAGE
            },
            Target::Glossary => PageKind { name: "glossary", address: "glossary/", word: Some("glossary"), ..PAGE },
            Target::Free(_) => PageKind { name: "free", address: "{page}/", tags: Tags::Article, ..PAGE },
            Target::Former(_) => PageKind {
                name: "former",
                address: "{former}/",
                parent: Parent::Page(Target::Lists),
                word: Some("former"),
                found: false,
                linked: false,
                ..PAGE
            },
            Target::NotFound => PageKind {
                name: "not_found",
                address: "404.html",
                word: Some("not_found"),
                tags: Tags::Site,
                linked: false,
                ..PAGE
            },
        }
    }

    /// The list that a page shows something of.
    pub fn list(self) -> Option<ListId> {
        match self {
            Target::List(l)
            | Target::Offices(l)
            | Target::Mechanism(l)
            | Target::Items(l, ..)
            | Target::Common(l)
            | Target::Handovers(l)
            | Target::Dossier(l)
            | Target::Tabular(l)
            | Target::ListChanges(l)
            | Target::Editions(l)
            | Target::Edition(l, ..)
            | Target::EditionChanges(l, ..)
            | Target::Gone(l, _) => Some(l),
            _ => self.record().map(|record| record.list),
        }
    }

    /// The page above; of regions, whatever lies between, the index.
    pub fn parent(self) -> Option<Target> {
        match (self.kind().parent, self) {
            (Parent::None, _) => None,
            (Parent::Page(page), _) => Some(page),
            (Parent::Topic, Target::Compare(topic, _) | Target::TopicGaps(topic)) => Some(Target::Topic(topic)),
            (Parent::Region, Target::Below(region, _) | Target::Answer(region, _)) => Some(Target::Region(region)),
            (Parent::List, Target::Edition(list, ..) | Target::EditionChanges(list, ..) | Target::Gone(list, _)) => {
                Some(Target::Editions(list))
            }
            (Parent::List | Parent::Region | Parent::Topic, _) => self.list().map(Target::List),
        }
    }

    /// The pages above, the nearest first and the home page last.
    pub fn above(self) -> impl Iterator<Item = Target> {
        successors(self.parent(), |page| page.parent())
    }

    /// The entry of the menu that a page belongs to; empty for a page that belongs to none.
    pub fn section(self) -> &'static str {
        let kinds = [self].into_iter().chain(self.above()).map(Target::kind);
        kinds.filter(|kind| kind.in_menu).map(|kind| kind.name).next().unwrap_or_default()
    }
}
