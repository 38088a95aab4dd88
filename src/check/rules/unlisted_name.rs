//! A participant whose printed name is none of its department's.

use std::collections::HashSet;

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Department, Lang, Model};
use crate::register::register;

use super::Rule;

static CODE: Code = Code {
    id: "E028",
    name: "unlisted-name",
    what: ["参与部门的名称不在该类部门的别名里", "a participant's printed name is none of its department's"],
    why: [
        "名称和类别对得上，才能保证没有把两个部门混为一谈。",
        "Only where name and kind agree is it sure that two departments were not taken for one.",
    ],
    fix: [
        "核对类别；类别没错，就在 departments.yaml 里这一类的 aliases 写上这个名称。程序自带的类别写一项同 slug 的，原有的名称仍然认得。",
        "Look at the kind; where it is right, write the name among its aliases in departments.yaml. For a kind that comes with the program, an entry with the same slug does so; the names it has there are still known.",
    ],
    example: "- department: public-security\n  name: 环境保护局",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let places: HashSet<&str> = model.regions.iter().filter_map(|region| region.name.get(Lang::ZH)).collect();
    traverse(model, &mut |node, spot| {
        let Node::Participant(participant) = node else { return };
        let Some(kind) = model.departments.iter().find(|kind| kind.slug == participant.department) else { return };
        let Some(printed) = participant.name.get(Lang::ZH) else { return };
        // Papers print the name of the place before that of the body.
        let cuts = printed.char_indices().map(|(at, _)| printed.split_at(at));
        let bare = cuts.filter(|(place, _)| places.contains(place)).map(|(_, name)| name);
        let known = std::iter::once(printed).chain(bare).any(|name| is_name(kind, name));
        if !known {
            let message = Message::new(
                format!("“{printed}”不是 `{}` 的名称", kind.slug),
                format!("“{printed}” is no name of `{}`", kind.slug),
            );
            let other = model.departments.iter().find(|kind| kind.aliases.iter().any(|alias| alias == printed));
            let help = match other {
                Some(other) => Message::new(
                    format!("它是 `{}` 的名称：改 department", other.slug),
                    format!("it is a name of `{}`: correct `department`", other.slug),
                ),
                None => Message::new(
                    format!("核对 department；没错就在 departments.yaml 的 `{}` 一项里把它写进 aliases", kind.slug),
                    format!(
                        "look at `department`; where it is right, write the name among the aliases of `{}` in departments.yaml",
                        kind.slug
                    ),
                ),
            };
            sink.push(Diagnostic::error(&CODE, spot.inside("name"), message).help(help));
        }
    });
}

/// Whether a name is one of the kind, as the site has it or as it comes with the program.
fn is_name(kind: &Department, name: &str) -> bool {
    let named = |kind: &Department| kind.aliases.iter().any(|alias| alias == name);
    kind.name.get(Lang::ZH) == Some(name)
        || named(kind)
        || register().departments.iter().any(|other| other.slug == kind.slug && named(other))
}
