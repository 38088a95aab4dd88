//! A topic that a record names and that is not registered.

use std::collections::HashSet;

use crate::check::traverse::{register, traverse};
use crate::diag::{Code, Sink};
use crate::model::walk::Node;
use crate::model::{Lang, Model, Owner, TopicId};

use super::{Rule, Target, dangling};

static CODE: Code = Code {
    id: "E015",
    name: "unknown-topic",
    what: ["引用了没有登记的主题", "a topic that is not registered"],
    why: [
        "同一主题在各地的规定靠它放到一起。",
        "The topic is what brings the same duty of different regions together.",
    ],
    fix: ["改正 id，或先登记这个主题。", "Correct the id, or register the topic first."],
    example: "topics: [metrolgy]",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// What is named.
static TARGET: Target = Target {
    kind: ["主题", "topic"],
    register: [" topics.yaml ", "topics.yaml"],
    entry: Some(|slug, name| format!("{{slug: {slug}, name: {name}, definition: …}}")),
};

fn run(model: &Model, sink: &mut Sink) {
    let ids: HashSet<&str> = model.topics.iter().map(|topic| topic.slug.as_str()).collect();
    traverse(model, &mut |node, spot| {
        let Node::TopicRef(slug) = node else { return };
        if !ids.contains(slug.as_str()) {
            let known = model.topics.iter().map(|topic| (topic.slug.as_str(), topic.name.best(Lang::ZH).1));
            sink.push(dangling(&CODE, spot.place(), &TARGET, slug, known));
        }
    });
    for (id, topic) in TopicId::each(model) {
        if let Some(broader) = topic.broader.as_deref().filter(|slug| !ids.contains(slug)) {
            let known = model.topics.iter().map(|topic| (topic.slug.as_str(), topic.name.best(Lang::ZH).1));
            let place = register(model, Owner::Topic(id), "broader");
            sink.push(dangling(&CODE, place, &TARGET, broader, known));
        }
    }
}
