//! What a township's list and the list of a department print of the items that they share, where one lacks what the other
//! has.

use std::collections::HashSet;

use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::{Handover, Lang, ListId, Model, Position, RecordRef, handovers, held_by_townships, left_out};

use super::Rule;

static CODE: Code = Code {
    id: "E053",
    name: "not-in-their-list",
    what: ["镇街清单与部门清单对不上", "a township's list and a department's list that do not agree"],
    why: [
        "镇街说由部门承接或牵头，部门的清单却没有，办事的人就两头都找不到。",
        "Where the township says that a department has an item and the department's own list lacks it, whoever needs it finds nobody.",
    ],
    fix: [
        "两份清单对照原文；只是名称不同的，在 counterparts 的 item 里写明是哪一项；确实一方没有的，不必改，网页会写明。",
        "Hold both lists against their papers; where only the name differs, say under `item` of the counterpart which one it is; where one side really lacks it, leave it: the pages say so.",
    ],
    example: "counterparts:\n  - {name: 县教育局, manner: 由县教育局负责}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let handovers = handovers(model);
    for handover in handovers.iter().filter(|handover| handover.found.is_none()) {
        let Some(theirs) = handover.published.map(|list| &model[list]) else { continue };
        let item = &model[handover.list][handover.item];
        let (name, agency) = (item.name.best(Lang::ZH).1, theirs.agency.best(Lang::ZH).1);
        let town = model[handover.list].agency.best(Lang::ZH).1;
        let message = Message::new(
            format!("{town}的清单写有{agency}的“{name}”，{agency}的清单 `{}` 里没有", theirs.id),
            format!("{town} names {agency} beside “{name}”, which the list `{}` of {agency} does not have", theirs.id),
        );
        let help = Message::new(
            "只是名称不同的，写上 item: 清单/items/事项 id；确实没有的，不必改",
            "where only the name differs, write `item: list/items/id`; where it really has none, leave it",
        );
        let items = &Trail::Root.key("items");
        let item = &items.index(handover.item.get());
        let counterparts = &item.key("counterparts");
        let trail = counterparts.index(handover.counterpart.get());
        let place = model.origins.lists[handover.list].place(&trail.key("name"));
        sink.push(Diagnostic::warning(&CODE, place, message).help(help));
    }
    let mut named: HashSet<RecordRef> = handovers.iter().filter_map(|handover| handover.found).collect();
    named.extend(held_by_townships(model));
    let met: HashSet<ListId> = handovers.iter().filter_map(|handover| handover.published).collect();
    for list in ListId::all(model).filter(|list| met.contains(list)) {
        for item in left_out(model, list, |item| named.contains(&item)) {
            let name = model[list][item].name.best(Lang::ZH).1;
            let agency = model[list].agency.best(Lang::ZH).1;
            let (zh, en) = (towns(model, &handovers, list, "、"), towns(model, &handovers, list, ", "));
            let message = Message::new(
                format!("{agency}的清单写由镇街行使“{name}”，已公布的镇街清单（{zh}）里都没有"),
                format!("{agency} says that townships exercise “{name}”, and none of their lists here ({en}) has it"),
            );
            let help = Message::new(
                "对照镇街的清单；确实没有的，不必改",
                "hold it against the lists of the townships; where they really lack it, leave it",
            );
            let items = &Trail::Root.key("items");
            let place = model.origins.lists[list].place(&items.index(item.get()).key("name"));
            sink.push(Diagnostic::warning(&CODE, place, message).help(help));
        }
    }
}

/// How many townships are named where many have lists.
const NAMED: usize = 5;

/// The townships whose lists look for items in the list of a department.
fn towns(model: &Model, handovers: &[Handover], list: ListId, between: &str) -> String {
    let mut lists: Vec<ListId> =
        handovers.iter().filter(|handover| handover.published == Some(list)).map(|handover| handover.list).collect();
    lists.dedup();
    let names = lists.iter().take(NAMED).map(|list| model[*list].agency.best(Lang::ZH).1.to_owned());
    let more = (lists.len() > NAMED).then(|| "…".to_owned());
    names.chain(more).collect::<Vec<_>>().join(between)
}
