//! An id that has not the form of one.

use crate::diag::{Code, Diagnostic, Message, Place, Sink};
use crate::model::Model;

use super::Rule;
use super::ids::declared;

static CODE: Code = Code {
    id: "E010",
    name: "bad-id",
    what: ["id 的写法不对", "an id of the wrong form"],
    why: [
        "id 是网址的一部分，要在任何系统里都能用，一经公布不再改动。",
        "An id is part of an address: it must work on every system and never change once it is published.",
    ],
    fix: [
        "只用小写英文字母、数字，单词之间用一个连字符，如 special-equipment。",
        "Use lower-case ASCII letters and digits, words joined by single hyphens, such as special-equipment.",
    ],
    example: "id: Special Equipment",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    for declared in declared(model) {
        if !declared.id.is_well_formed() {
            let [zh, en] = declared.kind;
            let id = declared.id;
            let message =
                Message::new(format!("{zh}的 id `{id}` 写法不对"), format!("`{id}` is not the form of an id ({en})"));
            report(declared.place, message, sink);
        }
    }
    for page in model.pages.iter().filter(|page| !page.name.is_well_formed()) {
        let name = &page.name;
        let message = Message::new(
            format!("页面的文件名 `{name}` 写法不对"),
            format!("`{name}` is not the form of an id (name of a page)"),
        );
        report(Place::file(page.file), message, sink);
    }
}

fn report(place: Place, message: Message, sink: &mut Sink) {
    let help = Message::new(
        "只用小写英文字母和数字，单词之间用一个连字符，如 special-equipment",
        "use lower-case letters a-z and digits, words joined by single hyphens, such as special-equipment",
    );
    sink.push(Diagnostic::error(&CODE, place, message).help(help));
}
