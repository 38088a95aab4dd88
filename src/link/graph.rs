//! The model with every reference resolved and every backlink drawn.

use std::collections::{HashMap, HashSet};
use std::ops::{Index, Range};
use std::sync::{Arc, OnceLock};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::cite::Reader;
use crate::model::former::Former;
use crate::model::{
    AgencyId, BothSides, Concern, DepartmentId, Gone, Handover, IdMap, LawId, LawPlace, List, ListId, Model, OfficeId,
    Owner, Position, RecordRef, RegionId, TopicId, both_sides, handovers, held_by_townships,
};

use super::citations::{Citation, CitationId};
use super::drawn::{Drawn, KnownNamings, LookUp, draw};
use super::figures::Figures;
use super::gap::Gap;
use super::history::History;
use super::mentions::{Naming, NamingId};
use super::registers::named_by_registers;
use super::share::Share;
use super::standing::{Superseded, area_codes, shared_codes, superseded};
use super::under::Under;

/// The model and what is derived from it: look-ups by id, and for each shared record everything that points to it.
#[derive(Debug)]
pub struct Graph<'m> {
    /// The model.
    pub model: &'m Model,
    /// Every citation, list by list, record by record.
    pub(super) citations: Vec<Citation<'m>>,
    /// For each topic, the duties, matters, services and regimes under it.
    pub under_topic: IdMap<TopicId, Vec<RecordRef>>,
    /// For each kind of department, its parts in matters.
    pub takes_part: IdMap<DepartmentId, Vec<RecordRef>>,
    /// For each region, its lists.
    pub lists_of_region: IdMap<RegionId, Vec<ListId>>,
    /// For each region, the regions directly below it.
    pub regions_below: IdMap<RegionId, Vec<RegionId>>,
    /// For each list, whether another takes its place.
    pub(super) superseded: IdMap<ListId, Option<Superseded>>,
    /// For each region, its telephone area code or that of the nearest region above it.
    pub(super) area_codes: IdMap<RegionId, Option<&'m str>>,
    /// For each list and each of its offices, the records that name the office.
    pub names_office: IdMap<ListId, IdMap<OfficeId, Vec<RecordRef>>>,
    /// What texts name beyond the citations of their records, list by list.
    pub namings: Vec<Naming>,
    /// For each list, the places of its texts that name a law, and of how many it is settled which.
    pub mentions_of_list: IdMap<ListId, Share>,
    /// For each kind of department, the lists that it publishes.
    pub lists_of_department: IdMap<DepartmentId, Vec<ListId>>,
    /// What lists say of bodies and hotlines that are gone since, list by list.
    pub concerns: Vec<Concern>,
    /// Every department that a township's list names beside an item.
    pub handovers: Vec<Handover>,
    /// What lists of the same place say of the same matters, and where they do not agree.
    pub both_sides: BothSides,
    /// Official codes that more than one list prints, each with its items, in the order of the codes.
    pub shared_codes: Vec<(&'m str, Vec<RecordRef>)>,
    /// Figures of regimes that are of a subject of a topic.
    pub figures: Figures,
    /// For each list what it does not say, or says otherwise than others, once that is asked for.
    pub(super) gaps: IdMap<ListId, OnceLock<Vec<Gap>>>,
    /// Reads texts for citations of the laws of the model.
    pub reader: Reader,
    pub(super) cited_by: IdMap<LawId, Vec<CitationId>>,
    pub(super) citations_of_list: IdMap<ListId, Range<usize>>,
    pub(super) named_by: IdMap<LawId, Vec<NamingId>>,
    pub(super) named_by_registers: IdMap<LawId, Vec<Owner>>,
    pub(super) handover_of: HashMap<RecordRef, usize>,
    pub(super) handed_over: HashMap<RecordRef, Vec<usize>>,
    /// Items of departments that a township's list has as its own, in their order.
    pub(super) held: Vec<RecordRef>,
    /// For each list that names departments beside its items, where among the handovers these are.
    pub(super) handovers_by: HashMap<ListId, Vec<usize>>,
    /// For each list whose items townships share, where among the handovers these are.
    pub(super) handovers_to: HashMap<ListId, Vec<usize>>,
    pub(super) under: Under,
    pub(super) replaces: IdMap<LawId, Vec<LawId>>,
    pub(super) places: HashSet<(LawId, LawPlace)>,
    pub(super) regions: HashMap<&'m str, RegionId>,
    pub(super) departments: HashMap<&'m str, DepartmentId>,
    pub(super) topics: HashMap<&'m str, TopicId>,
    pub(super) laws: HashMap<&'m str, LawId>,
    pub(super) agencies: HashMap<&'m str, AgencyId>,
    pub(super) concerned_by: IdMap<AgencyId, Vec<usize>>,
    /// For each body, those whose place it took.
    pub(super) succeeds: IdMap<AgencyId, Vec<AgencyId>>,
    pub(super) lists: HashMap<&'m str, ListId>,
    /// The same of the older editions of the lists, by themselves.
    pub older: Option<Box<Graph<'m>>>,
    /// What became of ids that once were published.
    pub former: Former,
    /// What changed from edition to edition, once it was worked out.
    pub history: History,
}

