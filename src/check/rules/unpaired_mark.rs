//! A bracket or quote of a text without its partner.

use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;
use crate::text::unpaired;

use super::Rule;
use super::forms::{FormKind, each};

static CODE: Code = Code {
    id: "E102",
    name: "unpaired-mark",
    what: ["括号、引号或书名号不成对", "a bracket, quote or title mark without its partner"],
    why: [
        "少了一半的书名号会使法律认不出来，少了一半的括号、引号让人不知道话到哪里为止。原件就是这样印的，照录即可：这只是提醒。",
        "Where half of the title marks is missing no law is recognised, and a bracket or quote without its partner leaves open where it ends. Where the paper prints it so, it stays: this is a warning.",
    ],
    fix: ["补上缺的一半，或删去多余的一半。", "Add the half that is missing, or take out the one too many."],
    example: "statement: 依照《计量法第九条检定",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    each(model, &mut |form| {
        // What a paper prints stays as it is, and remarks quote it; Markdown has brackets of its own.
        if matches!(form.kind, FormKind::Printed | FormKind::Note | FormKind::Page) {
            return;
        }
        let Some(found) = unpaired(form.text) else { return };
        let (mark, partner) = (found.mark, found.partner);
        let message = match found.opens {
            true => {
                Message::new(format!("“{mark}”没有配对的“{partner}”"), format!("`{mark}` opens and nothing closes it"))
            }
            false => {
                Message::new(format!("“{mark}”前面没有“{partner}”"), format!("`{mark}` closes what nothing opened"))
            }
        };
        let help = match found.opens {
            true => Message::new(
                format!("补上“{partner}”，或删去“{mark}”"),
                format!("add `{partner}`, or take out `{mark}`"),
            ),
            false => Message::new(
                format!("在前面补上“{partner}”，或删去“{mark}”"),
                format!("put `{partner}` before it, or take out `{mark}`"),
            ),
        };
        let place = form.part(found.at..found.at + mark.len_utf8());
        sink.push(Diagnostic::warning(&CODE, place, message).help(help));
    });
}
