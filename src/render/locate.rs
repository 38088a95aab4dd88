//! The path of a page in, the page out: how links in Markdown find their way.

use crate::dataset::tables;
use crate::link::Graph;
use crate::model::{DutyId, ListId, MatterId, RegimeId, ServiceId};
use crate::plan::{Plan, Target};

/// The page that a path such as `/topics/metrology/` names, without regard to language.
pub(super) fn locate(graph: &Graph<'_>, plan: &Plan<'_>, path: &str) -> Option<Target> {
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    match parts[..] {
        [""] => Some(Target::Home),
        ["regions"] => Some(Target::Regions),
        ["regions", slug] => graph.region(slug).map(Target::Region),
        ["lists"] => Some(Target::Lists),
        ["lists", id] => graph.list(id).map(Target::List),
        ["lists", id, part] => in_list(graph, graph.list(id)?, part),
        ["lists", id, collection, record] => record_of(graph, graph.list(id)?, collection, record),
        ["laws"] => Some(Target::Laws),
        ["laws", id] => graph.law(id).map(Target::Law),
        ["changes"] => Some(Target::Changes),
        ["topics"] => Some(Target::Topics),
        ["topics", slug] => graph.topic(slug).map(Target::Topic),
        ["topics", slug, "compare"] => {
            let topic = graph.topic(slug).filter(|topic| graph.lists_under(*topic).len() > 1);
            topic.map(|topic| Target::Compare(topic, 0))
        }
        ["departments"] => Some(Target::Departments),
        ["departments", slug] => graph.department(slug).map(Target::Department),
        ["data"] => Some(Target::Data),
        ["quality"] => Some(Target::Quality),
        ["data", name] => tables().iter().position(|table| table.name == name).map(|index| Target::Table(index as u32)),
        [name] => plan.free_pages.iter().position(|page| ***page == *name).map(|index| Target::Free(index as u32)),
        _ => None,
    }
}

fn in_list(graph: &Graph<'_>, list: ListId, part: &str) -> Option<Target> {
    let header = &graph.model[list];
    match part {
        "offices" if !header.offices.is_empty() => Some(Target::Offices(list)),
        "dossier" => Some(Target::Dossier(list)),
        "changes" => Some(Target::ListChanges(list)),
        "accountability" if !header.mechanism.is_empty() => Some(Target::Mechanism(list)),
        _ => None,
    }
}

fn record_of(graph: &Graph<'_>, l: ListId, collection: &str, id: &str) -> Option<Target> {
    let list = &graph.model[l];
    match collection {
        "duties" => DutyId::find(list, |duty| *duty.id == *id).map(|i| Target::Duty(l, i)),
        "boundaries" => MatterId::find(list, |matter| *matter.id == *id).map(|i| Target::Matter(l, i)),
        "services" => ServiceId::find(list, |service| *service.id == *id).map(|i| Target::Service(l, i)),
        "regimes" => RegimeId::find(list, |regime| *regime.id == *id).map(|i| Target::Regime(l, i)),
        _ => None,
    }
}
