//! A printed name that two registered records claim.

use std::collections::HashMap;

use crate::check::traverse::register;
use crate::diag::{Code, Diagnostic, Message, Place, Sink};
use crate::model::{DepartmentId, Lang, LawId, Model, Owner};

use super::Rule;

static CODE: Code = Code {
    id: "E027",
    name: "duplicate-alias",
    what: ["同一个名称登记在两处", "a name that two records claim"],
    why: [
        "名称是用来认出法律和部门的，一个名称只能指一个。",
        "Names are what laws and departments are recognized by; one name can mean only one of them.",
    ],
    fix: ["从其中一处删去。", "Take it out of one of the two."],
    example: "aliases: [公安局]",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let mut seen = HashMap::new();
    for (id, kind) in DepartmentId::each(model) {
        for alias in &kind.aliases {
            claim(&mut seen, alias, &kind.slug, || register(model, Owner::Department(id), "aliases"), sink);
        }
    }
    let mut seen = HashMap::new();
    for (id, law) in LawId::each(model) {
        let names = law.title.get(Lang::ZH).map(|name| (name, "title")).into_iter();
        let short = law.short_titles.iter().filter_map(|title| title.get(Lang::ZH)).map(|name| (name, "short_titles"));
        let aliases = law.aliases.iter().map(|alias| (alias.as_str(), "aliases"));
        for (name, key) in names.chain(short).chain(aliases) {
            claim(&mut seen, name, &law.id, || register(model, Owner::Law(id), key), sink);
        }
    }
}

fn claim<'m>(
    seen: &mut HashMap<&'m str, &'m str>,
    name: &'m str,
    id: &'m str,
    place: impl Fn() -> Place,
    sink: &mut Sink,
) {
    let owner = *seen.entry(name).or_insert(id);
    if owner != id {
        let message = Message::new(
            format!("“{name}”已经登记为 `{owner}` 的名称"),
            format!("“{name}” is already a name of `{owner}`"),
        );
        let help = Message::new("从其中一处删去", "take it out of one of the two");
        sink.push(Diagnostic::error(&CODE, place(), message).help(help));
    }
}
