//! A page in, what it is called and which pages it belongs to and lies between out.

use crate::dataset::tables;
use crate::link::Part;
use crate::model::{LawId, List, ListId, Position};
use crate::plan::Target;

use super::page::Page;
use super::site::free_title;
use super::text::TextView;

/// What a page is called in links and headings.
pub fn page_name<'a>(page: &Page<'a>, target: Target) -> TextView<'a> {
    let model = page.model();
    match target {
        Target::Home => TextView::plain(page.t("page", "home")),
        Target::Regions => TextView::plain(page.t("page", "regions")),
        Target::Region(i) => page.text(&model[i].name),
        Target::Lists => TextView::plain(page.t("page", "lists")),
        Target::List(l) => page.text(&page.list(l).agency),
        Target::Duty(l, i) => page.text(&page.list(l)[i].name),
        Target::Matter(l, i) => page.text(&page.list(l)[i].name),
        Target::Service(l, i) => page.text(&page.list(l)[i].name),
        Target::Regime(l, i) => page.text(&page.list(l)[i].title),
        Target::Offices(_) => TextView::plain(page.t("page", "offices")),
        Target::Mechanism(_) => TextView::plain(page.t("page", "mechanism")),
        Target::Dossier(_) => TextView::plain(page.t("page", "dossier")),
        Target::ListChanges(_) | Target::Changes => TextView::plain(page.t("page", "changes")),
        Target::Laws => TextView::plain(page.t("page", "laws")),
        Target::Law(i) => page.text(model[i].short()),
        Target::Topics => TextView::plain(page.t("page", "topics")),
        Target::Topic(i) => page.text(&model[i].name),
        Target::Compare(..) => TextView::plain(page.t("page", "compare")),
        Target::Departments => TextView::plain(page.t("page", "departments")),
        Target::Department(i) => page.text(&model[i].name),
        Target::Search => TextView::plain(page.t("page", "search")),
        Target::Data => TextView::plain(page.t("page", "data")),
        Target::Table(i) => page.text(&page.table(i).title),
        Target::Quality => TextView::plain(page.t("page", "quality")),
        Target::Free(i) => free_title(page.shared.plan, model, page.strings(), i),
        Target::NotFound => TextView::plain(page.t("page", "not_found")),
    }
}

/// The pages above a page, the home page first.
pub fn pages_above(page: &Page<'_>, target: Target) -> Vec<Target> {
    let mut above = vec![Target::Home];
    match target {
        Target::Home => above.clear(),
        Target::Region(i) => {
            above.push(Target::Regions);
            above.extend(page.shared.graph.regions_above(i).into_iter().rev().map(Target::Region));
        }
        Target::List(_) => above.push(Target::Lists),
        Target::Duty(l, _)
        | Target::Matter(l, _)
        | Target::Service(l, _)
        | Target::Regime(l, _)
        | Target::Offices(l)
        | Target::Mechanism(l)
        | Target::Dossier(l)
        | Target::ListChanges(l) => above.extend([Target::Lists, Target::List(l)]),
        Target::Law(_) | Target::Changes => above.push(Target::Laws),
        Target::Topic(_) => above.push(Target::Topics),
        Target::Compare(i, _) => above.extend([Target::Topics, Target::Topic(i)]),
        Target::Department(_) => above.push(Target::Departments),
        Target::Table(_) | Target::Quality => above.push(Target::Data),
        _ => {}
    }
    above
}

/// The pages before and after a page among those of its kind.
pub fn neighbours(page: &Page<'_>, target: Target) -> (Option<Target>, Option<Target>) {
    let model = page.model();
    match target {
        Target::List(i) => around(i, model.lists.len(), Target::List),
        Target::Duty(l, i) => around(i, page.list(l).duties.len(), |i| Target::Duty(l, i)),
        Target::Matter(l, i) => around(i, page.list(l).boundaries.len(), |i| Target::Matter(l, i)),
        Target::Service(l, i) => around(i, page.list(l).services.len(), |i| Target::Service(l, i)),
        Target::Regime(l, i) => around(i, page.list(l).regimes.len(), |i| Target::Regime(l, i)),
        Target::Law(i) => around(i, model.laws.len(), Target::Law),
        Target::Topic(i) => around(i, model.topics.len(), Target::Topic),
        Target::Department(i) => around(i, model.departments.len(), Target::Department),
        Target::Table(i) => {
            let after = (i as usize + 1 < tables().len()).then(|| Target::Table(i + 1));
            (i.checked_sub(1).map(Target::Table), after)
        }
        _ => (None, None),
    }
}

