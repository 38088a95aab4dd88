//! Codes, addresses and languages of the site and its regions that cannot be.

use std::collections::HashSet;

use crate::check::traverse::{register, site};
use crate::diag::{Code, Diagnostic, Message, Place, Sink, Trail};
use crate::model::walk::{Node, walk};
use crate::model::{Lang, Level, Model, Owner, RegionId, site_address};

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
        "行政区划代码与级别相符：县级以上六位数字，乡级九位；没有代码的地方不写 code；网址以 https:// 或 http:// 开头；语言至少一种，不重复。",
        "A region code agrees with its level: six digits down to the county, nine for a township; a place without a code has no `code`; an address starts with https:// or http://; a site has at least one language, each once.",
    ],
    example: "- {code: \"13043\", slug: jize, name: 鸡泽县, level: county}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    languages(model, sink);
    addresses(model, sink);
    elsewhere(model, sink);
    let mut seen: HashSet<&str> = HashSet::new();
    for (id, region) in RegionId::each(model) {
        if let Some(area) = region.area_code.as_deref().filter(|area| !is_area_code(area)) {
            let words = Message::new(
                format!("`{area}` 不是电话区号：0 开头，三位或四位数字，如 0310"),
                format!("`{area}` is not an area code, which has three or four digits and begins with 0, such as 0310"),
            );
            report(sink, register(model, Owner::Region(id), "area_code"), words);
        }
        if let Some(url) = region.area_code_source.as_deref().filter(|url| !is_web_address(url)) {
            let words = Message::new(format!("`{url}` 不是网址"), format!("`{url}` is not a web address"));
            report(sink, register(model, Owner::Region(id), "area_code_source"), words);
        }
        let place = || register(model, Owner::Region(id), "code");
        let Some(code) = region.code.as_deref() else { continue };
        if !fits(code, region.level) {
            let ([zh, en], [form_zh, form_en]) = (region.level.words(), form(region.level));
            let words = Message::new(
                format!("`{code}` 不是{zh}的代码，应是{form_zh}"),
                format!("`{code}` is not a code of a {en}, which has {form_en}"),
            );
            report(sink, place(), words);
        } else if !seen.insert(code) {
            let words = Message::new(
                format!("代码 `{code}` 已经用于另一个地区"),
                format!("the code `{code}` is already another region's"),
            );
            report(sink, place(), words);
        }
    }
}

/// Whether a code has the form that the level asks for.
fn fits(code: &str, level: Level) -> bool {
    let six = code.len() == 6;
    let nine = code.len() == 9 && !code.ends_with("000");
    code.bytes().all(|b| b.is_ascii_digit())
        && match level {
            Level::Province => six && code.ends_with("0000"),
            Level::Prefecture => six && code.ends_with("00") && !code.ends_with("0000"),
            Level::County => six && !code.ends_with("00"),
            Level::Township => nine,
            // What stands beside the tree has a code of statistics, if it has any.
            Level::Zone | Level::NewArea | Level::Division => six || nine,
        }
}

/// Whether this is a telephone area code with its zero.
fn is_area_code(code: &str) -> bool {
    matches!(code.as_bytes(), [b'0', b'1'..=b'9', rest @ ..] if matches!(rest.len(), 1 | 2) && rest.iter().all(u8::is_ascii_digit))
}

/// The form of the codes of a level, in words.
fn form(level: Level) -> [&'static str; 2] {
    match level {
        Level::Province => ["六位数字，后四位为零", "six digits, the last four of them zeros"],
        Level::Prefecture => ["六位数字，后两位为零", "six digits, the last two of them zeros"],
        Level::County => ["六位数字，后两位不为零", "six digits, the last two of them not zeros"],
        Level::Township => ["九位数字", "nine digits"],
        Level::Zone | Level::NewArea | Level::Division => ["六位或九位数字", "six or nine digits"],
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
    if let Some(words) = model.site.base_url.as_deref().and_then(|url| site_address(url).err()) {
        report(sink, site(model, &root.key("base_url")), words);
    }
    let given = [
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

/// Addresses of what the registers and the site know of pages elsewhere: each becomes a link, so none may be a script.
fn elsewhere(model: &Model, sink: &mut Sink) {
    walk(model, &mut |node, at| {
        let (Node::Plain(url), Trail::Key(_, key)) = (node, at.trail) else { return };
        if LINKS.contains(&key) && !is_link(url, |c| !c.is_whitespace() && !c.is_control()) {
            let words = Message::new(format!("`{url}` 不是网址"), format!("`{url}` is not a web address"));
            report(sink, at.place(&model.origins), words);
        }
    });
}

/// Keys of addresses that pages link and that stand in registers and marks of the site; `badge` has its own `url`.
const LINKS: [&str; 5] = ["url", "source_url", "official_url", "report_errors", "policy"];

fn is_web_address(url: &str) -> bool {
    is_link(url, |c| c.is_ascii_graphic())
}

fn is_link(url: &str, fits: impl Fn(char) -> bool) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && rest.chars().all(|c| fits(c) && !"\"'<>\\".contains(c))
    })
}

fn report(sink: &mut Sink, place: Place, words: Message) {
    let help = Message::new("对照 docs/data-format.md 改正", "correct it after docs/data-format.md");
    sink.push(Diagnostic::error(&CODE, place, words).help(help));
}
