//! Two items with one number or one code in a section.

use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::{Lang, ListId, Model, Position};

use super::Rule;
use super::item_keys::repeated;

static CODE: Code = Code {
    id: "E048",
    name: "repeated-item",
    what: ["同一部分里两个事项的序号或编码相同", "two items with one number or code in a section"],
    why: [
        "序号和编码是读者引用事项的依据，也是网址的由来；两项相同，就有一项录错，或漏了标题。",
        "Readers name an item by its number or code, and its address is made from them; where two are the same, one was entered wrongly or a heading is missing.",
    ],
    fix: [
        "对照原文改正；原文确实重复的，给其中一项写上 id，并在 notes 里说明；换了标题的，在 sections 里登记标题。",
        "Correct it after the paper; where the paper itself repeats it, give one of the two an `id` and say so in its `notes`; where a new heading begins, register it under `sections`.",
    ],
    example: "- {number: \"3\", section: licences, name: 甲}\n- {number: \"3\", section: licences, name: 乙}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let tables = model.origins.tables();
    for (l, list) in ListId::each(model) {
        for repeated in repeated(list) {
            // Whoever writes ids and a remark has seen it.
            if !list[repeated.item].notes.is_empty() {
                continue;
            }
            let printed = repeated.printed;
            let before = list[repeated.before].name.best(Lang::ZH).1;
            let [zh, en] = if repeated.key == "code" { ["编码", "code"] } else { ["序号", "number"] };
            let message = Message::new(
                format!("{zh}“{printed}”前面的事项已有：{before}"),
                format!("the {en} “{printed}” is that of an item before it: {before}"),
            );
            let items = &Trail::Root.key("items");
            let place = model.origins.lists[l].place(&items.index(repeated.item.get()).key(repeated.key));
            let anew = list[repeated.item].section.is_none();
            let help = match (tables.contains(&place.file), anew) {
                (true, true) => Message::new(
                    "对照原文改正；序号在每个标题下重新开始的，加一列 section 写各行的标题，并在 list.yaml 的 sections 里登记这些标题",
                    "correct it after the paper; where the numbers begin anew under each heading, add a column `section` that names the heading of each row, and register the headings under `sections` of list.yaml",
                ),
                (false, true) => Message::new(
                    "对照原文改正；序号在每个标题下重新开始的，用 section 写明标题；原文如此的，写上 id 并在 notes 里说明",
                    "correct it after the paper; where the numbers begin anew under each heading, name it with `section`; where the paper has it so, give it an `id` and say so in its `notes`",
                ),
                _ => Message::new(
                    "对照原文改正；原文如此的，写上 id 并在 notes 里说明",
                    "correct it after the paper; where the paper has it so, give it an `id` and say so in its `notes`",
                ),
            };
            sink.push(Diagnostic::error(&CODE, place, message).help(help));
        }
    }
}
