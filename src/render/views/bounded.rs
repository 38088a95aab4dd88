//! Records sorted by list in; up to a bound of lists in full, and a count by region of them all, out.

use serde::Serialize;

use crate::plan::Target;

use super::super::pen::Pen;
use super::super::shared::{SHOWN_LISTS, distinct};
use super::super::text::TextView;
use super::parts::LinkView;

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
    pub fn list_head(&self, list: u32) -> ListHead<'a> {
        ListHead { region: self.region_name(list), link: self.link(Target::List(list)) }
    }

    /// Name of the region of a list.
    pub fn region_name(&self, list: u32) -> TextView<'a> {
        match self.shared.graph.region_of(self.list(list)) {
            Some(region) => self.name(Target::Region(region)),
            None => self.name(Target::List(list)),
        }
    }

    /// The list after the last one to show in full, where `lists`, sorted, holds more than the bound.
    pub fn bound(&self, lists: impl Iterator<Item = u32>) -> Option<u32> {
        let mut last = None;
        let mut seen = 0;
        for list in lists {
            if last != Some(list) {
                if seen == SHOWN_LISTS {
                    return Some(list);
                }
                seen += 1;
                last = Some(list);
            }
        }
        None
    }

    /// Counts by region at the top, for a page that shows only the lists before a bound.
    pub fn overflow(&self, lists: impl Iterator<Item = u32> + Clone) -> Overflow<'a> {
        let mut counts: Vec<(u32, usize, usize)> = Vec::new();
        let mut place = vec![usize::MAX; self.model().regions.len()];
        let mut last = None;
        for list in lists.clone() {
            let Some(region) = self.shared.top_region(list) else { continue };
            let slot = &mut place[region as usize];
            if *slot == usize::MAX {
                *slot = counts.len();
                counts.push((region, 0, 0));
            }
            let count = &mut counts[*slot];
            count.1 += usize::from(last != Some(list));
            count.2 += 1;
            last = Some(list);
        }
        let total = self.count("lists", distinct(lists) as usize);
        let shown = self.strings().integer(SHOWN_LISTS as u64);
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
