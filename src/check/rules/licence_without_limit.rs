//! A licence without a time limit.

use crate::check::inherit::power_type;
use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::{ItemId, ListId, ListKind, Model, Position, PowerType};

use super::Rule;

static CODE: Code = Code {
    id: "E051",
    name: "licence-without-limit",
    what: ["许可事项没有办理时限", "licences without a time limit"],
    why: [
        "办许可要等多久，是申请人最先问的；法律规定了时限，清单漏了就看不到。",
        "How long a licence takes is what an applicant asks first; the law sets a limit, and where the list lacks it nobody sees it.",
    ],
    fix: [
        "原文有时限的，写进 time_limits 的 statutory（法定）或 promised（承诺）；原文没有的，不必改，这只是提醒。",
        "Where the paper has it, write it under `time_limits` as `statutory` or `promised`; where it has none, leave it: this is a reminder.",
    ],
    example: "- {name: 民办学校设立审批, type: licence}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// Says it once a list, at the first licence.
fn run(model: &Model, sink: &mut Sink) {
    for (l, list) in ListId::each(model).filter(|(_, list)| list.kind != ListKind::Township) {
        let licences = ItemId::each(list).filter(|(_, item)| power_type(list, item) == Some(PowerType::Licence));
        let without: Vec<ItemId> = licences
            .filter(|(id, item)| {
                let limited = |id: &ItemId| list[*id].time_limits.is_some();
                let parts = ItemId::each(list).filter(|(_, part)| part.part_of.as_ref() == Some(&item.id));
                let whole = item.part_of.as_ref().and_then(|whole| ItemId::find(list, |other| other.id == *whole));
                !limited(id)
                    && !whole.as_ref().is_some_and(limited)
                    && !parts.map(|(part, _)| part).any(|part| limited(&part))
            })
            .map(|(id, _)| id)
            .collect();
        let Some(first) = without.first() else { continue };
        let message = match without.len() - 1 {
            0 => Message::new("这项许可没有办理时限", "this licence has no time limit"),
            more => Message::new(
                format!("这项许可没有办理时限，本清单还有 {more} 项也没有"),
                format!("this licence has no time limit, nor have {more} more of the list"),
            ),
        };
        let help = Message::new(
            "原文有时限的，写进 time_limits；没有的不必改",
            "where the paper has one, write it under `time_limits`; where it has none, leave it",
        );
        let items = &Trail::Root.key("items");
        let place = model.origins.lists[l].place(&items.index(first.get()).key("name"));
        sink.push(Diagnostic::warning(&CODE, place, message).help(help));
    }
}
