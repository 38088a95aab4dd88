//! A character in a text that takes no room and is not seen.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Place, Sink};
use crate::meant;
use crate::model::walk::Node;
use crate::model::{Lang, Model};
use crate::yaml;

use super::Rule;

static CODE: Code = Code {
    id: "E067",
    name: "hidden-character",
    what: ["文字里有看不见的字符", "a character that is not seen in a text"],
    why: [
        "零宽空格一类的字符看不见，多半是从网页、Word 或 PDF 里复制来的。名称里有了它，就与看上去一样的名称对不上，搜索也找不到。",
        "A zero-width space and its like are not seen and mostly come along when a text is copied from a web page, Word or a PDF. A name that has one is not the same as a name that looks the same, and a search does not find it.",
    ],
    fix: [
        "删去它：在它前后各删一个字，重新输入。名称、编号里是错误，正文里只提醒。",
        "Take it out: delete the characters around it and type them again. It is a fault in names and numbers, and a warning in running text.",
    ],
    example: "name: \"计量\\u200b管理\"",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        if let Some(form) = node.string() {
            push(look(form, spot.place(), true), sink);
        }
        let Some(text) = node.text() else { return };
        let is_name = matches!(node, Node::Name(_) | Node::Label(_));
        // Other scripts need some of them.
        for (lang, form) in text.forms().filter(|(lang, _)| [Lang::ZH, Lang::EN].contains(lang)) {
            let place = if text.forms().count() == 1 { spot.place() } else { spot.inside(lang.as_str()) };
            push(look(form, place, is_name), sink);
        }
    });
}

fn push(fault: Option<Diagnostic>, sink: &mut Sink) {
    if let Some(fault) = fault {
        sink.push(fault);
    }
}

/// The fault of a text that has such a character; `grave` where it is a name.
fn look(form: &str, place: Place, grave: bool) -> Option<Diagnostic> {
    let (at, c) = form.char_indices().find(|(_, c)| meant::hidden(*c).is_some())?;
    let [zh, en] = meant::hidden(c)?;
    let code = format!("U+{:04X}", u32::from(c));
    let before: String = form[..at].chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
    let (behind_zh, behind_en) = if before.is_empty() {
        ("开头".to_owned(), "at the beginning of the text".to_owned())
    } else {
        (format!("“{before}”后面"), format!("behind “{before}”"))
    };
    let message = Message::new(
        format!("{behind_zh}有看不见的字符：{zh}（{code}）"),
        format!("a {en} ({code}), which is not seen, {behind_en}"),
    );
    let clean: String = form.chars().filter(|c| meant::hidden(*c).is_none()).collect();
    let short = clean.chars().count() <= 40 && !clean.contains('\n');
    let fault =
        if grave { Diagnostic::error(&CODE, place, message) } else { Diagnostic::warning(&CODE, place, message) };
    if !short {
        return Some(fault.help(Message::new(
            "删去它：把它前后的字删掉，重新输入",
            "take it out: delete the characters around it and type them again",
        )));
    }
    let fix = yaml::flow(&clean);
    let help = Message::new(format!("重新输入，写 `{fix}`"), format!("type it again: write `{fix}`"));
    Some(fault.help(help).fix(fix))
}