impl<'m> Index<CitationId> for Graph<'m> {
    type Output = Citation<'m>;

    fn index(&self, id: CitationId) -> &Citation<'m> {
        self.looked_at(&self.citations[id.get()])
    }
}

impl<'m> Graph<'m> {
    /// The region with this slug.
    pub fn region(&self, slug: &str) -> Option<RegionId> {
        self.regions.get(slug).copied()
    }

    /// The kind of department with this slug.
    pub fn department(&self, slug: &str) -> Option<DepartmentId> {
        self.departments.get(slug).copied()
    }

    /// The topic with this slug.
    pub fn topic(&self, slug: &str) -> Option<TopicId> {
        self.topics.get(slug).copied()
    }

    /// The law with this id.
    pub fn law(&self, id: &str) -> Option<LawId> {
        self.laws.get(id).copied()
    }

    /// The list with this id.
    pub fn list(&self, id: &str) -> Option<ListId> {
        self.lists.get(id).copied()
    }

    /// The citations of a law, in the order of the lists.
    pub fn citations_of(&self, law: LawId) -> impl ExactSizeIterator<Item = &Citation<'m>> + Clone {
        self.cited_by[law].iter().map(|id| &self[*id])
    }

    /// The citations of a list, in the order of its records.
    pub fn citations_of_list(&self, list: ListId) -> &[Citation<'m>] {
        let _ = &self.model[list];
        &self.citations[self.citations_of_list[list].clone()]
    }

    /// A citation, which holds a part of the list that it stands in.
    fn looked_at<'c>(&self, citation: &'c Citation<'m>) -> &'c Citation<'m> {
        let _ = &self.model[citation.record.list];
        citation
    }

    /// The citations of a list with their ids, in the order of its records.
    pub fn citation_ids_of_list(&self, list: ListId) -> impl Iterator<Item = CitationId> + use<> {
        self.citations_of_list[list].clone().map(CitationId::new)
    }

    /// Where texts name a law beyond the citations of their records, in the order of the lists.
    pub fn namings_of(&self, law: LawId) -> impl ExactSizeIterator<Item = &Naming> + Clone {
        self.named_by[law].iter().map(|id| &self.namings[id.get()])
    }

    /// The entries of registers whose texts name a law, in the order of the registers.
    pub fn registers_naming(&self, law: LawId) -> &[Owner] {
        &self.named_by_registers[law]
    }

    /// Whether any record cites or names a place of a law, so that its page has a heading for it.
    pub fn has_place(&self, law: LawId, place: LawPlace) -> bool {
        self.places.contains(&(law, place))
    }

    /// The place among the shared codes of the code of an item, where another list prints it as well.
    pub fn shared_code(&self, code: &str) -> Option<usize> {
        self.shared_codes.binary_search_by_key(&code, |(code, _)| code).ok()
    }

    /// Laws that a law took the place of.
    pub fn replaces(&self, law: LawId) -> impl Iterator<Item = LawId> {
        self.replaces[law].iter().copied()
    }

    /// The region a list belongs to.
    pub fn region_of(&self, list: &List) -> Option<RegionId> {
        self.region(&list.region)
    }

    /// The regions above one, the nearest first. Ends at a loop, which the check stage reports.
    pub fn regions_above(&self, region: RegionId) -> Vec<RegionId> {
        let mut above = Vec::new();
        let mut here = region;
        while let Some(parent) = self.model[here].parent.as_deref().and_then(|slug| self.region(slug)) {
            if parent == region || above.contains(&parent) {
                break;
            }
            above.push(parent);
            here = parent;
        }
        above
    }
}

