//! Every page of the site, in order, and the links between them; how the address of a kind of page is made is told in
//! `page_kind.rs`.

use std::collections::{BTreeMap, HashMap};

use crate::dataset::{PageUrls, Subject, tables};
use crate::link::{Graph, History};
use crate::model::former::Former;
use crate::model::{
    AgencyId, DepartmentId, DutyId, Id, IdMap, ItemId, Lang, LawId, ListId, MatterId, Model, PowerType, Publishing,
    RegimeId, RegionId, ServiceId, TopicId,
};

use super::base::Base;
use super::below::region_pages;
use super::compare::compare_pages;
use super::editions::{news_pages, pages_of_editions};
use super::feeds::{FEED, News, feeds};
use super::items::{GroupedBy, ITEMS_ON_A_PAGE, ItemGroup, item_groups};
use super::laws::{LawOrder, law_order};
use super::lead::Lead;
use super::listing::{Listed, Listing};
use super::target::Target;

/// Every page, in the order of the site, and how they address each other.
#[derive(Debug)]
pub struct Plan<'m> {
    /// The model that the targets index.
    pub model: &'m Model,
    /// Subjects of pages; each has one page in every language.
    pub targets: Vec<Target>,
    /// Names of the free pages, in the order of the files.
    pub free_pages: Vec<&'m Id>,
    /// For each list, the groups of its items that have pages.
    pub item_groups: IdMap<ListId, Vec<ItemGroup>>,
    /// Official codes that more than one list prints.
    pub codes: Vec<&'m str>,
    /// Every record of each listing.
    pub listed: [Listed; Listing::ALL.len()],
    /// Laws in the order of their pages.
    pub laws: LawOrder,
    /// Where the site will live.
    pub base: Base,
    /// For each list, the group of each item and which page of the group shows it.
    pub(super) group_of_item: IdMap<ListId, HashMap<ItemId, (u32, u32)>>,
    /// Which data are published.
    pub data: Publishing,
    /// For the pages with a feed, what it tells of, the latest first.
    pub feeds: BTreeMap<Target, Vec<News>>,
    /// What became of ids that once were published, by which pages are named.
    pub former: &'m Former,
    /// Addresses without a page of today, each with where it leads on to.
    pub leads: Vec<Lead>,
    /// Addresses that once were published and that nothing leads on from, by their places in the model.
    pub lost: Vec<usize>,
    /// What changed from edition to edition, by which pages are named.
    pub history: &'m History,
    /// The page at each path, without the slash at its end.
    pub(super) pages: HashMap<Box<str>, Target>,
}

