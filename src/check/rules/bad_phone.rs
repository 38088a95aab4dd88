//! A phone that cannot be one.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;
use crate::model::walk::Node;

use super::Rule;

static CODE: Code = Code {
    id: "E025",
    name: "bad-phone",
    what: ["电话的写法不对", "a phone that cannot be one"],
    why: [
        "电话是群众最常用的一栏，在手机上点一下就要能拨出去。",
        "The phone is what people come for; on a mobile it must dial at a touch.",
    ],
    fix: [
        "一个号码一项，照原文写，只含数字、连字符、空格、括号和加号。",
        "One number an entry, as printed, of digits, hyphens, spaces, brackets and a plus sign.",
    ],
    example: "phones: [\"7511860、7511865\"]",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let Node::Phone(phone) = node else { return };
        if phone.trim().is_empty() {
            return;
        }
        let allowed =
            |c: char| c.is_ascii_digit() || matches!(c, '-' | ' ' | '(' | ')' | '（' | '）' | '+' | '－' | '—');
        let digits = phone.chars().filter(char::is_ascii_digit).count();
        if !phone.chars().all(allowed) || !(3..=20).contains(&digits) {
            let message =
                Message::new(format!("`{phone}` 不是一个电话号码"), format!("`{phone}` is not one phone number"));
            let help = Message::new(
                "一个号码一项，只含数字、连字符、空格、括号和加号",
                "write each number as an entry of its own, of digits, hyphens, spaces, brackets and a plus sign",
            );
            sink.push(Diagnostic::error(&CODE, spot.place(), message).help(help));
        }
    });
}
