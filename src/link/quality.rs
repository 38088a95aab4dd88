//! The graph in; how complete what is known of each list is, in counts, out. Nothing is weighed: whoever compares lists
//! decides what a gap is worth.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::walk::walk_list;
use crate::model::{Id, Lang, Law, LawStatus, List, ListId, Service};

use super::changes::{Gravity, changes};
use super::graph::Graph;
use super::share::Share;

/// How complete a list is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Quality {
    /// Items, duties, matters, services, regimes and entries of the mechanism.
    pub records: u32,
    /// Texts that are there in each language of the site, of all texts of the list.
    #[schemars(with = "BTreeMap<String, Share>")]
    pub texts: BTreeMap<Lang, Share>,
    /// Citations of records that name an article, of all. Every one of them leads to a law of the register.
    pub citations_with_article: Share,
    /// Places of the Chinese texts that name a law, and of how many it is settled which law that is.
    pub mentions_settled: Share,
    /// Offices with a phone.
    pub offices_with_phone: Share,
    /// Services with a phone of their own or of one of their offices.
    pub services_with_phone: Share,
    /// Laws that the list cites and whose state is registered, of all that it cites.
    pub laws_with_status: Share,
    /// Laws that the list cites and that are out of force.
    pub laws_ended: u32,
    /// Laws that the list cites and whose text was changed after it.
    pub laws_changed: u32,
    /// Laws that the list cites and whose text may have been changed after it: the dates do not say.
    pub laws_perhaps_changed: u32,
    /// What rules find in the list and the list says is right as it is.
    pub findings_waived: u32,
}

/// How complete a list is.
pub fn quality(graph: &Graph<'_>, id: ListId) -> Quality {
    let list = &graph.model[id];
    let changes = changes(graph, id);
    let count = |gravity| changes.count(gravity) as u32;
    Quality {
        records: records(list),
        texts: texts(list, id, graph.model.languages()),
        citations_with_article: share(graph.citations_of_list(id), |citation| !citation.basis.articles.is_empty()),
        mentions_settled: graph.mentions_of_list[id],
        offices_with_phone: share(&list.offices, |office| !office.phones.is_empty()),
        services_with_phone: share(&list.services, |service| has_phone(list, service)),
        laws_with_status: Share { have: changes.known as u32, of: changes.cited as u32 },
        laws_ended: count(Gravity::Ended),
        laws_changed: count(Gravity::Changed),
        laws_perhaps_changed: count(Gravity::Unsure),
        findings_waived: list.waivers.iter().map(|waiver| waiver.findings).sum(),
    }
}

/// The counts of several lists together; a law that two of them cite counts twice.
pub fn together<'q>(lists: impl IntoIterator<Item = &'q Quality>) -> Quality {
    let mut all = Quality::default();
    for list in lists {
        all.records += list.records;
        for (lang, texts) in &list.texts {
            all.texts.entry(*lang).or_default().add(*texts);
        }
        all.citations_with_article.add(list.citations_with_article);
        all.mentions_settled.add(list.mentions_settled);
        all.offices_with_phone.add(list.offices_with_phone);
        all.services_with_phone.add(list.services_with_phone);
        all.laws_with_status.add(list.laws_with_status);
        all.laws_ended += list.laws_ended;
        all.laws_changed += list.laws_changed;
        all.laws_perhaps_changed += list.laws_perhaps_changed;
        all.findings_waived += list.findings_waived;
    }
    all
}

/// Laws of the register whose state is registered, of all.
pub fn laws_with_status(laws: &[Law]) -> Share {
    share(laws, |law| law.state() != LawStatus::Unknown)
}

fn share<T>(things: impl IntoIterator<Item = T>, has: impl Fn(T) -> bool) -> Share {
    let mut share = Share::default();
    things.into_iter().for_each(|thing| share.count(has(thing)));
    share
}

fn records(list: &List) -> u32 {
    let List { items, duties, boundaries, services, regimes, mechanism, .. } = list;
    (items.len() + duties.len() + boundaries.len() + services.len() + regimes.len() + mechanism.len()) as u32
}

fn texts(list: &List, id: ListId, languages: &[Lang]) -> BTreeMap<Lang, Share> {
    let mut counts: BTreeMap<Lang, Share> = languages.iter().map(|lang| (*lang, Share::default())).collect();
    walk_list(list, id, &mut |node, _| {
        let Some(text) = node.text() else { return };
        counts.iter_mut().for_each(|(lang, share)| share.count(text.get(*lang).is_some()));
    });
    counts
}

fn has_phone(list: &List, service: &Service) -> bool {
    let of_office = |slug: &Id| list.office(slug).is_some_and(|office| !office.phones.is_empty());
    !service.phones.is_empty() || service.offices.iter().any(of_office)
}
