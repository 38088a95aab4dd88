//! A participant whose printed name is none of its department's.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Lang, Model};

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
        "核对类别；类别没错，就把这个名称加到 departments.yaml 的 aliases。",
        "Look at the kind; where it is right, add the name to its aliases in departments.yaml.",
    ],
    example: "- department: public-security\n  name: 环境保护局",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let Node::Participant(participant) = node else { return };
        let Some(kind) = model.departments.iter().find(|kind| kind.slug == participant.department) else { return };
        let Some(printed) = participant.name.get(Lang::ZH) else { return };
        let known = kind.name.get(Lang::ZH) == Some(printed) || kind.aliases.iter().any(|alias| alias == printed);
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
                    "核对 department；没错就把它加到 departments.yaml 的 aliases",
                    "look at `department`; where it is right, add the name to aliases in departments.yaml",
                ),
            };
            sink.push(Diagnostic::error(&CODE, spot.inside("name"), message).help(help));
        }
    });
}
