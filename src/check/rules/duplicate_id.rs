//! An id given twice in its scope.

use std::collections::HashSet;

use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;

use super::Rule;
use super::ids::{Scope, each_declared};

static CODE: Code = Code {
    id: "E011",
    name: "duplicate-id",
    what: ["同一范围内 id 重复", "an id given twice in its scope"],
    why: [
        "两条记录会争用同一个网址，引用它的地方也分不清指哪一条。",
        "Two records would share one address, and a reference could mean either.",
    ],
    fix: [
        "给其中一条换一个 id；已经公布的那条不要改。",
        "Give one of them another id; leave the one that was published first.",
    ],
    example: "- id: metrology\n- id: metrology",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let mut seen: HashSet<(Scope<'_>, &str)> = HashSet::new();
    each_declared(model, &mut |declared, place| {
        if !seen.insert((declared.scope, declared.id.as_str())) {
            let [zh, en] = declared.kind;
            let id = declared.id;
            let message = Message::new(format!("{zh}的 id `{id}` 重复"), format!("a second {en} has the id `{id}`"));
            let help = Message::new(
                format!("给这一条换一个 id，如 `{id}-2` 或更贴切的词"),
                format!("give this one another id, such as `{id}-2` or a word that fits better"),
            );
            sink.push(Diagnostic::error(&CODE, place(), message).help(help));
        }
    });
}
