//! The site in a language in; what every template can see of it beside the page, out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::i18n::Strings;
use crate::model::{Model, PublisherKind, Site};
use crate::plan::{Plan, Target};
use crate::theme::Theme;

use super::text::TextView;

/// What every template can see beside the page.
#[derive(Serialize)]
pub(super) struct SiteView<'a> {
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
    menu: Vec<MenuEntry<'a>>,
    /// Free pages, for the foot.
    pages: Vec<MenuEntry<'a>>,
    data: String,
    /// Path of the page of terms, where there is one.
    glossary: Option<String>,
    /// What a government site states in its foot.
    foot: Option<OfficialFoot<'a>>,
    stylesheet: &'a str,
    /// Paths of the scripts of the theme, by their names.
    scripts: BTreeMap<&'a str, &'a str>,
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
    /// Address of the entrance for reports of errors.
    report_errors: Option<&'a str>,
    /// Path of the map of the site, where there is one.
    sitemap: Option<&'static str>,
    /// Path of the badge from the root of the site.
    badge: Option<String>,
    badge_url: Option<&'a str>,
}

/// An entry of a menu; its path is from the root of the site.
#[derive(Serialize)]
struct MenuEntry<'a> {
    section: &'static str,
    name: TextView<'a>,
    path: String,
}

/// What every template of a language can see beside the page.
pub(super) fn site<'a>(plan: &Plan<'a>, model: &'a Model, strings: &'a Strings, theme: &'a Theme) -> SiteView<'a> {
    let site = &model.site;
    let lang = strings.lang;
    let path = |target| if plan.base.is_known() { plan.path_in(target, lang) } else { plan.file(target, lang) };
    let entry = |section, target| MenuEntry {
        section,
        name: TextView::plain(strings.get("page", section)),
        path: path(target),
    };
    let pages = (0..plan.free_pages.len()).map(|index| MenuEntry {
        section: "free",
        name: free_title(plan, model, strings, index as u32),
        path: path(Target::Free(index as u32)),
    });
    SiteView {
        title: TextView::of(&site.title, strings),
        description: TextView::of(&site.description, strings),
        official: site.publisher.kind == PublisherKind::Official,
        notice: strings.get("publisher", site.publisher.kind.as_str()),
        publisher: TextView::of(&site.publisher.name, strings),
        publisher_url: site.publisher.url.as_deref(),
        licence: TextView::of(&site.licence.name, strings),
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
        glossary: (!model.terms.is_empty()).then(|| path(Target::Glossary)),
        foot: official_foot(plan, site, strings),
        stylesheet: theme.stylesheet(),
        scripts: theme.scripts(),
        search: path(Target::Search),
        icon: "assets/favicon.svg",
    }
}

fn official_foot<'a>(plan: &Plan<'_>, site: &'a Site, strings: &'a Strings) -> Option<OfficialFoot<'a>> {
    let official = site.official.as_ref().filter(|_| site.publisher.kind == PublisherKind::Official)?;
    Some(OfficialFoot {
        name: TextView::of(official.site_name.as_ref().unwrap_or(&site.title), strings),
        domain: &official.domain,
        id_code: &official.id_code,
        icp: official.icp.as_deref(),
        public_security: official.public_security.as_deref(),
        organizer: TextView::of(official.organizer.as_ref().unwrap_or(&site.publisher.name), strings),
        sponsor: official.sponsor.as_ref().map(|sponsor| TextView::of(sponsor, strings)),
        address: official.address.as_ref().map(|address| TextView::of(address, strings)),
        report_errors: official.report_errors.as_deref(),
        sitemap: plan.base.is_known().then_some("sitemap.xml"),
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
