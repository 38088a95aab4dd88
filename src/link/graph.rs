//! The model with every reference resolved and every backlink drawn.

use std::collections::{HashMap, HashSet};

use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::cite::Reader;
use crate::model::{List, Model};

use super::citations::{Citation, citations};
use super::mentions::{Naming, namings};
use super::record::{Part, RecordRef};
use super::share::Share;

/// The model and what is derived from it: look-ups by id, and for each shared record everything that points to it.
/// Indices are positions in the model's vectors.
#[derive(Debug)]
pub struct Graph<'m> {
    /// The model.
    pub model: &'m Model,
    /// Every citation, list by list, record by record.
    pub citations: Vec<Citation<'m>>,
    /// For each law, indices into `citations`.
    pub cited_by: Vec<Vec<u32>>,
    /// For each topic, the duties, matters, services and regimes under it.
    pub under_topic: Vec<Vec<RecordRef>>,
    /// For each kind of department, its parts in matters.
    pub takes_part: Vec<Vec<RecordRef>>,
    /// For each region, its lists.
    pub lists_of_region: Vec<Vec<u32>>,
    /// For each region, the regions directly below it.
    pub regions_below: Vec<Vec<u32>>,
    /// For each list and each of its offices, the records that name the office.
    pub names_office: Vec<Vec<Vec<RecordRef>>>,
    /// For each list, the indices of its citations.
    pub citations_of_list: Vec<std::ops::Range<u32>>,
    /// What texts name beyond the citations of their records, list by list.
    pub namings: Vec<Naming>,
    /// For each law, indices into `namings`.
    pub named_by: Vec<Vec<u32>>,
    /// For each list, the places of its texts that name a law, and of how many it is settled which.
    pub mentions_of_list: Vec<Share>,
    /// Reads texts for citations of the laws of the model.
    pub reader: Reader,
    articles: HashSet<(u32, u16)>,
    regions: HashMap<&'m str, u32>,
    departments: HashMap<&'m str, u32>,
    topics: HashMap<&'m str, u32>,
    laws: HashMap<&'m str, u32>,
    lists: HashMap<&'m str, u32>,
}

impl<'m> Graph<'m> {
    /// Index of the region with this slug.
    pub fn region(&self, slug: &str) -> Option<u32> {
        self.regions.get(slug).copied()
    }

    /// Index of the kind of department with this slug.
    pub fn department(&self, slug: &str) -> Option<u32> {
        self.departments.get(slug).copied()
    }

    /// Index of the topic with this slug.
    pub fn topic(&self, slug: &str) -> Option<u32> {
        self.topics.get(slug).copied()
    }

    /// Index of the law with this id.
    pub fn law(&self, id: &str) -> Option<u32> {
        self.laws.get(id).copied()
    }

    /// Whether any record cites or names an article of a law.
    pub fn has_article(&self, law: u32, article: u16) -> bool {
        self.articles.contains(&(law, article))
    }

    /// Index of the list with this id.
    pub fn list(&self, id: &str) -> Option<u32> {
        self.lists.get(id).copied()
    }

    /// Laws that a law took the place of.
    pub fn replaces(&self, law: u32) -> impl Iterator<Item = u32> {
        let laws = &self.model.laws;
        let own = &laws[law as usize].id;
        (0..laws.len() as u32).filter(move |old| laws[*old as usize].replaced_by.as_ref() == Some(own))
    }

    /// Index of the region a list belongs to.
    pub fn region_of(&self, list: &List) -> Option<u32> {
        self.region(&list.region)
    }

    /// The regions above one, the nearest first. Ends at a loop, which the check stage reports.
    pub fn regions_above(&self, region: u32) -> Vec<u32> {
        let mut above = Vec::new();
        let mut here = region;
        while let Some(parent) = self.model.regions[here as usize].parent.as_deref().and_then(|slug| self.region(slug))
        {
            if parent == region || above.contains(&parent) {
                break;
            }
            above.push(parent);
            here = parent;
        }
        above
    }

    /// Lists that have anything under a topic, in the order of the regions.
    pub fn lists_under(&self, topic: u32) -> Vec<u32> {
        let mut lists: Vec<u32> = self.under_topic[topic as usize].iter().map(|record| record.list).collect();
        lists.dedup();
        lists.sort_by_key(|list| (self.region_of(&self.model.lists[*list as usize]), *list));
        lists
    }

    /// Lists of a region and of every region below it, in the order of the model.
    pub fn lists_within(&self, region: u32) -> Vec<u32> {
        let mut lists = self.lists_of_region[region as usize].clone();
        let mut open = self.regions_below[region as usize].clone();
        let mut seen = vec![region];
        while let Some(next) = open.pop() {
            if !seen.contains(&next) {
                seen.push(next);
                lists.extend(&self.lists_of_region[next as usize]);
                open.extend(&self.regions_below[next as usize]);
            }
        }
        lists.sort_unstable();
        lists
    }
}

