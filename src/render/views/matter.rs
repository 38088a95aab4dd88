//! A boundary matter in; its page's view out.

use serde::Serialize;

use crate::model::{ListId, Matter, MatterId, Part, Participant, ParticipantId, RecordRef};
use crate::plan::Target;

use super::super::atoms::{
    BasisView, DescribedLaws, GoneNote, LawNoticesView, LinkView, RelatedView, SourceView, gone_note, law_notices,
    records_beside, related,
};
use super::super::citations::{markdowns, prose};
use super::super::page::Page;
use super::super::text::TextView;
use super::handling::{HandlerView, ServiceContact, handler, services};
use super::inspections::{InspectionView, inspections};
use super::picture::{PictureView, departments_around};

/// Up to how many services under the topics of a matter are shown.
const SHOWN_SERVICES: usize = 5;

/// A boundary matter.
#[derive(Serialize)]
pub struct MatterView<'a> {
    list: LinkView<'a>,
    number: Option<TextView<'a>>,
    name: TextView<'a>,
    topics: Vec<LinkView<'a>>,
    /// Who in the agency handles the topics of the matter.
    handler: HandlerView<'a>,
    /// Services under these topics.
    services: Vec<ServiceContact<'a>>,
    inspections: Vec<InspectionView<'a>>,
    participants: Vec<ParticipantView<'a>>,
    /// Where several bodies share the matter, each once, with its first row.
    sharing: Vec<SharingView<'a>>,
    picture: Option<PictureView<'a>>,
    basis: Vec<BasisView<'a>>,
    since: Option<LawNoticesView<'a>>,
    case: Option<TextView<'a>>,
    case_source: Option<SourceView<'a>>,
    notes: Vec<TextView<'a>>,
    source: SourceView<'a>,
    related: Vec<RelatedView<'a>>,
}

#[derive(Serialize)]
struct SharingView<'a> {
    anchor: String,
    name: TextView<'a>,
}

#[derive(Serialize)]
struct ParticipantView<'a> {
    id: String,
    name: TextView<'a>,
    /// The kind of department, under its own name.
    department: Option<LinkView<'a>>,
    /// What became of bodies of its kind.
    gone: Option<GoneNote<'a>>,
    responsibility: TextView<'a>,
    /// Whether it leads, in words, where the document says.
    lead: Option<&'a str>,
    leads: bool,
    basis: Vec<BasisView<'a>>,
    source: Option<SourceView<'a>>,
}

/// The view of a matter's page.
pub(in super::super) fn matter<'a>(
    page: &Page<'a>,
    l: ListId,
    id: MatterId,
    described: &mut DescribedLaws,
) -> MatterView<'a> {
    let matter = &page.list(l)[id];
    let record = RecordRef { list: l, part: Part::Matter(id) };
    let beside = records_beside(page, record, usize::MAX);
    let topic = matter.topics.first().and_then(|slug| page.shared.graph.topic(slug));
    // In the order of the page, which describes a law where it is first cited.
    let participants = ParticipantId::each(matter)
        .map(|(i, part)| {
            participant(page, matter, (RecordRef { list: l, part: Part::Participant(id, i) }, part), described)
        })
        .collect();
    let basis = BasisView::all(page, &matter.basis, described);
    MatterView {
        list: LinkView::to(page, Target::List(l)),
        number: page.optional_number(&matter.number),
        name: page.heading(&matter.name),
        topics: LinkView::topics(page, &matter.topics),
        handler: handler(page, l, &beside, topic),
        services: services(page, &beside, SHOWN_SERVICES),
        inspections: inspections(page, &beside),
        participants,
        sharing: sharing(page, matter),
        picture: departments_around(page, matter),
        basis,
        case: matter.case.as_ref().map(|case| prose(page, &case.text, &[&matter.basis])),
        case_source: matter
            .case
            .as_ref()
            .and_then(|case| case.source.as_ref())
            .map(|place| SourceView::row(page, place)),
        since: law_notices(page, record),
        notes: markdowns(page, &matter.notes),
        source: SourceView::new(page, l, &matter.source),
        related: related(page, record),
    }
}

/// Who shares a matter: nothing where it is one body alone.
fn sharing<'a>(page: &Page<'a>, matter: &'a Matter) -> Vec<SharingView<'a>> {
    let parts = &matter.participants;
    let before = |index: usize| parts[..index].iter().any(|part| part.name == parts[index].name);
    let first = parts.iter().enumerate().filter(|(index, _)| !before(*index));
    let all = first.map(|(_, part)| SharingView { anchor: anchor(part), name: page.text(&part.name) });
    Some(all.collect::<Vec<_>>()).filter(|all| all.len() > 1).unwrap_or_default()
}

/// The anchor of a participant's row.
fn anchor(part: &Participant) -> String {
    format!("participant-{}", part.id)
}

fn participant<'a>(
    page: &Page<'a>,
    matter: &'a Matter,
    (record, part): (RecordRef, &'a Participant),
    described: &mut DescribedLaws,
) -> ParticipantView<'a> {
    let department = page.shared.graph.department(&part.department);
    ParticipantView {
        id: anchor(part),
        name: page.text(&part.name),
        gone: gone_note(page, record),
        department: department.map(|index| LinkView::to(page, Target::Department(index))),
        responsibility: prose(page, &part.responsibility, &[&part.basis, &matter.basis]),
        lead: part.lead.map(|leads| page.t("matter", if leads { "leads" } else { "supports" })),
        leads: part.lead == Some(true),
        basis: BasisView::all(page, &part.basis, described),
        source: part.source.as_ref().map(|place| SourceView::row(page, place)),
    }
}
