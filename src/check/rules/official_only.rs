//! A site of the government without its marks, or one of somebody else with them.

use crate::check::traverse::site;
use crate::diag::{At, Code, Diagnostic, Message, Place, Sink, Trail};
use crate::model::{Model, PublisherKind};

use super::Rule;

static CODE: Code = Code {
    id: "E033",
    name: "official-only",
    what: ["政府网站的标记与发布者不符", "marks of a government website that do not fit its publisher"],
    why: [
        "域名、网站标识码、备案号和党政机关标识只属于政府网站：政府网站必须写明，其他网站写了就是冒用。",
        "Domain, identification code, record numbers and badge belong to government websites alone: such a site must \
         state them, and any other that did would pass itself off as one.",
    ],
    fix: [
        "publisher.kind 为 official 时写上 official，至少有 domain 和 id_code；为 civic 时删去 official。",
        "With `publisher.kind: official` give `official` with at least `domain` and `id_code`; with `civic` remove it.",
    ],
    example: "publisher: {kind: civic, name: …}\nofficial: {domain: www.example.gov.cn, id_code: \"1304310001\"}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let root = &Trail::Root;
    let kind = model.site.publisher.kind;
    match &model.site.official {
        Some(_) if kind == PublisherKind::Civic => {
            let place = Place { file: model.origins.site, at: At::Key(root.key("official").steps()) };
            let message = Message::new(
                "publisher.kind 为 civic 的网站不能有 official",
                "a site with `publisher.kind: civic` cannot have `official`",
            );
            let help = Message::new(
                "删去 official；确由政府机关主办的，把 kind 改为 official",
                "remove `official`, or where a government body does run the site, change `kind` to official",
            );
            sink.push(Diagnostic::error(&CODE, place, message).help(help));
        }
        None if kind == PublisherKind::Official => {
            let message = Message::new(
                "政府网站没有写明域名和网站标识码",
                "a government website without its domain and identification code",
            );
            let help =
                Message::new("写上 official: {domain: …, id_code: …}", "add `official: {domain: …, id_code: …}`");
            sink.push(Diagnostic::error(&CODE, site(model, &root.key("publisher").key("kind")), message).help(help));
        }
        _ => {}
    }
}
