//! A text in which a character is lost, or that was read in the wrong encoding.

use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::Model;
use crate::text::{Oddity, name, oddities};

use super::Rule;
use super::forms::each;

static CODE: Code = Code {
    id: "E100",
    name: "damaged-text",
    what: [
        "文字已损坏：字符丢失或读成乱码",
        "a damaged text: a character is lost, or it was read in the wrong encoding",
    ],
    why: [
        "“�”（U+FFFD）、私用区字符和“锟斤拷”一类的乱码，是文件转换编码或从 PDF 复制时丢了字留下的。原来是什么字，程序无从知道，发布出去读者也看不懂。",
        "`�` (U+FFFD), private-use characters and runs of rare characters without sense are left where a character was lost when a file changed its encoding or was copied out of a PDF. What stood there the program cannot know, and no reader could.",
    ],
    fix: ["对照原件重新输入这几个字。", "Type these characters again after the original."],
    example: "statement: 组织产品�量监督抽查",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// The article of a name.
fn article(name: &str) -> &'static str {
    if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

fn run(model: &Model, sink: &mut Sink) {
    each(model, &mut |form| {
        for (bytes, oddity) in oddities(form.text) {
            let run = &form.text[bytes.clone()];
            let (message, help) = match oddity {
                Oddity::Lost(c) => {
                    let [zh, en] = name(c);
                    let code = format!("U+{:04X}", u32::from(c));
                    let message = Message::new(
                        format!("这里的字已经丢失，只剩{zh}（{code}）"),
                        format!("the character that stood here is lost, {} {en} ({code}) is left", article(en)),
                    );
                    (message, Message::new("对照原件重新输入", "type it again after the original"))
                }
                Oddity::Mojibake(meant) => {
                    let shown: String = run.chars().take(20).collect();
                    let message = Message::new(
                        format!("`{shown}` 是用错编码读出的乱码"),
                        format!("`{shown}` is a text that was read in the wrong encoding"),
                    );
                    let help = match meant {
                        Some(meant) => Message::new(format!("原文应是“{meant}”"), format!("it was “{meant}”")),
                        None => Message::new("对照原件重新输入", "type it again after the original"),
                    };
                    (message, help)
                }
                Oddity::LooksLike(..) => continue,
            };
            sink.push(Diagnostic::error(&CODE, form.part(bytes), message).help(help));
        }
    });
}
