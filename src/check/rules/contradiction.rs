//! A list that says two things that cannot both be.

use crate::check::traverse::{Spot, register, traverse};
use crate::diag::{Code, Diagnostic, Message, Place, Sink, Trail};
use crate::model::walk::Node;
use crate::model::{Date, Item, Lang, LawId, Limit, List, ListId, Model, Owner, RecordRef, item_by_id};

use super::Rule;

static CODE: Code = Code {
    id: "E059",
    name: "contradiction",
    what: ["清单自相矛盾", "a list that says two things that cannot both be"],
    why: [
        "页面和数据只能照其中一处写，另一处就成了假话。",
        "Pages and data can follow one of the two alone, and the other becomes untrue.",
    ],
    fix: ["对照原文，删去或改正不对的一处。", "Look at the paper, and correct or take out the one that is wrong."],
    example: "empty_parts: [{collection: items, as_printed: 无}]\nitems: [{name: 民办学校设立审批}]",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    for (l, list) in ListId::each(model) {
        let at = |key: &str, index: usize| model.origins.lists[l].place(&Trail::Root.key(key).index(index));
        for (index, part) in list.empty_parts.iter().enumerate().filter(|(_, part)| list.count(part.collection) > 0) {
            let words = [
                &*format!("写明 {} 为空，却录有记录", part.collection.as_str()),
                &*format!("{} is said to be printed as empty, and has records", part.collection.as_str()),
            ];
            sink.push(doubtful(at("empty_parts", index), words));
        }
        for (index, part) in list.not_entered.iter().enumerate().filter(|(_, part)| list.count(**part) > 0) {
            let words = [
                &*format!("写明 {} 尚未录入，却录有记录", part.as_str()),
                &*format!("{} is said not to be entered, and has records", part.as_str()),
            ];
            sink.push(doubtful(at("not_entered", index), words));
        }
        for (index, part) in list.absent_parts.iter().enumerate().filter(|(_, part)| list.count(**part) > 0) {
            let words = [
                &*format!("写明原件没有 {}，却录有记录", part.as_str()),
                &*format!("the document is said to have no {}, and there are records", part.as_str()),
            ];
            sink.push(doubtful(at("absent_parts", index), words));
        }
    }
    dates(model, sink);
    traverse(model, &mut |node, spot| {
        let (Some(list), Some(record)) = (spot.list, spot.record()) else { return };
        match node {
            Node::Item(item) => of_item(model, list, item, record, spot, sink),
            Node::Counterpart(counterpart) => {
                let named = counterpart.item.as_deref().and_then(|id| item_by_id(model, id));
                if named.is_some_and(|named| named.list == record.list) {
                    let words =
                        ["部门的事项写成了本清单的事项", "the department's item is said to be one of this list"];
                    sink.push(said(spot.inside("item"), words));
                }
            }
            _ => {}
        }
    });
}

/// Days of a list or a law that cannot follow each other so.
fn dates(model: &Model, sink: &mut Sink) {
    let mut look = |place: Place, [early, late]: [&str; 2], dates: [Option<Date>; 2]| {
        let [Some(first), Some(second)] = dates else { return };
        if second.is_before(first) == Some(true) {
            let words = [
                &*format!("{late}（{second}）早于 {early}（{first}）"),
                &*format!("{late} ({second}) is before {early} ({first})"),
            ];
            sink.push(doubtful(place, words));
        }
    };
    for (list, origin) in model.lists.iter().zip(model.origins.lists.values()) {
        let until = || origin.place(&Trail::Root.key("valid_until"));
        look(until(), ["`valid_from`", "`valid_until`"], [list.valid_from, list.valid_until]);
        if list.valid_from.is_none() {
            look(until(), ["`published`", "`valid_until`"], [list.published, list.valid_until]);
        }
        let published = origin.place(&Trail::Root.key("published"));
        look(published, ["`compiled`", "`published`"], [list.compiled, list.published]);
    }
    for (id, law) in LawId::each(model) {
        if model.origins.is_of_program(Owner::Law(id)) {
            continue;
        }
        let effective = register(model, Owner::Law(id), "effective");
        look(effective, ["`adopted`", "`effective`"], [law.adopted, law.effective]);
        for event in &law.amendments {
            let place = register(model, Owner::Law(id), "amendments");
            look(place, ["`adopted`", "`amendments`"], [law.adopted, Some(event.date)]);
        }
    }
}

/// Whether a limit is longer than another; `None` where their units do not say.
fn longer(one: Limit, other: Limit) -> Option<bool> {
    (one.unit == other.unit && one.working_days == other.working_days).then_some(one.value > other.value)
}

fn of_item(model: &Model, list: &List, item: &Item, record: RecordRef, spot: &Spot<'_, '_>, sink: &mut Sink) {
    if let Some(limits) = &item.time_limits
        && let [Some(statutory), Some(promised)] = [&limits.statutory, &limits.promised]
        && let [Some(by_law), Some(by_promise)] = [statutory.limit, promised.limit]
        && longer(by_promise, by_law) == Some(true)
    {
        let (law, promise) = (statutory.text.best(Lang::ZH).1, promised.text.best(Lang::ZH).1);
        let words = [
            &*format!("承诺时限“{promise}”比法定时限“{law}”还长"),
            &*format!("the promised time limit “{promise}” is longer than the statutory one, “{law}”"),
        ];
        sink.push(doubtful(spot.below(&["time_limits", "promised"]), words));
    }
    let whole = item.part_of.as_ref().and_then(|id| list.items.iter().find(|other| other.id == *id));
    if whole.is_some_and(|whole| whole.section != item.section) {
        let words = ["子项与主项不在同一标题下", "a sub-item under another heading than its item"];
        sink.push(said(spot.inside("section"), words));
    }
    let section = item.section.as_deref().and_then(|id| list.section(id)).map(|id| &list[id]);
    let of_section = section.and_then(|section| section.role);
    if item.role.is_some() && of_section.is_some() && item.role != of_section {
        let words = ["事项所属部分与它的标题不同", "the item belongs to another part than its heading"];
        sink.push(said(spot.inside("role"), words));
    }
    let before = item.change.as_ref().and_then(|change| change.predecessor_id.as_deref());
    if before.and_then(|id| item_by_id(model, id)) == Some(record) {
        let words = ["事项写成了自己的前身", "the item is said to be what it was before"];
        sink.push(said(spot.below(&["change", "predecessor_id"]), words));
    }
}

/// What may be so of a part of the paper's part.
fn doubtful(place: Place, [zh, en]: [&str; 2]) -> Diagnostic {
    let help = Message::new("对照原文；确实如此的，不必改", "look at the paper; where it is so, leave it");
    Diagnostic::warning(&CODE, place, Message::new(zh, en)).help(help)
}

fn said(place: Place, [zh, en]: [&str; 2]) -> Diagnostic {
    let help = Message::new("对照原文，改正其中一处", "look at the paper, and correct one of the two");
    Diagnostic::error(&CODE, place, Message::new(zh, en)).help(help)
}
