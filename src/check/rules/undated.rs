//! A list of a government website whose day of publication is not known.

use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::{Model, PublisherKind};

use super::Rule;

static CODE: Code = Code {
    id: "E034",
    name: "undated",
    what: ["政府网站的清单没有发布日期", "a list of a government website without its day of publication"],
    why: [
        "政府网站的每个内容页应有 PubDate。日期不能编造：不知道是哪一天，这份清单的各页就没有这个标签。",
        "Every article of a government website should carry PubDate. A date is never made up: where the day is not \
         known, the pages of the list go without the tag.",
    ],
    fix: ["知道发布日期的，在 published 写到日。", "Where the day is known, give it as `published`, down to the day."],
    example: "published: 2015-07",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    if model.site.publisher.kind != PublisherKind::Official {
        return;
    }
    for (list, origin) in model.lists.iter().zip(model.origins.lists.values()) {
        if list.published.is_none_or(|date| date.day.is_none()) {
            let root = &Trail::Root;
            let key = if list.published.is_some() { "published" } else { "id" };
            let message = Message::new(
                "不知道这份清单是哪一天发布的，它的各页没有 PubDate",
                "the day this list was published is not known; its pages carry no PubDate",
            );
            let help =
                Message::new("知道的，把 published 写到日", "where it is known, give `published` down to the day");
            sink.push(Diagnostic::warning(&CODE, origin.place(&root.key(key)), message).help(help));
        }
    }
}
