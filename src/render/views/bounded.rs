//! Records sorted by list in; up to a bound of lists in full, and a count by region of them all, out.

use serde::Serialize;

use crate::model::{IdMap, ListId, RegionId};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::shared::{SHOWN_LISTS, SHOWN_RECORDS, distinct};
use super::super::text::TextView;
use super::atoms::LinkView;

/// A list as a heading over its records.
#[derive(Serialize)]
pub struct ListHead<'a> {
    pub region: TextView<'a>,
    pub link: LinkView<'a>,
}

/// What is said where not every list is shown in full.
#[derive(Serialize)]
pub struct Overflow<'a> {
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

impl<'a> Pen<'a> {
    /// A list as a heading.
    pub fn list_head(&self, list: ListId) -> ListHead<'a> {
        ListHead { region: self.region_name(list), link: self.link(Target::List(list)) }
    }

    /// Name of the region of a list.
    pub fn region_name(&self, list: ListId) -> TextView<'a> {
        match self.shared.graph.region_of(self.list(list)) {
            Some(region) => self.name(Target::Region(region)),
            None => self.name(Target::List(list)),
        }
    }

    /// Counts by region at the top, for a page that shows only the lists before a bound.
    pub fn overflow(&self, lists: impl Iterator<Item = ListId> + Clone, bound: ListId) -> Overflow<'a> {
        let mut counts: Vec<(RegionId, usize, usize)> = Vec::new();
        let mut place = IdMap::filled(self.model().regions.len(), usize::MAX);
        let mut last = None;
        for list in lists.clone() {
            let Some(region) = self.shared.top_region(list) else { continue };
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
        let total = self.count("lists", distinct(lists.clone()) as usize);
        let shown = self.strings().integer(distinct(lists.take_while(|list| *list < bound)).into());
        Overflow {
            statement: self.strings().fill("bounded", "statement", &[("shown", &shown), ("lists", &total)]),
            data: self.href(Target::Data, ""),
            regions: counts
                .into_iter()
                .map(|(region, lists, records)| RegionCount {
                    region: self.link(Target::Region(region)),
                    lists: self.strings().integer(lists as u64),
                    records: self.strings().integer(records as u64),
                })
                .collect(),
        }
    }
}

/// The list after the last one to show in full, where `lists`, sorted, with each list once for each of its records, holds
/// more than the bounds. The first list is shown whatever it has.
pub fn bound(lists: impl Iterator<Item = ListId>) -> Option<ListId> {
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

    use super::{SHOWN_LISTS, SHOWN_RECORDS, bound};

    /// So many lists, each with so many records.
    fn lists(lists: usize, records: usize) -> impl Iterator<Item = ListId> {
        (0..lists).flat_map(move |list| std::iter::repeat_n(ListId::new(list), records))
    }

    #[test]
    fn what_fits_has_no_bound() {
        assert_eq!(bound(lists(0, 0)), None);
        assert_eq!(bound(lists(SHOWN_LISTS, 1)), None);
        assert_eq!(bound(lists(5, SHOWN_RECORDS / 5)), None);
    }

    #[test]
    fn lists_are_shown_whole_or_not() {
        assert_eq!(bound(lists(SHOWN_LISTS + 1, 1)), Some(ListId::new(SHOWN_LISTS)));
        assert_eq!(bound(lists(5, SHOWN_RECORDS / 5 + 1)), Some(ListId::new(4)));
        assert_eq!(bound(lists(2, SHOWN_RECORDS)), Some(ListId::new(1)));
    }

    #[test]
    fn the_first_list_is_shown_whatever_it_has() {
        assert_eq!(bound(lists(1, 2 * SHOWN_RECORDS)), None);
        assert_eq!(bound(lists(2, 2 * SHOWN_RECORDS)), Some(ListId::new(1)));
    }
}
