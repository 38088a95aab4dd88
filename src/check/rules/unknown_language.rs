//! A text or page in a language that the site does not have.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Place, Sink, closest};
use crate::model::{Lang, Model};

use super::Rule;

static CODE: Code = Code {
    id: "E021",
    name: "unknown-language",
    what: ["用了网站没有的语言", "a language that the site does not have"],
    why: ["这段文字哪一页都不会显示。", "The text would be shown on no page."],
    fix: [
        "改正语言代码，或把它加到 site.yaml 的 languages。",
        "Correct the language tag, or add the language to languages in site.yaml.",
    ],
    example: "name: {zh: 计量, eng: Metrology}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let Some(text) = node.text() else { return };
        for (lang, _) in text.forms() {
            if !model.languages().contains(&lang) {
                sink.push(unknown(model, lang, spot.inside(lang.as_str())));
            }
        }
    });
    for page in &model.pages {
        if !model.languages().contains(&page.lang) {
            sink.push(unknown(model, page.lang, Place::file(page.file)));
        }
    }
}

fn unknown(model: &Model, lang: Lang, place: Place) -> Diagnostic {
    let tags: Vec<&str> = model.languages().iter().map(Lang::as_str).collect();
    let message = Message::new(format!("网站没有语言 `{lang}`"), format!("the site has no language `{lang}`"));
    let list = tags.join(", ");
    let help = match closest(lang.as_str(), tags) {
        Some(near) => Message::new(format!("是不是 `{near}`？"), format!("did you mean `{near}`?")),
        None => Message::new(format!("网站的语言：{list}"), format!("languages of the site: {list}")),
    };
    Diagnostic::error(&CODE, place, message).help(help)
}
