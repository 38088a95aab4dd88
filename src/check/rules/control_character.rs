//! A text with a control character, which no reader sees and no program that reads the data expects.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Place, Sink};
use crate::model::Model;

use super::Rule;

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
    traverse(model, &mut |node, spot| {
        if let Some((_, c)) = node.string().and_then(control) {
            report(c, spot.place(), "", "", sink);
        }
        let Some(text) = node.text() else { return };
        for (lang, form) in text.forms() {
            let Some((_, c)) = control(form) else { continue };
            let place = if text.forms().count() == 1 { spot.place() } else { spot.inside(lang.as_str()) };
            report(c, place, "", "", sink);
        }
    });
    for page in &model.pages {
        let title = control(&page.title).map(|(_, c)| (1, c));
        // The heading is the first line of the page.
        if let Some((line, c)) = title.or_else(|| control(&page.body).map(|(line, c)| (line + 2, c))) {
            report(c, Place::file(page.file), &format!("第 {line} 行的"), &format!(", in line {line}"), sink);
        }
    }
}

/// The first control character of a text and the lines before it.
fn control(text: &str) -> Option<(usize, char)> {
    let (at, c) = text.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))?;
    Some((text[..at].matches('\n').count(), c))
}

fn report(c: char, place: Place, zh: &str, en: &str, sink: &mut Sink) {
    let code = format!("U+{:04X}", u32::from(c));
    let message = Message::new(
        format!("{zh}文字里有控制字符 {code}"),
        format!("the control character {code} stands in a text{en}"),
    );
    let help = Message::new("删去它；要换行就写成换行", "take it out; where a line was meant to end, end the line");
    sink.push(Diagnostic::error(&CODE, place, message).help(help));
}
