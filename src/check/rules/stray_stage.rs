//! A stage that the type of power does not know.

use crate::check::inherit::power_type;
use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Model, PowerType};

use super::Rule;

static CODE: Code = Code {
    id: "E050",
    name: "stray-stage",
    what: ["环节不属于这种权力类型", "a stage that the type of power does not have"],
    why: [
        "许可有受理、审查、决定、送达、事后监管，处罚有立案、调查、审查、告知、决定、送达、执行；串了多半是抄错了行。",
        "A licence has acceptance, examination, decision, delivery and supervision afterwards; a penalty has filing, investigation, examination, notification, decision, delivery and execution. A stage of the other is mostly a row copied to the wrong item.",
    ],
    fix: [
        "对照原文；原文如此的，用 stage: other，把原文写进 as_printed。",
        "Look at the paper; where it has it so, write `stage: other` and the printed words in `as_printed`.",
    ],
    example: "type: licence\nstages:\n  - {stage: case-filing, text: 立案}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let (Node::Item(item), Some(list)) = (node, spot.list) else { return };
        let Some(of_item @ (PowerType::Licence | PowerType::Penalty)) = power_type(list, item) else { return };
        for (index, stage) in item.stages.iter().enumerate() {
            let Some(kind) = stage.stage.filter(|stage| !stage.types().contains(&of_item)) else { continue };
            let [zh, en] = of_item.words();
            let message = Message::new(
                format!("{zh}没有 `{}` 这个环节", kind.as_str()),
                format!("an {en} has no stage `{}`", kind.as_str()),
            );
            let help = Message::new(
                "对照原文；原文如此的，用 stage: other，把原文写进 as_printed",
                "look at the paper; where it has it so, write `stage: other` and the printed words in `as_printed`",
            );
            sink.push(Diagnostic::warning(&CODE, spot.field("stages", index, "stage"), message).help(help));
        }
    });
}
