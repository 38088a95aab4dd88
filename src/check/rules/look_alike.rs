//! A text with a character that looks like another one.

use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;
use crate::text::{Oddity, name, oddities};

use super::Rule;
use super::forms::{FormKind, each};

static CODE: Code = Code {
    id: "E101",
    name: "look-alike",
    what: ["看上去一样的另一个字符", "a character that looks like another"],
    why: [
        "西里尔字母 А 与拉丁字母 A、片假名“ー”与汉字“一”、字母 O 与“〇”看上去一样，程序却认作两个字：搜索找不到，名称对不上，引用认不出。部首、全角字母、“二○一五年”里的圆圈读入时已自动改成通常的字，不必改。",
        "A Cyrillic and a Latin A, the long mark of kana and the Chinese figure one, the letter O and the Chinese zero look the same and are not: a search does not find them, names do not match, citations are not read. Radicals, letters of full width and circles in Chinese years are made plain when they are read and may stay.",
    ],
    fix: [
        "照提示重新输入。名称里是错误，正文里只提醒。",
        "Type it again as the message says. It is a fault in names, and a warning in running text.",
    ],
    example: "name: 二О一五年统ー管理",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    each(model, &mut |form| {
        // What a paper prints stays as it is.
        if form.kind == FormKind::Printed {
            return;
        }
        for (bytes, oddity) in oddities(form.text) {
            let Oddity::LooksLike(c, twin) = oddity else { continue };
            let [zh, en] = name(c);
            let code = format!("U+{:04X}", u32::from(c));
            let message = Message::new(
                format!("`{c}` 是{zh}（{code}），不是通常的字"),
                format!("`{c}` is a {en} ({code}), which is hardly what was meant"),
            );
            let help = match twin {
                Some(twin) => {
                    let plain = format!("U+{:04X}", u32::from(twin));
                    Message::new(format!("写 `{twin}`（{plain}）"), format!("write `{twin}` ({plain})"))
                }
                None => Message::new("对照原件重新输入", "type it again after the original"),
            };
            let place = form.part(bytes.clone());
            let fault = match form.kind {
                FormKind::Name => Diagnostic::error(&CODE, place.clone(), message),
                _ => Diagnostic::warning(&CODE, place.clone(), message),
            };
            let fault = fault.help(help);
            sink.push(match twin {
                Some(twin) => fault.mend(place, &form.text[bytes], twin),
                None => fault,
            });
        }
    });
}
