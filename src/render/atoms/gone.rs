//! A page of a list, or of a topic in a region, in; what became of the body or hotline that it speaks of, in a sentence each, out.

use serde::Serialize;

use crate::model::{Agency, AgencyId, AgencyKind, Concern, Grounds, ListId, Part, RecordRef};
use crate::plan::{Target, compared};

use super::super::names::page_name;
use super::super::page::Page;
use super::law_notices::when as when_of;
use super::link::LinkView;

/// Of how many lists under a topic its page is asked what became of their bodies: those that it shows first.
const ASKED: usize = 50;

/// What became of a body or a hotline.
#[derive(Serialize)]
pub struct GoneView<'a> {
    /// The beginning of the sentence, up to the name of the body.
    lead: String,
    body: LinkView<'a>,
    /// What happened to it.
    what: &'a str,
    successors: Vec<LinkView<'a>>,
    /// What follows from it for the page, and what does not.
    caveat: &'a str,
    /// All of that in a few words, for a record.
    note: String,
    brief: &'a str,
    /// Lists that the site has, in the same region, of bodies of the kind that took its place.
    lists: Vec<LinkView<'a>>,
    /// Bodies of the region of which something is registered.
    local: Vec<LinkView<'a>>,
}

/// The same in a few words, for a department beside others.
#[derive(Serialize)]
pub struct GoneNote<'a> {
    text: String,
    page: LinkView<'a>,
}

/// What became of the bodies and hotlines that a page of a list speaks of; the departments of its matters have notes of
/// their own.
pub fn gone<'a>(page: &Page<'a>, target: Target) -> Vec<GoneView<'a>> {
    let graph = page.shared.graph;
    let lists: Vec<ListId> = match target {
        Target::Answer(region, topic) => graph.lists_of_region_under(region, topic).to_vec(),
        Target::Topic(topic) => graph.lists_under(topic).iter().copied().take(ASKED).collect(),
        Target::Compare(topic, number) => {
            let all = graph.lists_under(topic);
            all[compared(all.len(), number as usize)].to_vec()
        }
        _ => target.list().into_iter().collect(),
    };
    let own = |concern: &&Concern| match concern.record.part {
        Part::Participant(..) => false,
        Part::List => true,
        part => match target {
            Target::List(_) | Target::Dossier(_) => true,
            Target::Offices(_) => matches!(part, Part::Office(_)),
            Target::Answer(..) | Target::Topic(_) | Target::Compare(..) => false,
            _ => Target::of(concern.record) == target,
        },
    };
    let mut told: Vec<AgencyId> = Vec::new();
    let mut views = Vec::new();
    for list in lists {
        for concern in graph.concerns_of_list(list).iter().filter(own) {
            if !told.contains(&concern.agency) {
                told.push(concern.agency);
                let of_several = matches!(target, Target::Topic(_) | Target::Compare(..));
                views.push(GoneView::new(page, list, concern, of_several));
            }
        }
    }
    views
}

