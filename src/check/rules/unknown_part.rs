//! A section, body, procedure, account or item of its own list that a record names and that is not there.

use crate::check::traverse::traverse;
use crate::diag::{Code, Sink};
use crate::model::walk::{ListRef, Node};
use crate::model::{Lang, Model};

use super::{Rule, Target, dangling};

static CODE: Code = Code {
    id: "E054",
    name: "unknown-part",
    what: [
        "引用了清单里没有的标题、机关、程序、追责情形或主项",
        "a section, body, procedure, account or item that the list does not have",
    ],
    why: [
        "共用的内容在清单里写一次，事项按 id 引用；引用错了，页面上就缺一块。",
        "What many items share is said once in the list and named by its id; where the id is wrong, the page lacks it.",
    ],
    fix: ["改正 id，或先在 list.yaml 里登记。", "Correct the id, or register it in list.yaml first."],
    example: "section: licenses",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

static SECTION: Target = Target {
    kind: ["标题（sections）", "section"],
    register: ["清单 list.yaml 的 sections ", "list.yaml of the list, under `sections`"],
    entry: Some(|id, title| format!("{{id: {id}, title: {title}}}")),
};

static BODY: Target = Target {
    kind: ["机关（bodies）", "body"],
    register: ["清单 list.yaml 的 bodies ", "list.yaml of the list, under `bodies`"],
    entry: Some(|slug, name| format!("{{slug: {slug}, name: {name}}}")),
};

static PROCEDURE: Target = Target {
    kind: ["程序（procedures）", "procedure"],
    register: ["清单 list.yaml 的 procedures ", "list.yaml of the list, under `procedures`"],
    entry: None,
};

static ACCOUNT: Target = Target {
    kind: ["追责情形（accounts）", "account"],
    register: ["清单 list.yaml 的 accounts ", "list.yaml of the list, under `accounts`"],
    entry: None,
};

static ITEM: Target =
    Target { kind: ["事项", "item"], register: ["清单的 items ", "the items of the list"], entry: None };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let (Node::ListRef(to, id), Some(list)) = (node, spot.list) else { return };
        let (known, target): (Vec<(&str, &str)>, &Target) = match to {
            ListRef::Section => {
                let known = list.sections.iter().map(|one| (one.id.as_str(), one.title.best(Lang::ZH).1));
                (known.collect(), &SECTION)
            }
            ListRef::Body => {
                let known = list.bodies.iter().map(|one| (one.slug.as_str(), one.name.best(Lang::ZH).1));
                (known.collect(), &BODY)
            }
            ListRef::Procedure => {
                let known = list.procedures.iter().map(|one| (one.id.as_str(), one.id.as_str()));
                (known.collect(), &PROCEDURE)
            }
            ListRef::Account => {
                let known = list.accounts.iter().map(|one| (one.id.as_str(), one.id.as_str()));
                (known.collect(), &ACCOUNT)
            }
            ListRef::Item => {
                let known = list.items.iter().map(|one| (one.id.as_str(), one.name.best(Lang::ZH).1));
                (known.collect(), &ITEM)
            }
        };
        if !known.iter().any(|(have, _)| *have == id.as_str()) {
            sink.push(dangling(&CODE, spot.place(), target, id, known.iter().copied()));
        }
    });
}
