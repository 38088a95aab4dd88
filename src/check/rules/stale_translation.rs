//! A text whose Chinese was changed and whose translation was not.

use crate::check::translated::stale;
use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::{Lang, ListId, Model, Position, Translated};

use super::Rule;

static CODE: Code = Code {
    id: "E123",
    name: "stale-translation",
    what: ["中文改过，译文没有跟着改", "Chinese that was changed, beside a translation that was not"],
    why: [
        "两种语言说的不是一回事，读译文的人得到的是旧的内容。只对 qingdan stamp 记过的译文检查。",
        "The two languages say different things, and who reads the translation is told what was. Looked for only in translations that `qingdan stamp` has written down.",
    ],
    fix: [
        "改好译文；译文仍然对的，运行 qingdan stamp --all，把现在的译文都记为对的。",
        "Change the translation; where it is still right, `qingdan stamp --all` writes down the translations as they are.",
    ],
    example: "name: {zh: 计量器具检定, en: Metrology}   # 记下译文时，中文是“计量管理”",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let stale: Vec<_> = ListId::all(model).map(|list| stale(model, list)).collect();
    if stale.iter().all(|stale| stale.is_empty()) {
        return;
    }
    traverse(model, &mut |node, spot| {
        let (Some(text), Some(record)) = (node.text(), spot.record()) else { return };
        let stale = &stale[record.list.get()];
        if stale.is_empty() {
            return;
        }
        for one in Translated::of(text).filter(|one| stale.contains(one)) {
            let form = text.get(one.lang).unwrap_or_default();
            let [zh, en] = match one.lang {
                Lang::EN => ["英文".to_owned(), "English".to_owned()],
                other => [other.to_string(), other.to_string()],
            };
            let message = Message::new(
                format!("中文改过，{zh}没有跟着改：{form}"),
                format!("the Chinese was changed and the {en} was not: {form}"),
            );
            let id = &model[record.list].id;
            let help = Message::new(
                format!("改好译文；译文仍然对的，运行 qingdan stamp {id} --all"),
                format!("change the translation; where it is still right, run `qingdan stamp {id} --all`"),
            );
            sink.push(Diagnostic::warning(&CODE, spot.place(), message).help(help));
        }
    });
}
