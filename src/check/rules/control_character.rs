//! A text with a control character, which no reader sees and no program that reads the data expects.

use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::meant;
use crate::model::Model;

use super::Rule;
use super::forms::{Form, FormKind, each};

static CODE: Code = Code {
    id: "E057",
    name: "control-character",
    what: ["文字里有控制字符", "a control character in a text"],
    why: [
        "控制字符看不见，多半是从 PDF 或旧系统里复制来的。它会把词断开，使搜索找不到，XML 和一些数据库不接受。",
        "It is not seen and mostly comes along when a text is copied out of a PDF or an old system. It breaks words, so \
         that a search does not find them, and XML and some databases refuse it.",
    ],
    fix: ["删去它；换行的地方写成换行。", "Take it out; where a line was meant to end, end the line."],
    example: "statement: \"管理\\v计量器具。\"",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    each(model, &mut |form| {
        let at = form.text.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
        let Some((at, c)) = at else {
            if form.kind != FormKind::Printed {
                reference(form, sink);
            }
            return;
        };
        let code = format!("U+{:04X}", u32::from(c));
        let message =
            Message::new(format!("文字里有控制字符 {code}"), format!("the control character {code} stands in a text"));
        let help = Message::new("删去它；要换行就写成换行", "take it out; where a line was meant to end, end the line");
        let place = form.part(at..at + c.len_utf8());
        let fault = Diagnostic::error(&CODE, place.clone(), message).help(help);
        // What stood where a line was meant to end is not merely taken out.
        let ends_line = c.is_whitespace();
        sink.push(if ends_line { fault } else { fault.mend(place, &form.text[at..at + c.len_utf8()], "") });
    });
}

/// Reports a reference of HTML, `&#x202e;`, that Markdown turns into such a character, or into one that is not seen.
fn reference(form: &Form<'_>, sink: &mut Sink) {
    for (at, _) in form.text.match_indices("&#") {
        let Some(end) = form.text[at..].find(';').filter(|end| *end <= 12) else { continue };
        let digits = &form.text[at + 2..at + end];
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => digits.parse(),
        };
        let Ok(code) = code else { continue };
        let odd =
            |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t') || c == '\0' || meant::hidden(c).is_some();
        if char::from_u32(code).is_none_or(odd) {
            let shown = &form.text[at..=at + end];
            let message = Message::new(
                format!("`{shown}` 会变成看不见的字符或控制字符"),
                format!("`{shown}` becomes a character that is not seen, or a control character"),
            );
            let place = form.part(at..at + end + 1);
            sink.push(Diagnostic::error(&CODE, place, message).help(Message::new("删去它", "take it out")));
            return;
        }
    }
}
