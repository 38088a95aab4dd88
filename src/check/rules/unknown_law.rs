//! A law that a record names and that is not registered.

use std::collections::{HashMap, HashSet};

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Place, Sink, closest};
use crate::model::walk::Node;
use crate::model::{Id, Lang, Law, Model};

use super::{Rule, stub};

static CODE: Code = Code {
    id: "E012",
    name: "unknown-law",
    what: ["引用了没有登记的法律依据", "a law that is not registered"],
    why: [
        "每条依据都要能点开，看到全文名称、状态和引用它的所有事项。",
        "Every basis must lead to the law itself: its full title, its state and everything that cites it.",
    ],
    fix: [
        "改正 id 或名称；没有登记的，把报错里给出的一项粘贴到 laws/ 的文件里补全。每部法律只报一次。",
        "Correct the id or the title; where the law is not registered, paste the entry that the message gives into a file of laws/ and fill it in. A law is reported once.",
    ],
    example: "basis:\n  - law: product-qualty-law",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let ids: HashSet<&str> = model.laws.iter().map(|law| law.id.as_str()).collect();
    // Each name once, in the order of the content: where it stands first, and in how many places.
    let mut unknown: Vec<(&Id, Place, usize)> = Vec::new();
    let mut positions: HashMap<&Id, usize> = HashMap::new();
    traverse(model, &mut |node, spot| {
        let Node::Basis(basis) = node else { return };
        if ids.contains(&*basis.law) {
            return;
        }
        let at = *positions.entry(&basis.law).or_insert_with(|| {
            unknown.push((&basis.law, spot.inside("law"), 0));
            unknown.len() - 1
        });
        unknown[at].2 += 1;
    });
    for (name, place, count) in unknown {
        sink.push(Diagnostic::error(&CODE, place, message(name, count)).help(help(model, name)));
    }
}

fn message(name: &Id, count: usize) -> Message {
    let [zh, en] = match count {
        1 => [String::new(), String::new()],
        _ => [format!("，共 {count} 处"), format!(", in {count} places")],
    };
    if name.is_ascii() {
        return Message::new(format!("没有 id 为 `{name}` 的法律依据{zh}"), format!("no law has the id `{name}`{en}"));
    }
    Message::new(format!("没有登记法律依据“{name}”{zh}"), format!("no law is registered under the title “{name}”{en}"))
}

fn help(model: &Model, name: &Id) -> Message {
    let ids = model.laws.iter().map(|law| (law.id.as_str(), law));
    let titles = model.laws.iter().flat_map(|law| {
        let titles = std::iter::once(&law.title).chain(&law.short_titles).filter_map(|title| title.get(Lang::ZH));
        titles.chain(law.aliases.iter().map(String::as_str)).map(move |title| (title, law))
    });
    let bare = name.trim_matches(|c: char| "《》〈〉".contains(c) || c.is_whitespace());
    let known: Vec<(&str, &Law)> = if name.is_ascii() { ids.collect() } else { titles.collect() };
    let near = closest(bare, known.iter().map(|(name, _)| *name));
    if let Some((near, law)) = near.and_then(|near| known.iter().find(|(name, _)| *name == near)) {
        let told = if name.is_ascii() { law.title.best(Lang::ZH).1 } else { law.id.as_str() };
        return Message::new(format!("是不是 `{near}`（{told}）？"), format!("did you mean `{near}` ({told})?"));
    }
    let stub = if name.is_ascii() { stub::named(model, name) } else { stub::titled(model, bare) };
    Message::new(format!("在 laws/ 的一个文件里登记：\n{stub}"), format!("register it in a file of laws/:\n{stub}"))
}
