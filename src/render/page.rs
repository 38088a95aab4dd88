//! A page about to be written in; addresses, texts and phrases fit for that page out. It knows of no view.

use std::cell::{Cell, RefCell};

use crate::cite::figures;
use crate::dataset::TableEntry;
use crate::i18n::{Phrase, Strings};
use crate::model::{Lang, List, ListId, Model, Text};
use crate::plan::{Target, way};

use super::locale::Locale;
use super::phrases::phrases;
use super::shared::Shared;
use super::text::{TextView, escape};

/// One page in one language, and what every view of it needs: addresses as seen from it, words in its language, and what
/// all pages share.
pub(super) struct Page<'a> {
    pub shared: &'a Shared<'a>,
    pub locale: &'a Locale<'a>,
    pub target: Target,
    pub lang: Lang,
    /// The way from the page to the root of the site, ready to put a path behind.
    pub root: String,
    /// Path of the page from the root of the site.
    path: String,
    /// Whether a phone of it lacks its area code, which the page says once.
    pub lacks_area: Cell<bool>,
    /// Hashes of the styles that stand in it, which its policy names. The view of the page is made before.
    pub styles: RefCell<Vec<String>>,
}

impl<'a> Page<'a> {
    pub fn new(shared: &'a Shared<'a>, locale: &'a Locale<'a>, target: Target) -> Page<'a> {
        let lang = locale.lang;
        let root = shared.plan.href_to_file((target, lang), "");
        let path = shared.plan.path_in(target, lang);
        Page { shared, locale, target, lang, root, path, lacks_area: Cell::new(false), styles: RefCell::default() }
    }

    pub fn model(&self) -> &'a Model {
        self.shared.graph.model
    }

    pub fn list(&self, list: ListId) -> &'a List {
        &self.model()[list]
    }

    /// A table of the data catalogue.
    pub fn table(&self, table: u32) -> &'a TableEntry {
        self.shared.catalogue.table(table as usize)
    }

    pub fn strings(&self) -> &'a Strings {
        self.locale.strings
    }

    /// A word of the interface.
    pub fn t(&self, section: &str, key: &str) -> &'a str {
        self.locale.strings.get(section, key)
    }

    /// What a language calls itself.
    pub fn language_name(&self, lang: Lang) -> &'a str {
        self.shared.theme.strings(lang).map_or("", |strings| strings.get("language", "name"))
    }

    /// A word of the interface with a number.
    pub fn count(&self, key: &str, number: usize) -> String {
        self.locale.strings.count("count", key, number as u64)
    }

    pub fn text(&self, text: &'a Text) -> TextView<'a> {
        TextView::of(text, self.locale.strings)
    }

    /// A text as the heading of a page: in Chinese its lines end between words.
    pub fn heading(&self, text: &'a Text) -> TextView<'a> {
        self.breaking(self.text(text))
    }

    /// A heading that is a view already, with the same places where a line may end.
    pub fn breaking(&self, view: TextView<'a>) -> TextView<'a> {
        if view.html {
            return view;
        }
        let chinese = view.lang.unwrap_or(self.lang) == Lang::ZH;
        match chinese.then(|| phrases(&view.text)).flatten() {
            Some(html) => TextView { text: html.into(), html: true, ..view },
            None => view,
        }
    }

    pub fn optional(&self, text: &'a Option<Text>) -> Option<TextView<'a>> {
        text.as_ref().map(|text| self.text(text))
    }

    /// The text for a place that takes no mark-up: the title of the window, the description.
    pub fn bare(&self, text: &'a Text) -> &'a str {
        text.best(self.lang).1
    }

    /// What a Chinese document prints, quoted as it stands: marked as Chinese where the page is not.
    pub fn printed(&self, text: &'a str) -> TextView<'a> {
        // Figures in wide brackets are in no language.
        let chinese = self.lang != Lang::ZH && text.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
        TextView { lang: chinese.then_some(Lang::ZH), ..TextView::plain(text) }
    }

    pub fn optional_printed(&self, text: &'a Option<String>) -> Option<TextView<'a>> {
        text.as_deref().map(|text| self.printed(text))
    }

    /// The number of a record as the document prints it. Where the page is not Chinese and the number is in Chinese
    /// numerals, the same in figures stands before it.
    pub fn number(&self, printed: &'a str) -> TextView<'a> {
        let view = self.printed(printed);
        match view.lang.and_then(|_| figures(printed)) {
            Some(figure) => self.beside_figure(&figure, &view),
            None => view,
        }
    }

    pub fn optional_number(&self, printed: &'a Option<String>) -> Option<TextView<'a>> {
        printed.as_deref().map(|printed| self.number(printed))
    }

    /// A printed number with its figure before it: `10 （十）`.
    pub fn beside_figure(&self, figure: &str, printed: &TextView<'_>) -> TextView<'a> {
        let mut html = format!("{figure} <span lang=\"zh\">");
        match printed.html {
            true => html.push_str(&printed.text),
            false => escape(&printed.text, &mut html),
        }
        html.push_str("</span>");
        TextView { html: true, ..TextView::plain(html) }
    }

    /// A figure with a word of the content.
    pub fn phrase(&self, phrase: Phrase) -> TextView<'a> {
        let missing = phrase.lang.map(|_| self.t("text", "untranslated"));
        TextView { text: phrase.text.into(), html: false, lang: phrase.lang, missing }
    }

    /// A link to a page in the same language, with an anchor unless it is empty.
    pub fn href(&self, to: Target, anchor: &str) -> String {
        self.href_in(to, self.lang, anchor)
    }

    /// A link to a page in any language: what `Plan::href` gives, without asking for the path of this page each time.
    pub fn href_in(&self, to: Target, lang: Lang, anchor: &str) -> String {
        let plan = self.shared.plan;
        if to == self.target && lang == self.lang && !anchor.is_empty() {
            return format!("#{anchor}");
        }
        let prefix = if lang == self.lang { self.locale.prefix.clone() } else { plan.prefix(lang) };
        let mut path = prefix + &plan.path(to);
        if !plan.base.is_known() && to != Target::NotFound {
            path.push_str("index.html");
        }
        let mut href = self.file(&path);
        if !anchor.is_empty() {
            href.push('#');
            href.push_str(anchor);
        }
        href
    }

    /// A link to any file of the site, by its path from the root.
    pub fn file(&self, path: &str) -> String {
        match self.target {
            // A server shows it under whatever address was asked for.
            Target::NotFound => format!("{}{path}", self.root),
            _ => way(&self.path, path),
        }
    }

    /// A link to the data file beside a page, on a site that publishes them.
    pub fn data_file(&self, target: Target) -> Option<String> {
        let plan = self.shared.plan;
        plan.has_data(target).then(|| self.file(&plan.data_file(target)))
    }

    /// The address for a link in Markdown that starts with `/`.
    pub fn resolve(&self, link: &str) -> String {
        let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
        match self.shared.plan.at(path) {
            Some(target) => self.href(target, anchor),
            None => self.file(link.trim_start_matches('/')),
        }
    }
}
