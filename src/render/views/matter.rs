//! A boundary matter in; its page's view out.

use serde::Serialize;

use crate::model::{ListId, Matter, MatterId, Part, Participant, RecordRef};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::LinkView;
use super::handling::{HandlerView, handler};
use super::inspections::{InspectionView, inspections};
use super::parts::{BasisView, SourceView};
use super::picture::{PictureView, departments_around};
use super::related::RelatedView;
use super::since::SinceView;

/// A boundary matter.
#[derive(Serialize)]
pub struct MatterView<'a> {
    list: LinkView<'a>,
    number: Option<TextView<'a>>,
    name: TextView<'a>,
    topics: Vec<LinkView<'a>>,
    /// Who in the agency handles the topics of the matter.
    handler: HandlerView<'a>,
    inspections: Vec<InspectionView<'a>>,
    participants: Vec<ParticipantView<'a>>,
    picture: Option<PictureView<'a>>,
    basis: Vec<BasisView<'a>>,
    since: Option<SinceView<'a>>,
    case: Option<TextView<'a>>,
    case_source: Option<SourceView<'a>>,
    notes: Vec<TextView<'a>>,
    source: SourceView<'a>,
    related: Vec<RelatedView<'a>>,
}

#[derive(Serialize)]
struct ParticipantView<'a> {
    id: String,
    name: TextView<'a>,
    /// The kind of department, under its own name.
    department: Option<LinkView<'a>>,
    responsibility: TextView<'a>,
    /// Whether it leads, in words, where the document says.
    lead: Option<&'a str>,
    leads: bool,
    basis: Vec<BasisView<'a>>,
    source: Option<SourceView<'a>>,
}

/// The view of a matter's page.
pub(in super::super) fn matter<'a>(pen: &Pen<'a>, l: ListId, id: MatterId) -> MatterView<'a> {
    let matter = &pen.list(l)[id];
    let record = RecordRef { list: l, part: Part::Matter(id) };
    let beside = pen.beside(record);
    let topic = matter.topics.first().and_then(|slug| pen.shared.graph.topic(slug));
    MatterView {
        list: pen.link(Target::List(l)),
        number: pen.optional_printed(&matter.number),
        name: pen.text(&matter.name),
        topics: pen.topics(&matter.topics),
        handler: handler(pen, l, &beside, topic),
        inspections: inspections(pen, &beside),
        participants: matter.participants.iter().map(|part| participant(pen, matter, part)).collect(),
        picture: departments_around(pen, matter),
        basis: pen.bases(&matter.basis),
        case: matter.case.as_ref().map(|case| pen.prose(&case.text, &[&matter.basis])),
        case_source: matter.case.as_ref().and_then(|case| case.source.as_ref()).map(|place| pen.row(place)),
        since: pen.since(record),
        notes: pen.markdowns(&matter.notes),
        source: pen.source(l, &matter.source),
        related: pen.related(record),
    }
}

fn participant<'a>(pen: &Pen<'a>, matter: &'a Matter, part: &'a Participant) -> ParticipantView<'a> {
    let department = pen.shared.graph.department(&part.department);
    ParticipantView {
        id: format!("participant-{}", part.id),
        name: pen.text(&part.name),
        department: department.map(|index| pen.link(Target::Department(index))),
        responsibility: pen.prose(&part.responsibility, &[&part.basis, &matter.basis]),
        lead: part.lead.map(|leads| pen.say("matter", if leads { "leads" } else { "supports" })),
        leads: part.lead == Some(true),
        basis: pen.bases(&part.basis),
        source: part.source.as_ref().map(|place| pen.row(place)),
    }
}
