//! The items of a list in; the views of its groups of items, of what it says once for many, and of types and codes across
//! lists out.

use std::collections::HashSet;

use serde::Serialize;

use crate::model::{AccountId, ItemId, ListId, Part, PowerType, ProcedureId, RecordRef, Section, SectionId};
use crate::plan::{GroupedBy, ItemGroup, Target};

use super::super::atoms::{DescribedLaws, LinkView, ListHead, PageLink, SourceView, Truncated, truncate_at};
use super::super::citations::optional_markdown;
use super::super::names::group_name;
use super::super::page::Page;
use super::super::text::TextView;
use super::item::{AccountView, ItemRow, StageView};

/// A group of items.
#[derive(Serialize)]
pub struct ItemsView<'a> {
    list: LinkView<'a>,
    name: TextView<'a>,
    number: Option<TextView<'a>>,
    role: Option<&'a str>,
    count: String,
    /// That the paper prints another count.
    printed_count: Option<String>,
    note: Option<TextView<'a>>,
    /// Of a group of several pages, each with its first and last number among the items.
    pages: Vec<PageLink>,
    items: Vec<ItemRow<'a>>,
}

/// A group of items on the page of its list.
#[derive(Serialize)]
pub struct GroupView<'a> {
    /// Headings above this one that have not been said yet, the highest first.
    above: Vec<HeadingView<'a>>,
    link: LinkView<'a>,
    number: Option<TextView<'a>>,
    role: Option<&'a str>,
    count: String,
    /// That the paper prints another count.
    printed_count: Option<String>,
    note: Option<TextView<'a>>,
    /// The items, where the list has few.
    items: Vec<ItemRow<'a>>,
}

/// A heading over headings.
#[derive(Serialize)]
struct HeadingView<'a> {
    number: Option<TextView<'a>>,
    title: TextView<'a>,
    /// How many items the paper says that it has.
    count: Option<String>,
    note: Option<TextView<'a>>,
}

/// Up to how many items stand on the page of their list.
const ON_THE_LIST: usize = 60;

/// The groups of a list for its page.
pub(super) fn groups<'a>(page: &Page<'a>, l: ListId) -> Vec<GroupView<'a>> {
    let few = page.list(l).items.len() <= ON_THE_LIST;
    let groups = page.shared.plan.item_groups[l].iter().enumerate();
    let mut said: HashSet<SectionId> = HashSet::new();
    groups
        .map(|(at, group)| GroupView {
            above: headings(page, l, group, &mut said),
            link: LinkView::to(page, Target::Items(l, at as u32, 0)),
            number: section_number(page, l, group),
            role: role(page, l, group),
            count: page.count("items_of_list", group.items.len()),
            printed_count: printed_count(page, l, group),
            note: section_of(page, l, group).and_then(|section| optional_markdown(page, &section.note)),
            items: if few { rows(page, l, group, &group.items) } else { Vec::new() },
        })
        .collect()
}

fn headings<'a>(page: &Page<'a>, l: ListId, group: &ItemGroup, said: &mut HashSet<SectionId>) -> Vec<HeadingView<'a>> {
    let GroupedBy::Section(section) = group.by else { return Vec::new() };
    let list = page.list(l);
    let mut above = Vec::new();
    let mut here = list[section].part_of.as_deref().and_then(|id| list.section(id));
    // A heading that was said leads to those above it, which were said as well.
    while let Some(heading) = here.filter(|heading| said.insert(*heading)) {
        above.push(heading);
        here = list[heading].part_of.as_deref().and_then(|id| list.section(id));
    }
    above.reverse();
    let view = |heading: SectionId| HeadingView {
        number: page.optional_number(&list[heading].number),
        title: page.text(&list[heading].title),
        count: list[heading].count.map(|count| page.count("items_of_list", count as usize)),
        note: optional_markdown(page, &list[heading].note),
    };
    above.into_iter().map(view).collect()
}

fn section_of<'a>(page: &Page<'a>, l: ListId, group: &ItemGroup) -> Option<&'a Section> {
    match group.by {
        GroupedBy::Section(section) => Some(&page.list(l)[section]),
        _ => None,
    }
}

/// What the paper says of the number of items, where it is another.
fn printed_count(page: &Page<'_>, l: ListId, group: &ItemGroup) -> Option<String> {
    let count = section_of(page, l, group)?.count?;
    let wholes = group.items.iter().filter(|id| page.list(l)[**id].part_of.is_none()).count();
    if [wholes, group.items.len()].contains(&(count as usize)) {
        return None;
    }
    let n = page.strings().integer(count.into());
    Some(page.strings().fill("items", "printed_count", &[("n", &n)]))
}