/// Lays out the pages of a graph and of the data tables.
pub fn plan<'m>(graph: &'m Graph<'m>, base: Base) -> Plan<'m> {
    let model = graph.model;
    let mut free_pages: Vec<&Id> = Vec::new();
    for page in &model.pages {
        if !free_pages.contains(&&page.name) {
            free_pages.push(&page.name);
        }
    }
    let item_groups: IdMap<ListId, Vec<ItemGroup>> = model.lists.iter().map(item_groups).collect();
    let group_of_item = item_groups.values().iter().map(|groups| pages_of_items(groups)).collect();
    let codes: Vec<&str> = graph.shared_codes.iter().map(|(code, _)| *code).collect();
    let mut targets = vec![Target::Home, Target::Regions];
    for region in RegionId::all(model) {
        targets.push(Target::Region(region));
        let pages = region_pages(graph.regions_below[region].len()) as u32;
        targets.extend((1..pages).map(|page| Target::Below(region, page)));
    }
    targets.push(Target::Lists);
    for (l, list) in ListId::each(model) {
        targets.push(Target::List(l));
        for (group, items) in item_groups[l].iter().enumerate() {
            targets.extend((0..items.pages() as u32).map(|page| Target::Items(l, group as u32, page)));
        }
        targets.extend(ItemId::all(list).map(|i| Target::Item(l, i)));
        targets.extend(DutyId::all(list).map(|i| Target::Duty(l, i)));
        targets.extend(MatterId::all(list).map(|i| Target::Matter(l, i)));
        targets.extend(ServiceId::all(list).map(|i| Target::Service(l, i)));
        targets.extend(RegimeId::all(list).map(|i| Target::Regime(l, i)));
        if !list.offices.is_empty() {
            targets.push(Target::Offices(l));
        }
        if !list.mechanism.is_empty() {
            targets.push(Target::Mechanism(l));
        }
        if !(list.procedures.is_empty() && list.accounts.is_empty()) {
            targets.push(Target::Common(l));
        }
        if graph.has_handovers(l) {
            targets.push(Target::Handovers(l));
        }
        targets.extend([Target::Dossier(l), Target::Tabular(l), Target::ListChanges(l)]);
        targets.extend(pages_of_editions(graph, l));
    }
    targets.extend((0..news_pages(graph) as u32).map(Target::News));
    let types = power_types(model);
    if !types.is_empty() {
        targets.push(Target::PowerTypes);
        targets.extend(types.into_iter().map(Target::PowerType));
    }
    targets.extend((0..codes.len() as u32).map(Target::Code));
    let lists = lists_in_regions(graph);
    let listed = Listing::ALL.map(|listing| Listed::new(&lists, |list| listing.rows(&model[list])));
    for (listing, listed) in Listing::ALL.into_iter().zip(&listed) {
        targets.extend((0..listed.pages() as u32).map(|page| Target::Listing(listing, page)));
    }
    targets.push(Target::Gaps);
    targets.extend((0..both_sides_pages(graph) as u32).map(Target::BothSides));
    let laws = law_order(graph);
    targets.push(Target::Laws);
    targets.extend((1..laws.pages() as u32).map(Target::MoreLaws));
    targets.extend(LawId::all(model).map(Target::Law));
    targets.extend([Target::Changes, Target::Topics]);
    for topic in TopicId::all(model) {
        targets.push(Target::Topic(topic));
        targets.extend(graph.regions_under(topic).iter().map(|region| Target::Answer(*region, topic)));
        let pages = compare_pages(graph.lists_under(topic).len());
        targets.extend((0..pages as u32).map(|page| Target::Compare(topic, page)));
        targets.extend((!graph.lists_under(topic).is_empty()).then_some(Target::TopicGaps(topic)));
    }
    targets.push(Target::Departments);
    targets.extend(DepartmentId::all(model).map(Target::Department));
    if !model.agencies.is_empty() {
        targets.push(Target::Agencies);
        targets.extend(AgencyId::all(model).map(Target::Agency));
    }
    targets.extend([Target::Search, Target::Data]);
    targets.extend((0..tables().len() as u32).map(Target::Table));
    targets.push(Target::Quality);
    if !model.terms.is_empty() {
        targets.push(Target::Glossary);
    }
    targets.extend((0..free_pages.len() as u32).map(Target::Free));
    targets.push(Target::NotFound);
    let data = model.site.data.clone().unwrap_or_default().publishing();
    let (pages, history, feeds) = (HashMap::new(), &graph.history, feeds(graph));
    let mut plan = Plan {
        model,
        targets,
        free_pages,
        item_groups,
        group_of_item,
        codes,
        listed,
        laws,
        base,
        data,
        feeds,
        former: &graph.former,
        leads: Vec::new(),
        lost: Vec::new(),
        history,
        pages,
    };
    let paths = plan.targets.iter().map(|target| (plan.path(*target).trim_end_matches('/').into(), *target));
    // Of two pages with the same address, which the audit reports, the first is found.
    plan.pages = paths.rev().collect();
    plan.lead_on();
    plan
}

/// Up to how many matters that lists do not agree on stand on a page.
pub const FINDINGS_ON_A_PAGE: usize = 60;

/// How many pages there are of what lists do not agree on: none where no matter stands in two lists and nothing is found.
pub fn both_sides_pages(graph: &Graph<'_>) -> usize {
    let found = graph.both_sides.findings.len().div_ceil(FINDINGS_ON_A_PAGE);
    found.max(usize::from(!graph.both_sides.pairs.is_empty()))
}

/// Every list, in the order of the regions.
fn lists_in_regions(graph: &Graph<'_>) -> Vec<ListId> {
    let mut lists: Vec<ListId> = ListId::all(graph.model).collect();
    lists.sort_by_cached_key(|list| (graph.region_of(&graph.model[*list]), *list));
    lists
}

/// The first group that holds each item, and which of its pages shows it.
fn pages_of_items(groups: &[ItemGroup]) -> HashMap<ItemId, (u32, u32)> {
    let mut pages = HashMap::new();
    for (at, group) in groups.iter().enumerate() {
        for (place, item) in group.items.iter().enumerate() {
            pages.entry(*item).or_insert((at as u32, (place / ITEMS_ON_A_PAGE) as u32));
        }
    }
    pages
}

/// The types of power that any item has, in the order of the types.
fn power_types(model: &Model) -> Vec<PowerType> {
    let items = || model.lists.iter().flat_map(|list| &list.items);
    let used = |power_type: &PowerType| items().any(|item| item.power_type == Some(*power_type));
    PowerType::ALL.iter().copied().filter(used).collect()
}

