//! A list in; every text, citation and reference of it met, with the record it belongs to and what it stands beside.
//!
//! Records are taken apart field by field, so that a field that is added does not compile until it is met here, or said
//! to be nothing that a walk meets.

use crate::diag::Trail;
use crate::model::duty::{Accountability, Duty, WorkItem};
use crate::model::ids::{
    AccountabilityId, DutyId, ListId, MatterId, MechanismId, OfficeId, ParticipantId, Position, ServiceId, WorkItemId,
};
use crate::model::list::{Body, DocumentPart, EmptyPart, List, Office, SourceDocument};
use crate::model::matter::{Case, Matter, Participant};
use crate::model::mechanism::MechanismEntry;
use crate::model::record::{Owner, Part, RecordRef};
use crate::model::service::{Schedule, Service};
use crate::model::waiver::Waiver;

use super::item::{account, handed_down, item, procedure};
use super::node::{ListRef, Node, Setting, Visit};
use super::regime::regime;
use super::steps::{
    aliases, bases, each, each_record, label, note, notes, numbers, offices, phones, plain, prose, source, topics,
};

/// Walks a list in the order of the documentation, its collections last.
pub fn walk_list<'m>(list: &'m List, id: ListId, visit: &mut Visit<'_, 'm>) {
    let root = &setting(id, Part::List);
    header(list, root, visit);
    each_record(&list.procedures, &root.key("procedures"), |i, value, at| procedure(i, value, at, visit));
    each_record(&list.accounts, &root.key("accounts"), |i, value, at| account(i, value, at, visit));
    each_record(&list.items, &root.key("items"), |i, value, at| item(i, value, at, visit));
    each_record(&list.duties, &root.key("duties"), |i, value, at| duty(i, value, at, visit));
    each_record(&list.boundaries, &root.key("boundaries"), |i, value, at| matter(i, value, at, visit));
    each_record(&list.services, &root.key("services"), |i, value, at| service(i, value, at, visit));
    each_record(&list.regimes, &root.key("regimes"), |i, value, at| regime(i, value, at, visit));
    each_record(&list.mechanism, &root.key("mechanism"), |i, value, at| mechanism(i, value, at, visit));
}

/// Walks a record that has a page of its own, or is an office or an entry of the mechanism, with the records inside it;
/// of the list itself, what is in none of its collections.
pub fn walk_record<'m>(list: &'m List, record: RecordRef, visit: &mut Visit<'_, 'm>) {
    let root = &setting(record.list, Part::List);
    match record.part.page() {
        Part::Office(i) => office(i, &list[i], &root.key("offices").index(i.get()), visit),
        Part::Procedure(i) => procedure(i, &list[i], &root.key("procedures").index(i.get()), visit),
        Part::Account(i) => account(i, &list[i], &root.key("accounts").index(i.get()), visit),
        Part::Item(i) => item(i, &list[i], &root.key("items").index(i.get()), visit),
        Part::Duty(i) => duty(i, &list[i], &root.key("duties").index(i.get()), visit),
        Part::Matter(i) => matter(i, &list[i], &root.key("boundaries").index(i.get()), visit),
        Part::Service(i) => service(i, &list[i], &root.key("services").index(i.get()), visit),
        Part::Regime(i) => regime(i, &list[i], &root.key("regimes").index(i.get()), visit),
        Part::Mechanism(i) => mechanism(i, &list[i], &root.key("mechanism").index(i.get()), visit),
        _ => header(list, root, visit),
    }
}

fn setting<'m>(list: ListId, part: Part) -> Setting<'static, 'm> {
    Setting::new(Owner::Record(RecordRef { list, part }), Trail::Root)
}

