//! The graph in; what pages of every language share, computed once, out.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::dataset::Published;
use crate::editions::{Flat, RenamedLists, flatten};
use crate::link::{Changes, Graph, changes, gaps};
use crate::model::{EditionId, IdMap, LawId, List, ListId, Model, PowerType, RecordRef, RegionId, TopicId};
use crate::plan::Plan;
use crate::theme::Theme;

use super::readings::Readings;

/// Up to how many lists a page shows in full.
pub(super) const SHOWN_LISTS: usize = 40;

/// Up to how many records a page shows of lists in full; the first list is shown whatever it has.
pub(super) const SHOWN_RECORDS: usize = 150;

/// Up to how many regions are shown as one tree.
pub(super) const SHOWN_REGIONS: usize = 300;

/// How many older editions are kept at a time.
const KEPT_EDITIONS: usize = 4;

/// What every page may look at.
pub(super) struct Shared<'a> {
    pub graph: &'a Graph<'a>,
    pub plan: &'a Plan<'a>,
    pub theme: &'a Theme,
    pub catalogue: &'a dyn Published,
    /// What the last texts cite.
    pub readings: Readings,
    /// For each list, its region and the regions above it, the nearest first.
    pub regions_of_list: IdMap<ListId, Vec<RegionId>>,
    /// For each region, how many lists it and the regions below it have.
    pub lists_within: IdMap<RegionId, u32>,
    /// For each region, how many of these another list takes the place of.
    pub superseded_within: IdMap<RegionId, u32>,
    /// For each list, those that replace it.
    pub superseded_by: IdMap<ListId, Vec<ListId>>,
    /// The records of the older editions that were asked for last, so that the pages of one do not collect them anew.
    pub(super) editions: Mutex<VecDeque<(EditionId, Arc<Flat>)>>,
    /// For each law, how many lists cite it.
    pub lists_citing: IdMap<LawId, u32>,
    /// For each list, what became of the laws it cites.
    pub changes: IdMap<ListId, Changes<'a>>,
    /// For each law, whether the page of what became of all laws shows it.
    pub touched: IdMap<LawId, bool>,
    /// For each topic, the gaps of the records under it, once a page asks for them: few do, and all lists are gone through.
    pub(super) gaps_under: OnceLock<IdMap<TopicId, Vec<(ListId, u32)>>>,
    /// For each topic, the topics directly below it.
    pub topics_below: IdMap<TopicId, Vec<TopicId>>,
    /// For each region, the topics that lists of its own have anything under.
    pub topics_of_region: IdMap<RegionId, Vec<TopicId>>,
    /// For each type of power, in the order of the types, the lists that have items of it, and how many.
    pub items_of_type: Vec<Vec<(ListId, usize)>>,
}

