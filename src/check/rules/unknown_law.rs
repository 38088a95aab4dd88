//! A law that a record names and that is not registered.

use std::collections::HashSet;

use crate::check::traverse::traverse;
use crate::diag::{Code, Sink};
use crate::model::walk::Node;
use crate::model::{Lang, Model};

use super::{Rule, dangling};

static CODE: Code = Code {
    id: "E012",
    name: "unknown-law",
    what: ["引用了没有登记的法律依据", "a law that is not registered"],
    why: [
        "每条依据都要能点开，看到全文名称、状态和引用它的所有事项。",
        "Every basis must lead to the law itself: its full title, its state and everything that cites it.",
    ],
    fix: ["改正 id，或先登记这个法律依据。", "Correct the id, or register the law first."],
    example: "basis:\n  - law: product-qualty-law",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let ids: HashSet<&str> = model.laws.iter().map(|law| law.id.as_str()).collect();
    traverse(model, &mut |node, spot| {
        let Node::Basis(basis) = node else { return };
        if !ids.contains(&*basis.law) {
            let known = model.laws.iter().map(|law| (law.id.as_str(), law.title.best(Lang::ZH).1));
            sink.push(dangling(&CODE, spot.inside("law"), ["法律依据", "law"], &basis.law, known));
        }
    });
}