impl LookUp for Graph<'_> {
    fn region(&self, slug: &str) -> Option<RegionId> {
        self.region(slug)
    }

    fn department(&self, slug: &str) -> Option<DepartmentId> {
        self.department(slug)
    }

    fn topic(&self, slug: &str) -> Option<TopicId> {
        self.topic(slug)
    }

    fn law(&self, id: &str) -> Option<LawId> {
        self.law(id)
    }
}

impl<'m> Graph<'m> {
    /// Adds what the next list points to.
    fn add(&mut self, id: ListId, drawn: Drawn<'m>) {
        if let Some(region) = drawn.region {
            self.lists_of_region[region].push(id);
        }
        let start = self.citations.len();
        self.citations.extend(drawn.citations);
        self.citations_of_list.push(start..self.citations.len());
        drawn.topics.into_iter().for_each(|(topic, record)| self.under_topic[topic].push(record));
        drawn.takes_part.into_iter().for_each(|(department, record)| self.takes_part[department].push(record));
        for department in drawn.agencies {
            let lists = &mut self.lists_of_department[department];
            if lists.last() != Some(&id) {
                lists.push(id);
            }
        }
        self.names_office.push(drawn.offices);
        self.concerns.extend(drawn.concerns);
        let (namings, share) = &*drawn.named;
        self.namings.extend(namings.iter().cloned());
        self.mentions_of_list.push(*share);
    }
}

/// Resolves references and draws backlinks. The model has passed the checks; what does not resolve is passed over.
pub fn link(model: &Model) -> Graph<'_> {
    link_by(model, Reader::new(&model.laws))
}

/// The same by a reader of the laws of the model.
pub fn link_by(model: &Model, reader: Reader) -> Graph<'_> {
    link_known(model, reader, &[], &KnownNamings::default())
}