fn section_number<'a>(page: &Page<'a>, l: ListId, group: &ItemGroup) -> Option<TextView<'a>> {
    page.optional_number(&section_of(page, l, group)?.number)
}

fn role<'a>(page: &Page<'a>, l: ListId, group: &ItemGroup) -> Option<&'a str> {
    section_of(page, l, group)?.role.map(|role| page.t("item_role", role.as_str()))
}

fn rows<'a>(page: &Page<'a>, l: ListId, group: &ItemGroup, items: &[ItemId]) -> Vec<ItemRow<'a>> {
    let list = page.list(l);
    let types: std::collections::BTreeSet<Option<PowerType>> =
        group.items.iter().map(|id| list[*id].power_type).collect();
    let typed = types.len() > 1;
    items.iter().map(|id| ItemRow::new(page, l, *id, typed)).collect()
}

/// The view of a page of a group of items.
pub(in super::super) fn items<'a>(page: &Page<'a>, l: ListId, at: u32, number: u32) -> ItemsView<'a> {
    let group = &page.shared.plan.item_groups[l][at as usize];
    let section = section_of(page, l, group);
    let pages = (0..group.pages()).map(|n| {
        let first = n * crate::plan::ITEMS_ON_A_PAGE;
        let (from, to) = (first + 1, first + group.page(n).len());
        let values = [("from", page.strings().integer(from as u64)), ("to", page.strings().integer(to as u64))];
        PageLink {
            href: page.href(Target::Items(l, at, n as u32), ""),
            text: page.strings().fill("items", "from_to", &[("from", &values[0].1), ("to", &values[1].1)]),
            current: n == number as usize,
        }
    });
    ItemsView {
        list: LinkView::to(page, Target::List(l)),
        name: group_name(page, l, at, 0),
        number: section_number(page, l, group),
        role: role(page, l, group),
        count: page.count("items_of_list", group.items.len()),
        printed_count: printed_count(page, l, group),
        note: section.and_then(|section| optional_markdown(page, &section.note)),
        pages: if group.pages() > 1 { pages.collect() } else { Vec::new() },
        items: rows(page, l, group, group.page(number as usize)),
    }
}

/// What a list says once for many items.
#[derive(Serialize)]
pub struct CommonView<'a> {
    list: LinkView<'a>,
    procedures: Vec<ProcedureView<'a>>,
    accounts: Vec<SharedAccount<'a>>,
}

#[derive(Serialize)]
struct ProcedureView<'a> {
    id: String,
    name: Option<TextView<'a>>,
    count: String,
    stages: Vec<StageView<'a>>,
    source: Option<SourceView<'a>>,
}

#[derive(Serialize)]
struct SharedAccount<'a> {
    count: String,
    account: AccountView<'a>,
}

/// The view of the page of what a list says once for many items.
pub(in super::super) fn common<'a>(page: &Page<'a>, l: ListId, described: &mut DescribedLaws) -> CommonView<'a> {
    let list = page.list(l);
    let procedures = ProcedureId::each(list).map(|(id, procedure)| {
        let used = list.items.iter().filter(|item| item.procedure.as_ref() == Some(&procedure.id)).count();
        let record = RecordRef { list: l, part: Part::Procedure(id) };
        let place = record.anchor(page.model());
        ProcedureView {
            stages: StageView::all(page, &procedure.stages, &place, described),
            id: place,
            name: procedure.name.as_ref().map(|name| page.text(name)),
            count: page.count("items_of_list", used),
            source: procedure.source.as_ref().map(|source| SourceView::new(page, l, source)),
        }
    });
    let procedures = procedures.collect();
    let accounts = AccountId::each(list).map(|(_, account)| SharedAccount {
        count: page
            .count("items_of_list", list.items.iter().filter(|item| item.accounts.contains(&account.id)).count()),
        account: AccountView::new(page, l, account, described),
    });
    let accounts = accounts.collect();
    CommonView { list: LinkView::to(page, Target::List(l)), procedures, accounts }
}

/// All types of power.
#[derive(Serialize)]
pub struct TypesView<'a> {
    types: Vec<TypeRow<'a>>,
}

#[derive(Serialize)]
struct TypeRow<'a> {
    link: LinkView<'a>,
    items: String,
    lists: String,
}

