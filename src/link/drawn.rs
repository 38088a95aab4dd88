//! A list in; what it points to, and what its texts name, out: enough to draw every backlink without another look at it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::cite::Reader;
use crate::model::walk::{Node, walk_list};
use crate::model::{
    Concern, DepartmentId, Gone, IdMap, LawId, List, ListId, OfficeId, Part, Position, RecordRef, RegionId, TopicId,
};

use super::citations::{Citation, in_order};
use super::mentions::{Naming, namings};
use super::share::Share;

/// What texts of a list name, and of how many places it is settled.
pub(super) type Named = (Vec<Naming>, Share);

/// What texts of lists name, kept from one graph to the next.
#[derive(Debug, Default)]
pub struct KnownNamings(Mutex<HashMap<(ListId, u64), Arc<Named>>>);

impl KnownNamings {
    fn get(&self, key: (ListId, u64)) -> Option<Arc<Named>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned()
    }

    /// Knows of so many lists, each under the key 0, that their texts name nothing: so nobody reads them.
    pub(super) fn unread(lists: usize) -> KnownNamings {
        let unread = (0..lists).map(|list| ((ListId::new(list), 0), Arc::default()));
        KnownNamings(Mutex::new(unread.collect()))
    }

    /// Knows this, and nothing else.
    pub(super) fn become_these(&self, these: impl Iterator<Item = ((ListId, u64), Arc<Named>)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = these.collect();
    }
}

/// Finds the records of a site by their names.
pub(super) trait LookUp {
    fn region(&self, slug: &str) -> Option<RegionId>;
    fn department(&self, slug: &str) -> Option<DepartmentId>;
    fn topic(&self, slug: &str) -> Option<TopicId>;
    fn law(&self, id: &str) -> Option<LawId>;
}

/// What one list points to.
#[derive(Debug, Default)]
pub(super) struct Drawn<'m> {
    pub region: Option<RegionId>,
    pub citations: Vec<Citation<'m>>,
    pub topics: Vec<(TopicId, RecordRef)>,
    pub agencies: Vec<DepartmentId>,
    pub takes_part: Vec<(DepartmentId, RecordRef)>,
    pub offices: IdMap<OfficeId, Vec<RecordRef>>,
    pub concerns: Vec<Concern>,
    pub named: Arc<Named>,
}

/// Draws what one list points to: its region, and whatever a walk meets of citations and references. What its texts name is
/// looked up among what is known under a key, where it has one.
pub(super) fn draw<'m>(
    list: &'m List,
    id: ListId,
    names: &dyn LookUp,
    reader: &Reader,
    gone: &Gone<'_>,
    known: Option<(u64, &KnownNamings)>,
) -> Drawn<'m> {
    let mut citations = Vec::new();
    let mut drawn = Drawn {
        region: names.region(&list.region),
        offices: IdMap::filled(list.offices.len(), Vec::new()),
        ..Drawn::default()
    };
    walk_list(list, id, &mut |node, at| {
        let Some(record) = at.record() else { return };
        match node {
            // What a list hands down to its items, they name themselves.
            Node::TopicRef(_) | Node::OfficeRef(_) if record.part == Part::List => {}
            Node::Basis(basis) => {
                let law = names.law(&basis.law);
                let position = at.trail.position().unwrap_or_default();
                citations.extend(law.map(|law| Citation { record, law, basis, position }));
            }
            Node::TopicRef(slug) => drawn.topics.extend(names.topic(slug).map(|topic| (topic, record))),
            Node::AgencyRef(slug) => drawn.agencies.extend(names.department(slug)),
            Node::DepartmentRef(slug) if matches!(record.part, Part::Participant(..)) => {
                drawn.takes_part.extend(names.department(slug).map(|department| (department, record)));
            }
            Node::OfficeRef(slug) => {
                if let Some(office) = OfficeId::find(list, |office| office.slug == *slug) {
                    drawn.offices[office].push(record);
                }
            }
            _ => {}
        }
    });
    drawn.concerns = gone.in_list(id);
    drawn.citations = in_order(citations);
    drawn.named = known
        .and_then(|(key, known)| known.get((id, key)))
        .unwrap_or_else(|| Arc::new(namings(list, id, &drawn.citations, reader, &|law| names.law(law))));
    drawn
}