/// The same with what texts of lists were found to name before. A list with the same key names the same by the same laws;
/// one without a key is read.
pub fn link_known<'m>(model: &'m Model, reader: Reader, keys: &[u64], known: &KnownNamings) -> Graph<'m> {
    let handovers = handovers(model);
    let mut graph = Graph {
        model,
        citations: Vec::new(),
        under_topic: IdMap::filled(model.topics.len(), Vec::new()),
        takes_part: IdMap::filled(model.departments.len(), Vec::new()),
        lists_of_region: IdMap::filled(model.regions.len(), Vec::new()),
        regions_below: IdMap::filled(model.regions.len(), Vec::new()),
        superseded: superseded(model),
        area_codes: area_codes(model),
        names_office: IdMap::default(),
        namings: Vec::new(),
        mentions_of_list: IdMap::default(),
        lists_of_department: IdMap::filled(model.departments.len(), Vec::new()),
        concerns: Vec::new(),
        both_sides: both_sides(model, &handovers),
        handovers,
        shared_codes: shared_codes(model),
        figures: Figures::default(),
        gaps: model.lists.iter().map(|_| OnceLock::new()).collect(),
        reader,
        cited_by: IdMap::filled(model.laws.len(), Vec::new()),
        citations_of_list: IdMap::default(),
        named_by: IdMap::filled(model.laws.len(), Vec::new()),
        named_by_registers: IdMap::default(),
        handover_of: HashMap::new(),
        handed_over: HashMap::new(),
        held: held_by_townships(model),
        handovers_by: HashMap::new(),
        handovers_to: HashMap::new(),
        under: Under::default(),
        replaces: IdMap::filled(model.laws.len(), Vec::new()),
        places: HashSet::new(),
        regions: RegionId::each(model).map(|(id, region)| (region.slug.as_str(), id)).collect(),
        departments: DepartmentId::each(model).map(|(id, department)| (department.slug.as_str(), id)).collect(),
        topics: TopicId::each(model).map(|(id, topic)| (topic.slug.as_str(), id)).collect(),
        laws: LawId::each(model).map(|(id, law)| (law.id.as_str(), id)).collect(),
        agencies: AgencyId::each(model).map(|(id, agency)| (agency.id.as_str(), id)).collect(),
        concerned_by: IdMap::filled(model.agencies.len(), Vec::new()),
        succeeds: IdMap::filled(model.agencies.len(), Vec::new()),
        lists: ListId::each(model).map(|(id, list)| (list.id.as_str(), id)).collect(),
        // What their texts name, no page links.
        older: model.editions.model.as_deref().map(|older| {
            let (keys, unread) = (vec![0; older.lists.len()], KnownNamings::unread(older.lists.len()));
            Box::new(link_known(older, Reader::new(&[]), &keys, &unread))
        }),
        former: Former::of(model),
        history: History::default(),
    };
    for (id, region) in RegionId::each(model) {
        if let Some(parent) = region.parent.as_deref().and_then(|slug| graph.region(slug)) {
            graph.regions_below[parent].push(id);
        }
    }
    let lists: Vec<ListId> = ListId::all(model).collect();
    let key = |id: ListId| keys.get(id.get()).copied();
    let gone = Gone::new(model);
    let drawn: Vec<Drawn<'_>> = lists
        .par_iter()
        .map(|id| draw(&model[*id], *id, &graph, &graph.reader, &gone, key(*id).map(|key| (key, known))))
        .collect();
    let named = lists.iter().zip(&drawn).filter_map(|(id, drawn)| Some(((*id, key(*id)?), Arc::clone(&drawn.named))));
    known.become_these(named);
    lists.into_iter().zip(drawn).for_each(|(id, drawn)| graph.add(id, drawn));
    for (at, handover) in graph.handovers.iter().enumerate() {
        graph.handover_of.insert(handover.record(), at);
        if let Some(item) = handover.found {
            graph.handed_over.entry(item).or_default().push(at);
        }
        graph.handovers_by.entry(handover.list).or_default().push(at);
        if let Some(list) = handover.published {
            graph.handovers_to.entry(list).or_default().push(at);
        }
    }
    for (at, concern) in graph.concerns.iter().enumerate() {
        graph.concerned_by[concern.agency].push(at);
    }
    for id in AgencyId::all(model) {
        let next: Vec<AgencyId> = graph.successors_of(id).collect();
        next.into_iter().for_each(|next| graph.succeeds[next].push(id));
    }
    for (id, law) in LawId::each(model) {
        if let Some(new) = law.replaced_by.as_deref().and_then(|new| graph.law(new)) {
            graph.replaces[new].push(id);
        }
    }
    graph.under = Under::new(
        &graph.under_topic,
        model.lists.iter().map(|list| graph.region_of(list)).collect(),
        &graph.superseded,
    );
    for (position, citation) in graph.citations.iter().enumerate() {
        graph.cited_by[citation.law].push(CitationId::new(position));
        graph.places.extend(citation.basis.articles.iter().map(|articles| (citation.law, articles.place())));
    }
    let (topic, replaced) = (|slug: &str| graph.topic(slug), |list| graph.is_superseded(list));
    graph.figures = Figures::of_all(model, &topic, &replaced);
    graph.named_by_registers = named_by_registers(model, &graph.reader);
    for (position, naming) in graph.namings.iter().enumerate() {
        graph.named_by[naming.law].push(NamingId::new(position));
        graph.places.extend(naming.articles.iter().map(|articles| (naming.law, articles.place())));
    }
    graph
}
