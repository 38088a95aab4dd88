//! Bodies and hotlines in; the views of their index and of the page of one out.

use serde::Serialize;

use crate::model::{Agency, AgencyEvent, AgencyId, AgencyKind, Confidence, dial};
use crate::plan::Target;

use super::super::atoms::{DateView, LinkView, ListHead, RecordView, Truncated, gone_lead, truncate_at};
use super::super::citations::{optional_markdown, prose};
use super::super::page::Page;
use super::super::text::TextView;

/// All bodies and hotlines, kind by kind.
#[derive(Serialize)]
pub struct AgenciesView<'a> {
    kinds: Vec<AgenciesOfKind<'a>>,
}

#[derive(Serialize)]
struct AgenciesOfKind<'a> {
    anchor: &'static str,
    name: &'a str,
    agencies: Vec<AgencyRow<'a>>,
}

#[derive(Serialize)]
struct AgencyRow<'a> {
    link: LinkView<'a>,
    region: Option<LinkView<'a>>,
    /// What became of it.
    end: Option<EndView<'a>>,
    /// How many records of the lists speak of it.
    records: Option<String>,
}

/// What became of a body, up to those that took its place.
#[derive(Serialize)]
struct EndView<'a> {
    lead: String,
    what: &'a str,
    successors: Vec<LinkView<'a>>,
}

/// A body or a hotline.
#[derive(Serialize)]
pub struct AgencyView<'a> {
    name: TextView<'a>,
    kind: &'a str,
    aliases: Vec<TextView<'a>>,
    number: Option<&'a str>,
    /// The address that dials a hotline that is there still.
    dial: Option<String>,
    region: Option<LinkView<'a>>,
    departments: Vec<LinkView<'a>>,
    note: Option<TextView<'a>>,
    end: Option<EndView<'a>>,
    /// Whether what is said holds for bodies of a kind, and not for any one of them.
    rule: bool,
    events: Vec<EventView<'a>>,
    /// The bodies whose place it took.
    succeeds: Vec<LinkView<'a>>,
    count: String,
    lists: Vec<RecordsOfList<'a>>,
    overflow: Option<Truncated<'a>>,
}

#[derive(Serialize)]
struct EventView<'a> {
    id: String,
    date: Option<DateView>,
    kind: &'a str,
    number: Option<TextView<'a>>,
    successors: Vec<LinkView<'a>>,
    note: Option<TextView<'a>>,
    source: TextView<'a>,
    url: Option<&'a str>,
    /// Whether it follows from the source, which does not say it.
    derived: bool,
}

/// The records of one list that speak of a body.
#[derive(Serialize)]
struct RecordsOfList<'a> {
    head: ListHead<'a>,
    records: Vec<RecordView<'a>>,
    more: Option<String>,
}

/// Up to how many records of one list are shown.
const SHOWN: usize = 20;

/// The view of the index of bodies.
pub(in super::super) fn agencies<'a>(page: &Page<'a>) -> AgenciesView<'a> {
    let of_kind = |kind: &AgencyKind| AgenciesOfKind {
        anchor: kind.as_str(),
        name: page.t("agency_kind", kind.as_str()),
        agencies: AgencyId::each(page.model())
            .filter(|(_, agency)| agency.kind == *kind)
            .map(|(id, agency)| row(page, id, agency))
            .collect(),
    };
    AgenciesView { kinds: AgencyKind::ALL.iter().map(of_kind).filter(|kind| !kind.agencies.is_empty()).collect() }
}

fn row<'a>(page: &Page<'a>, id: AgencyId, agency: &'a Agency) -> AgencyRow<'a> {
    let records = page.shared.graph.concerned_by(id).len();
    AgencyRow {
        link: LinkView::to(page, Target::Agency(id)),
        region: region(page, agency),
        end: end(page, id, agency),
        records: (records > 0).then(|| page.count("records", records)),
    }
}

fn region<'a>(page: &Page<'a>, agency: &Agency) -> Option<LinkView<'a>> {
    let region = page.shared.graph.region(agency.region.as_deref()?)?;
    Some(LinkView::to(page, Target::Region(region)))
}

fn end<'a>(page: &Page<'a>, id: AgencyId, agency: &Agency) -> Option<EndView<'a>> {
    let event = agency.end()?;
    let successors = page.shared.graph.successors_of(id);
    Some(EndView {
        lead: gone_lead(page, agency),
        what: page.t("agency_happened", event.kind.as_str()),
        successors: successors.map(|next| LinkView::to(page, Target::Agency(next))).collect(),
    })
}

/// The view of the page of a body.
pub(in super::super) fn agency<'a>(page: &Page<'a>, id: AgencyId) -> AgencyView<'a> {
    let graph = page.shared.graph;
    let agency = &page.model()[id];
    let lists = graph.concerned_by(id).map(|concern| concern.record.list);
    let bound = truncate_at(lists.clone());
    let records: Vec<_> = graph.concerned_by(id).map(|concern| concern.record).collect();
    let shown =
        records.chunk_by(|a, b| a.list == b.list).take_while(|group| bound.is_none_or(|end| group[0].list < end));
    let departments = agency.departments.iter().filter_map(|slug| graph.department(slug));
    let number = agency.number.as_deref();
    AgencyView {
        name: page.text(&agency.name),
        kind: page.t("agency_kind", agency.kind.as_str()),
        aliases: agency.aliases.iter().map(|alias| page.printed(alias)).collect(),
        number,
        dial: number
            .filter(|_| agency.end().is_none())
            .and_then(|number| dial(number, None, None))
            .map(|dial| dial.uri),
        region: region(page, agency),
        departments: departments.map(|kind| LinkView::to(page, Target::Department(kind))).collect(),
        note: optional_markdown(page, &agency.note),
        end: end(page, id, agency),
        rule: agency.region.is_none() && agency.end().is_some() && !agency.departments.is_empty(),
        events: agency.events.iter().enumerate().map(|(at, event)| event_view(page, at, event)).collect(),
        succeeds: graph.succeeds(id).iter().map(|old| LinkView::to(page, Target::Agency(*old))).collect(),
        count: page.count("records", records.len()),
        lists: shown
            .map(|group| RecordsOfList {
                head: ListHead::new(page, group[0].list),
                records: group.iter().take(SHOWN).map(|record| RecordView::new(page, *record)).collect(),
                more: (group.len() > SHOWN).then(|| page.count("items", group.len() - SHOWN)),
            })
            .collect(),
        overflow: bound.map(|end| Truncated::new(page, lists, end)),
    }
}

fn event_view<'a>(page: &Page<'a>, at: usize, event: &'a AgencyEvent) -> EventView<'a> {
    let successors = event.successors.iter().filter_map(|id| page.shared.graph.agency(id));
    EventView {
        id: Agency::event_anchor(at),
        date: event.date.map(|date| DateView::new(page, date)),
        kind: page.t("agency_event", event.kind.as_str()),
        number: page.optional_printed(&event.number),
        successors: successors.map(|next| LinkView::to(page, Target::Agency(next))).collect(),
        note: optional_markdown(page, &event.note),
        source: prose(page, &event.source, &[]),
        url: event.url.as_deref(),
        derived: event.confidence == Confidence::Derived,
    }
}
