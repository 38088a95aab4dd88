//! Records sorted by list in; up to a bound of lists in full, and a count by region of them all, out.

use serde::Serialize;

use crate::model::{IdMap, ListId, RegionId};
use crate::plan::Target;

use super::super::page::Page;
use super::super::shared::{SHOWN_LISTS, SHOWN_RECORDS, distinct};
use super::link::LinkView;

/// What is said where not every list is shown in full.
#[derive(Serialize)]
pub struct Truncated<'a> {
    /// How many lists are shown and how many there are.
    statement: String,
    data: String,
    regions: Vec<RegionCount<'a>>,
}

/// How much a region at the top has.
#[derive(Serialize)]
struct RegionCount<'a> {
    region: LinkView<'a>,
    lists: String,
    records: String,
}

impl<'a> Truncated<'a> {
    /// Counts by region at the top, for a page that shows only the lists before a bound.
    pub fn new(page: &Page<'a>, lists: impl Iterator<Item = ListId> + Clone, bound: ListId) -> Truncated<'a> {
        let mut counts: Vec<(RegionId, usize, usize)> = Vec::new();
        let mut place = IdMap::filled(page.model().regions.len(), usize::MAX);
        let mut last = None;
        for list in lists.clone() {
            let Some(region) = page.shared.top_region(list) else { continue };
            let slot = &mut place[region];
            if *slot == usize::MAX {
                *slot = counts.len();
                counts.push((region, 0, 0));
            }
            let count = &mut counts[*slot];
            count.1 += usize::from(last != Some(list));
            count.2 += 1;
            last = Some(list);
        }
        let total = page.count("lists", distinct(lists.clone()) as usize);
        let shown = page.strings().integer(distinct(lists.take_while(|list| *list < bound)).into());
        Truncated {
            statement: page.strings().fill("bounded", "statement", &[("shown", &shown), ("lists", &total)]),
            data: page.href(Target::Data, ""),
            regions: counts
                .into_iter()
                .map(|(region, lists, records)| RegionCount {
                    region: LinkView::to(page, Target::Region(region)),
                    lists: page.strings().integer(lists as u64),
                    records: page.strings().integer(records as u64),
                })
                .collect(),
        }
    }
}

/// The list after the last one to show in full, where `lists`, sorted, with each list once for each of its records, holds
/// more than the bounds. The first list is shown whatever it has.
pub fn truncate_at(lists: impl Iterator<Item = ListId>) -> Option<ListId> {
    let mut last = None;
    let (mut seen, mut before) = (0, 0);
    for (records, list) in lists.enumerate() {
        if last != Some(list) {
            (before, last, seen) = (records, Some(list), seen + 1);
        }
        if seen > SHOWN_LISTS || (before > 0 && records >= SHOWN_RECORDS) {
            return Some(list);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::model::{ListId, Position};

    use super::{SHOWN_LISTS, SHOWN_RECORDS, truncate_at};

    /// So many lists, each with so many records.
    fn lists(lists: usize, records: usize) -> impl Iterator<Item = ListId> {
        (0..lists).flat_map(move |list| std::iter::repeat_n(ListId::new(list), records))
    }

    #[test]
    fn what_fits_has_no_bound() {
        assert_eq!(truncate_at(lists(0, 0)), None);
        assert_eq!(truncate_at(lists(SHOWN_LISTS, 1)), None);
        assert_eq!(truncate_at(lists(5, SHOWN_RECORDS / 5)), None);
    }

    #[test]
    fn lists_are_shown_whole_or_not() {
        assert_eq!(truncate_at(lists(SHOWN_LISTS + 1, 1)), Some(ListId::new(SHOWN_LISTS)));
        assert_eq!(truncate_at(lists(5, SHOWN_RECORDS / 5 + 1)), Some(ListId::new(4)));
        assert_eq!(truncate_at(lists(2, SHOWN_RECORDS)), Some(ListId::new(1)));
    }

    #[test]
    fn the_first_list_is_shown_whatever_it_has() {
        assert_eq!(truncate_at(lists(1, 2 * SHOWN_RECORDS)), None);
        assert_eq!(truncate_at(lists(2, 2 * SHOWN_RECORDS)), Some(ListId::new(1)));
    }
}
