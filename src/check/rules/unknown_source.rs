//! A document or a part of one that a record's source names and the list does not declare.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Lang, Model};

use super::{Rule, dangling};

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

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        let (Node::Source(source), Some(list)) = (node, spot.list) else { return };
        match (list.document(source.file.as_ref()), &source.file) {
            (Some(document), _) => {
                if !document.parts.iter().any(|part| part.id == source.part) {
                    let known = document.parts.iter().map(|part| (part.id.as_str(), part.title.best(Lang::ZH).1));
                    sink.push(dangling(
                        &CODE,
                        spot.inside("part"),
                        ["部分", "part of the document"],
                        &source.part,
                        known,
                    ));
                }
            }
            (None, Some(file)) => {
                let known = list.sources.iter().map(|document| (document.id.as_str(), document.title.best(Lang::ZH).1));
                sink.push(dangling(&CODE, spot.inside("file"), ["文件", "document"], file, known));
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
