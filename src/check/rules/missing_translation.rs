//! A text that lacks one of the site's languages.

use crate::check::traverse::{site, traverse};
use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::walk::walk_registers;
use crate::model::{Lang, Model, Text, Translations};

use super::Rule;

static CODE: Code = Code {
    id: "E020",
    name: "missing-translation",
    what: ["缺少一种语言的译文", "a text lacks one of the site's languages"],
    why: [
        "每段文字都应有网站的全部语言。缺译文时页面会改用另一种语言并标明，但不会悄悄代替。",
        "Every text should be there in every language of the site. Where one is missing the page shows another language and says so; it never takes its place in silence.",
    ],
    fix: [
        "补上译文；如果暂时没有，可在 site.yaml 里写 translations: partial，届时只作提醒并计数。程序自带的登记缺译文的，自己写一项同 id 的。",
        "Add the translation; or write `translations: partial` in site.yaml, which turns this into a warning that is counted. For what comes with the program, write entries of your own with the same ids.",
    ],
    example: "name: 计量管理",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let tables = model.origins.tables();
    traverse(model, &mut |node, spot| {
        let Some(text) = node.text() else { return };
        for lang in missing(model, text) {
            let (have, form) = text.best(lang);
            let message = Message::new(format!("缺少译文：{}", name(lang).zh), format!("no {} here", name(lang).en));
            let place = spot.place();
            let help = if tables.contains(&place.file) {
                column(lang)
            } else {
                Message::new(
                    format!("写成 {{{have}: {}, {lang}: …}}", short(form)),
                    format!("write {{{have}: {}, {lang}: …}}", short(form)),
                )
            };
            let diagnostic = match model.site.translations {
                Translations::Complete => Diagnostic::error(&CODE, place, message),
                Translations::Partial => Diagnostic::warning(&CODE, place, message).counted(),
            };
            sink.push(diagnostic.help(help));
        }
    });
    pages(model, sink);
}

/// Reports once a language that entries of the program lack: an author can only give entries of the site's own in their
/// place.
pub(in crate::check) fn of_program(model: &Model, sink: &mut Sink) {
    for (index, lang) in model.languages().iter().enumerate() {
        let mut lacking: Vec<&str> = Vec::new();
        let mut owner = None;
        walk_registers(model, &mut |node, at| {
            let Some(text) = node.text().filter(|text| text.get(*lang).is_none()) else { return };
            if model.origins.is_of_program(at.owner) && owner.replace(at.owner) != Some(at.owner) {
                lacking.push(text.best(*lang).1);
            }
        });
        let Some(first) = lacking.first() else { continue };
        let (count, name) = (lacking.len(), name(*lang));
        let message = Message::new(
            format!("程序自带的登记有 {count} 项没有{}，如“{first}”", name.zh),
            format!("{count} entries that come with the program have no {}, such as “{first}”", name.en),
        );
        let help = Message::new(
            "在自己的登记里写上同一 id（地区写同一代码）的一项，带这种语言",
            "write entries of your own with the same ids (regions: with the same codes) that have this language",
        );
        let place = site(model, &Trail::Root.key("languages").index(index));
        let diagnostic = match model.site.translations {
            Translations::Complete => Diagnostic::error(&CODE, place, message),
            Translations::Partial => Diagnostic::warning(&CODE, place, message).counted(),
        };
        sink.push(diagnostic.help(help));
    }
}

/// The languages that a text lacks; none where a form in a language that the site does not have may be what is missing,
/// which is a fault of its own.
fn missing<'a>(model: &'a Model, text: &'a Text) -> impl Iterator<Item = Lang> + 'a {
    let strange = text.forms().any(|(lang, _)| !model.languages().contains(&lang));
    model.languages().iter().copied().filter(move |lang| !strange && text.get(*lang).is_none())
}

fn pages(model: &Model, sink: &mut Sink) {
    let languages = model.page_languages();
    for page in &model.pages {
        let there = &languages[&page.name];
        let strange = there.iter().any(|lang| !model.languages().contains(lang));
        if strange || there.first() != Some(&page.lang) {
            continue;
        }
        for lang in model.languages() {
            if !there.contains(lang) {
                let message = Message::new(
                    format!("页面 `{}` 缺少译文：{}", page.name, name(*lang).zh),
                    format!("the page `{}` has no {} version", page.name, name(*lang).en),
                );
                let help = Message::new(
                    format!("补上 pages/{}.{lang}.md", page.name),
                    format!("add pages/{}.{lang}.md", page.name),
                );
                let place = crate::diag::Place::file(page.file);
                let diagnostic = match model.site.translations {
                    Translations::Complete => Diagnostic::error(&CODE, place, message),
                    Translations::Partial => Diagnostic::warning(&CODE, place, message).counted(),
                };
                sink.push(diagnostic.help(help));
            }
        }
    }
}

fn name(lang: Lang) -> Message {
    match lang {
        Lang::ZH => Message::new("中文", "Chinese"),
        Lang::EN => Message::new("英文", "English"),
        other => Message::new(format!("{other}"), format!("{other}")),
    }
}

/// Where a table has the texts of a language.
fn column(lang: Lang) -> Message {
    if lang == Lang::ZH {
        return Message::new(
            "写在列名不带语言的一列，如 name",
            "write it in the column whose heading has no language, such as `name`",
        );
    }
    Message::new(
        format!("写在列名以 _{lang} 结尾的一列，如 name_{lang}"),
        format!("write it in a column whose heading ends in `_{lang}`, such as `name_{lang}`"),
    )
}

fn short(text: &str) -> String {
    let mut chars = text.chars();
    let head: String = chars.by_ref().take(12).collect();
    if chars.next().is_some() { head + "…" } else { head }
}
