//! A text or page in a language that the site does not have.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Place, Sink, closest};
use crate::model::{Lang, Model};

use super::Rule;

static CODE: Code = Code {
    id: "E021",
    name: "unknown-language",
    what: [
        "缺网站的语言，却有网站没有的语言",
        "a text that lacks a language of the site and has one that the site does not have",
    ],
    why: [
        "网站没有的语言哪一页都不显示：多出来的译文略去不计，但代替网站语言的多半是写错了代码。",
        "A language that the site does not have is shown on no page: a spare translation is passed over, but one in the place of a language of the site is likely a slip in its tag.",
    ],
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
        // Of a text that has every language of the site, forms in others are spare and were taken out.
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
