//! A language in; its templates, and what every page of it shares, out.

use serde::Serialize;
use tera::Tera;

use crate::diag::Failure;
use crate::i18n::Strings;
use crate::model::{Lang, Model, PublisherKind, Site, Text};
use crate::plan::{Plan, Target};

use super::markdown::page;
use super::shared::Shared;
use super::text::TextView;

/// A language of the site, ready to render in.
pub(super) struct Tongue<'a> {
    pub lang: Lang,
    pub strings: &'a Strings,
    /// The templates, with the shared values as globals.
    pub tera: Tera,
    /// What stands before every path of the language.
    pub prefix: String,
}

/// What every template can see beside the page.
#[derive(Serialize)]
struct SiteView<'a> {
    title: TextView<'a>,
    description: TextView<'a>,
    official: bool,
    notice: &'a str,
    publisher: TextView<'a>,
    publisher_url: Option<&'a str>,
    licence: TextView<'a>,
    licence_id: &'a str,
    licence_url: &'a str,
    email: Option<&'a str>,
    phone: Option<&'a str>,
    contact_url: Option<&'a str>,
    /// Path of the home page.
    home: String,
    /// Main entries of the menu.
    menu: Vec<Entry<'a>>,
    /// Free pages, for the foot.
    pages: Vec<Entry<'a>>,
    data: String,
    /// What a government site states in its foot.
    foot: Option<OfficialFoot<'a>>,
    stylesheet: &'a str,
    /// Path of the search page.
    search: String,
    icon: &'static str,
}

/// What a government site states in its foot.
#[derive(Serialize)]
struct OfficialFoot<'a> {
    /// Registered name of the website.
    name: TextView<'a>,
    domain: &'a str,
    id_code: &'a str,
    icp: Option<&'a str>,
    public_security: Option<&'a str>,
    organizer: TextView<'a>,
    sponsor: Option<TextView<'a>>,
    address: Option<TextView<'a>>,
    /// Path of the badge from the root of the site.
    badge: Option<String>,
    badge_url: Option<&'a str>,
}

/// An entry of a menu; its path is from the root of the site.
#[derive(Serialize)]
struct Entry<'a> {
    section: &'static str,
    name: TextView<'a>,
    path: String,
}

impl<'a> Tongue<'a> {
    pub fn new(shared: &Shared<'a>, lang: Lang) -> Result<Tongue<'a>, Failure> {
        let (plan, model, theme) = (shared.plan, shared.graph.model, shared.theme);
        let strings = theme.strings(lang)?;
        let mut tera = theme.templates().clone();
        let site = site(plan, model, strings, theme.stylesheet());
        let globals = tera.global_context();
        globals.insert_value("lang", tera::Value::normal_string(lang.as_str()));
        for (name, value) in
            [("t", tera::Value::try_from_serializable(strings)), ("site", tera::Value::try_from_serializable(&site))]
        {
            globals.insert_value(name, value.map_err(|error| theme.fault(&error))?);
        }
        Ok(Tongue { lang, strings, tera, prefix: plan.prefix(lang) })
    }
}

/// A text in the language of `strings`, or in another with mark and label.
pub(super) fn text<'a>(text: &'a Text, strings: &'a Strings) -> TextView<'a> {
    let (lang, form) = text.best(strings.lang);
    let foreign = lang != strings.lang;
    TextView {
        text: form.into(),
        html: false,
        lang: foreign.then_some(lang),
        missing: foreign.then(|| strings.get("text", "untranslated")),
    }
}

/// HTML of a free page's Markdown.
pub(super) fn free_page(source: &str, resolve: &dyn Fn(&str) -> String) -> TextView<'static> {
    TextView { text: page(source, resolve).into(), html: true, lang: None, missing: None }
}

fn site<'a>(plan: &Plan<'a>, model: &'a Model, strings: &'a Strings, stylesheet: &'a str) -> SiteView<'a> {
    let site = &model.site;
    let lang = strings.lang;
    let path = |target| if plan.base.is_known() { plan.path_in(target, lang) } else { plan.file(target, lang) };
    let entry =
        |section, target| Entry { section, name: TextView::plain(strings.get("page", section)), path: path(target) };
    let pages = (0..plan.free_pages.len()).map(|index| Entry {
        section: "free",
        name: free_title(plan, model, strings, index as u32),
        path: path(Target::Free(index as u32)),
    });
    SiteView {
        title: text(&site.title, strings),
        description: text(&site.description, strings),
        official: site.publisher.kind == PublisherKind::Official,
        notice: strings.get("publisher", site.publisher.kind.as_str()),
        publisher: text(&site.publisher.name, strings),
        publisher_url: site.publisher.url.as_deref(),
        licence: text(&site.licence.name, strings),
        licence_id: &site.licence.id,
        licence_url: &site.licence.url,
        email: site.contact.email.as_deref(),
        phone: site.contact.phone.as_deref(),
        contact_url: site.contact.url.as_deref(),
        home: path(Target::Home),
        menu: vec![
            entry("lists", Target::Lists),
            entry("topics", Target::Topics),
            entry("regions", Target::Regions),
            entry("laws", Target::Laws),
            entry("departments", Target::Departments),
            entry("data", Target::Data),
        ],
        pages: pages.collect(),
        data: path(Target::Data),
        foot: official_foot(site, strings),
        stylesheet,
        search: path(Target::Search),
        icon: "assets/favicon.svg",
    }
}

fn official_foot<'a>(site: &'a Site, strings: &'a Strings) -> Option<OfficialFoot<'a>> {
    let official = site.official.as_ref().filter(|_| site.publisher.kind == PublisherKind::Official)?;
    Some(OfficialFoot {
        name: text(official.site_name.as_ref().unwrap_or(&site.title), strings),
        domain: &official.domain,
        id_code: &official.id_code,
        icp: official.icp.as_deref(),
        public_security: official.public_security.as_deref(),
        organizer: text(official.organizer.as_ref().unwrap_or(&site.publisher.name), strings),
        sponsor: official.sponsor.as_ref().map(|sponsor| text(sponsor, strings)),
        address: official.address.as_ref().map(|address| text(address, strings)),
        badge: official.badge.as_ref().map(|badge| format!("assets/{}", badge.image)),
        badge_url: official.badge.as_ref().map(|badge| badge.url.as_str()),
    })
}

/// The title of a free page in a language, or in another that it has.
pub(super) fn free_title<'a>(plan: &Plan<'a>, model: &'a Model, strings: &'a Strings, page: u32) -> TextView<'a> {
    let name = plan.free_pages[page as usize];
    let mut pages = model.pages.iter().filter(|page| page.name == *name);
    let first = pages.clone().next();
    let found = pages.find(|page| page.lang == strings.lang).or(first);
    match found {
        Some(page) if page.lang == strings.lang => TextView::plain(page.title.as_str()),
        Some(page) => TextView {
            lang: Some(page.lang),
            missing: Some(strings.get("text", "untranslated")),
            ..TextView::plain(page.title.as_str())
        },
        None => TextView::plain(name.as_str()),
    }
}