/// What of a list is in none of its collections of records.
fn header<'m>(list: &'m List, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    let List {
        id: _,
        formerly: _,
        region: _,
        kind: _,
        department,
        covers: _,
        agency,
        title,
        edition,
        compiled: _,
        published: _,
        valid_from: _,
        valid_until: _,
        status: _,
        trial: _,
        document_number,
        index_number,
        issuers,
        adopted_by,
        supersedes: _,
        phones: printed,
        sources,
        offices,
        bodies,
        empty_parts,
        not_entered: _,
        absent_parts: _,
        notes: remarks,
        waivers,
        code_form: _,
        defaults,
        sections,
        procedures: _,
        accounts: _,
        items: _,
        duties: _,
        boundaries: _,
        services: _,
        regimes: _,
        mechanism: _,
    } = list;
    if let Some(slug) = department {
        visit(Node::AgencyRef(slug), &at.key("department"));
    }
    visit(Node::Name(agency), &at.key("agency"));
    visit(Node::Name(title), &at.key("title"));
    plain(edition, &at.key("edition"), visit);
    plain(document_number, &at.key("document_number"), visit);
    plain(index_number, &at.key("index_number"), visit);
    each(issuers, &at.key("issuers"), |issuer, at| visit(Node::Label(issuer), at));
    label(adopted_by, &at.key("adopted_by"), visit);
    phones(printed, at, visit);
    each(sources, &at.key("sources"), |document, at| {
        let SourceDocument { id: _, title, file, url: _, parts } = document;
        visit(Node::Label(title), &at.key("title"));
        plain(file, &at.key("file"), visit);
        each(parts, &at.key("parts"), |DocumentPart { id: _, title }, at| {
            visit(Node::Label(title), &at.key("title"));
        });
    });
    each_record(offices, &at.key("offices"), |i, value, at| office(i, value, at, visit));
    each(bodies, &at.key("bodies"), |body, at| {
        let Body { slug: _, name, department, phones: printed, note: remark } = body;
        visit(Node::Body(body), at);
        visit(Node::Name(name), &at.key("name"));
        if let Some(slug) = department {
            visit(Node::AgencyRef(slug), &at.key("department"));
        }
        numbers(printed, at, visit);
        note(remark, &at.key("note"), visit);
    });
    if let Some(defaults) = defaults {
        handed_down(&defaults.handed(), &at.key("defaults"), visit);
    }
    each(sections, &at.key("sections"), |section, at| {
        visit(Node::Section(section), at);
        plain(&section.number, &at.key("number"), visit);
        visit(Node::Label(&section.title), &at.key("title"));
        if let Some(id) = &section.part_of {
            visit(Node::ListRef(ListRef::Section, id), &at.key("part_of"));
        }
        handed_down(&section.handed(), at, visit);
        note(&section.note, &at.key("note"), visit);
    });
    each(empty_parts, &at.key("empty_parts"), |EmptyPart { collection: _, as_printed, note: remark }, at| {
        visit(Node::Plain(as_printed), &at.key("as_printed"));
        note(remark, &at.key("note"), visit);
    });
    notes(remarks, at, visit);
    each(waivers, &at.key("waivers"), |waiver, at| {
        let Waiver { rule, record, reason, findings: _, what: _ } = waiver;
        visit(Node::Plain(rule), &at.key("rule"));
        plain(record, &at.key("record"), visit);
        visit(Node::Label(reason), &at.key("reason"));
    });
}

fn office<'m>(id: OfficeId, office: &'m Office, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    let Office { slug: _, formerly: _, name, kind: _, phones: numbers, aliases: names, note: remark } = office;
    let at = &at.of(Part::Office(id));
    visit(Node::Name(name), &at.key("name"));
    phones(numbers, at, visit);
    aliases(names, &at.key("aliases"), visit);
    note(remark, &at.key("note"), visit);
}

