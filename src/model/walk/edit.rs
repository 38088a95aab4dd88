//! A site, an entry of a register or a list in; each of its texts and citations handed over to be changed.
//!
//! Looking is for the walk; this is for what must be settled before anybody looks: forms in languages that the site does
//! not have, and laws that are cited by a title. As in the walk, records are taken apart field by field.

use crate::model::agency::{Agency, AgencyEvent};
use crate::model::duty::{Accountability, Duty, WorkItem};
use crate::model::law::{Law, LawEvent};
use crate::model::list::{DocumentPart, EmptyPart, List, Office, SourceDocument};
use crate::model::matter::{Case, Matter, Participant};
use crate::model::mechanism::MechanismEntry;
use crate::model::regime::{Deadline, Frequency, Multiple, Penalty, Provision, Regime, Threshold};
use crate::model::registers::{Department, Region, Topic};
use crate::model::reorganisation::Reorganisation;
use crate::model::service::{Schedule, Service};
use crate::model::site::{Official, Site};

use super::edit_item::{edit_above, edit_item};
use super::edit_steps::{Edit, bases, provision_items, source, texts};

/// The texts of the site file.
pub fn edit_site(site: &mut Site, edit: &mut Edit<'_>) {
    let Site { title, description, licence, publisher, releases, official, .. } = site;
    texts([title, description, &mut licence.name, &mut publisher.name], edit);
    texts(releases.iter_mut().map(|release| &mut release.changes), edit);
    if let Some(Official { site_name, organizer, sponsor, address, .. }) = official {
        texts([site_name, organizer, sponsor, address].into_iter().flatten(), edit);
    }
}

/// The texts of a region.
pub fn edit_region(region: &mut Region, edit: &mut Edit<'_>) {
    let Region { code: _, slug: _, formerly: _, name, level: _, parent: _, area_code: _, area_code_source: _ } = region;
    texts([name], edit);
}

/// The texts of a kind of department.
pub fn edit_department(department: &mut Department, edit: &mut Edit<'_>) {
    let Department { slug: _, name, definition, aliases: _ } = department;
    texts([name].into_iter().chain(definition), edit);
}

/// The texts of a topic.
pub fn edit_topic(topic: &mut Topic, edit: &mut Edit<'_>) {
    let Topic { slug: _, name, definition, code: _, broader: _, words: _, subjects } = topic;
    texts([name, definition].into_iter().chain(subjects.iter_mut().map(|subject| &mut subject.name)), edit);
}

/// The texts of a law.
pub fn edit_law(law: &mut Law, edit: &mut Edit<'_>) {
    let Law {
        id: _,
        title,
        short_titles,
        aliases: _,
        kind: _,
        issuer,
        document_number: _,
        adopted: _,
        effective: _,
        amendments,
        status: _,
        as_of: _,
        replaced_by: _,
        source,
        source_url: _,
        official_url: _,
    } = law;
    texts([title, source].into_iter().chain(short_titles).chain(issuer), edit);
    for LawEvent { date: _, kind: _, number: _, note, url: _ } in amendments {
        texts(note, edit);
    }
}

/// The texts of a body or a hotline.
pub fn edit_agency(agency: &mut Agency, edit: &mut Edit<'_>) {
    let Agency { id: _, name, kind: _, aliases: _, number: _, region: _, departments: _, local_names: _, note, events } =
        agency;
    texts([name].into_iter().chain(note), edit);
    for event in events {
        let AgencyEvent { date: _, kind: _, successors: _, number: _, note, source, url: _, confidence: _ } = event;
        texts([source].into_iter().chain(note), edit);
    }
}

/// The texts of a reorganisation.
pub fn edit_reorganisation(value: &mut Reorganisation, edit: &mut Edit<'_>) {
    let Reorganisation { date: _, title, list: _, from: _, to: _, records: _, source, url: _ } = value;
    texts([title, source], edit);
}

/// The texts and citations of a list.
pub fn edit_list(list: &mut List, edit: &mut Edit<'_>) {
    let List {
        id: _,
        formerly: _,
        region: _,
        kind: _,
        department: _,
        covers: _,
        agency,
        title,
        edition: _,
        compiled: _,
        published: _,
        valid_from: _,
        valid_until: _,
        status: _,
        trial: _,
        document_number: _,
        index_number: _,
        issuers,
        adopted_by,
        supersedes: _,
        phones: _,
        sources,
        offices,
        bodies,
        empty_parts,
        not_entered: _,
        absent_parts: _,
        notes,
        waivers,
        code_form: _,
        defaults: _,
        sections,
        procedures,
        accounts,
        items,
        duties,
        boundaries,
        services,
        regimes,
        mechanism,
    } = list;
    texts([agency, title].into_iter().chain(notes).chain(issuers).chain(adopted_by), edit);
    texts(waivers.iter_mut().map(|waiver| &mut waiver.reason), edit);
    edit_above(bodies, sections, procedures, accounts, edit);
    items.iter_mut().for_each(|item| edit_item(item, edit));
    for SourceDocument { id: _, title, file: _, url: _, parts } in sources {
        texts([title].into_iter().chain(parts.iter_mut().map(|DocumentPart { id: _, title }| title)), edit);
    }
    for Office { slug: _, formerly: _, name, kind: _, phones: _, aliases: _, note } in offices {
        texts([name].into_iter().chain(note), edit);
    }
    for EmptyPart { collection: _, as_printed: _, note } in empty_parts {
        texts(note, edit);
    }
    duties.iter_mut().for_each(|duty| edit_duty(duty, edit));
    boundaries.iter_mut().for_each(|matter| edit_matter(matter, edit));
    services.iter_mut().for_each(|service| edit_service(service, edit));
    regimes.iter_mut().for_each(|regime| edit_regime(regime, edit));
    mechanism.iter_mut().for_each(|entry| edit_mechanism(entry, edit));
}

