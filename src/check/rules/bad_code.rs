//! Codes, addresses and languages of the site and its regions that cannot be.

use crate::check::traverse::{register, site};
use crate::diag::{Code, Diagnostic, Message, Place, Sink, Trail};
use crate::model::{Lang, Level, Model};

use super::Rule;

static CODE: Code = Code {
    id: "E029",
    name: "bad-code",
    what: ["代码、网址或语言设置不合规定", "a code, address or language setting that cannot be"],
    why: [
        "行政区划代码和网址会写进数据，供别的系统使用。",
        "Region codes and addresses go into the data and are used by other systems.",
    ],
    fix: [
        "行政区划代码是六位数字，与级别相符；网址以 https:// 或 http:// 开头；语言至少一种，不重复。",
        "A region code has six digits that agree with its level; an address starts with https:// or http://; a site has at least one language, each once.",
    ],
    example: "- {code: \"13043\", slug: jize, name: 鸡泽县, level: county}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    languages(model, sink);
    addresses(model, sink);
    for (index, region) in model.regions.iter().enumerate() {
        let place = || register(model.origins.regions, index, "code");
        let digits = region.code.len() == 6 && region.code.bytes().all(|b| b.is_ascii_digit());
        let fits = digits
            && match region.level {
                Level::Province => region.code.ends_with("0000"),
                Level::Prefecture => region.code.ends_with("00") && !region.code.ends_with("0000"),
                Level::County => !region.code.ends_with("00"),
            };
        if !fits {
            let code = &region.code;
            let words = Message::new(
                format!("`{code}` 不是{}的六位行政区划代码", level(region.level).zh),
                format!("`{code}` is not a six-digit code of a {}", level(region.level).en),
            );
            report(sink, place(), words);
        } else if model.regions[..index].iter().any(|other| other.code == region.code) {
            let words = Message::new(
                format!("代码 `{}` 已经用于另一个地区", region.code),
                format!("the code `{}` is already another region's", region.code),
            );
            report(sink, place(), words);
        }
    }
}

fn level(level: Level) -> Message {
    match level {
        Level::Province => Message::new("省级", "province"),
        Level::Prefecture => Message::new("地级", "prefecture"),
        Level::County => Message::new("县级", "county"),
    }
}

fn languages(model: &Model, sink: &mut Sink) {
    let languages = model.languages();
    let twice = (1..languages.len()).find(|index| languages[..*index].contains(&languages[*index]));
    if languages.is_empty() {
        let place = site(model, &Trail::Root.key("languages"));
        report(sink, place, Message::new("网站至少要有一种语言", "the site needs at least one language"));
    } else if let Some(index) = twice {
        let place = site(model, &Trail::Root.key("languages").index(index));
        report(sink, place, Message::new("这种语言写了两次", "this language stands twice"));
    }
    if let Some(index) = languages.iter().position(|lang| *lang != Lang::ZH && RESERVED.contains(&lang.as_str())) {
        let place = site(model, &Trail::Root.key("languages").index(index));
        report(sink, place, Message::new("这个名称已用作网站的文件夹", "this name is taken by a folder of the site"));
    }
}

/// Folders at the root of the site.
const RESERVED: [&str; 6] = ["assets", "data", "laws", "lists", "regions", "topics"];

fn addresses(model: &Model, sink: &mut Sink) {
    let root = &Trail::Root;
    let (licence, publisher, contact) = (&root.key("licence"), &root.key("publisher"), &root.key("contact"));
    let given = [
        (model.site.base_url.as_deref(), root.key("base_url")),
        (Some(model.site.licence.url.as_str()), licence.key("url")),
        (model.site.publisher.url.as_deref(), publisher.key("url")),
        (model.site.contact.url.as_deref(), contact.key("url")),
    ];
    for (url, trail) in given {
        if let Some(url) = url.filter(|url| !is_web_address(url)) {
            let words = Message::new(format!("`{url}` 不是网址"), format!("`{url}` is not a web address"));
            report(sink, site(model, &trail), words);
        }
    }
    for (list, origin) in model.lists.iter().zip(model.origins.lists.values()) {
        for (index, document) in list.sources.iter().enumerate() {
            if let Some(url) = document.url.as_deref().filter(|url| !is_web_address(url)) {
                let words = Message::new(format!("`{url}` 不是网址"), format!("`{url}` is not a web address"));
                report(sink, origin.place(&root.key("sources").index(index).key("url")), words);
            }
        }
    }
}

fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.starts_with('/')
            && rest.chars().all(|c| c.is_ascii_graphic() && !"\"'<>\\".contains(c))
    })
}

fn report(sink: &mut Sink, place: Place, words: Message) {
    let help = Message::new("对照 docs/data-format.md 改正", "correct it after docs/data-format.md");
    sink.push(Diagnostic::error(&CODE, place, words).help(help));
}
