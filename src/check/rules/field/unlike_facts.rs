//! Two lists that say the same in the same words, with another fact.

use std::collections::HashMap;

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Lang, Limit, Model, Position, Service};

use super::Rule;

static CODE: Code = Code {
    id: "E121",
    name: "unlike-facts",
    what: ["两份清单文字相同，事实不同", "two lists in the same words with another fact"],
    why: [
        "同一编码的事项法定时限应当一样，同一地区同一项服务的电话也应当一样；不一样，就有一份录错或过时了。",
        "Items with one code have one statutory time limit, and one service of one region has one set of phones. Where two lists differ, one is wrong or out of date.",
    ],
    fix: [
        "对照两份原文，改正录错的一份；原文确实不同的，在后一份清单里写一条 waivers，说明理由。",
        "Look at both papers and correct the one that was entered wrongly; where the papers do differ, write an entry under `waivers` of the second list, with the reason.",
    ],
    example: "# 甲县：{code: XK-012, name: …, time_limits: {statutory: {text: 20 日, limit: {value: 20, unit: day}}}}\n# 乙县：{code: XK-012, name: …, time_limits: {statutory: {text: 30 日, limit: {value: 30, unit: day}}}}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    // The list that said it first, by what it says.
    let mut limits: HashMap<(&str, &str), (usize, Limit, &str)> = HashMap::new();
    let mut services: HashMap<(&str, &str, &str), (usize, &Service)> = HashMap::new();
    traverse(model, &mut |node, spot| {
        let (Some(list), Some(record)) = (spot.list, spot.record()) else { return };
        let at = record.list.get();
        let title = |at: usize| model.lists[at].title.best(Lang::ZH).1;
        match node {
            Node::Item(item) => {
                let by_law = item.time_limits.as_ref().and_then(|limits| limits.statutory.as_ref());
                let Some((limit, text)) = by_law.and_then(|by_law| Some((by_law.limit?, by_law.text.best(Lang::ZH).1)))
                else {
                    return;
                };
                let (Some(code), Some(name)) = (item.code.as_deref(), item.name.get(Lang::ZH)) else { return };
                let (other, before, said) = *limits.entry((code, name)).or_insert((at, limit, text));
                if other != at && before != limit {
                    let message = Message::new(
                        format!("法定时限是“{text}”，{}里同一编码、同一名称的事项是“{said}”", title(other)),
                        format!(
                            "the statutory time limit is “{text}”; the item with this code and name in {} has “{said}”",
                            title(other)
                        ),
                    );
                    let place = spot.below(&["time_limits", "statutory"]);
                    sink.push(Diagnostic::warning(&CODE, place, message).help(help()));
                }
            }
            Node::Service(service) if !service.phones.is_empty() => {
                let (Some(name), Some(said)) = (service.name.get(Lang::ZH), service.description.get(Lang::ZH)) else {
                    return;
                };
                let (other, before) = *services.entry((&list.region, name, said)).or_insert((at, service));
                if other != at && before.phones != service.phones {
                    let message = Message::new(
                        format!("同一地区的{}里同一项服务的电话是 {}", title(other), before.phones.join("、")),
                        format!(
                            "the same service has the phones {} in {}, of the same region",
                            before.phones.join(", "),
                            title(other)
                        ),
                    );
                    sink.push(Diagnostic::warning(&CODE, spot.inside("phones"), message).help(help()));
                }
            }
            _ => {}
        }
    });
}

fn help() -> Message {
    Message::new(
        "对照两份原文，改正录错的一份；原文确实不同的，用 waivers 说明",
        "look at both papers and correct the wrong one; where they do differ, say so under `waivers`",
    )
}
