//! A kind of record in; all of them on pages, list by list in the order of the regions, out.

use serde::Serialize;

use crate::model::{ListId, TopicId};
use crate::plan::{Listing, Target};

use super::super::atoms::{LinkView, ListHead, PageLink};
use super::super::names::region_name;
use super::super::page::Page;
use super::super::text::TextView;
use super::listing_row::{ListingRow, rows};
use super::listing_without::{WithoutView, without};
use super::page_links::some_of;

/// The table of the data that has the rows of a listing; those of phones are spread over several.
fn table(listing: Listing) -> Option<&'static str> {
    match listing {
        Listing::Duties => Some("duties"),
        Listing::Boundaries => Some("matters"),
        Listing::Services => Some("services"),
        Listing::Regimes => Some("regimes"),
        Listing::Penalties => Some("penalties"),
        Listing::Phones => None,
    }
}

/// The columns of a listing beside the name; each is a key of the strings `listing_column`.
fn columns(listing: Listing) -> &'static [&'static str] {
    match listing {
        Listing::Duties | Listing::Services => &["who", "topics"],
        Listing::Boundaries => &["departments", "topics"],
        Listing::Regimes => &["often", "topics"],
        Listing::Penalties => &["kind", "figure", "regime", "topics"],
        Listing::Phones => &["owner", "kind"],
    }
}

/// A page of all records of a kind.
#[derive(Serialize)]
pub struct ListingView<'a> {
    word: &'static str,
    intro: &'a str,
    /// The heading of the first column: what each row is.
    head: &'a str,
    /// How many there are and which are here.
    count: String,
    /// The other listings.
    others: Vec<PageLink>,
    /// Every page, where there are several.
    pages: Vec<PageLink>,
    columns: Vec<ColumnView<'a>>,
    groups: Vec<ListingGroup<'a>>,
    /// Lists without any.
    without: Option<WithoutView<'a>>,
    /// Words for kinds to filter by.
    kinds: Vec<(&'static str, &'a str)>,
    /// Topics to filter by, by slug.
    topics: Vec<(&'a str, TextView<'a>)>,
    /// Whether rows have a figure to sort by.
    sums: bool,
    /// The rows as data.
    data: LinkView<'a>,
    script: String,
    /// The way to the folder beside which the folders of the other pages lie.
    folder: String,
    /// How many pages there are, and which this is, counted from 0.
    all: usize,
    here: u32,
}

#[derive(Serialize)]
struct ColumnView<'a> {
    key: &'static str,
    text: &'a str,
}

/// The rows of one list.
#[derive(Serialize)]
struct ListingGroup<'a> {
    id: String,
    /// Name of the region, for the script.
    region: String,
    head: ListHead<'a>,
    rows: Vec<ListingRow<'a>>,
}

/// A region that the script can go to: its name, the first and the last page that has its rows.
#[derive(Serialize)]
pub struct RegionChoice(String, usize, usize);

/// The view of a page of a listing.
pub(in super::super) fn listing<'a>(page: &Page<'a>, listing: Listing, number: u32) -> ListingView<'a> {
    let listed = page.shared.plan.listed(listing);
    let group = |(list, range)| ListingGroup {
        id: format!("_in-{}", page.list(list).id),
        region: region_name(page, list).text.into_owned(),
        head: ListHead::new(page, list),
        rows: rows(page, listing, list, range),
    };
    let groups: Vec<ListingGroup<'a>> = listed.on(number as usize).into_iter().map(group).collect();
    let column = |key: &&'static str| ColumnView { key, text: page.t("listing_column", key) };
    let word = listing.as_str();
    let all = page.strings().integer(listed.rows() as u64);
    ListingView {
        word,
        intro: page.t("listing_intro", word),
        head: page.t("listing_head", word),
        count: page.strings().fill("listing", "count", &[("n", &all)]),
        others: others(page, listing),
        pages: pages(page, listing, number),
        columns: columns(listing).iter().map(column).collect(),
        kinds: super::listing_row::kinds(page, listing),
        topics: topics(page, listing),
        sums: listing == Listing::Penalties,
        groups,
        without: without(page, listing, number),
        data: data(page, listing),
        script: page.file(page.shared.theme.script("listing.js")),
        folder: format!("{}{}", page.root, page.shared.plan.prefix(page.lang)),
        all: listed.pages(),
        here: number,
    }
}

/// The regions of a listing in the order of its pages.
pub(in super::super) fn region_choices(page: &Page<'_>, listing: Listing) -> Vec<RegionChoice> {
    let mut found: Vec<RegionChoice> = Vec::new();
    for (list, pages) in page.shared.plan.listed(listing).lists() {
        let name = region_name(page, list).text.into_owned();
        match found.last_mut().filter(|last| last.0 == name) {
            Some(last) => last.2 = pages.end - 1,
            None => found.push(RegionChoice(name, pages.start, pages.end - 1)),
        }
    }
    found
}

/// Links to all listings that have rows.
fn others(page: &Page<'_>, here: Listing) -> Vec<PageLink> {
    let with_rows = Listing::ALL.into_iter().filter(|other| page.shared.plan.listed(*other).rows() > 0);
    let links = with_rows.map(|other| PageLink {
        href: page.href(Target::Listing(other, 0), ""),
        text: page.t("page", other.as_str()).to_owned(),
        current: other == here,
    });
    links.collect()
}

fn topics<'a>(page: &Page<'a>, listing: Listing) -> Vec<(&'a str, TextView<'a>)> {
    if !columns(listing).contains(&"topics") {
        return Vec::new();
    }
    let named = TopicId::each(page.model()).filter(|(id, _)| !page.shared.graph.under_topic[*id].is_empty());
    named.map(|(_, topic)| (topic.slug.as_str(), page.text(&topic.name))).collect()
}

fn data<'a>(page: &Page<'a>, listing: Listing) -> LinkView<'a> {
    let catalogue = page.shared.catalogue;
    let at = table(listing).and_then(|name| (0..catalogue.tables()).find(|at| catalogue.table(*at).name == name));
    LinkView::to(page, at.map_or(Target::Data, |at| Target::Table(at as u32)))
}

/// Links to the pages of a listing, each under the first and the last of its regions.
fn pages(page: &Page<'_>, listing: Listing, here: u32) -> Vec<PageLink> {
    let listed = page.shared.plan.listed(listing);
    let name = |list: ListId| region_name(page, list).text.into_owned();
    some_of(listed.pages(), here as usize, |number| {
        let lists = listed.on(number);
        let [first, last] =
            [lists.first(), lists.last()].map(|list| list.map(|(list, _)| name(*list)).unwrap_or_default());
        let text = if first == last { first } else { format!("{first} – {last}") };
        let n = page.strings().integer(number as u64 + 1);
        PageLink {
            href: page.href(Target::Listing(listing, number as u32), ""),
            text: format!("{n}{}{text}", page.t("text", "colon")),
            current: number == here as usize,
        }
    })
}
