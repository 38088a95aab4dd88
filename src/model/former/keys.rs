//! A model in; the key of everything in it that has an id out.

use std::collections::HashMap;

use super::super::Model;
use super::super::ids::{AgencyId, DepartmentId, LawId, ListId, Position, RegionId, TopicId};
use super::super::list::List;
use super::super::record::{Owner, Part, RecordRef};

/// Kinds of entries of registers that have pages.
const REGISTERS: [(&str, &str); 6] = [
    ("regions", "region"),
    ("lists", "list"),
    ("laws", "law"),
    ("topics", "topic"),
    ("departments", "department"),
    ("agencies", "agency"),
];

/// Kinds of records of a list by their collection, and whether they have pages.
const RECORDS: [(&str, &str, bool); 12] = [
    ("items", "item", true),
    ("duties", "duty", true),
    ("boundaries", "matter", true),
    ("services", "service", true),
    ("regimes", "regime", true),
    ("offices", "office", false),
    ("bodies", "body", false),
    ("sections", "section", false),
    ("sources", "source", false),
    ("procedures", "procedure", false),
    ("accounts", "account", false),
    ("accountability", "mechanism", false),
];

/// Kinds of what stands in records.
const PARTS: [(&str, &str, &str); 9] = [
    ("items", "stages", "stage"),
    ("items", "counterparts", "counterpart"),
    ("procedures", "stages", "procedure-stage"),
    ("duties", "work-items", "work-item"),
    ("duties", "accountability", "accountability"),
    ("boundaries", "participants", "participant"),
    ("regimes", "provisions", "provision"),
    ("regimes", "penalties", "penalty"),
    ("sources", "parts", "source-part"),
];

/// The kind of what is told by its place in a record alone: a citation, a deadline.
pub(super) const PART: &str = "part";

/// Of what is told by its place in a record alone, the key of the record.
pub(super) fn is_part(key: &str) -> Option<&str> {
    let end = key.match_indices('/').nth(3).map(|(at, _)| at)?;
    (kind_of(key) == Some(PART)).then(|| &key[..end])
}

fn is_record(collection: &str) -> bool {
    RECORDS.iter().any(|(name, ..)| *name == collection)
}

/// Words for every kind of old id.
pub const KINDS: &[&str] = &[
    "region",
    "list",
    "law",
    "topic",
    "department",
    "agency",
    "item",
    "duty",
    "matter",
    "service",
    "regime",
    "office",
    "body",
    "section",
    "source",
    "procedure",
    "account",
    "mechanism",
    "stage",
    "counterpart",
    "procedure-stage",
    "work-item",
    "accountability",
    "participant",
    "provision",
    "penalty",
    "source-part",
    "item-duties",
    "item-accountability",
    PART,
];

/// The word for what has a key; `None` for what is no id, such as a page of an index.
pub fn kind_of(key: &str) -> Option<&'static str> {
    match *key.split('/').collect::<Vec<_>>() {
        [register, _] => REGISTERS.iter().find(|(name, _)| *name == register).map(|(_, kind)| *kind),
        ["lists", _, collection, _] => RECORDS.iter().find(|(name, ..)| *name == collection).map(|(_, kind, _)| *kind),
        ["lists", _, "items", _, "duties"] => Some("item-duties"),
        ["lists", _, "items", _, "accountability"] => Some("item-accountability"),
        ["lists", _, collection, _, inner, _] => {
            let part = PARTS.iter().find(|(name, part, _)| *name == collection && *part == inner);
            part.map(|(.., kind)| *kind).or_else(|| is_record(collection).then_some(PART))
        }
        ["lists", _, collection, _, _, ..] if is_record(collection) => Some(PART),
        _ => None,
    }
}

/// Whether what has a key has a page of its own.
pub(super) fn has_page(key: &str) -> bool {
    match *key.split('/').collect::<Vec<_>>() {
        [_, _] => true,
        ["lists", _, collection, _] => RECORDS.iter().any(|(name, _, page)| *name == collection && *page),
        _ => false,
    }
}

/// Calls `visit` with the key of everything that has an id, and what it is.
pub fn each_key(model: &Model, visit: &mut dyn FnMut(String, Owner)) {
    RegionId::each(model).for_each(|(id, of)| visit(format!("regions/{}", of.slug), Owner::Region(id)));
    DepartmentId::each(model).for_each(|(id, of)| visit(format!("departments/{}", of.slug), Owner::Department(id)));
    TopicId::each(model).for_each(|(id, of)| visit(format!("topics/{}", of.slug), Owner::Topic(id)));
    LawId::each(model).for_each(|(id, of)| visit(format!("laws/{}", of.id), Owner::Law(id)));
    AgencyId::each(model).for_each(|(id, of)| visit(format!("agencies/{}", of.id), Owner::Agency(id)));
    ListId::each(model).for_each(|(id, list)| of_list(model, id, list, visit));
}

