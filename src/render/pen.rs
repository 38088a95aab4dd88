//! A page about to be written in; texts, links and phrases fit for that page out.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::dataset::TableEntry;
use crate::i18n::{Phrase, Strings};
use crate::model::{Date, Lang, LawId, List, ListId, Model, RecordRef, Text};
use crate::plan::{Target, way};

use super::globals::{self, Tongue};
use super::locate::locate;
use super::shared::Shared;
use super::text::TextView;
use super::views::{DateView, LinkView, PhoneView};

/// Writes for one page in one language: every view is made through it.
pub(super) struct Pen<'a> {
    pub shared: &'a Shared<'a>,
    pub tongue: &'a Tongue<'a>,
    pub target: Target,
    pub lang: Lang,
    /// The way from the page to the root of the site, ready to put a path behind.
    pub root: String,
    /// Laws whose kind and state the page has said.
    pub told: RefCell<BTreeSet<LawId>>,
    /// Path of the page from the root of the site.
    own: String,
}

impl<'a> Pen<'a> {
    pub fn new(shared: &'a Shared<'a>, tongue: &'a Tongue<'a>, target: Target) -> Pen<'a> {
        let lang = tongue.lang;
        let root = shared.plan.href_to_file((target, lang), "");
        let own = shared.plan.path_in(target, lang);
        Pen { shared, tongue, target, lang, root, told: RefCell::default(), own }
    }

    pub fn model(&self) -> &'a Model {
        self.shared.graph.model
    }

    pub fn list(&self, list: ListId) -> &'a List {
        &self.model()[list]
    }

    /// A table of the data catalogue.
    pub fn table(&self, table: u32) -> &'a TableEntry {
        &self.shared.catalogue.tables[table as usize]
    }

    pub fn strings(&self) -> &'a Strings {
        self.tongue.strings
    }

    /// A word of the interface.
    pub fn say(&self, section: &str, key: &str) -> &'a str {
        self.tongue.strings.get(section, key)
    }

    /// What a language calls itself.
    pub fn language_name(&self, lang: Lang) -> &'a str {
        self.shared.theme.strings(lang).map_or("", |strings| strings.get("language", "name"))
    }

    /// A word of the interface with a number.
    pub fn count(&self, key: &str, number: usize) -> String {
        self.tongue.strings.count("count", key, number as u64)
    }

    pub fn text(&self, text: &'a Text) -> TextView<'a> {
        globals::text(text, self.tongue.strings)
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
        let chinese = self.lang != Lang::ZH && !text.is_ascii();
        TextView { lang: chinese.then_some(Lang::ZH), ..TextView::plain(text) }
    }

    pub fn optional_printed(&self, text: &'a Option<String>) -> Option<TextView<'a>> {
        text.as_deref().map(|text| self.printed(text))
    }

    /// A figure with a word of the content.
    pub fn phrase(&self, phrase: Phrase) -> TextView<'a> {
        let missing = phrase.lang.map(|_| self.say("text", "untranslated"));
        TextView { text: phrase.text.into(), html: false, lang: phrase.lang, missing }
    }

    pub fn date(&self, date: Date) -> DateView {
        DateView { iso: date.to_string(), text: self.tongue.strings.date(date) }
    }

    pub fn phones(&self, phones: &'a [String]) -> Vec<PhoneView<'a>> {
        phones.iter().map(|phone| PhoneView::new(phone)).collect()
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
        let prefix = if lang == self.lang { self.tongue.prefix.clone() } else { plan.prefix(lang) };
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
            _ => way(&self.own, path),
        }
    }

    /// A link to a page under its own name.
    pub fn link(&self, to: Target) -> LinkView<'a> {
        LinkView { href: self.href(to, ""), text: self.name(to) }
    }

    /// A link to a record, on its page, under a name.
    pub fn link_to(&self, record: RecordRef, text: TextView<'a>) -> LinkView<'a> {
        LinkView { href: self.href(Target::of(record), &record.anchor(self.model())), text }
    }

    /// The address for a link in Markdown that starts with `/`.
    pub fn resolve(&self, link: &str) -> String {
        let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
        match locate(self.shared.graph, self.shared.plan, path) {
            Some(target) => self.href(target, anchor),
            None => self.file(link.trim_start_matches('/')),
        }
    }
}
