//! A boundary with one side, or with two sides that say the same.

use std::collections::BTreeMap;

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Lang, Model};

use crate::check::rules::rule::Rule;

static CODE: Code = Code {
    id: "E114",
    name: "lone-participant",
    what: ["职责边界只有一方，或两方的分工一字不差", "a boundary with one side, or with two sides in the same words"],
    why: [
        "职责边界要说清两个以上部门各管什么；只有一方，或两方一样，读者还是不知道该找谁。",
        "A boundary says which of two departments does what. With one side, or with two that say the same, the reader still does not know whom to ask.",
    ],
    fix: [
        "对照原文补上另一方，或改正粘贴重复的一方；原文如此的，在清单里写一条 waivers，说明理由。",
        "Enter the other side after the paper, or correct the one that was pasted twice; where the paper has it so, write an entry under `waivers` of the list, with the reason.",
    ],
    example: "participants:\n  - {department: market-supervision, name: 市场监管局, responsibility: 查处违法行为。}\n  - {department: public-security, name: 公安局, responsibility: 查处违法行为。}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let Node::Matter(matter) = node else { return };
        let name = matter.name.best(Lang::ZH).1;
        if let [only] = &matter.participants[..] {
            let who = only.name.best(Lang::ZH).1;
            let message =
                Message::new(format!("“{name}”只写了{who}一方"), format!("“{name}” has one side alone, {who}"));
            sink.push(Diagnostic::warning(&CODE, spot.inside("participants"), message).help(help()));
        }
        // A cell that is merged over several sides says the same of each: that is told once.
        let mut said: BTreeMap<&str, Vec<(usize, &str)>> = BTreeMap::new();
        for (at, participant) in matter.participants.iter().enumerate() {
            let Some(words) = participant.responsibility.get(Lang::ZH).map(str::trim) else { continue };
            let who = participant.name.best(Lang::ZH).1;
            said.entry(words).or_default().push((at, who));
        }
        let mut same: Vec<&Vec<(usize, &str)>> = said.values().filter(|sides| sides.len() > 1).collect();
        same.sort();
        for sides in same {
            let [(_, first), (at, second), more @ ..] = &sides[..] else { continue };
            let message = if more.is_empty() {
                Message::new(
                    format!("{second}的分工与{first}的一字不差"),
                    format!("{second} is said to do the same as {first}, in the same words"),
                )
            } else {
                let names: Vec<&str> = sides.iter().map(|(_, who)| *who).collect();
                Message::new(
                    format!("{}的分工一字不差", names.join("、")),
                    format!("{} are said to do the same, in the same words", names.join(", ")),
                )
            };
            let place = spot.field("participants", *at, "responsibility");
            sink.push(Diagnostic::warning(&CODE, place, message).help(help()));
        }
    });
}

fn help() -> Message {
    Message::new(
        "对照原文补上或改正；原文如此的，用 waivers 说明",
        "enter or correct it after the paper; where it is so printed, say so under `waivers`",
    )
}
