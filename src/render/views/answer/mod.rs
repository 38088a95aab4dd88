//! A region and a topic in; what somebody there wants to know of it, question by question, out: who, which phone, by which
//! law, what is inspected, what it costs, what to do next, and the same elsewhere.

mod costs;
mod laws;
mod next;
mod numbers;
mod places;
mod who;

use serde::Serialize;

use crate::model::{Collection, Part, RecordRef, RegionId, TopicId};
use crate::plan::Target;

use costs::{CostsView, costs};
use laws::{LawsView, laws};
use next::{NextView, next};
use numbers::{NumberOfView, numbers};
use who::{WhoView, who};

use super::super::atoms::LinkView;
use super::super::citations::markdown;
use super::super::page::Page;
use super::super::text::TextView;
use super::by_topic::closest;
use super::compare::comparison;
use super::handling::{SharedMatterView, nothing_because, shared};
use super::inspections::{InspectionView, inspections};

pub use places::{PlaceView, places};

/// Up to how many lists of the region are shown; of the others there are links.
const SHOWN_LISTS: usize = 6;

/// Up to how many of these are linked.
const LINKED_LISTS: usize = 60;

/// Up to how many matters, and how many regimes, of a list are shown.
const SHOWN_MATTERS: usize = 6;
const SHOWN_REGIMES: usize = 8;

/// Up to how many other regions are linked.
const ELSEWHERE: usize = 12;

/// A topic in a region.
#[derive(Serialize)]
pub struct AnswerView<'a> {
    title: String,
    region: LinkView<'a>,
    topic: LinkView<'a>,
    definition: TextView<'a>,
    lists: Vec<WhoView<'a>>,
    /// Lists of the region that are not shown.
    more_lists: Vec<LinkView<'a>>,
    numbers: Vec<NumberOfView<'a>>,
    matters: Vec<SharedMatterView<'a>>,
    laws: LawsView<'a>,
    inspections: Vec<InspectionView<'a>>,
    /// How many regimes are not shown.
    more_inspections: Option<String>,
    costs: CostsView<'a>,
    next: NextView<'a>,
    /// Why there are no regimes, or services, where the data tell it of the whole part.
    no_regimes: Option<&'a str>,
    no_services: Option<&'a str>,
    /// Other regions, the nearest in the order of the regions.
    elsewhere: Vec<PlaceView<'a>>,
    /// How many regions have something under the topic.
    everywhere: String,
    compare: Option<String>,
    /// The topic as JSON.
    json: Option<String>,
    place: &'a str,
    script: String,
}

/// The view of a topic in a region.
pub(in super::super) fn answer<'a>(page: &Page<'a>, region: RegionId, topic: TopicId) -> AnswerView<'a> {
    let (graph, model) = (page.shared.graph, page.model());
    let lists = graph.lists_of_region_under(region, topic);
    let (lists, rest) = lists.split_at(lists.len().min(SHOWN_LISTS));
    let under = &graph.under_topic[topic];
    let records: Vec<Vec<RecordRef>> =
        lists.iter().map(|list| closest(page, page.shared.of_list(under, *list), Some(topic))).collect();
    let (region_name, topic_name) = (page.bare(&model[region].name), page.bare(&model[topic].name));
    let regimes: Vec<RecordRef> = of(&records, |part| matches!(part, Part::Regime(_)));
    let shown = &regimes[..regimes.len().min(SHOWN_REGIMES)];
    let matters = records.iter().flat_map(|records| {
        let matters = records.iter().filter(|record| matches!(record.part, Part::Matter(_)));
        shared(page, &matters.take(SHOWN_MATTERS).copied().collect::<Vec<_>>())
    });
    let places_of_topic = graph.regions_under(topic);
    AnswerView {
        title: page.strings().fill("answer", "title", &[("region", region_name), ("topic", topic_name)]),
        region: LinkView::to(page, Target::Region(region)),
        topic: LinkView::to(page, Target::Topic(topic)),
        definition: markdown(page, &model[topic].definition),
        lists: lists.iter().zip(&records).map(|(list, records)| who(page, *list, records)).collect(),
        more_lists: rest.iter().take(LINKED_LISTS).map(|list| LinkView::to(page, Target::List(*list))).collect(),
        numbers: numbers(page, lists, &records),
        matters: matters.collect(),
        laws: laws(page, &records, topic),
        inspections: shown.chunk_by(|a, b| a.list == b.list).flat_map(|of| inspections(page, of)).collect(),
        more_inspections: (regimes.len() > shown.len()).then(|| page.count("more", regimes.len() - shown.len())),
        costs: costs(page, &regimes),
        next: next(page, region, topic, lists, &records),
        no_regimes: nothing_because(page, lists, &[Collection::Regimes]),
        no_services: nothing_because(page, lists, &[Collection::Services]),
        elsewhere: places(page, topic, near(places_of_topic, region).into_iter()),
        everywhere: page.count("regions", places_of_topic.len()),
        compare: comparison(page, topic),
        json: page.data_file(Target::Topic(topic)),
        place: &model[region].slug,
        script: page.file(page.shared.theme.script("region.js")),
    }
}

/// Such records of all lists, in their order.
fn of(records: &[Vec<RecordRef>], fits: fn(Part) -> bool) -> Vec<RecordRef> {
    records.iter().flatten().filter(|record| fits(record.part)).copied().collect()
}

/// The regions nearest to one among sorted regions, without it.
fn near(regions: &[RegionId], region: RegionId) -> Vec<RegionId> {
    let at = regions.partition_point(|other| *other < region);
    let start = at.saturating_sub(ELSEWHERE / 2);
    regions[start..].iter().filter(|other| **other != region).take(ELSEWHERE).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::{ELSEWHERE, near};
    use crate::model::{Position, RegionId};

    #[test]
    fn near_regions_are_bounded_and_others() {
        let regions: Vec<RegionId> = (0..100).map(RegionId::new).collect();
        for at in [0, 5, 50, 97] {
            let near = near(&regions, regions[at]);
            assert!(near.len() <= ELSEWHERE && near.len() >= ELSEWHERE / 4, "{at}: {}", near.len());
            assert!(!near.contains(&regions[at]));
        }
        assert_eq!(near(&regions[..3], regions[1]), [regions[0], regions[2]]);
    }
}