/// The keys of everything that has an id.
pub fn living(model: &Model) -> HashMap<String, Owner> {
    let mut all = HashMap::new();
    each_key(model, &mut |key, owner| {
        all.entry(key).or_insert(owner);
    });
    all
}

fn of_list(model: &Model, id: ListId, list: &List, visit: &mut dyn FnMut(String, Owner)) {
    let whole = Owner::Record(RecordRef { list: id, part: Part::List });
    for document in &list.sources {
        visit(format!("lists/{}/sources/{}", list.id, document.id), whole);
        for part in &document.parts {
            visit(format!("lists/{}/sources/{}/parts/{}", list.id, document.id, part.id), whole);
        }
    }
    list.bodies.iter().for_each(|body| visit(format!("lists/{}/bodies/{}", list.id, body.slug), whole));
    list.sections.iter().for_each(|section| visit(format!("lists/{}/sections/{}", list.id, section.id), whole));
    for part in parts(list) {
        let record = RecordRef { list: id, part };
        visit(format!("lists/{}", record.uid(model)), Owner::Record(record));
    }
}

/// Every record of a list, and every part of one that has an id.
fn parts(list: &List) -> Vec<Part> {
    let mut all = vec![Part::List];
    all.extend((0..list.offices.len()).map(|i| Part::Office(Position::new(i))));
    for (i, item) in list.items.iter().enumerate() {
        let id = Position::new(i);
        all.push(Part::Item(id));
        all.extend((0..item.stages.len()).map(|s| Part::Stage(id, Position::new(s))));
        all.extend((0..item.counterparts.len()).map(|c| Part::Counterpart(id, Position::new(c))));
        all.extend([Part::ItemDuties(id), Part::ItemAccount(id)]);
    }
    for (i, procedure) in list.procedures.iter().enumerate() {
        all.push(Part::Procedure(Position::new(i)));
        let stage = |s| Part::ProcedureStage(Position::new(i), Position::new(s));
        all.extend((0..procedure.stages.len()).map(stage));
    }
    all.extend((0..list.accounts.len()).map(|i| Part::Account(Position::new(i))));
    for (i, duty) in list.duties.iter().enumerate() {
        let id = Position::new(i);
        all.push(Part::Duty(id));
        all.extend((0..duty.work_items.len()).map(|w| Part::WorkItem(id, Position::new(w))));
        all.extend((0..duty.accountability.len()).map(|a| Part::Accountability(id, Position::new(a))));
    }
    for (i, matter) in list.boundaries.iter().enumerate() {
        let id = Position::new(i);
        all.push(Part::Matter(id));
        all.extend((0..matter.participants.len()).map(|p| Part::Participant(id, Position::new(p))));
    }
    all.extend((0..list.services.len()).map(|i| Part::Service(Position::new(i))));
    for (i, regime) in list.regimes.iter().enumerate() {
        let id = Position::new(i);
        all.push(Part::Regime(id));
        all.extend((0..regime.provisions.len()).map(|p| Part::Provision(id, Position::new(p))));
        all.extend((0..regime.penalties.len()).map(|p| Part::Penalty(id, Position::new(p))));
    }
    all.extend((0..list.mechanism.len()).map(|i| Part::Mechanism(Position::new(i))));
    all
}

#[cfg(test)]
mod tests {
    use super::{KINDS, PARTS, RECORDS, REGISTERS, has_page, kind_of};

    #[test]
    fn a_key_says_what_it_is_of() {
        for (key, kind, page) in [
            ("regions/a", Some("region"), true),
            ("lists/a", Some("list"), true),
            ("lists/a/duties/b", Some("duty"), true),
            ("lists/a/offices/b", Some("office"), false),
            ("lists/a/duties/b/work-items/c", Some("work-item"), false),
            ("lists/a/duties/b/basis/1", Some("part"), false),
            ("lists/a/offices", None, false),
            ("lists/a/editions/2015", None, false),
            ("duties-2", None, false),
            ("data/lists", None, true),
        ] {
            assert_eq!(kind_of(key), kind, "{key}");
            assert!(kind.is_none() || has_page(key) == page, "{key}");
        }
        let all = REGISTERS.iter().map(|(_, kind)| kind).chain(RECORDS.iter().map(|(_, kind, _)| kind));
        for kind in all.chain(PARTS.iter().map(|(.., kind)| kind)) {
            assert!(KINDS.contains(kind), "{kind}");
        }
    }
}
