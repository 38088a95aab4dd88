//! A law that a record names and that is not registered.

use std::collections::{HashMap, HashSet};

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Place, Sink, closest};
use crate::meant;
use crate::model::walk::Node;
use crate::model::{Id, Lang, Law, Model};

use super::{Rule, is_spelled, stub};

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
        let (help, near) = help(model, name);
        let mut fault = Diagnostic::error(&CODE, place, message(name, count)).help(help);
        // Only the first place is shown: what stands elsewhere is not changed by writing something there.
        fault.fix = near.clone();
        let is_safe = near.as_deref().is_some_and(|near| is_spelled(name, near));
        fault = fault.safe(is_safe);
        fault.fix = near.filter(|_| count == 1);
        sink.push(fault);
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

/// What to do, and the law that was meant, where it is one of those there are.
fn help(model: &Model, name: &Id) -> (Message, Option<String>) {
    let ids = model.laws.iter().map(|law| (law.id.as_str(), law));
    let titles = model.laws.iter().flat_map(|law| {
        let titles = std::iter::once(&law.title).chain(&law.short_titles).filter_map(|title| title.get(Lang::ZH));
        titles.chain(law.aliases.iter().map(String::as_str)).map(move |title| (title, law))
    });
    let bare = name.trim_matches(|c: char| "《》〈〉".contains(c) || c.is_whitespace());
    let ascii = meant::plain(bare).is_ascii();
    let known: Vec<(&str, &Law)> = if ascii { ids.collect() } else { titles.collect() };
    let plain = meant::plain(bare);
    let slug = Id::words(&plain);
    let same = || known.iter().map(|(name, _)| *name).find(|id| plain.is_ascii() && *id == slug);
    let near =
        same().or_else(|| closest(if plain.is_ascii() { &plain } else { bare }, known.iter().map(|(name, _)| *name)));
    if let Some((near, law)) = near.and_then(|near| known.iter().find(|(name, _)| *name == near)) {
        let told = if ascii { law.title.best(Lang::ZH).1 } else { law.id.as_str() };
        let help = Message::new(format!("是不是 `{near}`（{told}）？"), format!("did you mean `{near}` ({told})?"));
        return (help, Some(law.id.to_string()));
    }
    let stub = if ascii { stub::named(model, &slug) } else { stub::titled(model, bare) };
    let help = Message::new(
        format!("在 laws/ 的一个文件里登记：\n{stub}"),
        format!("register it in a file of laws/:\n{stub}"),
    );
    (help, None)
}
