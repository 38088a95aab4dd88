//! The records under each topic in; the lists that have any, and the regions that these are of, out.

use crate::model::{IdMap, ListId, RecordRef, RegionId, TopicId};

use super::standing::Superseded;

/// For each topic, which lists and which regions have anything under it.
#[derive(Debug, Default)]
pub struct Under {
    /// For each list, its region.
    region_of: IdMap<ListId, Option<RegionId>>,
    lists: IdMap<TopicId, Vec<ListId>>,
    /// The same region by region, whatever takes the place of what.
    by_region: IdMap<TopicId, Vec<ListId>>,
    regions: IdMap<TopicId, Vec<RegionId>>,
}

impl Under {
    /// Looks through the records under each topic, which stand list by list. A list that another takes the place of is of no
    /// use beside it: it comes after all others.
    pub fn new(
        records: &IdMap<TopicId, Vec<RecordRef>>,
        region_of: IdMap<ListId, Option<RegionId>>,
        superseded: &IdMap<ListId, Option<Superseded>>,
    ) -> Under {
        let sorted = |records: &Vec<RecordRef>, key: &dyn Fn(ListId) -> (bool, Option<RegionId>, bool)| {
            let mut lists: Vec<ListId> = records.iter().map(|record| record.list).collect();
            lists.dedup();
            lists.sort_by_key(|list| (key(*list), *list));
            lists
        };
        let shown = |records| sorted(records, &|list| (superseded[list].is_some(), region_of[list], false));
        let lists: IdMap<TopicId, Vec<ListId>> = records.values().iter().map(shown).collect();
        let within = |records| sorted(records, &|list| (false, region_of[list], superseded[list].is_some()));
        let by_region: IdMap<TopicId, Vec<ListId>> = records.values().iter().map(within).collect();
        let regions = |lists: &Vec<ListId>| {
            let mut regions: Vec<RegionId> = lists.iter().filter_map(|list| region_of[*list]).collect();
            regions.dedup();
            regions
        };
        let regions = by_region.values().iter().map(regions).collect();
        Under { region_of, lists, by_region, regions }
    }

    /// The lists that have anything under a topic, in the order of the regions; those come last whose place
    /// another takes.
    pub fn lists(&self, topic: TopicId) -> &[ListId] {
        &self.lists[topic]
    }

    /// The regions with a list of their own that has anything under a topic, in their order.
    pub fn regions(&self, topic: TopicId) -> &[RegionId] {
        &self.regions[topic]
    }

    /// The lists of a region itself that have anything under a topic.
    pub fn lists_of(&self, region: RegionId, topic: TopicId) -> &[ListId] {
        let lists = &self.by_region[topic];
        let start = lists.partition_point(|list| self.region_of[*list] < Some(region));
        let end = start + lists[start..].partition_point(|list| self.region_of[*list] == Some(region));
        &lists[start..end]
    }
}

#[cfg(test)]
mod tests {
    use super::{Superseded, Under};
    use crate::model::{DutyId, IdMap, ListId, Part, Position, RecordRef, RegionId, TopicId};

    #[test]
    fn lists_stand_region_by_region() {
        let region = |at: usize| Some(RegionId::new(at));
        let list = ListId::new;
        let record = |at: usize| RecordRef { list: list(at), part: Part::Duty(DutyId::new(0)) };
        let records = IdMap::from(vec![vec![record(0), record(0), record(1), record(2), record(3)], Vec::new()]);
        let under = Under::new(
            &records,
            IdMap::from(vec![region(2), region(1), None, region(2)]),
            &IdMap::from(vec![None, Some(Superseded { from: None }), None, None]),
        );
        let topic = TopicId::new(0);
        assert_eq!(under.lists(topic), [list(2), list(0), list(3), list(1)], "what is superseded comes last");
        assert_eq!(under.regions(topic), [RegionId::new(1), RegionId::new(2)]);
        assert_eq!(under.lists_of(RegionId::new(2), topic), [list(0), list(3)]);
        assert_eq!(under.lists_of(RegionId::new(0), topic), []);
        assert_eq!(under.lists(TopicId::new(1)), []);
    }
}
