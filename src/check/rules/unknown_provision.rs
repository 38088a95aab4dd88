//! A provision that a record names and that is not registered.

use crate::check::traverse::traverse;
use crate::diag::{Code, Sink};
use crate::model::walk::Node;
use crate::model::{Lang, Model};

use super::{Rule, Target, dangling};

static CODE: Code = Code {
    id: "E017",
    name: "unknown-provision",
    what: ["引用了没有登记的条款", "a provision that is not registered"],
    why: [
        "频次、期限和处罚要能指回制度里写它的那一条。",
        "A frequency, time limit or penalty must lead back to the provision that prints it.",
    ],
    fix: ["改正 id，或先登记这个条款。", "Correct the id, or register the provision first."],
    example: "frequencies:\n  - provision: target",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// What is named.
static TARGET: Target = Target {
    kind: ["条款", "provision"],
    register: ["这个文件的 provisions ", "this file, under `provisions`"],
    entry: None,
};

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let Node::ProvisionRef(regime, id) = node else { return };
        if !regime.provisions.iter().any(|provision| provision.id == *id) {
            let known =
                regime.provisions.iter().map(|provision| (provision.id.as_str(), provision.heading.best(Lang::ZH).1));
            sink.push(dangling(&CODE, spot.place(), &TARGET, id, known));
        }
    });
}
