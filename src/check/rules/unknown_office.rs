//! An office that a record names and that is not registered.

use crate::check::traverse::traverse;
use crate::diag::{Code, Sink};
use crate::model::walk::Node;
use crate::model::{Lang, Model};

use super::{Rule, Target, dangling};

static CODE: Code = Code {
    id: "E013",
    name: "unknown-office",
    what: ["引用了没有登记的科室", "an office that is not registered"],
    why: [
        "谁来负责，是清单最要紧的一栏；科室在 list.yaml 的 offices 里登记一次，电话也在那里。",
        "Who is responsible is what a list is for; each office is registered once, under offices in list.yaml, with its phones.",
    ],
    fix: ["改正 id，或先登记这个科室。", "Correct the id, or register the office first."],
    example: "offices: [metrolgy]",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// What is named.
static TARGET: Target = Target {
    kind: ["科室", "office"],
    register: ["清单 list.yaml 的 offices ", "list.yaml of the list, under `offices`"],
    entry: Some(|slug, name| format!("{{slug: {slug}, name: {name}, kind: office}}")),
};

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let Node::OfficeRef(slug) = node else { return };
        let Some(list) = spot.list else { return };
        if list.office(slug).is_none() {
            let known = list.offices.iter().flat_map(|office| {
                let names = std::iter::once(office.name.best(Lang::ZH).1);
                names.chain(office.aliases.iter().map(String::as_str)).map(|name| (office.slug.as_str(), name))
            });
            sink.push(dangling(&CODE, spot.place(), &TARGET, slug, known));
        }
    });
}
