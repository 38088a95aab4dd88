//! A name of several lines.

use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;
use crate::text::{Joint, joint};
use crate::yaml;

use super::Rule;
use super::forms::{FormKind, each};

static CODE: Code = Code {
    id: "E103",
    name: "broken-name",
    what: ["名称里有换行", "a name of several lines"],
    why: [
        "名称用作标题、链接和表格里的一格，只能是一行。正文里用“|”写的换行照样保留；没有加“|”而折到下一行的文字，读入时已自动接成一行。",
        "A name becomes a heading, a link and a cell, and is one line. In running text the lines behind `|` stay lines; a text that merely goes on in the next line is joined when it is read.",
    ],
    fix: ["把名称写成一行，去掉“|”。", "Write the name on one line, without `|`."],
    example: "name: |\n  计量器具\n  检定",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    each(model, &mut |form| {
        if form.kind != FormKind::Name || !form.text.contains('\n') {
            return;
        }
        let line = yaml::flow(&one_line(form.text));
        let message = Message::new("名称里有换行", "a name of several lines");
        let help = Message::new(format!("写成一行：`{line}`"), format!("write it on one line: `{line}`"));
        sink.push(Diagnostic::error(&CODE, form.place(), message).help(help));
    });
}

/// The lines as one, with a blank where one is typed.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for part in text.lines().map(str::trim).filter(|part| !part.is_empty()) {
        if let (Some(before), Some(after)) = (line.chars().next_back(), part.chars().next())
            && joint(before, after) == Joint::Blank
        {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}