impl<'a> GoneView<'a> {
    fn new(page: &Page<'a>, list: ListId, concern: &Concern, of_several: bool) -> GoneView<'a> {
        let graph = page.shared.graph;
        let agency = &page.model()[concern.agency];
        let (caveat, brief) = match (concern.grounds, agency.region.is_some()) {
            (Grounds::Department, false) if of_several => ("caveat_department", "brief_several"),
            (Grounds::Department, false) => ("caveat_department", "brief"),
            (Grounds::Department, true) => ("caveat_regional", "brief_regional"),
            (Grounds::Name, _) => ("caveat_name", "brief_name"),
            (Grounds::Number, _) => ("caveat_number", "brief_number"),
        };
        GoneView {
            lead: lead(page, agency),
            body: LinkView::to(page, Target::Agency(concern.agency)),
            what: page.t("agency_happened", agency.end().map_or("abolished", |event| event.kind.as_str())),
            successors: graph.successors_of(concern.agency).map(|id| LinkView::to(page, Target::Agency(id))).collect(),
            caveat: page.t("gone", caveat),
            note: note(page, concern.agency),
            brief: page.t("gone", brief),
            lists: successor_lists(page, list, concern.agency),
            local: local(page, list, concern.agency),
        }
    }
}

/// When the end of a body came, and for whom: the country, or a region.
pub fn lead(page: &Page<'_>, agency: &Agency) -> String {
    let when = agency.end().and_then(|event| event.date).map(|date| when_of(page, date));
    let region = agency.region.as_deref().and_then(|slug| page.shared.graph.region(slug));
    let place = region.map(|region| page_name(page, Target::Region(region)).text);
    let key = match (&place, &when) {
        (None, Some(_)) => "national",
        (None, None) => "national_undated",
        (Some(_), Some(_)) => "regional",
        (Some(_), None) => "regional_undated",
    };
    let values = [("when", when.as_deref().unwrap_or_default()), ("region", place.as_deref().unwrap_or_default())];
    page.strings().fill("gone", key, &values)
}

/// Lists of the region by departments of the kinds that took the place of a body.
fn successor_lists<'a>(page: &Page<'a>, list: ListId, gone: AgencyId) -> Vec<LinkView<'a>> {
    let graph = page.shared.graph;
    let model = page.model();
    let kinds: Vec<&str> = graph
        .successors_of(gone)
        .flat_map(|id| &model[id].departments)
        .map(|slug| slug.as_str())
        .filter(|slug| !model[gone].departments.iter().any(|own| own.as_str() == *slug))
        .collect();
    let Some(region) = graph.region_of(&model[list]) else { return Vec::new() };
    let follows = |other: &&ListId| {
        **other != list && model[**other].department.as_deref().is_some_and(|own| kinds.contains(&own))
    };
    graph.lists_of_region[region].iter().filter(follows).map(|other| LinkView::list(page, *other)).collect()
}

/// Bodies of the region of the list, of the kinds that took the place of a body.
fn local<'a>(page: &Page<'a>, list: ListId, gone: AgencyId) -> Vec<LinkView<'a>> {
    let model = page.model();
    let region = &model[list].region;
    let kinds: Vec<&str> = (page.shared.graph.successors_of(gone))
        .flat_map(|id| &model[id].departments)
        .map(|slug| slug.as_str())
        .collect();
    let here = |agency: &Agency| {
        agency.region.as_ref() == Some(region) && agency.departments.iter().any(|kind| kinds.contains(&kind.as_str()))
    };
    let found = AgencyId::each(model).filter(|(id, agency)| *id != gone && here(agency));
    found.map(|(id, _)| LinkView::to(page, Target::Agency(id))).collect()
}

/// What became of a body in a few words: since when, and who took its place.
fn note(page: &Page<'_>, id: AgencyId) -> String {
    let graph = page.shared.graph;
    let agency = &page.model()[id];
    let name = |id: AgencyId| page_name(page, Target::Agency(id)).text;
    let successors: Vec<_> = graph.successors_of(id).map(name).collect();
    let when = agency.end().and_then(|event| event.date);
    let when = when.map_or_else(|| page.t("text", "unstated").to_owned(), |date| when_of(page, date));
    let body = successors.join(page.t("text", "list"));
    let key = match (successors.is_empty(), agency.kind) {
        (true, _) if agency.region.is_some() => "note_alone_local",
        (true, _) => "note_alone",
        (false, AgencyKind::Hotline) => "note_hotline",
        (false, AgencyKind::Body) if agency.region.is_some() => "note_local",
        (false, AgencyKind::Body) => "note",
    };
    page.strings().fill("gone", key, &[("when", &when), ("body", &body), ("name", &name(id))])
}

/// What became of the kind of body that a participant of a matter is, in a few words.
pub fn gone_note<'a>(page: &Page<'a>, record: RecordRef) -> Option<GoneNote<'a>> {
    let concerns = page.shared.graph.concerns_of_list(record.list);
    let concern = concerns.iter().find(|concern| concern.record == record)?;
    Some(GoneNote { text: note(page, concern.agency), page: LinkView::to(page, Target::Agency(concern.agency)) })
}