fn duty<'m>(id: DutyId, duty: &'m Duty, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    let Duty {
        id: _,
        formerly: _,
        number,
        name,
        statement,
        topics: slugs,
        body,
        offices: named,
        work_items,
        accountability,
        basis,
        notes: remarks,
        source: place,
    } = duty;
    let at = &at.of(Part::Duty(id)).beside(basis, &[]);
    visit(Node::Duty(duty), at);
    plain(number, &at.key("number"), visit);
    visit(Node::Name(name), &at.key("name"));
    visit(Node::Prose(statement), &at.key("statement"));
    topics(slugs, at, visit);
    if let Some(slug) = body {
        visit(Node::ListRef(ListRef::Body, slug), &at.key("body"));
    }
    offices(named, at, visit);
    each_record(work_items, &at.key("work_items"), |i: WorkItemId, item, at| {
        let WorkItem { id: _, number, text, offices: named, remarks, basis: own, source: place } = item;
        let at = &at.of(Part::WorkItem(id, i)).beside(own, basis);
        visit(Node::WorkItem(item), at);
        plain(number, &at.key("number"), visit);
        visit(Node::Prose(text), &at.key("text"));
        offices(named, at, visit);
        note(remarks, &at.key("remarks"), visit);
        bases(own, at, visit);
        source(place, at, visit);
    });
    each_record(accountability, &at.key("accountability"), |i: AccountabilityId, row, at| {
        let Accountability { id: _, number, basis: own, circumstances, consequence, source: place } = row;
        // Staff answer under other laws than those that the duty stands on.
        let at = &at.of(Part::Accountability(id, i)).beside(own, &[]);
        visit(Node::Accountability(row), at);
        plain(number, &at.key("number"), visit);
        bases(own, at, visit);
        visit(Node::Prose(circumstances), &at.key("circumstances"));
        prose(consequence, &at.key("consequence"), visit);
        source(place, at, visit);
    });
    bases(basis, at, visit);
    notes(remarks, at, visit);
    source(place, at, visit);
}

fn matter<'m>(id: MatterId, matter: &'m Matter, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    let Matter {
        id: _,
        formerly: _,
        number,
        name,
        topics: slugs,
        participants,
        basis,
        case,
        same_as,
        notes: remarks,
        source: place,
    } = matter;
    let at = &at.of(Part::Matter(id)).beside(basis, &[]);
    visit(Node::Matter(matter), at);
    plain(number, &at.key("number"), visit);
    visit(Node::Name(name), &at.key("name"));
    topics(slugs, at, visit);
    each(same_as, &at.key("same_as"), |id, at| visit(Node::MatterRef(id), at));
    each_record(participants, &at.key("participants"), |i: ParticipantId, participant, at| {
        let Participant { department, id: _, name, responsibility, lead: _, basis: own, source: place } = participant;
        let at = &at.of(Part::Participant(id, i)).beside(own, basis);
        visit(Node::Participant(participant), at);
        visit(Node::DepartmentRef(department), &at.key("department"));
        visit(Node::Name(name), &at.key("name"));
        visit(Node::Prose(responsibility), &at.key("responsibility"));
        bases(own, at, visit);
        if let Some(place) = place {
            source(place, at, visit);
        }
    });
    bases(basis, at, visit);
    if let Some(Case { text, source: place }) = case {
        let at = &at.key("case");
        visit(Node::Prose(text), &at.key("text"));
        if let Some(place) = place {
            source(place, at, visit);
        }
    }
    notes(remarks, at, visit);
    source(place, at, visit);
}

fn service<'m>(id: ServiceId, service: &'m Service, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    let Service {
        id: _,
        formerly: _,
        number,
        name,
        topics: slugs,
        description,
        schedule,
        place,
        offices: named,
        phones: numbers,
        basis,
        notes: remarks,
        source: printed,
    } = service;
    let at = &at.of(Part::Service(id)).beside(basis, &[]);
    visit(Node::Service(service), at);
    plain(number, &at.key("number"), visit);
    visit(Node::Name(name), &at.key("name"));
    topics(slugs, at, visit);
    visit(Node::Prose(description), &at.key("description"));
    if let Some(Schedule { text, months: _ }) = schedule {
        visit(Node::Prose(text), &at.key("schedule").key("text"));
    }
    prose(place, &at.key("place"), visit);
    offices(named, at, visit);
    phones(numbers, at, visit);
    bases(basis, at, visit);
    notes(remarks, at, visit);
    source(printed, at, visit);
}

fn mechanism<'m>(id: MechanismId, entry: &'m MechanismEntry, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    let MechanismEntry { id: _, number, body, role, procedure, basis, source: place } = entry;
    let at = &at.of(Part::Mechanism(id)).beside(basis, &[]);
    visit(Node::Mechanism(entry), at);
    plain(number, &at.key("number"), visit);
    visit(Node::Name(body), &at.key("body"));
    visit(Node::Prose(role), &at.key("role"));
    prose(procedure, &at.key("procedure"), visit);
    bases(basis, at, visit);
    source(place, at, visit);
}