/// Resolves references and draws backlinks. The model has passed the checks; what does not resolve is passed over.
pub fn link(model: &Model) -> Graph<'_> {
    let mut graph = Graph {
        model,
        citations: Vec::new(),
        cited_by: vec![Vec::new(); model.laws.len()],
        under_topic: vec![Vec::new(); model.topics.len()],
        takes_part: vec![Vec::new(); model.departments.len()],
        lists_of_region: vec![Vec::new(); model.regions.len()],
        regions_below: vec![Vec::new(); model.regions.len()],
        names_office: Vec::with_capacity(model.lists.len()),
        citations_of_list: Vec::with_capacity(model.lists.len()),
        namings: Vec::new(),
        named_by: vec![Vec::new(); model.laws.len()],
        mentions_of_list: Vec::new(),
        reader: Reader::new(&model.laws),
        articles: HashSet::new(),
        regions: index(model.regions.iter().map(|region| region.slug.as_str())),
        departments: index(model.departments.iter().map(|department| department.slug.as_str())),
        topics: index(model.topics.iter().map(|topic| topic.slug.as_str())),
        laws: index(model.laws.iter().map(|law| law.id.as_str())),
        lists: index(model.lists.iter().map(|list| list.id.as_str())),
    };
    for (index, region) in model.regions.iter().enumerate() {
        if let Some(parent) = region.parent.as_deref().and_then(|slug| graph.region(slug)) {
            graph.regions_below[parent as usize].push(index as u32);
        }
    }
    for (index, list) in model.lists.iter().enumerate() {
        link_list(&mut graph, list, index as u32);
    }
    for (index, citation) in graph.citations.iter().enumerate() {
        graph.cited_by[citation.law as usize].push(index as u32);
        graph.articles.extend(citation.basis.articles.iter().map(|articles| (citation.law, articles.article)));
    }
    (graph.namings, graph.mentions_of_list) = read_texts(&graph);
    for (index, naming) in graph.namings.iter().enumerate() {
        graph.named_by[naming.law as usize].push(index as u32);
        graph.articles.extend(naming.articles.iter().map(|articles| (naming.law, articles.article)));
    }
    graph
}

fn read_texts(graph: &Graph<'_>) -> (Vec<Naming>, Vec<Share>) {
    let of = |(index, list): (usize, &List)| {
        let range = &graph.citations_of_list[index];
        let cited = &graph.citations[range.start as usize..range.end as usize];
        namings(list, index as u32, cited, &graph.reader, &|id| graph.law(id))
    };
    let (found, settled): (Vec<Vec<Naming>>, Vec<Share>) = graph.model.lists.par_iter().enumerate().map(of).unzip();
    (found.into_iter().flatten().collect(), settled)
}

fn link_list<'m>(graph: &mut Graph<'m>, list: &'m List, index: u32) {
    if let Some(region) = graph.region_of(list) {
        graph.lists_of_region[region as usize].push(index);
    }
    let start = graph.citations.len() as u32;
    let found = citations(list, index, &|id| graph.law(id));
    graph.citations.extend(found);
    graph.citations_of_list.push(start..graph.citations.len() as u32);

    let pages = (0..list.duties.len() as u32)
        .map(Part::Duty)
        .chain((0..list.boundaries.len() as u32).map(Part::Matter))
        .chain((0..list.services.len() as u32).map(Part::Service))
        .chain((0..list.regimes.len() as u32).map(Part::Regime));
    for part in pages {
        let record = RecordRef { list: index, part };
        for slug in record.topics(graph.model) {
            if let Some(topic) = graph.topic(slug) {
                graph.under_topic[topic as usize].push(record);
            }
        }
    }
    for (m, matter) in list.boundaries.iter().enumerate() {
        for (i, participant) in matter.participants.iter().enumerate() {
            if let Some(department) = graph.department(&participant.department) {
                let part = Part::Participant(m as u32, i as u32);
                graph.takes_part[department as usize].push(RecordRef { list: index, part });
            }
        }
    }
    graph.names_office.push(offices(list, index));
}

fn offices(list: &List, index: u32) -> Vec<Vec<RecordRef>> {
    let mut named = vec![Vec::new(); list.offices.len()];
    let mut take = |part: Part, slugs: &[crate::model::Id]| {
        for slug in slugs {
            if let Some(office) = list.offices.iter().position(|office| office.slug == *slug) {
                named[office].push(RecordRef { list: index, part });
            }
        }
    };
    for (d, duty) in list.duties.iter().enumerate() {
        take(Part::Duty(d as u32), &duty.offices);
        for (i, item) in duty.work_items.iter().enumerate() {
            take(Part::WorkItem(d as u32, i as u32), &item.offices);
        }
    }
    for (s, service) in list.services.iter().enumerate() {
        take(Part::Service(s as u32), &service.offices);
    }
    for (r, regime) in list.regimes.iter().enumerate() {
        take(Part::Regime(r as u32), &regime.offices);
    }
    named
}

fn index<'m>(ids: impl Iterator<Item = &'m str>) -> HashMap<&'m str, u32> {
    ids.enumerate().map(|(index, id)| (id, index as u32)).collect()
}