impl<'a> Shared<'a> {
    pub fn new(graph: &'a Graph<'a>, plan: &'a Plan<'a>, theme: &'a Theme, catalogue: &'a dyn Published) -> Shared<'a> {
        let model = graph.model;
        let above: IdMap<RegionId, Vec<RegionId>> = RegionId::all(model)
            .map(|region| std::iter::once(region).chain(graph.regions_above(region)).collect())
            .collect();
        let regions_of_list: IdMap<ListId, Vec<RegionId>> = model
            .lists
            .iter()
            .map(|list| graph.region_of(list).map(|region| above[region].clone()).unwrap_or_default())
            .collect();
        let mut lists_within = IdMap::filled(model.regions.len(), 0);
        let mut superseded_within = IdMap::filled(model.regions.len(), 0);
        for (list, regions) in regions_of_list.iter() {
            for region in regions {
                lists_within[*region] += 1;
                superseded_within[*region] += u32::from(graph.is_superseded(list));
            }
        }
        let mut superseded_by = IdMap::filled(model.lists.len(), Vec::new());
        for (id, list) in ListId::each(model) {
            if let Some(old) = list.supersedes.as_deref().and_then(|old| graph.list(old)) {
                superseded_by[old].push(id);
            }
        }
        let lists_citing = LawId::all(model)
            .map(|law| distinct(graph.citations_of(law).map(|citation| citation.record.list)))
            .collect();
        let mut topics_below = IdMap::filled(model.topics.len(), Vec::new());
        for (id, topic) in TopicId::each(model) {
            if let Some(broader) = topic.broader.as_deref().and_then(|slug| graph.topic(slug)) {
                topics_below[broader].push(id);
            }
        }
        let mut topics_of_region = IdMap::filled(model.regions.len(), Vec::new());
        for topic in TopicId::all(model) {
            graph.regions_under(topic).iter().for_each(|region| topics_of_region[*region].push(topic));
        }
        let changes: IdMap<ListId, Changes<'a>> = ListId::all(model).map(|list| changes(graph, list)).collect();
        let mut touched = IdMap::filled(model.laws.len(), false);
        changes.values().iter().flat_map(|changes| &changes.laws).for_each(|change| touched[change.law] = true);
        Shared {
            graph,
            plan,
            theme,
            catalogue,
            readings: Readings::new(),
            regions_of_list,
            lists_within,
            superseded_within,
            superseded_by,
            editions: Mutex::default(),
            lists_citing,
            changes,
            touched,
            gaps_under: OnceLock::new(),
            topics_below,
            topics_of_region,
            items_of_type: PowerType::ALL.iter().map(|power_type| items_of_type(model, *power_type)).collect(),
        }
    }

    /// For each topic, the gaps of the records under it: the list, and the place among the gaps of the list.
    pub fn gaps_under(&self) -> &IdMap<TopicId, Vec<(ListId, u32)>> {
        self.gaps_under.get_or_init(|| gaps_under(self.graph))
    }

    /// The records of an older edition.
    pub fn edition(&self, id: EditionId) -> Arc<Flat> {
        let kept = || self.editions.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, flat)) = kept().iter().find(|(have, _)| *have == id) {
            return Arc::clone(flat);
        }
        let strings = |lang| self.theme.strings(lang).ok();
        let flat = |older: &Graph<'_>| flatten(older, id, &strings, &RenamedLists::default());
        let flat = self.graph.older.as_deref().map(flat).unwrap_or_default();
        let flat = Arc::new(flat);
        let mut kept = kept();
        kept.push_front((id, Arc::clone(&flat)));
        kept.truncate(KEPT_EDITIONS);
        flat
    }

    /// The records of one list among records sorted by list.
    pub fn of_list<'r>(&self, records: &'r [RecordRef], list: ListId) -> &'r [RecordRef] {
        let start = records.partition_point(|record| record.list < list);
        let end = start + records[start..].partition_point(|record| record.list == list);
        &records[start..end]
    }

    /// The records under a topic; of one that only brings others together, those under these, each once.
    pub fn records_of(&self, topic: TopicId) -> usize {
        if !self.is_heading(topic) {
            return self.graph.under_topic[topic].len();
        }
        let mut records: BTreeSet<RecordRef> = BTreeSet::new();
        let (mut open, mut seen) = (vec![topic], Vec::new());
        while let Some(next) = open.pop().filter(|next| !seen.contains(next)) {
            seen.push(next);
            records.extend(&self.graph.under_topic[next]);
            open.extend(&self.topics_below[next]);
        }
        records.len()
    }

    /// Whether nothing stands under a topic itself: it only brings others together.
    pub fn is_heading(&self, topic: TopicId) -> bool {
        self.graph.under_topic[topic].is_empty() && !self.topics_below[topic].is_empty()
    }

    /// The highest region that a list belongs to.
    pub fn top_region(&self, list: ListId) -> Option<RegionId> {
        self.regions_of_list[list].last().copied()
    }
}

/// Gaps of records by the topics of the records, list by list.
fn gaps_under(graph: &Graph<'_>) -> IdMap<TopicId, Vec<(ListId, u32)>> {
    let model = graph.model;
    let mut under = IdMap::filled(model.topics.len(), Vec::new());
    for list in ListId::all(model) {
        for (gap, at) in gaps(graph, list).iter().zip(0..) {
            let topics = gap.record.topics(model).iter().filter_map(|slug| graph.topic(slug));
            topics.for_each(|topic| under[topic].push((list, at)));
        }
    }
    under
}

fn items_of_type(model: &Model, power_type: PowerType) -> Vec<(ListId, usize)> {
    let count = |list: &List| list.items.iter().filter(|item| item.power_type == Some(power_type)).count();
    ListId::each(model).map(|(id, list)| (id, count(list))).filter(|(_, count)| *count > 0).collect()
}

/// How many different lists stand in a run sorted by list.
pub(super) fn distinct(lists: impl Iterator<Item = ListId>) -> u32 {
    let mut last = None;
    let mut count = 0;
    for list in lists {
        if last != Some(list) {
            count += 1;
            last = Some(list);
        }
    }
    count
}
