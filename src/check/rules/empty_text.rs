//! A text or string with nothing in it.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;

use super::Rule;

static CODE: Code = Code {
    id: "E022",
    name: "empty-text",
    what: ["空的文字", "an empty text"],
    why: [
        "空文字在页面上成了空格子，读者分不清是没有、不知道，还是漏了。",
        "An empty text becomes an empty cell, and a reader cannot tell none from unknown from forgotten.",
    ],
    fix: ["写上内容，或删去这个键。", "Write the text, or take the key out."],
    example: "remarks: \"\"",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let of_text = node.text().and_then(|text| {
            let (lang, _) = text.forms().find(|(_, form)| form.trim().is_empty())?;
            Some(if text.forms().count() == 1 { spot.place() } else { spot.inside(lang.as_str()) })
        });
        let of_string = || node.string().filter(|text| text.trim().is_empty()).map(|_| spot.place());
        let place = of_text.or_else(of_string);
        if let Some(place) = place {
            let message = Message::new("这段文字是空的", "this text is empty");
            let help = Message::new("写上内容，或删去这个键", "write the text, or take the key out");
            sink.push(Diagnostic::error(&CODE, place, message).help(help));
        }
    });
}