fn edit_duty(duty: &mut Duty, edit: &mut Edit<'_>) {
    let Duty {
        id: _,
        formerly: _,
        number: _,
        name,
        statement,
        topics: _,
        body: _,
        offices: _,
        work_items,
        accountability,
        basis,
        notes,
        source: place,
    } = duty;
    texts([name, statement].into_iter().chain(notes), edit);
    for WorkItem { id: _, number: _, text, offices: _, remarks, basis, source: place } in work_items {
        texts([text].into_iter().chain(remarks), edit);
        bases(basis, edit);
        source(place, edit);
    }
    for Accountability { id: _, number: _, basis, circumstances, consequence, source: place } in accountability {
        texts([circumstances].into_iter().chain(consequence), edit);
        bases(basis, edit);
        source(place, edit);
    }
    bases(basis, edit);
    source(place, edit);
}

fn edit_matter(matter: &mut Matter, edit: &mut Edit<'_>) {
    let Matter {
        id: _,
        formerly: _,
        number: _,
        name,
        topics: _,
        participants,
        basis,
        case,
        same_as: _,
        notes,
        source: place,
    } = matter;
    texts([name].into_iter().chain(notes), edit);
    for Participant { department: _, id: _, name, responsibility, lead: _, basis, source: place } in participants {
        texts([name, responsibility], edit);
        bases(basis, edit);
        place.iter_mut().for_each(|place| source(place, edit));
    }
    bases(basis, edit);
    if let Some(Case { text, source: place }) = case {
        texts([text], edit);
        place.iter_mut().for_each(|place| source(place, edit));
    }
    source(place, edit);
}

fn edit_service(service: &mut Service, edit: &mut Edit<'_>) {
    let Service {
        id: _,
        formerly: _,
        number: _,
        name,
        topics: _,
        description,
        schedule,
        place,
        offices: _,
        phones: _,
        basis,
        notes,
        source: printed,
    } = service;
    texts([name, description].into_iter().chain(place).chain(notes), edit);
    texts(schedule.iter_mut().map(|Schedule { text, months: _ }| text), edit);
    bases(basis, edit);
    source(printed, edit);
}

fn edit_regime(regime: &mut Regime, edit: &mut Edit<'_>) {
    let Regime {
        id: _,
        formerly: _,
        number: _,
        title,
        topics: _,
        purpose,
        offices: _,
        provisions,
        frequencies,
        deadlines,
        penalties,
        thresholds,
        phones: _,
        basis,
        notes,
        source: place,
    } = regime;
    texts([title].into_iter().chain(purpose).chain(notes), edit);
    for Provision { id: _, kind: _, number: _, heading, text, items: below, basis } in provisions {
        texts([heading].into_iter().chain(text), edit);
        provision_items(below, edit);
        bases(basis, edit);
    }
    for Frequency {
        subject,
        note,
        kind: _,
        minimum: _,
        maximum: _,
        every: _,
        per: _,
        coverage_percent: _,
        provision: _,
    } in frequencies
    {
        texts([subject].into_iter().chain(note), edit);
    }
    for Deadline { actor, action, limit: _, bound: _, counted_from, provision: _ } in deadlines {
        texts([actor, action].into_iter().chain(counted_from), edit);
    }
    for Penalty { conduct, kind: _, amount: _, percent_of_gains: _, multiple, basis, provision: _, note } in penalties {
        texts([conduct].into_iter().chain(note), edit);
        texts(multiple.iter_mut().map(|Multiple { min: _, max: _, of }| of), edit);
        bases(basis, edit);
    }
    for Threshold { subject, minimum: _, maximum: _, unit, provision: _ } in thresholds {
        texts([subject, unit], edit);
    }
    bases(basis, edit);
    source(place, edit);
}

fn edit_mechanism(entry: &mut MechanismEntry, edit: &mut Edit<'_>) {
    let MechanismEntry { id: _, number: _, body, role, procedure, basis, source: place } = entry;
    texts([body, role].into_iter().chain(procedure), edit);
    bases(basis, edit);
    source(place, edit);
}
