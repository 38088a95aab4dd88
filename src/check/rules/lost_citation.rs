//! An English text that does not name a law which the Chinese cites.

use std::collections::BTreeSet;

use crate::check::readings::Readings;
use crate::cite::Mention;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Lang, LawId, Model};

use super::ReadingRule;

static CODE: Code = Code {
    id: "E039",
    name: "lost-citation",
    what: ["英文没有写出中文所引的法律", "an English text that does not name a law which the Chinese cites"],
    why: [
        "英文页面上的引用也要能链接到法律；译名与登记的不同，就认不出是哪部法律。",
        "Citations on English pages are links too; under another title than the registered one a law is not recognized.",
    ],
    fix: [
        "在英文里用登记的英文名称或简称；确需另一种形式的，加进这部法律的 short_titles。",
        "Use the registered English title or short title; where another form is needed, add it to the law's \
         `short_titles`.",
    ],
    example: "text: {zh: 依据《计量法》, en: Under the Law of Metrology}",
};

pub(super) const RULE: ReadingRule = ReadingRule { code: &CODE, run };

fn run(model: &Model, readings: &Readings<'_>, sink: &mut Sink) {
    readings.each(model, &mut |node, text, mentions, spot| {
        // Notes speak about the paper in words of their own.
        if text.get(Lang::EN).is_none() || matches!(node, Node::Note(_)) {
            return;
        }
        let chinese = laws(mentions);
        if chinese.is_empty() {
            return;
        }
        let english = laws(&readings.reader.read_form(text, Lang::EN, &[]));
        for law in chinese.difference(&english) {
            let law = &model[*law];
            let Some(title) = law.short().get(Lang::EN) else { continue };
            let message = Message::new(
                format!("中文引用了 `{}`（{}），英文没有写出“{title}”", law.id, law.short().best(Lang::ZH).1),
                format!("the Chinese cites `{}`; the English does not name the “{title}”", law.id),
            );
            let help = Message::new(format!("写作“{title}”"), format!("write “{title}”"));
            sink.push(Diagnostic::error(&CODE, spot.inside(Lang::EN.as_str()), message).help(help));
        }
    });
}

fn laws(mentions: &[Mention]) -> BTreeSet<LawId> {
    mentions.iter().filter_map(|mention| mention.law).collect()
}
