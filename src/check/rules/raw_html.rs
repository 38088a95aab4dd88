//! HTML tags in a text: they are shown as text, which is hardly what was meant.

use std::ops::Range;

use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;

use super::Rule;
use super::forms::{FormKind, each};

static CODE: Code = Code {
    id: "E030",
    name: "raw-html",
    what: ["文字里有 HTML 标签", "HTML tags in a text"],
    why: [
        "HTML 一律按文字显示，读者会看到尖括号。",
        "HTML is never passed through; a reader would see the angle brackets.",
    ],
    fix: ["删去标签；分条的内容写成列表。", "Take the tags out; write what has several points as a sequence."],
    example: "text: <p>组织产品质量监督检查</p>",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    each(model, &mut |form| {
        // Strings that are as printed are no text, and Markdown has tags of its own.
        if form.lang.is_none() || form.kind == FormKind::Page {
            return;
        }
        let Some(tag) = tag(form.text) else { return };
        let message = Message::new("文字里有 HTML 标签，会原样显示", "HTML tags in a text are shown as they stand");
        let help = Message::new("删去标签", "take the tags out");
        sink.push(Diagnostic::warning(&CODE, form.part(tag), message).help(help));
    });
}

/// The first tag of a text: `<`, perhaps a slash, a name, and after it a space, a slash or `>`. An address in angle brackets
/// is none.
fn tag(text: &str) -> Option<Range<usize>> {
    text.match_indices('<').find_map(|(at, _)| {
        let rest = text[at + 1..].trim_start_matches('/');
        let after = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        let is_tag = rest.starts_with(|c: char| c.is_ascii_alphabetic()) && after.starts_with([' ', '/', '>']);
        let end = text[at..].find('>')?;
        is_tag.then_some(at..at + end + 1)
    })
}
