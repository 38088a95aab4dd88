//! A duty that nobody does: the others of its list have work items, or an office, and it has none.

use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::{Duty, Lang, ListId, Model};

use super::Rule;

static CODE: Code = Code {
    id: "E111",
    name: "bare-duty",
    what: ["职责没有工作事项或责任科室", "a duty without work items or without an office"],
    why: [
        "“这事归谁管”正是读者要问的；同一清单别的职责都写了，单缺这一项，多半是漏录。",
        "Whose job it is, is what readers ask. Where the other duties of the list say it and this one does not, a row was probably left out.",
    ],
    fix: [
        "对照原文补上工作事项或科室；原文确实没有的，在清单里写一条 waivers，说明理由。",
        "Look at the paper and enter the work items or the office; where it has none, write an entry under `waivers` of the list, with the reason.",
    ],
    example: "duties:\n  - {id: metrology, name: 计量管理, statement: …, work_items: []}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// How many of ten duties of a list must say something, for one that does not to be an exception.
const MOST: usize = 6;

fn run(model: &Model, sink: &mut Sink) {
    for (l, list) in ListId::each(model) {
        let most = |says: fn(&Duty) -> bool| {
            let count = list.duties.iter().filter(|duty| says(duty)).count();
            list.duties.len() > 2 && count * 10 >= list.duties.len() * MOST
        };
        let [with_items, with_office] = [most(has_items), most(has_office)];
        for (at, duty) in list.duties.iter().enumerate() {
            let name = duty.name.best(Lang::ZH).1;
            let words = if with_items && !has_items(duty) {
                [
                    format!("职责“{name}”没有工作事项，本清单别的职责有"),
                    format!("the duty “{name}” has no work items; others of the list have"),
                ]
            } else if with_office && !has_office(duty) {
                [
                    format!("职责“{name}”没有写哪个科室负责，本清单别的职责写了"),
                    format!("the duty “{name}” names no office; others of the list do"),
                ]
            } else {
                continue;
            };
            let [zh, en] = words;
            let place = model.origins.lists[l].place(&Trail::Root.key("duties").index(at).key("name"));
            let help = Message::new(
                "对照原文补上；原文没有的，用 waivers 说明",
                "enter it after the paper; where the paper has none, say so under `waivers`",
            );
            sink.push(Diagnostic::warning(&CODE, place, Message::new(zh, en)).help(help));
        }
    }
}

fn has_items(duty: &Duty) -> bool {
    !duty.work_items.is_empty()
}

fn has_office(duty: &Duty) -> bool {
    !duty.offices.is_empty() || duty.body.is_some() || duty.work_items.iter().any(|item| !item.offices.is_empty())
}
