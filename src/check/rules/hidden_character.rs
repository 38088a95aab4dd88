//! A character in a text that takes no room and is not seen.

use crate::diag::{Code, Diagnostic, Message, Place, Sink};
use crate::meant;
use crate::model::{Lang, Model};
use crate::yaml;

use super::Rule;
use super::forms::{FormKind, each};

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
    each(model, &mut |form| {
        // Other scripts need some of them.
        if form.lang.is_some_and(|lang| ![Lang::ZH, Lang::EN].contains(&lang)) {
            return;
        }
        // A byte order mark at the beginning of a file is none of the text.
        let text = if form.kind == FormKind::Page { form.text.trim_start_matches('\u{feff}') } else { form.text };
        let Some((at, c)) = text.char_indices().find(|(_, c)| meant::hidden(*c).is_some()) else { return };
        let start = form.text.len() - text.len() + at;
        let place = if form.kind == FormKind::Page { form.part(start..start + c.len_utf8()) } else { form.place() };
        if let Some(fault) = look(text, (at, c), place, form.kind) {
            let bytes = start..start + c.len_utf8();
            sink.push(fault.mend(form.part(bytes.clone()), &form.text[bytes], ""));
        }
    });
}

/// The fault of a text that has such a character; grave where it is a name or a number.
fn look(form: &str, (at, c): (usize, char), place: Place, kind: FormKind) -> Option<Diagnostic> {
    let [zh, en] = meant::hidden(c)?;
    let code = format!("U+{:04X}", u32::from(c));
    let line = form[..at].rsplit('\n').next().unwrap_or_default();
    let before: String = line.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
    let (behind_zh, behind_en) = if before.is_empty() {
        ("开头".to_owned(), "at the beginning of the text".to_owned())
    } else {
        (format!("“{before}”后面"), format!("behind “{before}”"))
    };
    let message = Message::new(
        format!("{behind_zh}有看不见的字符：{zh}（{code}）"),
        format!("a {en} ({code}), which is not seen, {behind_en}"),
    );
    let grave = !matches!(kind, FormKind::Prose | FormKind::Note | FormKind::Page);
    let clean: String = form.chars().filter(|c| meant::hidden(*c).is_none()).collect();
    let short = clean.chars().count() <= 40 && !clean.contains('\n') && kind != FormKind::Page;
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
