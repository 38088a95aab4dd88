//! A model in; the matters that two lists both print, and what they do not agree on, each in the order of the lists, out.

use std::collections::{BTreeSet, HashMap};

use crate::model::handover::Handover;
use crate::model::ids::{ItemId, ListId, MatterId};
use crate::model::lang::Lang;
use crate::model::part_state::PartState;
use crate::model::record::RecordRef;
use crate::model::vocabulary::Collection;
use crate::model::{DutyId, Model, ServiceId};

use super::finding::{BoundaryFault, BoundaryFinding, SamePair};
use super::offices::Offices;
use super::pairs::{might_be, pairs};
use super::parties::{Drawn, drawn};
use super::plain::folded;
use super::township::at_odds;
use super::weigh::weigh;

/// What lists say of the same matters.
#[derive(Clone, Debug, Default)]
pub struct BothSides {
    /// Every matter that two lists both print, once.
    pub pairs: Vec<SamePair>,
    /// What lists do not agree on.
    pub findings: Vec<BoundaryFinding>,
    pairs_of: HashMap<RecordRef, Vec<usize>>,
    findings_of: HashMap<RecordRef, Vec<usize>>,
}

impl BothSides {
    fn new(mut pairs: Vec<SamePair>, mut findings: Vec<BoundaryFinding>) -> BothSides {
        pairs.sort_unstable();
        findings.sort_unstable();
        let (mut pairs_of, mut findings_of) = (HashMap::<_, Vec<usize>>::new(), HashMap::<_, Vec<usize>>::new());
        for (at, pair) in pairs.iter().enumerate() {
            [pair.ours, pair.theirs].into_iter().for_each(|record| pairs_of.entry(record).or_default().push(at));
        }
        for (at, finding) in findings.iter().enumerate() {
            let records = [Some(finding.ours), finding.theirs];
            records.into_iter().flatten().for_each(|record| findings_of.entry(record).or_default().push(at));
        }
        BothSides { pairs, findings, pairs_of, findings_of }
    }

    /// The same matter in other lists, each with how it is known.
    pub fn others(&self, matter: RecordRef) -> impl Iterator<Item = (RecordRef, &SamePair)> {
        let of = self.pairs_of.get(&matter).into_iter().flatten().map(|at| &self.pairs[*at]);
        of.map(move |pair| (if pair.ours == matter { pair.theirs } else { pair.ours }, pair))
    }

    /// What is found of a matter or an item, by its own list or by another.
    pub fn findings_of(&self, record: RecordRef) -> impl ExactSizeIterator<Item = &BoundaryFinding> {
        self.findings_of.get(&record).map_or(&[][..], Vec::as_slice).iter().map(|at| &self.findings[*at])
    }

    /// What is found where a list says something first.
    pub fn findings_in(&self, list: ListId) -> &[BoundaryFinding] {
        let start = self.findings.partition_point(|finding| finding.ours.list < list);
        let end = start + self.findings[start..].partition_point(|finding| finding.ours.list == list);
        &self.findings[start..end]
    }
}

/// Holds the lists of departments of the same place against each other, and those of townships against those of departments.
pub fn both_sides(model: &Model, handovers: &[Handover]) -> BothSides {
    let offices = Offices::new(model);
    let mut matters: Vec<Vec<Drawn>> = offices.all.iter().map(|_| Vec::new()).collect();
    for (at, office) in offices.all.iter().enumerate() {
        for list in &office.lists {
            matters[at].extend(MatterId::all(&model[*list]).filter_map(|id| drawn(model, &offices, *list, id)));
        }
    }
    // Which departments have to do with each other is known by the names in their matters, so the work goes with those.
    let mut neighbours: BTreeSet<(usize, usize)> = BTreeSet::new();
    for matter in matters.iter().flatten() {
        let others = matter.parties.iter().filter_map(|party| party.office).filter(|office| *office != matter.office);
        neighbours.extend(others.map(|other| (matter.office.min(other), matter.office.max(other))));
    }
    let mut same = Vec::new();
    let mut findings = at_odds(model, &offices, handovers);
    for (one, other) in neighbours {
        let (ours, theirs): (Vec<&Drawn>, Vec<&Drawn>) =
            (matters[one].iter().collect(), matters[other].iter().collect());
        let found = pairs(model, &ours, &theirs);
        for (a, b, by) in &found {
            let (a, b) = (ours[*a], theirs[*b]);
            let (first, second) = if a.record <= b.record { (a, b) } else { (b, a) };
            same.push(SamePair { ours: first.record, theirs: second.record, by: *by });
            findings.extend(weigh(first, second));
        }
        let paired = |side: usize, at: usize| found.iter().any(|(a, b, _)| [*a, *b][side] == at);
        let alone = |side: usize, all: &[&'_ Drawn]| (0..all.len()).filter(|at| !paired(side, *at)).collect::<Vec<_>>();
        for at in alone(0, &ours) {
            findings.extend(not_theirs(model, &offices, ours[at], (other, &theirs)));
        }
        for at in alone(1, &theirs) {
            findings.extend(not_theirs(model, &offices, theirs[at], (one, &ours)));
        }
    }
    BothSides::new(same, findings)
}

/// A matter that gives a department a duty, where that department's lists are known to have no such matter: neither under this
/// name nor in a text, nor under a name that might mean the same.
fn not_theirs(
    model: &Model,
    offices: &Offices<'_>,
    matter: &Drawn,
    (office, theirs): (usize, &[&Drawn]),
) -> Option<BoundaryFinding> {
    let party = matter.of(office)?;
    let lists = &offices.all[office].lists;
    let states: Vec<PartState> = lists.iter().map(|list| model[*list].part_state(Collection::Boundaries)).collect();
    let printed = states.iter().any(|state| matches!(state, PartState::Entered | PartState::PrintedEmpty));
    let known = printed && !states.contains(&PartState::NotEntered);
    if !known || might_be(matter, theirs) || lists.iter().any(|list| names(model, *list, &matter.plain)) {
        return None;
    }
    let printing = lists.iter().zip(&states).find(|(_, state)| **state != PartState::NotOfKind);
    Some(BoundaryFinding {
        ours: matter.record,
        fault: BoundaryFault::NotTheirs,
        other: *printing.map(|(list, _)| list)?,
        theirs: None,
        our_part: Some(party.record),
        their_part: None,
    })
}

/// Whether a list has a matter by another part of it: a duty, an item or a service that names it.
fn names(model: &Model, list: ListId, matter: &str) -> bool {
    let list = &model[list];
    let holds = |text: &str| folded(text).contains(matter);
    let duties = DutyId::each(list).any(|(_, duty)| {
        let texts = duty.work_items.iter().map(|item| &item.text).chain([&duty.name, &duty.statement]);
        texts.into_iter().any(|text| holds(text.best(Lang::ZH).1))
    });
    duties
        || ItemId::each(list).any(|(_, item)| holds(item.name.best(Lang::ZH).1))
        || ServiceId::each(list).any(|(_, service)| holds(service.name.best(Lang::ZH).1))
}
