//! A department that a record names and that is not registered.

use std::collections::HashSet;

use crate::check::traverse::traverse;
use crate::diag::{Code, Sink};
use crate::model::walk::Node;
use crate::model::{Lang, Model};

use super::{Rule, Target, dangling};

static CODE: Code = Code {
    id: "E014",
    name: "unknown-department",
    what: ["引用了没有登记的部门类别", "a department that is not registered"],
    why: [
        "各地名称不同的同类部门，靠类别放到一起比较。",
        "Departments of one kind go by different names; the kind is what brings them together.",
    ],
    fix: ["改正 id，或先登记这个部门类别。", "Correct the id, or register the department first."],
    example: "department: public-securty",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// What is named.
static TARGET: Target = Target {
    kind: ["部门类别", "department"],
    register: [" departments.yaml ", "departments.yaml"],
    entry: Some(|slug, name| format!("{{slug: {slug}, name: {name}}}")),
};

fn run(model: &Model, sink: &mut Sink) {
    let ids: HashSet<&str> = model.departments.iter().map(|department| department.slug.as_str()).collect();
    traverse(model, &mut |node, spot| {
        let (Node::DepartmentRef(slug) | Node::AgencyRef(slug)) = node else { return };
        if !ids.contains(slug.as_str()) {
            let known = model.departments.iter().flat_map(|kind| {
                let names = std::iter::once(kind.name.best(Lang::ZH).1);
                names.chain(kind.aliases.iter().map(String::as_str)).map(|name| (kind.slug.as_str(), name))
            });
            sink.push(dangling(&CODE, spot.place(), &TARGET, slug, known));
        }
    });
}
