//! A `security.txt` that nobody could use, or that would hold for ever.

use crate::check::traverse::site;
use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::Model;

use super::Rule;

static CODE: Code = Code {
    id: "E047",
    name: "bad-security",
    what: ["安全联系信息不完整", "a security contact that is not complete"],
    why: [
        "security.txt（RFC 9116）必须有联系方式和失效日期。失效日期由发布者定，程序不能代定：没有它，信息过期了也看不出来。",
        "security.txt (RFC 9116) must say whom to tell and until when that holds. The day is for the publisher to set, never \
         for a program: without it nobody can see that what it says is out of date.",
    ],
    fix: [
        "写上 contact（mailto:、tel: 或 https:// 开头）和 expires（写到日，一年以内为宜），或删去 security。",
        "Give `contact` (beginning with mailto:, tel: or https://) and `expires` (down to the day, within a year at best), or \
         remove `security`.",
    ],
    example: "security: {contact: [\"mailto:security@example.org\"]}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let Some(security) = &model.site.security else { return };
    let root = &Trail::Root;
    let at = &root.key("security");
    if security.expires.is_none_or(|date| date.day.is_none()) {
        let key = if security.expires.is_some() { "expires" } else { "contact" };
        let message = Message::new("没有写明失效日期", "no day from which this no longer holds");
        let help = Message::new("写上 expires，写到日", "add `expires`, down to the day");
        sink.push(Diagnostic::error(&CODE, site(model, &at.key(key)), message).help(help));
    }
    if security.contact.is_empty() {
        let message = Message::new("没有联系方式", "nobody to tell");
        let help = Message::new("写上至少一个联系方式", "add at least one address");
        sink.push(Diagnostic::error(&CODE, site(model, &at.key("contact")), message).help(help));
    }
    let contacts = at.key("contact");
    for (index, contact) in security.contact.iter().enumerate() {
        if !["mailto:", "tel:", "https://"].iter().any(|scheme| contact.starts_with(scheme)) {
            let message = Message::new(
                format!("`{contact}` 不是联系地址"),
                format!("`{contact}` is not an address to write to or to call"),
            );
            let help = Message::new("以 mailto:、tel: 或 https:// 开头", "begin with mailto:, tel: or https://");
            sink.push(Diagnostic::error(&CODE, site(model, &contacts.index(index)), message).help(help));
        }
    }
}
