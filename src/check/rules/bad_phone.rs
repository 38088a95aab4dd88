//! A phone that cannot be one.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::meant;
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
        if is_phone(phone) {
            return;
        }
        let message = Message::new(format!("`{phone}` 不是一个电话号码"), format!("`{phone}` is not one phone number"));
        let fault = Diagnostic::error(&CODE, spot.place(), message);
        sink.push(match phones(phone) {
            Some(right) => fault.help(Message::new(format!("写 `{right}`"), format!("write `{right}`"))).fix(right).safe(true),
            None => fault.help(Message::new(
                "一个号码一项，只含数字、连字符、空格、括号和加号；分机号写在名称或备注里，事项的电话可写 {number: …, extension: …}",
                "write each number as an entry of its own, of digits, hyphens, spaces, brackets and a plus sign; an extension goes into the name or the notes, for an item into {number: …, extension: …}",
            )),
        });
    });
}

fn is_phone(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '-' | ' ' | '(' | ')' | '（' | '）' | '+' | '－' | '—');
    let digits = text.chars().filter(char::is_ascii_digit).count();
    text.chars().all(allowed) && (3..=20).contains(&digits)
}

/// The phones that were meant, as entries of a sequence: several in one, full-width digits, an extension.
fn phones(typed: &str) -> Option<String> {
    let parts =
        typed.split(['、', '，', ',', ';', '；', '/', '或', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let entries: Option<Vec<String>> = parts
        .map(|part| {
            let plain = meant::plain(part);
            let number = plain.trim_start_matches("电话").trim_start_matches("Tel").trim_start_matches([':', ' ']);
            let (number, extension) = number.split_once("转").unwrap_or((number, ""));
            let number: String = number.replace('*', "").trim().to_owned();
            // Only some records can say an extension, and none inside of a number.
            (is_phone(&number) && extension.is_empty()).then(|| format!("\"{number}\""))
        })
        .collect();
    entries.filter(|entries| !entries.is_empty()).map(|entries| entries.join(", "))
}
