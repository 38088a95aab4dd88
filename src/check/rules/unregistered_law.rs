//! A text that cites a law which the register does not have.

use crate::check::traverse::traverse;
use crate::cite::{Certainty, Mention, Reader};
use crate::diag::{Code, Diagnostic, Message, Sink, closest};
use crate::model::{Lang, Model};

use super::Rule;

static CODE: Code = Code {
    id: "E037",
    name: "unregistered-law",
    what: ["文字里引用的法律没有登记", "a text that cites a law which is not registered"],
    why: [
        "文字里的引用会变成链接，法律有变动时也要查得到；没有登记的法律查不到，也链接不了。",
        "Citations in texts become links, and are found when a law changes; a law that is not registered can be neither.",
    ],
    fix: [
        "在 laws/ 里登记这部法律；只是写法不同的，把这种写法加进它的 aliases。",
        "Register the law in laws/; where only the form differs, add the form to its `aliases`.",
    ],
    example: "statement: {zh: 依据《产品质量监督办法》实施监督, en: …}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let reader = Reader::new(&model.laws);
    let titles = model.laws.iter().flat_map(|law| {
        let titles = std::iter::once(&law.title).chain(&law.short_titles).filter_map(|title| title.get(Lang::ZH));
        titles.chain(law.aliases.iter().map(String::as_str)).map(|title| (title, law.id.as_str()))
    });
    let titles: Vec<(&str, &str)> = titles.collect();
    traverse(model, &mut |node, spot| {
        let Some(text) = node.text() else { return };
        let Some(form) = text.get(Lang::ZH).filter(|_| spot.list.is_some()) else { return };
        let unregistered = |mention: &&Mention| mention.certainty == Certainty::Unregistered;
        // An article of such a law is no further law.
        let named = |mention: &&Mention| mention.title.is_some() || mention.document_number.is_some();
        for mention in reader.read(form).iter().filter(unregistered).filter(named) {
            let printed: String = mention.text.split_whitespace().collect();
            let message =
                Message::new(format!("没有登记“{printed}”"), format!("“{printed}” cites a law that is not registered"));
            let title = mention.title.as_deref().unwrap_or(&mention.text);
            let near = closest(title, titles.iter().map(|(title, _)| *title));
            let help = match near.and_then(|near| titles.iter().find(|(title, _)| *title == near)) {
                Some((near, id)) => Message::new(
                    format!("是不是 `{id}`（{near}）？是的话把“{title}”加进它的 aliases"),
                    format!("is it `{id}` ({near})? If so, add “{title}” to its `aliases`"),
                ),
                None => Message::new("在 laws/ 里登记它", "register it in laws/"),
            };
            let place = if text.forms().count() == 1 { spot.place() } else { spot.inside(Lang::ZH.as_str()) };
            let before: String = form.chars().take(mention.start).collect();
            sink.push(Diagnostic::error(&CODE, place.within(&mention.text, &before), message).help(help));
        }
    });
}
