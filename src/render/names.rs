//! A page in, what it is called and which pages it belongs to and lies between out.

use crate::dataset::tables;

use crate::model::{EditionId, LawId, List, ListId, Part, Position, Text};
use crate::plan::{GroupedBy, Target, both_sides_pages, region_pages};

use super::page::Page;
use super::site::free_title;
use super::text::TextView;

/// What a page is called in links and headings.
pub fn page_name<'a>(page: &Page<'a>, target: Target) -> TextView<'a> {
    let plan = page.shared.plan;
    match (target.kind().word, target) {
        (Some(word), Target::Listing(_, number) | Target::MoreLaws(number) | Target::BothSides(number))
            if number > 0 =>
        {
            further(page, TextView::plain(page.t("page", word)), number)
        }
        (Some(_), Target::Edition(_, edition, number)) => {
            let name = edition_name(page, edition);
            if number == 0 { name } else { further(page, name, number) }
        }
        (Some(_), Target::EditionChanges(_, edition, number)) => {
            let date = page.shared.graph.replaced_on(edition).map(|date| page.strings().date(date));
            let date = date.unwrap_or_default();
            let name = TextView::plain(page.strings().fill("editions", "changes_of", &[("date", &date)]));
            if number == 0 { name } else { further(page, name, number) }
        }
        (Some(_), Target::Gone(list, at)) => {
            let gone = &page.shared.graph.history.gone[list][at as usize];
            let own = page.model().languages().iter().position(|lang| *lang == page.lang).unwrap_or_default();
            let forms = gone.name.told();
            let name = forms.get(own).filter(|name| !name.is_empty()).or_else(|| forms.first());
            TextView::plain(name.map_or("", String::as_str))
        }
        (Some(word), Target::Former(at)) => {
            let because = plan.former.all()[at as usize].because;
            because.map_or(TextView::plain(page.t("page", word)), |id| page.text(&page.model()[id].title))
        }
        (Some(word), Target::News(number)) if number > 0 => {
            further(page, TextView::plain(page.t("page", word)), number)
        }
        (Some(word), _) => TextView::plain(page.t("page", word)),
        (None, Target::Table(i)) => page.text(&page.table(i).title),
        (None, Target::Below(region, number)) => further(page, page.text(&page.model()[region].name), number),
        (None, Target::Items(l, group, number)) => group_name(page, l, group, number),
        (None, Target::PowerType(power_type)) => TextView::plain(page.t("power_type", power_type.as_str())),
        (None, Target::Code(i)) => page.printed(plan.codes[i as usize]),
        (None, Target::Free(i)) => free_title(plan, page.model(), page.strings(), i),
        (None, _) => plan.subject(target).map_or(TextView::plain(""), |text| page.text(text)),
    }
}

/// What an older edition is called: by the day that it begins.
pub fn edition_name<'a>(page: &Page<'a>, edition: EditionId) -> TextView<'a> {
    let begins = page.model().editions.list(edition).and_then(List::begins);
    let date = begins.map(|date| page.strings().date(date)).unwrap_or_default();
    TextView::plain(page.strings().fill("editions", "of", &[("date", &date)]))
}

/// What a group of items is called: the printed heading, else the type of power; with the number of a further page.
pub fn group_name<'a>(page: &Page<'a>, list: ListId, group: u32, number: u32) -> TextView<'a> {
    let name = match page.shared.plan.item_groups[list][group as usize].by {
        GroupedBy::Section(section) => page.text(&page.list(list)[section].title),
        GroupedBy::Type(power_type) => TextView::plain(page.t("power_type", power_type.as_str())),
        GroupedBy::Nothing => TextView::plain(page.t("collection", "items")),
    };
    if number == 0 { name } else { further(page, name, number) }
}

/// A name with the number of a further page, counted from 0.
fn further<'a>(page: &Page<'a>, name: TextView<'a>, number: u32) -> TextView<'a> {
    let number = page.strings().integer(u64::from(number) + 1);
    let text = page.strings().fill("items", "further", &[("name", &name.text), ("n", &number)]);
    TextView { text: text.into(), ..name }
}

/// The pages above a page, the home page first.
pub fn pages_above(page: &Page<'_>, target: Target) -> Vec<Target> {
    let mut above: Vec<Target> = target.above().collect();
    above.reverse();
    if let Target::Region(i) = target {
        above.extend(page.shared.graph.regions_above(i).into_iter().rev().map(Target::Region));
    }
    above
}

