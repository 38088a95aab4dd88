//! A duty, matter, service or regime under no topic.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;
use crate::model::walk::Node;

use super::Rule;

static CODE: Code = Code {
    id: "E032",
    name: "without-topic",
    what: ["没有归入任何主题", "a record under no topic"],
    why: [
        "读者按主题找事，按主题对照各地；没有主题的记录两处都找不到。",
        "Readers find a record by its topic and compare regions by topic; without one it is missing from both.",
    ],
    fix: [
        "这是提醒，不妨碍发布。写上 topics，用 topics.yaml 或 docs/registers.md 里的 slug；没有合适的就先登记一个主题。",
        "It is a warning and stops nothing. Give it `topics` with slugs of topics.yaml or docs/registers.md; where none fits, register a topic first.",
    ],
    example: "topics: []",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let (topics, [zh, en]) = match node {
            Node::Duty(duty) => (&duty.topics, ["职责", "duty"]),
            Node::Matter(matter) => (&matter.topics, ["管理事项", "matter"]),
            Node::Service(service) => (&service.topics, ["服务事项", "service"]),
            Node::Regime(regime) => (&regime.topics, ["监管制度", "regime"]),
            _ => return,
        };
        if topics.is_empty() {
            let message = Message::new(format!("这项{zh}没有主题"), format!("this {en} is under no topic"));
            let slugs: Vec<&str> = model.topics.iter().map(|topic| topic.slug.as_str()).take(16).collect();
            let help = Message::new(
                format!("写上 topics: […]，可用的主题：{}", slugs.join("、")),
                format!("give it `topics: […]`; topics there are: {}", slugs.join(", ")),
            );
            sink.push(Diagnostic::warning(&CODE, spot.place(), message).help(help));
        }
    });
}
