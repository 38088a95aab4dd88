//! A model and a day in; citations of laws that were out of force, or changed since the list, by that day out.
//!
//! These are no faults of the content as such, since a list says what it said when it was published: they are looked
//! for only where somebody asks.

use std::collections::HashMap;

use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{After, Date, Lang, LawEvent, Model};

use super::rules::made_after;
use super::traverse::traverse;

/// A basis that was out of force by the day asked for.
pub static OUT_OF_FORCE: Code = Code {
    id: "E035",
    name: "law-out-of-force",
    what: ["所引的法律到那一天已经失效", "a citation of a law that was out of force by that day"],
    why: [
        "依据失效了，这一条还能不能照办，须由编制机关说明。只在用 --as-of 指定日期时检查。",
        "Where the basis is gone, the agency has to say whether the item still holds. Looked for only with --as-of.",
    ],
    fix: [
        "由编制机关修订清单；法律已被代替的，核对新法后改 law。登记的事件有误的，改正法律登记里的 amendments。",
        "The agency revises its list; where another law took its place, look at that one and change `law`. Where the \
         event is wrong, correct `amendments` in the register.",
    ],
    example: "basis:\n  - law: administrative-supervision-law   # repealed 2018-03-20",
};

/// A basis whose text was changed after the list was published, by the day asked for.
pub static CHANGED: Code = Code {
    id: "E036",
    name: "law-changed",
    what: ["所引的法律在清单发布后有修改", "a citation of a law that was changed after the list was published"],
    why: [
        "条文号和内容可能已经不同，读者会按旧条文去查。只在用 --as-of 指定日期时检查。",
        "Articles may have other numbers and other words by now, and readers look up the old ones. Looked for only with \
         --as-of.",
    ],
    fix: [
        "对照修改后的文本核对条文号；不必改动照原文登记的引文。",
        "Hold the articles against the changed text; what is kept as printed stays as it is.",
    ],
    example: "basis:\n  - law: food-safety-law   # revised 2015-04-24\n    articles: [\"65\"]",
};

/// Reports citations of laws that were out of force by `day` as faults, of laws changed since the list as warnings, and lists
/// that say to be made after that day.
pub fn as_of(model: &Model, day: Date, sink: &mut Sink) {
    made_after(model, day, sink);
    let laws: HashMap<&str, _> = model.laws.iter().map(|law| (law.id.as_str(), law)).collect();
    traverse(model, &mut |node, spot| {
        let Node::Basis(basis) = node else { return };
        let Some(law) = laws.get(&*basis.law) else { return };
        let title = law.short().best(Lang::ZH).1;
        if let Some(event) = law.ended_by(day) {
            let [zh, en] = event.kind.words();
            let message = Message::new(
                format!("{title}于 {} {zh}", event.date),
                format!("`{}` ({title}) was {en} on {}", law.id, event.date),
            );
            let successor = law.replaced_by.as_deref().and_then(|id| laws.get(id));
            let help = match successor {
                Some(successor) => Message::new(
                    format!("代替它的是 `{}`（{}）", successor.id, successor.title.best(Lang::ZH).1),
                    format!("`{}` ({}) took its place", successor.id, successor.title.best(Lang::EN).1),
                ),
                None => Message::new("没有登记代替它的法律", "no law that took its place is registered"),
            };
            sink.push(Diagnostic::error(&OUT_OF_FORCE, spot.inside("law"), message).help(help));
            return;
        }
        let Some(since) = spot.list.and_then(|list| list.date()) else { return };
        let changes: Vec<&LawEvent> = law.changed_since(since, day).collect();
        if changes.is_empty() {
            return;
        }
        let told = |lang: usize| {
            let one = |event: &&LawEvent| format!("{} {}", event.date, event.kind.words()[lang]);
            changes.iter().map(one).collect::<Vec<_>>().join(if lang == 0 { "、" } else { ", " })
        };
        let message = Message::new(
            format!("清单日期是 {since}，{title}此后有变动：{}", told(0)),
            format!("the list is of {since}, and `{}` ({title}) was changed since: {}", law.id, told(1)),
        );
        let unsure = changes.iter().any(|event| event.after(Some(since)) == After::Unknown);
        let warning = Diagnostic::warning(&CHANGED, spot.inside("law"), message);
        sink.push(if unsure {
            warning.help(Message::new(
                "单凭日期分不出先后，其中有的变动可能在清单之前",
                "the dates alone do not say which came first: a change may have come before the list",
            ))
        } else {
            warning
        });
    });
}
