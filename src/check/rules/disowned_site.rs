//! A government website whose own texts say that it is none.

use crate::check::traverse::site;
use crate::diag::{Code, Diagnostic, Message, Place, Sink, Trail};
use crate::model::{Lang, Model, PublisherKind, Text};

use super::Rule;

static CODE: Code = Code {
    id: "E091",
    name: "disowned-site",
    what: ["政府网站的文字说自己不是政府网站", "a government website whose text says that it is none"],
    why: [
        "同一个网站，页脚写政府主办，“关于”页又写不是政府网站，读者不知道该信哪一个。",
        "Where the foot of a site names a government body and a page says that the site is no government site, a reader \
         cannot know which to believe.",
    ],
    fix: [
        "网站由政府机关主办的，删去那句话；不是的，publisher.kind 写 civic。",
        "Where a government body runs the site, take the sentence out; where none does, write `publisher.kind: civic`.",
    ],
    example: "# 关于本站\n\n本站不是政府网站，不代表任何机关。",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// What such a sentence says, without marks of Markdown and blanks.
const CHINESE: [&str; 12] = [
    "不是政府网站",
    "非政府网站",
    "不是官方网站",
    "非官方网站",
    "不是官网",
    "非官方站",
    "不属于政府网站",
    "不代表任何机关",
    "不代表任何政府",
    "不代表政府",
    "与政府机关无关",
    "民间网站",
];

/// The same in English, in small letters with single blanks.
const ENGLISH: [&str; 10] = [
    "not a government site",
    "not a government website",
    "not a government web site",
    "no government site",
    "no government website",
    "not an official site",
    "not an official website",
    "unofficial site",
    "unofficial website",
    "speaks for no agency",
];

fn run(model: &Model, sink: &mut Sink) {
    if model.site.publisher.kind != PublisherKind::Official {
        return;
    }
    let root = &Trail::Root;
    for (key, text) in [("title", &model.site.title), ("description", &model.site.description)] {
        if let Some(words) = said(text) {
            sink.push(fault(site(model, &root.key(key)), words));
        }
    }
    for page in &model.pages {
        if let Some(words) = disowning(&page.title).or_else(|| disowning(&page.body)) {
            sink.push(fault(Place::file(page.file), words));
        }
    }
}

fn said(text: &Text) -> Option<&'static str> {
    text.forms().find_map(|(_, form): (Lang, &str)| disowning(form))
}

/// The words in a text by which a site says that it is no government site.
fn disowning(text: &str) -> Option<&'static str> {
    let bare: String = text.chars().filter(|c| !matches!(c, '*' | '_' | '`')).collect();
    let close: String = bare.split_whitespace().collect();
    let small = bare.split_whitespace().collect::<Vec<&str>>().join(" ").to_lowercase();
    let chinese = CHINESE.into_iter().find(|words| close.contains(words));
    chinese.or_else(|| ENGLISH.into_iter().find(|words| small.contains(words)))
}

fn fault(place: Place, words: &str) -> Diagnostic {
    let message = Message::new(
        format!("网站由政府机关主办（publisher.kind: official），这里却写“{words}”"),
        format!("a government body runs the site (`publisher.kind: official`), but this says “{words}”"),
    );
    let help = Message::new(
        "删去这句话；不是政府机关主办的，把 kind 改为 civic",
        "take the sentence out, or where no government body runs the site, change `kind` to civic",
    );
    Diagnostic::error(&CODE, place, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::disowning;

    #[test]
    fn marks_and_lines_hide_nothing() {
        assert_eq!(disowning("- **本站不是政府网站**，不代表任何机关"), Some("不是政府网站"));
        assert_eq!(disowning("本站既非政府\n网站"), Some("非政府网站"));
        assert_eq!(disowning("This is *not* a\ngovernment site."), Some("not a government site"));
        assert_eq!(disowning("An Unofficial Website"), Some("unofficial website"));
    }

    #[test]
    fn a_translation_may_be_unofficial() {
        assert_eq!(disowning("The English is an unofficial translation."), None);
        assert_eq!(disowning("本站由柳溪县人民政府主办；英文不是官方译文。"), None);
    }
}
