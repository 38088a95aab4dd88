//! A topic, office, level, account or matter that a record names twice.

use std::collections::HashSet;

use crate::check::traverse::{Spot, traverse};
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;
use crate::model::walk::Node;

use super::Rule;

static CODE: Code = Code {
    id: "E058",
    name: "repeated-value",
    what: ["同一项写了两次", "a value that a record names twice"],
    why: [
        "一个事项不会两次归入同一主题、由同一科室承办两次；写两次多半是粘贴错了。",
        "A record is not twice under one topic, nor with one office twice; it is mostly a slip of pasting.",
    ],
    fix: ["删去多写的一个。", "Take one of the two out."],
    example: "topics: [education, education]",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let mut look = |key: &str, values: Vec<&str>| twice(spot, key, &values, sink);
        match node {
            Node::Item(item) => {
                look("topics", item.topics.iter().map(|id| &**id).collect());
                look("offices", item.offices.iter().map(|id| &**id).collect());
                look("levels", item.levels.iter().map(|level| level.as_str()).collect());
                look("accounts", item.accounts.iter().map(|id| &**id).collect());
                look("boundaries", item.boundaries.iter().map(String::as_str).collect());
            }
            Node::Section(section) => {
                look("topics", section.topics.iter().map(|id| &**id).collect());
                look("offices", section.offices.iter().map(|id| &**id).collect());
                look("accounts", section.accounts.iter().map(|id| &**id).collect());
            }
            Node::Duty(duty) => {
                look("topics", duty.topics.iter().map(|id| &**id).collect());
                look("offices", duty.offices.iter().map(|id| &**id).collect());
            }
            Node::WorkItem(item) => look("offices", item.offices.iter().map(|id| &**id).collect()),
            Node::Matter(matter) => look("topics", matter.topics.iter().map(|id| &**id).collect()),
            Node::Service(service) => {
                look("topics", service.topics.iter().map(|id| &**id).collect());
                look("offices", service.offices.iter().map(|id| &**id).collect());
                let months = service.schedule.iter().flat_map(|schedule| &schedule.months);
                let months: Vec<String> = months.map(u8::to_string).collect();
                twice(spot, "schedule", &months.iter().map(String::as_str).collect::<Vec<&str>>(), sink);
            }
            Node::Regime(regime) => {
                look("topics", regime.topics.iter().map(|id| &**id).collect());
                look("offices", regime.offices.iter().map(|id| &**id).collect());
            }
            _ => {}
        }
    });
    for (list, origin) in model.lists.iter().zip(model.origins.lists.values()) {
        let Some(defaults) = &list.defaults else { continue };
        for (key, values) in
            [("topics", &defaults.topics), ("offices", &defaults.offices), ("accounts", &defaults.accounts)]
        {
            let mut seen = HashSet::new();
            for (index, value) in values.iter().enumerate().filter(|(_, value)| !seen.insert(&***value)) {
                let root = &crate::diag::Trail::Root.key("defaults");
                let place = origin.place(&root.key(key).index(index));
                sink.push(said(place, value));
            }
        }
    }
}

fn twice(spot: &Spot<'_, '_>, key: &str, values: &[&str], sink: &mut Sink) {
    let mut seen = HashSet::new();
    for (index, value) in values.iter().enumerate() {
        if !seen.insert(*value) {
            let place = if key == "schedule" { spot.inside(key) } else { spot.entry(key, index) };
            sink.push(said(place, value));
        }
    }
}

fn said(place: crate::diag::Place, value: &str) -> Diagnostic {
    let message = Message::new(format!("`{value}` 写了两次"), format!("`{value}` stands here twice"));
    Diagnostic::error(&CODE, place, message).help(Message::new("删去一个", "take one of the two out"))
}