/// The entry of the menu that a page belongs to.
pub fn menu_section(target: Target) -> &'static str {
    match target {
        Target::Regions | Target::Region(_) => "regions",
        Target::Lists
        | Target::List(_)
        | Target::Duty(..)
        | Target::Matter(..)
        | Target::Service(..)
        | Target::Regime(..)
        | Target::Offices(_)
        | Target::Mechanism(_)
        | Target::Dossier(_)
        | Target::ListChanges(_) => "lists",
        Target::Laws | Target::Law(_) | Target::Changes => "laws",
        Target::Topics | Target::Topic(_) | Target::Compare(..) => "topics",
        Target::Departments | Target::Department(_) => "departments",
        Target::Data | Target::Table(_) | Target::Quality => "data",
        Target::Search => "search",
        Target::Home | Target::Free(_) | Target::NotFound => "",
    }
}

/// A page's name for the title of the window, with what tells it from pages of the same name.
pub fn window_title<'a>(page: &Page<'a>, target: Target) -> String {
    let model = page.model();
    let within = |list: &'a List| page.bare(&list.agency);
    let (name, place) = match target {
        Target::Home => return page.bare(&model.site.title).to_owned(),
        Target::Region(i) => (page.bare(&model[i].name), ""),
        Target::List(l) => (page.bare(&page.list(l).title), ""),
        Target::Duty(l, i) => (page.bare(&page.list(l)[i].name), within(page.list(l))),
        Target::Matter(l, i) => (page.bare(&page.list(l)[i].name), within(page.list(l))),
        Target::Service(l, i) => (page.bare(&page.list(l)[i].name), within(page.list(l))),
        Target::Regime(l, i) => (page.bare(&page.list(l)[i].title), within(page.list(l))),
        Target::Offices(l) => (page.t("page", "offices"), within(page.list(l))),
        Target::Mechanism(l) => (page.t("page", "mechanism"), within(page.list(l))),
        Target::Dossier(l) => (page.t("page", "dossier"), within(page.list(l))),
        Target::ListChanges(l) => (page.t("page", "changes"), within(page.list(l))),
        Target::Law(i) => (page.bare(&model[i].title), ""),
        Target::Topic(i) => (page.bare(&model[i].name), page.t("page", "topics")),
        Target::Compare(i, _) => (page.t("page", "compare"), page.bare(&model[i].name)),
        Target::Department(i) => (page.bare(&model[i].name), page.t("page", "departments")),
        Target::Table(i) => (page.bare(&page.table(i).title), page.t("page", "data")),
        other => {
            let name = page_name(page, other);
            return format!("{} – {}", name.text, page.bare(&model.site.title));
        }
    };
    let mut title = name.to_owned();
    for more in [place, page.bare(&model.site.title)] {
        if !more.is_empty() {
            title.push_str(" – ");
            title.push_str(more);
        }
    }
    title
}

fn around<K: Position>(id: K, len: usize, page: impl Fn(K) -> Target) -> (Option<Target>, Option<Target>) {
    let before = id.get().checked_sub(1).map(|before| page(K::new(before)));
    let after = (id.get() + 1 < len).then(|| page(K::new(id.get() + 1)));
    (before, after)
}

/// The short title of a law as it stands in a sentence: `《产品质量法》`.
pub fn law_title<'a>(page: &Page<'a>, law: LawId) -> TextView<'a> {
    let mut title = page.text(page.model()[law].short());
    if title.lang.is_none() && !title.text.starts_with('《') {
        title.text = page.strings().fill("text", "title", &[("title", &title.text)]).into();
    }
    title
}

/// Name of the region of a list.
pub fn region_name<'a>(page: &Page<'a>, list: ListId) -> TextView<'a> {
    match page.shared.graph.region_of(page.list(list)) {
        Some(region) => page_name(page, Target::Region(region)),
        None => page_name(page, Target::List(list)),
    }
}

/// The kind of a record in words.
pub fn record_kind<'a>(page: &Page<'a>, part: Part) -> &'a str {
    page.t("record", part.kind())
}
