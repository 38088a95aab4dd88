//! An item exercised at a level above the list's own.

use std::collections::HashMap;

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{ExerciseLevel, Id, Level, Model};

use super::Rule;

static CODE: Code = Code {
    id: "E052",
    name: "level-above",
    what: ["行使层级高于清单所属的层级", "a level above the list's own"],
    why: [
        "县里的清单列的是县里行使的事项；只由上级行使的，多半是抄错了。",
        "A county's list holds what the county exercises; what a level above it alone exercises was mostly entered wrongly.",
    ],
    fix: [
        "对照原文；本级也行使的，把本级写进 levels；原文如此的，不必改，这只是提醒。",
        "Look at the paper; where the list's own level exercises it too, add it to `levels`; where the paper has it so, leave it: this is a reminder.",
    ],
    example: "levels: [province]",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    // Of two with the same slug, which is a fault of its own, the first counts.
    let levels: HashMap<&Id, Level> = model.regions.iter().rev().map(|region| (&region.slug, region.level)).collect();
    traverse(model, &mut |node, spot| {
        let (Node::Item(item), Some(list)) = (node, spot.list) else { return };
        let Some(level) = levels.get(&list.region) else { return };
        let own = match level {
            Level::Province => ExerciseLevel::Province,
            Level::Prefecture => ExerciseLevel::Prefecture,
            Level::County => ExerciseLevel::County,
            Level::Township => ExerciseLevel::Township,
            // A zone or a division exercises powers of whatever level gave them to it.
            Level::Zone | Level::NewArea | Level::Division => return,
        };
        if !item.levels.is_empty() && item.levels.iter().all(|level| *level < own) {
            let message =
                Message::new("只由上级行使，不由清单所属的层级行使", "exercised above the list's own level alone");
            let help = Message::new(
                format!("对照原文；本级也行使的，在 levels 里加上 {}", own.as_str()),
                format!("look at the paper; where the own level exercises it too, add `{}` to `levels`", own.as_str()),
            );
            sink.push(Diagnostic::warning(&CODE, spot.inside("levels"), message).help(help));
        }
    });
}