impl Plan<'_> {
    /// The page of the group of items that an item is in.
    pub fn group_of(&self, list: ListId, item: ItemId) -> Option<Target> {
        self.group_of_item[list].get(&item).map(|(group, page)| Target::Items(list, *group, *page))
    }

    /// The same where the group is a printed heading.
    pub fn section_of(&self, list: ListId, item: ItemId) -> Option<Target> {
        let target = self.group_of(list, item)?;
        let Target::Items(_, group, _) = target else { return None };
        let by = self.item_groups[list][group as usize].by;
        matches!(by, GroupedBy::Section(_)).then_some(target)
    }

    /// The rows of a listing.
    pub fn listed(&self, listing: Listing) -> &Listed {
        &self.listed[listing as usize]
    }

    /// The page at a path such as `/topics/metrology/`, without regard to language.
    pub fn at(&self, path: &str) -> Option<Target> {
        self.pages.get(path.trim_matches('/')).copied()
    }

    /// The path of a page in one language, from the root of the site.
    pub fn path_in(&self, target: Target, lang: Lang) -> String {
        format!("{}{}", self.prefix(lang), self.path(target))
    }

    /// The file of a page in one language, from the root of the site.
    pub fn file(&self, target: Target, lang: Lang) -> String {
        let path = self.path_in(target, lang);
        if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path }
    }

    /// Pages and search alone, whatever the content says of data.
    pub fn draft(self) -> Self {
        Plan { data: Publishing::nothing(), ..self }
    }

    /// Whether a data file stands beside a page.
    pub fn has_data(&self, target: Target) -> bool {
        self.data.pages && target.kind().has_data
    }

    /// The data file beside a page, from the root of the site; the same in every language.
    pub fn data_file(&self, target: Target) -> String {
        self.path(target) + "index.json"
    }

    /// A data file beside a page whose data are spread over several, counted from 0: `index.json`, then `index-2.json`.
    pub fn record_file(&self, target: Target, file: u32) -> String {
        match file {
            0 => self.data_file(target),
            further => format!("{}index-{}.json", self.path(target), further + 1),
        }
    }

    /// What stands before the paths of a language: nothing for the first, `en/` for English after it.
    pub fn prefix(&self, lang: Lang) -> String {
        if self.model.languages().first() == Some(&lang) { String::new() } else { format!("{lang}/") }
    }

    /// The address of a page as written in the data: absolute where the site knows where it will live, else its path
    /// from the root of the site.
    pub fn url(&self, target: Target, lang: Lang) -> String {
        self.base.absolute(&self.path_in(target, lang))
    }

    /// The path of the feed beside a page, where it has one.
    pub fn feed(&self, target: Target, lang: Lang) -> Option<String> {
        self.feeds.contains_key(&target).then(|| self.path_in(target, lang) + FEED)
    }

    /// A link from one page to another in the same or another language, with an anchor unless it is empty.
    pub fn href(&self, from: (Target, Lang), to: (Target, Lang), anchor: &str) -> String {
        let path = if self.base.is_known() { self.path_in(to.0, to.1) } else { self.file(to.0, to.1) };
        with_anchor(self.href_to_file(from, &path), anchor)
    }

    /// A link from a page to any file of the site, given by its path from the root.
    pub fn href_to_file(&self, from: (Target, Lang), file: &str) -> String {
        // A server shows 404.html under whatever address was asked for, so its links cannot be relative.
        if from.0 == Target::NotFound && self.base.is_known() {
            return format!("{}{file}", self.base.path());
        }
        way(&self.path_in(from.0, from.1), file)
    }
}

impl PageUrls for Plan<'_> {
    fn url(&self, subject: Subject, anchor: &str, lang: Lang) -> String {
        with_anchor(self.url(Target::from(subject), lang), anchor)
    }

    fn path(&self, subject: Subject, anchor: &str) -> String {
        with_anchor(self.path(Target::from(subject)), anchor)
    }

    fn at(&self, path: &str, lang: Lang) -> Option<String> {
        self.at(path).map(|target| self.url(target, lang))
    }
}

/// An address with an anchor, unless that is empty.
fn with_anchor(mut address: String, anchor: &str) -> String {
    if !anchor.is_empty() {
        address.push('#');
        address.push_str(anchor);
    }
    address
}

/// The shortest relative link from a page to a file, both by their paths from the root of the site.
pub fn way(page: &str, file: &str) -> String {
    let both = page.split_inclusive('/').zip(file.split_inclusive('/'));
    let shared = both.take_while(|(a, b)| a == b && a.ends_with('/')).map(|(folder, _)| folder.len()).sum();
    let (page, file) = (&page[shared..], &file[shared..]);
    match page.matches('/').count() {
        0 if file.is_empty() => "./".into(),
        up => "../".repeat(up) + file,
    }
}

#[cfg(test)]
mod tests {
    use super::way;

    #[test]
    fn goes_up_no_further_than_it_must() {
        assert_eq!(way("", ""), "./");
        assert_eq!(way("", "laws/index.html"), "laws/index.html");
        assert_eq!(way("laws/", ""), "../");
        assert_eq!(way("laws/", "laws/"), "./");
        assert_eq!(way("laws/a/", "laws/b/index.html"), "../b/index.html");
        assert_eq!(way("en/lists/a/duties/b/", "en/lists/a/offices/"), "../../offices/");
        assert_eq!(
            way("en/lists/a/duties/b/", "lists/a/duties/b/index.json"),
            "../../../../../lists/a/duties/b/index.json"
        );
        assert_eq!(way("en/laws/", "en/laws-of-old/"), "../laws-of-old/");
        assert_eq!(way("en/404.html", "en/laws/"), "laws/");
    }
}
