//! A list said to be superseded, or a law or body said to be a successor, that does not exist.

use crate::check::traverse::register;
use crate::diag::{Code, Sink, Trail};
use crate::model::{AgencyId, Lang, LawId, Model, Owner};

use super::{Rule, Target, dangling};

static CODE: Code = Code {
    id: "E019",
    name: "unknown-successor",
    what: ["前后版本指向了不存在的记录", "a predecessor or successor that does not exist"],
    why: [
        "读者要能从废止的法律走到替代它的法律，从旧清单走到新清单。",
        "A reader must get from a replaced law to the law in its place, and from a list to the one it supersedes.",
    ],
    fix: ["改正 id，或补上那条记录。", "Correct the id, or add the record."],
    example: "replaced_by: supervision-lwa",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

static LAW: Target =
    Target { kind: ["法律依据", "law"], register: [" laws/ 的一个文件", "a file of laws/"], entry: None };

static LIST: Target = Target { kind: ["清单", "list"], register: [" lists/ ", "lists/"], entry: None };

static AGENCY: Target =
    Target { kind: ["机构", "body"], register: [" agencies.yaml ", "agencies.yaml"], entry: None };

fn run(model: &Model, sink: &mut Sink) {
    agencies(model, sink);
    for (id, law) in LawId::each(model) {
        if let Some(next) = law.replaced_by.as_ref().filter(|id| !model.laws.iter().any(|law| law.id == **id)) {
            // No law takes its own place.
            let others = model.laws.iter().filter(|other| other.id != law.id);
            let known = others.map(|law| (law.id.as_str(), law.title.best(Lang::ZH).1));
            let place = register(model, Owner::Law(id), "replaced_by");
            sink.push(dangling(&CODE, place, &LAW, next, known));
        }
    }
    for (list, origin) in model.lists.iter().zip(model.origins.lists.values()) {
        if let Some(before) = list.supersedes.as_ref().filter(|id| !model.lists.iter().any(|list| list.id == **id)) {
            let others = model.lists.iter().filter(|other| other.id != list.id);
            let known = others.map(|list| (list.id.as_str(), list.title.best(Lang::ZH).1));
            sink.push(dangling(&CODE, origin.place(&Trail::Root.key("supersedes")), &LIST, before, known));
        }
    }
}

/// What comes with the program has its successors there as well; a test holds that.
fn agencies(model: &Model, sink: &mut Sink) {
    for (id, agency) in AgencyId::each(model) {
        let owner = Owner::Agency(id);
        let root = &Trail::Root.index(model.origins.index(owner));
        for (at, event) in agency.events.iter().enumerate() {
            for (place, next) in event.successors.iter().enumerate() {
                if model.agencies.iter().any(|other| other.id == *next) {
                    continue;
                }
                let others = model.agencies.iter().filter(|other| other.id != agency.id);
                let known = others.map(|other| (other.id.as_str(), other.name.best(Lang::ZH).1));
                let events = root.key("events");
                let event = events.index(at);
                let value = event.key("successors");
                sink.push(dangling(&CODE, model.origins.place(owner, &value.index(place)), &AGENCY, next, known));
            }
        }
    }
}
