//! A list in; what a township and departments print of the items that they share, and what one has and the other lacks, out.

use serde::Serialize;

use crate::model::{Handover, ListId, Part, RecordRef};
use crate::plan::Target;

use super::super::atoms::LinkView;
use super::super::page::Page;
use super::super::text::TextView;

/// Up to how many items are named one by one; the rest is in the table of the data.
const NAMED: usize = 100;

/// What a list shares with others.
#[derive(Serialize)]
pub struct HandoversView<'a> {
    list: LinkView<'a>,
    /// Whether the list is the township's.
    own: bool,
    /// By the name that the township's list prints, or by township.
    parties: Vec<PartyView<'a>>,
    /// Items that both lists print.
    both: Vec<BothView<'a>>,
    /// Items that the township's list prints and the department's list lacks.
    missing: Vec<MissingView<'a>>,
    /// Items that the department's list gives to townships and no township's list names.
    left_out: Vec<LinkView<'a>>,
    /// How many more there are than are named here.
    more: Option<String>,
    data: String,
}

/// The other side: a department that a township names, or a township that names the department.
#[derive(Serialize)]
struct PartyView<'a> {
    name: TextView<'a>,
    /// The list of the other side, where it is published here.
    list: Option<LinkView<'a>>,
    items: String,
    /// How many of them both sides print.
    both: Option<String>,
}

/// An item as the township's list and the department's list call it.
#[derive(Serialize)]
struct BothView<'a> {
    township: LinkView<'a>,
    department: LinkView<'a>,
    list: LinkView<'a>,
    role: Option<&'a str>,
}

#[derive(Serialize)]
struct MissingView<'a> {
    item: LinkView<'a>,
    role: Option<&'a str>,
    department: TextView<'a>,
    list: LinkView<'a>,
}

/// The view of what a list shares with others.
pub(in super::super) fn handovers<'a>(page: &Page<'a>, l: ListId) -> HandoversView<'a> {
    let graph = page.shared.graph;
    let own: Vec<&Handover> = graph.handovers_by(l).collect();
    let named_by: Vec<&Handover> = graph.handovers_to(l).collect();
    let both = if own.is_empty() { &named_by } else { &own };
    let lacking: Vec<&Handover> =
        both.iter().copied().filter(|handover| handover.published.is_some() && handover.found.is_none()).collect();
    let left: Vec<LinkView<'a>> =
        graph.left_out(l).into_iter().map(|item| LinkView::to(page, Target::Item(l, item))).collect();
    let found: Vec<&Handover> = both.iter().copied().filter(|handover| handover.found.is_some()).collect();
    let more =
        found.len().saturating_sub(NAMED) + lacking.len().saturating_sub(NAMED) + left.len().saturating_sub(NAMED);
    HandoversView {
        list: LinkView::to(page, Target::List(l)),
        own: !own.is_empty(),
        parties: if own.is_empty() { townships(page, &named_by) } else { departments(page, &own) },
        both: found.into_iter().take(NAMED).filter_map(|handover| printed_by_both(page, l, handover)).collect(),
        missing: lacking.into_iter().take(NAMED).filter_map(|handover| missing(page, handover)).collect(),
        left_out: left.into_iter().take(NAMED).collect(),
        more: (more > 0).then(|| page.count("items_of_list", more)),
        data: page.href(Target::Data, ""),
    }
}

fn departments<'a>(page: &Page<'a>, own: &[&Handover]) -> Vec<PartyView<'a>> {
    let name = |handover: &Handover| &page.list(handover.list)[handover.item][handover.counterpart].name;
    let mut seen: Vec<(TextView<'a>, Vec<&Handover>)> = Vec::new();
    for handover in own {
        let text = page.text(name(handover));
        match seen.iter_mut().find(|(have, _)| have.text == text.text) {
            Some((_, handovers)) => handovers.push(handover),
            None => seen.push((text, vec![handover])),
        }
    }
    let view = |(name, handovers): (TextView<'a>, Vec<&Handover>)| {
        let list = handovers.iter().find_map(|handover| handover.published);
        PartyView { name, list: list.map(|list| LinkView::to(page, Target::List(list))), ..tally(page, &handovers) }
    };
    seen.into_iter().map(view).collect()
}

fn townships<'a>(page: &Page<'a>, named_by: &[&Handover]) -> Vec<PartyView<'a>> {
    let groups = named_by.chunk_by(|a, b| a.list == b.list);
    let view = |handovers: &[&Handover]| PartyView {
        name: page.text(&page.list(handovers[0].list).agency),
        list: Some(LinkView::to(page, Target::List(handovers[0].list))),
        ..tally(page, handovers)
    };
    groups.map(view).collect()
}

fn tally<'a>(page: &Page<'a>, handovers: &[&Handover]) -> PartyView<'a> {
    let published = handovers.iter().any(|handover| handover.published.is_some());
    let both = handovers.iter().filter(|handover| handover.found.is_some()).count();
    PartyView {
        name: TextView::plain(""),
        list: None,
        items: page.strings().integer(handovers.len() as u64),
        both: published.then(|| page.strings().integer(both as u64)),
    }
}

fn printed_by_both<'a>(page: &Page<'a>, l: ListId, handover: &Handover) -> Option<BothView<'a>> {
    let found = handover.found?;
    let item = &page.list(handover.list)[handover.item];
    let other = if handover.list == l { found.list } else { handover.list };
    Some(BothView {
        township: LinkView::to_record(page, handover.record(), page.text(&item.name)),
        department: LinkView::to(page, Target::of(found)),
        list: LinkView::to(page, Target::List(other)),
        role: item.role.map(|role| page.t("item_role", role.as_str())),
    })
}

fn missing<'a>(page: &Page<'a>, handover: &Handover) -> Option<MissingView<'a>> {
    let item = &page.list(handover.list)[handover.item];
    let record = RecordRef { list: handover.list, part: Part::Item(handover.item) };
    Some(MissingView {
        item: LinkView::to(page, Target::of(record)),
        role: item.role.map(|role| page.t("item_role", role.as_str())),
        department: page.text(&item[handover.counterpart].name),
        list: LinkView::to(page, Target::List(handover.published?)),
    })
}
