//! A list in; the laws that its texts name without its records citing them out, and how much of what they name is
//! settled.
//!
//! What a record stands on is registered with it (`basis`). Texts name laws beside that: in the account of a case, in
//! what a department does, in the notes. Such a law is found from its own page as well.

use std::collections::{BTreeSet, HashSet};

use crate::cite::{About, Reader};
use crate::model::{
    AccountabilityId, Articles, Basis, DutyId, Item, Lang, LawId, List, ListId, MatterId, MechanismId, ParticipantId,
    PenaltyId, ProvisionId, RegimeId, ServiceId, Text, WorkItemId, position,
};

use super::citations::Citation;
use super::record::{Part, RecordRef};
use super::share::Share;

position!(
    /// A naming of the graph.
    NamingId
);

/// A law named in a text of a record that does not cite it so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The record.
    pub record: RecordRef,
    /// The law.
    pub law: LawId,
    /// Articles named that no part of the record cites; empty where the law as a whole is named.
    pub articles: Vec<Articles>,
}

/// What the Chinese texts of a list name beyond its citations, which are given; record by record, each law once. Also
/// how many places name a law at all, and of how many it is settled which.
pub(super) fn namings(
    list: &List,
    id: ListId,
    cited: &[Citation<'_>],
    reader: &Reader,
    law: &dyn Fn(&str) -> Option<LawId>,
) -> (Vec<Naming>, Share) {
    let whole: HashSet<(Part, LawId)> =
        cited.iter().map(|citation| (citation.record.part.page(), citation.law)).collect();
    let exact: HashSet<(Part, LawId, u16)> = cited
        .iter()
        .flat_map(|citation| {
            let (part, law) = (citation.record.part.page(), citation.law);
            citation.basis.articles.iter().map(move |articles| (part, law, articles.article))
        })
        .collect();
    let mut found: Vec<Naming> = Vec::new();
    let mut settled = Share::default();
    texts(list, reader, law, &mut |part, about, text| {
        for mention in reader.read_form(text, Lang::ZH, about) {
            settled.count(mention.law.is_some());
            let Some(law) = mention.law else { continue };
            let page = part.page();
            let new = |articles: &Articles| !exact.contains(&(page, law, articles.article));
            let articles: Vec<Articles> = mention.articles.iter().copied().filter(new).collect();
            if articles.is_empty() && (!mention.articles.is_empty() || whole.contains(&(page, law))) {
                continue;
            }
            let record = RecordRef { list: id, part };
            match found.iter_mut().find(|have| have.record == record && have.law == law) {
                Some(have) => {
                    for articles in articles {
                        if !have.articles.contains(&articles) {
                            have.articles.push(articles);
                        }
                    }
                }
                None => found.push(Naming { record, law, articles }),
            }
        }
    });
    found.sort_by_key(|naming| (naming.record, naming.law));
    (found, settled)
}

/// Citations as what a text is about.
pub fn about<'b>(bases: &[&'b [Basis]], law: &dyn Fn(&str) -> Option<LawId>) -> Vec<About<'b>> {
    let bases = bases.iter().flat_map(|bases| bases.iter());
    bases.filter_map(|basis| Some((law(&basis.law)?, &*basis.articles))).collect()
}

/// What the items under a text are about: the laws that it names, if it names any.
pub fn headed<'b>(reader: &Reader, text: &Text, about: &[About<'b>]) -> Vec<About<'b>> {
    let named: Vec<About<'b>> = laws_named(reader, text, about).into_iter().map(|law| (law, &[][..])).collect();
    if named.is_empty() { about.to_vec() } else { named }
}

fn laws_named(reader: &Reader, text: &Text, about: &[About<'_>]) -> BTreeSet<LawId> {
    reader.read_form(text, Lang::ZH, about).iter().filter_map(|mention| mention.law).collect()
}

/// Calls `visit` for every text of the records of a list, with the record and what the text is about.
fn texts<'m>(
    list: &'m List,
    reader: &Reader,
    law: &dyn Fn(&str) -> Option<LawId>,
    call: &mut dyn FnMut(Part, &[About<'m>], &'m Text),
) {
    let mut visit = |part: Part, bases: &[&'m [Basis]], text: &'m Text| call(part, &about(bases, law), text);
    for (d, duty) in DutyId::each(list) {
        let own: &[&[Basis]] = &[&duty.basis];
        visit(Part::Duty(d), own, &duty.statement);
        duty.notes.iter().for_each(|note| visit(Part::Duty(d), &[], note));
        for (i, item) in WorkItemId::each(duty) {
            visit(Part::WorkItem(d, i), &[&item.basis, &duty.basis], &item.text);
            item.remarks.iter().for_each(|text| visit(Part::WorkItem(d, i), &[], text));
        }
        for (i, row) in AccountabilityId::each(duty) {
            let texts = [Some(&row.circumstances), row.consequence.as_ref()];
            texts.into_iter().flatten().for_each(|text| visit(Part::Accountability(d, i), &[&row.basis], text));
        }
    }
    for (m, matter) in MatterId::each(list) {
        let own: &[&[Basis]] = &[&matter.basis];
        for (i, participant) in ParticipantId::each(matter) {
            visit(Part::Participant(m, i), &[&participant.basis, &matter.basis], &participant.responsibility);
        }
        matter.case.iter().for_each(|case| visit(Part::Matter(m), own, &case.text));
        matter.notes.iter().for_each(|note| visit(Part::Matter(m), &[], note));
    }
    for (s, service) in ServiceId::each(list) {
        let own: &[&[Basis]] = &[&service.basis];
        visit(Part::Service(s), own, &service.description);
        service.notes.iter().for_each(|note| visit(Part::Service(s), &[], note));
    }
    for (r, regime) in RegimeId::each(list) {
        let own: &[&[Basis]] = &[&regime.basis];
        regime.purpose.iter().for_each(|text| visit(Part::Regime(r), own, text));
        regime.notes.iter().for_each(|note| visit(Part::Regime(r), &[], note));
        for (i, provision) in ProvisionId::each(regime) {
            let bases: &[&[Basis]] = &[&provision.basis, &regime.basis];
            provision.text.iter().for_each(|text| visit(Part::Provision(r, i), bases, text));
        }
        for (i, penalty) in PenaltyId::each(regime) {
            visit(Part::Penalty(r, i), &[&penalty.basis, &regime.basis], &penalty.conduct);
        }
    }
    for (i, entry) in MechanismId::each(list) {
        let texts = [Some(&entry.role), entry.procedure.as_ref()];
        texts.into_iter().flatten().for_each(|text| visit(Part::Mechanism(i), &[&entry.basis], text));
    }
    for (r, regime) in RegimeId::each(list) {
        for (i, provision) in ProvisionId::each(regime) {
            let about = about(&[&provision.basis, &regime.basis], law);
            let about = provision.text.as_ref().map_or_else(|| about.clone(), |text| headed(reader, text, &about));
            items(&provision.items, reader, &about, &mut |about, text| call(Part::Provision(r, i), about, text));
        }
    }
}

fn items<'m>(list: &'m [Item], reader: &Reader, about: &[About<'m>], visit: &mut dyn FnMut(&[About<'m>], &'m Text)) {
    for item in list {
        visit(about, &item.text);
        if !item.items.is_empty() {
            items(&item.items, reader, &headed(reader, &item.text, about), visit);
        }
    }
}
