//! A section with another number of items than the paper says.

use std::collections::HashSet;

use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::{Id, ListId, Model};

use super::Rule;

static CODE: Code = Code {
    id: "E056",
    name: "miscounted",
    what: ["标题下的事项数与原文所印不符", "a section with another number of items than the paper says"],
    why: [
        "原文印明多少项，录少了就是漏录，录多了就是重复。",
        "Where the paper says how many there are, fewer means that some were not entered, more that some were entered twice.",
    ],
    fix: [
        "对照原文补上或删去；原文自己数错了的，在标题的 note 里说明。",
        "Add or remove them after the paper; where the paper itself counts wrongly, say so in the `note` of the section.",
    ],
    example: "sections:\n  - {id: licences, title: 行政许可, count: 12}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    for (l, list) in ListId::each(model) {
        let wholes_of_parts: HashSet<&Id> = list.items.iter().filter_map(|item| item.part_of.as_ref()).collect();
        for (index, section) in list.sections.iter().enumerate() {
            let Some(count) = section.count.filter(|_| section.note.is_none()) else { continue };
            let own = || list.items.iter().filter(|item| item.section.as_ref() == Some(&section.id));
            let wholes = own().filter(|item| item.part_of.is_none()).count();
            let all = own().count();
            // A paper counts its items or, where it has sub-items, these.
            let leaves = own().filter(|item| !wholes_of_parts.contains(&item.id));
            // A heading over headings has none of its own.
            let above = list.sections.iter().any(|other| other.part_of.as_ref() == Some(&section.id));
            if (all == 0 && (above || list.items.is_empty()))
                || [wholes, all, leaves.count()].contains(&(count as usize))
            {
                continue;
            }
            let message = Message::new(
                format!("原文印明 {count} 项，这里有 {wholes} 项"),
                format!("the paper says {count} items, and there are {wholes}"),
            );
            let help = Message::new(
                "对照原文；原文数错了的，在 note 里说明",
                "look at the paper; where it counts wrongly, say so in `note`",
            );
            let sections = &Trail::Root.key("sections");
            let place = model.origins.lists[l].place(&sections.index(index).key("count"));
            sink.push(Diagnostic::warning(&CODE, place, message).help(help));
        }
    }
}
