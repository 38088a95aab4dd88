//! An office of a list that nothing in the list names.

use std::collections::HashSet;

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::walk::Node;
use crate::model::{Id, Lang, ListId, Model, Office, Position};

use super::{Rule, printed};

static CODE: Code = Code {
    id: "E112",
    name: "unnamed-office",
    what: ["没有记录提到的科室", "an office that no record names"],
    why: [
        "读者点开这个科室，看不到它管什么；多半是某条记录的 offices 漏写了它，或写成了别的科室。",
        "Who opens its page does not learn what it does. Mostly a record lacks it under `offices`, or names another.",
    ],
    fix: [
        "在它负责的记录里写上 offices；原文只列了名称的，在清单里写一条 waivers，说明理由。",
        "Name it under `offices` of what it does; where the paper lists its name alone, write an entry under `waivers` of the list, with the reason.",
    ],
    example: "offices:\n  - {slug: archives, name: 档案室, kind: office}   # no record has offices: [archives]",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let mut named: Vec<HashSet<&Id>> = vec![HashSet::new(); model.lists.len()];
    traverse(model, &mut |node, spot| {
        if let (Node::OfficeRef(slug), Some(record)) = (node, spot.record()) {
            named[record.list.get()].insert(slug);
        }
    });
    let mut open: Vec<Vec<(usize, &Office)>> = Vec::new();
    for (list, named) in model.lists.iter().zip(&named) {
        // Whom a list that names no office at all means, cannot be asked office by office.
        // Where one is named that there is not, it may be one of these that was meant.
        let some = !named.is_empty() && named.iter().all(|slug| list.office(slug).is_some());
        let offices = list.offices.iter().enumerate();
        open.push(offices.filter(|(_, office)| some && !named.contains(&office.slug)).collect());
    }
    in_texts(model, &mut open);
    for ((l, _), offices) in ListId::each(model).zip(open) {
        for (at, office) in offices {
            let name = office.name.best(Lang::ZH).1;
            let place = model.origins.lists[l].place(&Trail::Root.key("offices").index(at).key("name"));
            let message =
                Message::new(format!("没有一条记录提到“{name}”"), format!("no record of the list names “{name}”"));
            let help = Message::new(
                format!("在它负责的记录里写 offices: [{}]；原文只列了名称的，用 waivers 说明", office.slug),
                format!(
                    "write `offices: [{}]` at what it does; where the paper has its name alone, say so under `waivers`",
                    office.slug
                ),
            );
            sink.push(Diagnostic::warning(&CODE, place, message).help(help));
        }
    }
}

/// Takes out the offices that running text calls by a name.
fn in_texts(model: &Model, open: &mut [Vec<(usize, &Office)>]) {
    if open.iter().all(Vec::is_empty) {
        return;
    }
    traverse(model, &mut |node, spot| {
        let (Node::Prose(_) | Node::Plain(_) | Node::Label(_), Some(record)) = (node, spot.record()) else { return };
        let open = &mut open[record.list.get()];
        let Some(text) = printed(node).filter(|_| !open.is_empty()) else { return };
        open.retain(|(_, office)| {
            let names = office.name.get(Lang::ZH).into_iter().chain(office.aliases.iter().map(String::as_str));
            !names.into_iter().any(|name| text.contains(name))
        });
    });
}
