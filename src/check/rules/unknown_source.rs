//! A document or a part of one that a record's source names and the list does not declare.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Lang, Model, Part};

use super::{Rule, Target, dangling};

static CODE: Code = Code {
    id: "E018",
    name: "unknown-source",
    what: ["来源不在清单登记的文件里", "a source that the list does not declare"],
    why: [
        "每条内容都要说明取自文件的哪一部分，读者才能核对。",
        "Every record says which part of which document it was taken from, so that a reader can check it.",
    ],
    fix: [
        "改正 part 或 file，或在 list.yaml 的 sources 里登记。",
        "Correct `part` or `file`, or declare it under sources in list.yaml.",
    ],
    example: "source: {part: dutys, row: \"1\"}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

static PART: Target = Target {
    kind: ["部分", "part of the document"],
    register: ["清单 list.yaml 的 sources 下的 parts ", "list.yaml of the list, under `parts` of `sources`"],
    entry: Some(|id, title| format!("{{id: {id}, title: {title}}}")),
};

static DOCUMENT: Target = Target {
    kind: ["文件", "document"],
    register: ["清单 list.yaml 的 sources ", "list.yaml of the list, under `sources`"],
    entry: None,
};

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let (Node::Source(source), Some(list)) = (node, spot.list) else { return };
        match (list.document(source.file.as_ref()), &source.file) {
            // For items the section or the list says it, or there is but one.
            (Some(document), _) if source.part.is_empty() => {
                let of_items = matches!(
                    spot.record().map(|record| record.part),
                    Some(Part::Item(_) | Part::ItemAccount(_) | Part::Account(_) | Part::Procedure(_))
                );
                let handed = list.sections.iter().any(|section| section.part.is_some())
                    || list.defaults.as_ref().is_some_and(|defaults| defaults.part.is_some());
                if !of_items || (document.parts.len() != 1 && !handed) {
                    let message = Message::new("来源没有写明是哪一部分", "the source names no part of the document");
                    let help = Message::new(
                        "在 source 里加上 part: …，或在 sections、defaults 里写一次",
                        "add `part: …` to the source, or say it once under `sections` or `defaults`",
                    );
                    sink.push(Diagnostic::error(&CODE, spot.place(), message).help(help));
                }
            }
            (Some(document), _) => {
                if !document.parts.iter().any(|part| part.id == source.part) {
                    let known = document.parts.iter().map(|part| (part.id.as_str(), part.title.best(Lang::ZH).1));
                    sink.push(dangling(&CODE, spot.inside("part"), &PART, &source.part, known));
                }
            }
            (None, Some(file)) => {
                let known = list.sources.iter().map(|document| (document.id.as_str(), document.title.best(Lang::ZH).1));
                sink.push(dangling(&CODE, spot.inside("file"), &DOCUMENT, file, known));
            }
            (None, None) => {
                let message = Message::new(
                    "清单有不止一份（或没有）来源文件，要写明是哪一份",
                    "the list has no document or more than one, so the source must name its `file`",
                );
                let help = Message::new("在 source 里加上 file: …", "add `file: …` to the source");
                sink.push(Diagnostic::error(&CODE, spot.place(), message).help(help));
            }
        }
    });
}
