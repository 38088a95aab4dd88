//! Records that contain or succeed themselves.

use std::collections::{HashMap, HashSet};

use crate::check::traverse::register;
use crate::diag::{Code, Diagnostic, Message, Place, Sink, Trail};
use crate::model::{AgencyId, Id, LawId, Model, Owner, Position, RegionId, TopicId};

use super::Rule;

static CODE: Code = Code {
    id: "E026",
    name: "endless-loop",
    what: ["上下级或前后版本绕成了圈", "records that lead back to themselves"],
    why: [
        "一个地区不能是自己的上级，一部法律不能替代自己。",
        "A region cannot lie in itself, nor a law replace itself.",
    ],
    fix: ["改正其中一处。", "Correct one of the links."],
    example: "- {slug: jize, parent: jize}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let regions: Vec<_> = model.regions.iter().map(|region| (&region.slug, region.parent.as_ref())).collect();
    find(&regions, |index| register(model, Owner::Region(RegionId::new(index)), "parent"), sink);
    let topics: Vec<_> = model.topics.iter().map(|topic| (&topic.slug, topic.broader.as_ref())).collect();
    find(&topics, |index| register(model, Owner::Topic(TopicId::new(index)), "broader"), sink);
    let laws: Vec<_> = model.laws.iter().map(|law| (&law.id, law.replaced_by.as_ref())).collect();
    let lists: Vec<_> = model.lists.iter().map(|list| (&list.id, list.supersedes.as_ref())).collect();
    find(&lists, |index| model.origins.lists.values()[index].place(&Trail::Root.key("supersedes")), sink);
    for (list, origin) in model.lists.iter().zip(model.origins.lists.values()) {
        let place = |key: &str, index: usize| origin.place(&Trail::Root.key(key).index(index).key("part_of"));
        let sections: Vec<_> = list.sections.iter().map(|section| (&section.id, section.part_of.as_ref())).collect();
        find(&sections, |index| place("sections", index), sink);
        let items: Vec<_> = list.items.iter().filter(|item| item.part_of.is_some()).collect();
        let places: Vec<usize> = (0..list.items.len()).filter(|at| list.items[*at].part_of.is_some()).collect();
        let links: Vec<_> = items.iter().map(|item| (&item.id, item.part_of.as_ref())).collect();
        find(&links, |index| place("items", places[index]), sink);
    }
    find(&laws, |index| register(model, Owner::Law(LawId::new(index)), "replaced_by"), sink);
    agencies(model, sink);
}

/// Bodies that succeed themselves, by whatever way: each loop once, at the first of its bodies.
fn agencies(model: &Model, sink: &mut Sink) {
    let by_id: HashMap<&Id, Vec<&Id>> =
        model.agencies.iter().rev().map(|agency| (&agency.id, agency.successors())).collect();
    let mut reported: HashSet<&Id> = HashSet::new();
    for (id, agency) in AgencyId::each(model) {
        let mut open: Vec<&Id> = agency.successors();
        let mut seen: HashSet<&Id> = HashSet::new();
        while let Some(next) = open.pop() {
            if next != &agency.id && seen.insert(next) {
                open.extend(by_id.get(next).into_iter().flatten());
            } else if next == &agency.id && !seen.iter().any(|passed| reported.contains(*passed)) {
                reported.insert(&agency.id);
                let message = Message::new(
                    format!("`{}` 绕回了自己", agency.id),
                    format!("`{}` leads back to itself", agency.id),
                );
                let help = Message::new("改正其中一处", "correct one of the links");
                let place = register(model, Owner::Agency(id), "events");
                sink.push(Diagnostic::error(&CODE, place, message).help(help));
                break;
            }
        }
    }
}

/// Reports each loop once, at the first of its records.
fn find(links: &[(&Id, Option<&Id>)], place: impl Fn(usize) -> Place, sink: &mut Sink) {
    // Of two with the same id, which is a fault of its own, the first counts.
    let by_id: HashMap<&Id, Option<&Id>> = links.iter().rev().copied().collect();
    let next = |id: &Id| by_id.get(id).copied().flatten();
    let mut reported: HashSet<&Id> = HashSet::new();
    for (index, (id, first)) in links.iter().enumerate() {
        let mut here = *first;
        let mut passed = vec![*id];
        while let Some(at) = here.filter(|at| at != id && passed.len() <= links.len() && !reported.contains(at)) {
            here = next(at);
            passed.push(at);
        }
        if here == Some(id) && !reported.contains(id) {
            reported.extend(passed);
            let message = Message::new(format!("`{id}` 绕回了自己"), format!("`{id}` leads back to itself"));
            let help = Message::new("改正其中一处", "correct one of the links");
            sink.push(Diagnostic::error(&CODE, place(index), message).help(help));
        }
    }
}