/// The pages before and after a page among those of its kind.
pub fn neighbours(page: &Page<'_>, target: Target) -> (Option<Target>, Option<Target>) {
    let model = page.model();
    match target {
        Target::List(i) => around(i, model.lists.len(), Target::List),
        Target::Region(i) => {
            let further = region_pages(page.shared.graph.regions_below[i].len()) > 1;
            (None, further.then_some(Target::Below(i, 1)))
        }
        Target::Below(i, number) => {
            let before = if number == 1 { Target::Region(i) } else { Target::Below(i, number - 1) };
            let further = (number as usize + 1) < region_pages(page.shared.graph.regions_below[i].len());
            (Some(before), further.then_some(Target::Below(i, number + 1)))
        }
        Target::Items(l, group, number) => {
            let all: Vec<Target> = (page.shared.plan.item_groups[l].iter().enumerate())
                .flat_map(|(at, items)| (0..items.pages()).map(move |n| Target::Items(l, at as u32, n as u32)))
                .collect();
            let here = all.iter().position(|one| *one == Target::Items(l, group, number)).unwrap_or_default();
            (here.checked_sub(1).map(|at| all[at]), all.get(here + 1).copied())
        }
        Target::Listing(listing, number) => {
            let on = |number| Target::Listing(listing, number);
            pages_around(number, page.shared.plan.listed(listing).pages(), on)
        }
        Target::BothSides(number) => pages_around(number, both_sides_pages(page.shared.graph), Target::BothSides),
        Target::Laws => pages_around(0, page.shared.plan.laws.pages(), laws_page),
        Target::MoreLaws(number) => pages_around(number, page.shared.plan.laws.pages(), laws_page),
        Target::Item(l, i) => around(i, page.list(l).items.len(), |i| Target::Item(l, i)),
        Target::Duty(l, i) => around(i, page.list(l).duties.len(), |i| Target::Duty(l, i)),
        Target::Matter(l, i) => around(i, page.list(l).boundaries.len(), |i| Target::Matter(l, i)),
        Target::Service(l, i) => around(i, page.list(l).services.len(), |i| Target::Service(l, i)),
        Target::Regime(l, i) => around(i, page.list(l).regimes.len(), |i| Target::Regime(l, i)),
        Target::Law(i) => around(i, model.laws.len(), Target::Law),
        Target::Topic(i) => around(i, model.topics.len(), Target::Topic),
        Target::Agency(i) => around(i, model.agencies.len(), Target::Agency),
        Target::Department(i) => around(i, model.departments.len(), Target::Department),
        Target::Table(i) => {
            let after = (i as usize + 1 < tables().len()).then(|| Target::Table(i + 1));
            (i.checked_sub(1).map(Target::Table), after)
        }
        _ => (None, None),
    }
}

/// A page's name for the title of the window, with what tells it from pages of the same name.
pub fn window_title<'a>(page: &Page<'a>, target: Target) -> String {
    let site = page.bare(&page.model().site.title);
    if target == Target::Home {
        return site.to_owned();
    }
    let plan = page.shared.plan;
    let bare = |text: Option<&'a Text>, target| {
        text.map_or_else(|| page_name(page, target).text, |text| page.bare(text).into())
    };
    // A further page is called otherwise than the first.
    let title = plan.full_title(target).filter(|_| !matches!(target, Target::Below(..)));
    let name = bare(title, target);
    // What stands in an edition is told apart by its list, not by the page of all editions.
    let parent = match target {
        Target::Edition(list, ..) | Target::EditionChanges(list, ..) | Target::Gone(list, _) => {
            Some(Target::List(list))
        }
        _ => target.parent(),
    };
    match parent.filter(|_| target.kind().names_parent) {
        Some(parent) => format!("{name} – {} – {site}", bare(plan.subject(parent), parent)),
        None => format!("{name} – {site}"),
    }
}

/// A page of the index of laws, counted from 0.
pub fn laws_page(number: u32) -> Target {
    if number == 0 { Target::Laws } else { Target::MoreLaws(number) }
}

/// The pages before and after one of several, counted from 0.
fn pages_around(number: u32, pages: usize, page: impl Fn(u32) -> Target) -> (Option<Target>, Option<Target>) {
    (number.checked_sub(1).map(&page), ((number as usize) + 1 < pages).then(|| page(number + 1)))
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