/// A type of power across lists.
#[derive(Serialize)]
pub struct TypeView<'a> {
    name: &'a str,
    items: String,
    lists: Vec<ListOfType<'a>>,
    overflow: Option<Truncated<'a>>,
}

/// What a list has of a type.
#[derive(Serialize)]
struct ListOfType<'a> {
    head: ListHead<'a>,
    count: String,
    /// The groups of the list that hold items of the type.
    groups: Vec<LinkView<'a>>,
    /// The words that the list prints for it.
    printed: Vec<TextView<'a>>,
}

/// The view of the index of types of power.
pub(in super::super) fn types<'a>(page: &Page<'a>) -> TypesView<'a> {
    let types = PowerType::ALL.iter().filter_map(|power_type| {
        let lists = &page.shared.items_of_type[*power_type as usize];
        let items: usize = lists.iter().map(|(_, items)| items).sum();
        (items > 0).then(|| TypeRow {
            link: LinkView::to(page, Target::PowerType(*power_type)),
            items: page.count("items_of_list", items),
            lists: page.count("lists", lists.len()),
        })
    });
    TypesView { types: types.collect() }
}

/// The view of the page of a type of power.
pub(in super::super) fn power_type<'a>(page: &Page<'a>, power_type: PowerType) -> TypeView<'a> {
    let lists = &page.shared.items_of_type[power_type as usize];
    let row = |(l, count): &(ListId, usize)| {
        let list = page.list(*l);
        let of_type = |id: &ItemId| list[*id].power_type == Some(power_type);
        let groups = page.shared.plan.item_groups[*l].iter().enumerate();
        let mut printed: Vec<&str> = Vec::new();
        for item in list.items.iter().filter(|item| item.power_type == Some(power_type)) {
            let word = item.type_as_printed.as_deref();
            printed.extend(word.filter(|word| !printed.contains(word)));
        }
        ListOfType {
            head: ListHead::new(page, *l),
            count: page.count("items_of_list", *count),
            groups: groups
                .filter(|(_, group)| group.items.iter().any(of_type))
                .map(|(at, _)| LinkView::to(page, Target::Items(*l, at as u32, 0)))
                .take(12)
                .collect(),
            printed: printed.into_iter().map(|word| page.printed(word)).collect(),
        }
    };
    let bound = truncate_at(lists.iter().map(|(list, _)| *list));
    let shown = lists.iter().take_while(|(list, _)| bound.is_none_or(|end| *list < end));
    let each = lists.iter().flat_map(|(list, count)| std::iter::repeat_n(*list, *count));
    TypeView {
        name: page.t("power_type", power_type.as_str()),
        items: page.count("items_of_list", lists.iter().map(|(_, items)| items).sum()),
        lists: shown.map(row).collect(),
        overflow: bound.map(|end| Truncated::new(page, each, end)),
    }
}

/// An official code across lists.
#[derive(Serialize)]
pub struct CodeView<'a> {
    code: &'a str,
    count: String,
    items: Vec<ItemOfCode<'a>>,
    overflow: Option<Truncated<'a>>,
}

#[derive(Serialize)]
struct ItemOfCode<'a> {
    head: ListHead<'a>,
    item: LinkView<'a>,
    power_type: Option<&'a str>,
    /// Whether it is called otherwise than the first.
    differs: bool,
}

/// The view of the page of a code.
pub(in super::super) fn code<'a>(page: &Page<'a>, at: u32) -> CodeView<'a> {
    let (code, records) = &page.shared.graph.shared_codes[at as usize];
    let found: Vec<(ListId, ItemId)> = records
        .iter()
        .filter_map(|record| match record.part {
            Part::Item(item) => Some((record.list, item)),
            _ => None,
        })
        .collect();
    let first = found.first().map(|(list, item)| page.bare(&page.list(*list)[*item].name));
    let row = |(list, item): &(ListId, ItemId)| {
        let value = &page.list(*list)[*item];
        ItemOfCode {
            head: ListHead::new(page, *list),
            item: LinkView::to(page, Target::Item(*list, *item)),
            power_type: value.power_type.map(|power_type| page.t("power_type", power_type.as_str())),
            differs: first != Some(page.bare(&value.name)),
        }
    };
    let lists = found.iter().map(|(list, _)| *list);
    let bound = truncate_at(lists.clone());
    let shown = found.iter().take_while(|(list, _)| bound.is_none_or(|end| *list < end));
    CodeView {
        code,
        count: page.count("lists", found.len()),
        items: shown.map(row).collect(),
        overflow: bound.map(|end| Truncated::new(page, lists, end)),
    }
}
