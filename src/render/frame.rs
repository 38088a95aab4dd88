//! A page in; its head, breadcrumbs, languages and neighbours out.

use serde::Serialize;

use crate::model::Text;
use crate::plan::Target;

use super::colophon::Colophon;
use super::pen::Pen;
use super::text::{TextView, shorten};
use super::views::LinkView;

/// What is around the content of a page.
#[derive(Serialize)]
pub(super) struct Frame<'a> {
    /// Kind of the page.
    kind: &'static str,
    /// The way to the root of the site, ready to put a path behind.
    root: &'a str,
    /// Title of the window.
    title: String,
    description: String,
    /// Absolute address, where the site knows where it will live.
    canonical: Option<String>,
    /// The page in every language of the site, this one included.
    languages: Vec<LanguageView<'a>>,
    /// Address of the page in the first language, for readers of no language of the site.
    fallback: Option<String>,
    /// The pages above it, the home page first.
    crumbs: Vec<LinkView<'a>>,
    name: TextView<'a>,
    previous: Option<LinkView<'a>>,
    next: Option<LinkView<'a>>,
    /// The record as data.
    data: Option<String>,
    /// Entry of the menu.
    section: &'static str,
    /// Who issued it, when, and where the original is.
    colophon: Colophon<'a>,
    /// What the page says to programs, as JSON-LD.
    linked: TextView<'static>,
}

#[derive(Serialize)]
struct LanguageView<'a> {
    tag: String,
    name: &'a str,
    href: String,
    /// Absolute where the site knows where it will live.
    alternate: String,
    current: bool,
}

impl<'a> Pen<'a> {
    /// The frame of the page.
    pub fn frame(&self, kind: &'static str) -> Frame<'_> {
        let (plan, target) = (self.shared.plan, self.target);
        let known = plan.base.is_known();
        let languages = self.model().languages().iter().map(|lang| {
            let href = self.href_in(target, *lang, "");
            let alternate = if known { plan.url(target, *lang) } else { href.clone() };
            let name = self.language_name(*lang);
            LanguageView { tag: lang.to_string(), name, href, alternate, current: *lang == self.lang }
        });
        let (previous, next) = self.neighbours(target);
        let first = self.model().languages().first().filter(|_| known && target != Target::NotFound);
        Frame {
            kind,
            root: &self.root,
            title: self.window_title(target),
            description: self.description(target),
            canonical: (known && target != Target::NotFound).then(|| plan.url(target, self.lang)),
            languages: languages.collect(),
            fallback: first.map(|lang| plan.url(target, *lang)),
            crumbs: self.above(target).into_iter().map(|page| self.link(page)).collect(),
            name: self.name(target),
            previous: previous.map(|page| self.link(page)),
            next: next.map(|page| self.link(page)),
            data: target.has_data().then(|| self.file(&plan.data_file(target))),
            section: target.section(),
            colophon: self.colophon(target),
            linked: self.linked(),
        }
    }

    /// One sentence about a page, for search engines.
    pub fn description(&self, target: Target) -> String {
        let model = self.model();
        let first = |text: &'a Text| shorten(self.bare(text), 150).into_owned();
        let about = |name: Option<&'a Text>| {
            let name = name.map_or("", |name| self.bare(name));
            self.strings().fill("describe", target.kind().name, &[("name", name)])
        };
        match target {
            Target::Home => first(&model.site.description),
            Target::Duty(l, i) => first(&self.list(l)[i].statement),
            Target::Matter(l, i) => {
                let matter = &self.list(l)[i];
                let names: Vec<&str> = matter.participants.iter().map(|part| self.bare(&part.name)).collect();
                let departments = names.join(self.say("text", "list"));
                let values = [("name", self.bare(&matter.name)), ("departments", departments.as_str())];
                shorten(&self.strings().fill("describe", "matter", &values), 150).into_owned()
            }
            Target::Service(l, i) => first(&self.list(l)[i].description),
            Target::Regime(l, i) => {
                let regime = &self.list(l)[i];
                first(regime.purpose.as_ref().unwrap_or(&regime.title))
            }
            Target::Topic(i) => first(&model[i].definition),
            Target::Table(i) => first(&self.table(i).description),
            Target::Free(_) => self.window_title(target),
            Target::Law(i) => about(Some(&model[i].title)),
            _ => {
                let plan = self.shared.plan;
                about(plan.subject(target).or_else(|| plan.subject(target.parent()?)))
            }
        }
    }
}
