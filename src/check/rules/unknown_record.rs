//! A boundary matter or an item of another list that a record names and that is not there.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{ListId, Model, item_by_id, matter_by_id};

use super::Rule;

static CODE: Code = Code {
    id: "E055",
    name: "unknown-record",
    what: ["指向了不存在的事项", "a reference to a record that is not there"],
    why: [
        "读者顺着它去看边界怎样划、事项从哪里来；指错了就断了。",
        "Readers follow it to see where duties end or where an item came from; a wrong one leads nowhere.",
    ],
    fix: [
        "改正标识：事项写成 清单/items/id，边界事项写本清单里的 id 或 清单/boundaries/id。",
        "Correct it: an item is `list/items/id`, a boundary matter an id of the same list or `list/boundaries/id`.",
    ],
    example: "boundaries: [food-carts]",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let Some(list) = spot.list else { return };
        let own = || ListId::find(model, |one| one.id == list.id);
        let (id, there) = match node {
            Node::MatterRef(id) => (id, own().and_then(|own| matter_by_id(model, own, id)).is_some()),
            Node::ItemRef(id) => (id, item_by_id(model, id).is_some() || in_an_older_edition(model, id)),
            _ => return,
        };
        if !there {
            let message = Message::new(format!("没有标识为 `{id}` 的事项"), format!("no record has the id `{id}`"));
            let help = Message::new(
                "事项写成 清单/items/id，边界事项写 id 或 清单/boundaries/id",
                "an item is `list/items/id`, a boundary matter `id` or `list/boundaries/id`",
            );
            sink.push(Diagnostic::error(&CODE, spot.place(), message).help(help));
        }
    });
}

/// Whether an older edition of a list has the item: a list names what its items were before.
fn in_an_older_edition(model: &Model, id: &str) -> bool {
    model.editions.model.as_ref().is_some_and(|older| {
        let editions =
            older.lists.iter().filter(|list| id.strip_prefix(&*list.id).is_some_and(|rest| rest.starts_with('/')));
        let mut items = editions.flat_map(|list| list.items.iter().map(move |item| (list, item)));
        items.any(|(list, item)| id == format!("{}/items/{}", list.id, item.id))
    })
}
