//! An id given twice in its scope.

use std::collections::HashSet;

use crate::diag::{Code, Diagnostic, Message, Place, Sink};
use crate::model::{ListId, Model};

use super::Rule;
use super::ids::{DeclaredId, Scope, each_in_list, each_of_the_site};

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

/// Of ids that are the only ones in the whole site.
pub(super) const OF_THE_SITE: Rule = Rule { code: &CODE, run: of_the_site };

/// Of ids that are the only ones in a list: none is in the scope of one of another list.
pub(super) const IN_LISTS: Rule = Rule { code: &CODE, run: in_lists };

fn of_the_site(model: &Model, sink: &mut Sink) {
    let mut seen = Seen::default();
    each_of_the_site(model, &mut |declared, place| seen.take(declared, place, sink));
}

fn in_lists(model: &Model, sink: &mut Sink) {
    for list in ListId::all(model) {
        let mut seen = Seen::default();
        each_in_list(model, list, &mut |declared, place| seen.take(declared, place, sink));
    }
}

/// The ids that were met.
#[derive(Default)]
struct Seen<'m>(HashSet<(Scope<'m>, &'m str)>);

impl<'m> Seen<'m> {
    fn take(&mut self, declared: DeclaredId<'m>, place: &dyn Fn() -> Place, sink: &mut Sink) {
        let DeclaredId { id, scope, kind: [zh, en] } = declared;
        if self.0.insert((scope, id.as_str())) {
            return;
        }
        let message = Message::new(format!("{zh}的 id `{id}` 重复"), format!("a second {en} has the id `{id}`"));
        let help = Message::new(
            format!("给这一条换一个 id，如 `{id}-2` 或更贴切的词"),
            format!("give this one another id, such as `{id}-2` or a word that fits better"),
        );
        sink.push(Diagnostic::error(&CODE, place(), message).help(help));
    }
}
