//! One walk over everything a list or register holds, with the trail to each value: the rules, the citation table and
//! the counts all look through it, so a field added here is a field that every one of them sees.

use crate::diag::Trail;

use super::basis::{Basis, Source};
use super::duty::{Accountability, Duty, WorkItem};
use super::id::Id;
use super::law::Law;
use super::list::List;
use super::matter::{Matter, Participant};
use super::mechanism::MechanismEntry;
use super::regime::{Item, Provision, Regime};
use super::registers::{Department, Region, Topic};
use super::service::Service;
use super::site::Site;
use super::text::Text;

/// What a walk meets. References come with what they are resolved against where that is not the whole model.
#[derive(Clone, Copy, Debug)]
pub enum Node<'m> {
    /// A plain text in its languages.
    Text(&'m Text),
    /// A text that may hold inline Markdown.
    Markdown(&'m Text),
    /// A string that is the same in every language.
    Plain(&'m str),
    /// A phone, as printed.
    Phone(&'m str),
    /// A main duty.
    Duty(&'m Duty),
    /// A work item.
    WorkItem(&'m WorkItem),
    /// A row of a duty's accountability.
    Accountability(&'m Accountability),
    /// A boundary matter.
    Matter(&'m Matter),
    /// A participant of a matter.
    Participant(&'m Participant),
    /// A public service.
    Service(&'m Service),
    /// A supervision regime.
    Regime(&'m Regime),
    /// A provision of a regime.
    Provision(&'m Provision),
    /// An entry of the accountability mechanism.
    Mechanism(&'m MechanismEntry),
    /// The slug of an office of the list.
    OfficeRef(&'m Id),
    /// The slug of a topic.
    TopicRef(&'m Id),
    /// The slug of a kind of department.
    DepartmentRef(&'m Id),
    /// The id of a provision of the regime.
    ProvisionRef(&'m Regime, &'m Id),
    /// A citation.
    Basis(&'m Basis),
    /// Where something is printed.
    Source(&'m Source),
}

/// What is called for each node, with the trail to it.
type Visit<'v, 'm> = dyn FnMut(Node<'m>, &Trail<'_>) + 'v;

/// Walks a list in the order of the documentation, its collections last.
pub fn walk_list<'m>(list: &'m List, visit: &mut Visit<'_, 'm>) {
    let root = &Trail::Root;
    visit(Node::Text(&list.agency), &root.key("agency"));
    visit(Node::Text(&list.title), &root.key("title"));
    optional_plain(&list.edition, &root.key("edition"), visit);
    phones(&list.phones, &root.key("phones"), visit);
    each(&list.sources, &root.key("sources"), |document, at| {
        visit(Node::Text(&document.title), &at.key("title"));
        optional_plain(&document.file, &at.key("file"), visit);
        each(&document.parts, &at.key("parts"), |part, at| visit(Node::Text(&part.title), &at.key("title")));
    });
    each(&list.offices, &root.key("offices"), |office, at| {
        visit(Node::Text(&office.name), &at.key("name"));
        phones(&office.phones, &at.key("phones"), visit);
        each(&office.aliases, &at.key("aliases"), |alias, at| visit(Node::Plain(alias), at));
        optional_markdown(&office.note, &at.key("note"), visit);
    });
    each(&list.empty_parts, &root.key("empty_parts"), |part, at| {
        visit(Node::Plain(&part.as_printed), &at.key("as_printed"));
        optional_markdown(&part.note, &at.key("note"), visit);
    });
    each(&list.notes, &root.key("notes"), |note, at| visit(Node::Markdown(note), at));
    each(&list.duties, &root.key("duties"), |duty, at| walk_duty(duty, at, visit));
    each(&list.boundaries, &root.key("boundaries"), |matter, at| walk_matter(matter, at, visit));
    each(&list.services, &root.key("services"), |service, at| walk_service(service, at, visit));
    each(&list.regimes, &root.key("regimes"), |regime, at| walk_regime(regime, at, visit));
    each(&list.mechanism, &root.key("mechanism"), |entry, at| walk_mechanism(entry, at, visit));
}

/// Walks a duty, its work items and its accountability.
pub fn walk_duty<'m>(duty: &'m Duty, at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    visit(Node::Duty(duty), at);
    optional_plain(&duty.number, &at.key("number"), visit);
    visit(Node::Text(&duty.name), &at.key("name"));
    visit(Node::Text(&duty.statement), &at.key("statement"));
    topics(&duty.topics, at, visit);
    offices(&duty.offices, at, visit);
    each(&duty.work_items, &at.key("work_items"), |item, at| {
        visit(Node::WorkItem(item), at);
        optional_plain(&item.number, &at.key("number"), visit);
        visit(Node::Text(&item.text), &at.key("text"));
        offices(&item.offices, at, visit);
        optional_markdown(&item.remarks, &at.key("remarks"), visit);
        bases(&item.basis, at, visit);
        source(&item.source, at, visit);
    });
    each(&duty.accountability, &at.key("accountability"), |row, at| {
        visit(Node::Accountability(row), at);
        optional_plain(&row.number, &at.key("number"), visit);
        bases(&row.basis, at, visit);
        visit(Node::Text(&row.circumstances), &at.key("circumstances"));
        optional_text(&row.consequence, &at.key("consequence"), visit);
        source(&row.source, at, visit);
    });
    bases(&duty.basis, at, visit);
    notes(&duty.notes, at, visit);
    source(&duty.source, at, visit);
}

/// Walks a matter, its participants and its case.
pub fn walk_matter<'m>(matter: &'m Matter, at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    visit(Node::Matter(matter), at);
    optional_plain(&matter.number, &at.key("number"), visit);
    visit(Node::Text(&matter.name), &at.key("name"));
    topics(&matter.topics, at, visit);
    each(&matter.participants, &at.key("participants"), |participant, at| {
        visit(Node::Participant(participant), at);
        visit(Node::DepartmentRef(&participant.department), &at.key("department"));
        visit(Node::Text(&participant.name), &at.key("name"));
        visit(Node::Text(&participant.responsibility), &at.key("responsibility"));
        bases(&participant.basis, at, visit);
        if let Some(place) = &participant.source {
            source(place, at, visit);
        }
    });
    bases(&matter.basis, at, visit);
    if let Some(case) = &matter.case {
        let at = &at.key("case");
        visit(Node::Text(&case.text), &at.key("text"));
        if let Some(place) = &case.source {
            source(place, at, visit);
        }
    }
    notes(&matter.notes, at, visit);
    source(&matter.source, at, visit);
}

/// Walks a public service.
pub fn walk_service<'m>(service: &'m Service, at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    visit(Node::Service(service), at);
    optional_plain(&service.number, &at.key("number"), visit);
    visit(Node::Text(&service.name), &at.key("name"));
    topics(&service.topics, at, visit);
    visit(Node::Text(&service.description), &at.key("description"));
    if let Some(schedule) = &service.schedule {
        visit(Node::Text(&schedule.text), &at.key("schedule").key("text"));
    }
    offices(&service.offices, at, visit);
    phones(&service.phones, &at.key("phones"), visit);
    bases(&service.basis, at, visit);
    notes(&service.notes, at, visit);
    source(&service.source, at, visit);
}

/// Walks a supervision regime, its provisions and its figures.
pub fn walk_regime<'m>(regime: &'m Regime, at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    visit(Node::Regime(regime), at);
    optional_plain(&regime.number, &at.key("number"), visit);
    visit(Node::Text(&regime.title), &at.key("title"));
    topics(&regime.topics, at, visit);
    optional_text(&regime.purpose, &at.key("purpose"), visit);
    offices(&regime.offices, at, visit);
    each(&regime.provisions, &at.key("provisions"), |provision, at| {
        visit(Node::Provision(provision), at);
        optional_plain(&provision.number, &at.key("number"), visit);
        visit(Node::Text(&provision.heading), &at.key("heading"));
        optional_text(&provision.text, &at.key("text"), visit);
        items(&provision.items, at, visit);
        bases(&provision.basis, at, visit);
    });
    each(&regime.frequencies, &at.key("frequencies"), |frequency, at| {
        visit(Node::Text(&frequency.subject), &at.key("subject"));
        visit(Node::ProvisionRef(regime, &frequency.provision), &at.key("provision"));
        optional_markdown(&frequency.note, &at.key("note"), visit);
    });
    each(&regime.deadlines, &at.key("deadlines"), |deadline, at| {
        visit(Node::Text(&deadline.actor), &at.key("actor"));
        visit(Node::Text(&deadline.action), &at.key("action"));
        optional_text(&deadline.counted_from, &at.key("counted_from"), visit);
        visit(Node::ProvisionRef(regime, &deadline.provision), &at.key("provision"));
    });
    each(&regime.penalties, &at.key("penalties"), |penalty, at| {
        visit(Node::Text(&penalty.conduct), &at.key("conduct"));
        if let Some(multiple) = &penalty.multiple {
            visit(Node::Text(&multiple.of), &at.key("multiple").key("of"));
        }
        bases(&penalty.basis, at, visit);
        if let Some(provision) = &penalty.provision {
            visit(Node::ProvisionRef(regime, provision), &at.key("provision"));
        }
        optional_markdown(&penalty.note, &at.key("note"), visit);
    });
    each(&regime.thresholds, &at.key("thresholds"), |threshold, at| {
        visit(Node::Text(&threshold.subject), &at.key("subject"));
        visit(Node::Text(&threshold.unit), &at.key("unit"));
        visit(Node::ProvisionRef(regime, &threshold.provision), &at.key("provision"));
    });
    bases(&regime.basis, at, visit);
    notes(&regime.notes, at, visit);
    source(&regime.source, at, visit);
}

/// Walks an entry of the accountability mechanism.
pub fn walk_mechanism<'m>(entry: &'m MechanismEntry, at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    visit(Node::Mechanism(entry), at);
    optional_plain(&entry.number, &at.key("number"), visit);
    visit(Node::Text(&entry.body), &at.key("body"));
    visit(Node::Text(&entry.role), &at.key("role"));
    optional_text(&entry.procedure, &at.key("procedure"), visit);
    bases(&entry.basis, at, visit);
    source(&entry.source, at, visit);
}

/// Walks the texts of the site file.
pub fn walk_site<'m>(site: &'m Site, visit: &mut Visit<'_, 'm>) {
    let root = &Trail::Root;
    visit(Node::Text(&site.title), &root.key("title"));
    visit(Node::Text(&site.description), &root.key("description"));
    visit(Node::Text(&site.licence.name), &root.key("licence").key("name"));
    visit(Node::Text(&site.publisher.name), &root.key("publisher").key("name"));
    if let Some(security) = &site.security {
        let at = &root.key("security");
        for (index, contact) in security.contact.iter().enumerate() {
            visit(Node::Plain(contact), &at.key("contact").index(index));
        }
        optional_plain(&security.policy, &at.key("policy"), visit);
    }
    if let Some(official) = &site.official {
        let at = &root.key("official");
        optional_text(&official.site_name, &at.key("site_name"), visit);
        visit(Node::Plain(&official.domain), &at.key("domain"));
        visit(Node::Plain(&official.id_code), &at.key("id_code"));
        optional_plain(&official.icp, &at.key("icp"), visit);
        optional_plain(&official.public_security, &at.key("public_security"), visit);
        optional_text(&official.organizer, &at.key("organizer"), visit);
        optional_text(&official.sponsor, &at.key("sponsor"), visit);
        optional_text(&official.address, &at.key("address"), visit);
        if let Some(badge) = &official.badge {
            visit(Node::Plain(&badge.image), &at.key("badge").key("image"));
            visit(Node::Plain(&badge.url), &at.key("badge").key("url"));
        }
    }
}

/// Walks a region.
pub fn walk_region<'m>(region: &'m Region, at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    visit(Node::Plain(&region.code), &at.key("code"));
    visit(Node::Text(&region.name), &at.key("name"));
}

/// Walks a kind of department.
pub fn walk_department<'m>(department: &'m Department, at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    visit(Node::Text(&department.name), &at.key("name"));
    optional_text(&department.definition, &at.key("definition"), visit);
    each(&department.aliases, &at.key("aliases"), |alias, at| visit(Node::Plain(alias), at));
}

/// Walks a topic.
pub fn walk_topic<'m>(topic: &'m Topic, at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    visit(Node::Text(&topic.name), &at.key("name"));
    visit(Node::Markdown(&topic.definition), &at.key("definition"));
    let words = &at.key("words");
    for (lang, forms) in [("zh", &topic.words.zh), ("pinyin", &topic.words.pinyin), ("en", &topic.words.en)] {
        each(forms, &words.key(lang), |word, at| visit(Node::Plain(word), at));
    }
}

/// Walks a law.
pub fn walk_law<'m>(law: &'m Law, at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    visit(Node::Text(&law.title), &at.key("title"));
    each(&law.short_titles, &at.key("short_titles"), |title, at| visit(Node::Text(title), at));
    each(&law.aliases, &at.key("aliases"), |alias, at| visit(Node::Plain(alias), at));
    optional_text(&law.issuer, &at.key("issuer"), visit);
    optional_plain(&law.document_number, &at.key("document_number"), visit);
    each(&law.amendments, &at.key("amendments"), |event, at| optional_markdown(&event.note, &at.key("note"), visit));
    visit(Node::Text(&law.source), &at.key("source"));
}

fn each<'m, T>(values: &'m [T], at: &Trail<'_>, mut visit: impl FnMut(&'m T, &Trail<'_>)) {
    for (index, value) in values.iter().enumerate() {
        visit(value, &at.index(index));
    }
}

fn items<'m>(list: &'m [Item], at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    each(list, &at.key("items"), |item, at| {
        optional_plain(&item.number, &at.key("number"), visit);
        visit(Node::Text(&item.text), &at.key("text"));
        items(&item.items, at, visit);
    });
}

fn topics<'m>(slugs: &'m [Id], at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    each(slugs, &at.key("topics"), |slug, at| visit(Node::TopicRef(slug), at));
}

fn offices<'m>(slugs: &'m [Id], at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    each(slugs, &at.key("offices"), |slug, at| visit(Node::OfficeRef(slug), at));
}

fn phones<'m>(numbers: &'m [String], at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    each(numbers, at, |number, at| visit(Node::Phone(number), at));
}

fn notes<'m>(texts: &'m [Text], at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    each(texts, &at.key("notes"), |note, at| visit(Node::Markdown(note), at));
}

fn bases<'m>(bases: &'m [Basis], at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    each(bases, &at.key("basis"), |basis, at| {
        visit(Node::Basis(basis), at);
        optional_plain(&basis.as_printed, &at.key("as_printed"), visit);
        optional_markdown(&basis.note, &at.key("note"), visit);
    });
}

fn source<'m>(source: &'m Source, at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    let at = &at.key("source");
    visit(Node::Source(source), at);
    optional_plain(&source.row, &at.key("row"), visit);
    optional_markdown(&source.note, &at.key("note"), visit);
}

fn optional_text<'m>(text: &'m Option<Text>, at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    if let Some(text) = text {
        visit(Node::Text(text), at);
    }
}

fn optional_markdown<'m>(text: &'m Option<Text>, at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    if let Some(text) = text {
        visit(Node::Markdown(text), at);
    }
}

fn optional_plain<'m>(text: &'m Option<String>, at: &Trail<'_>, visit: &mut Visit<'_, 'm>) {
    if let Some(text) = text {
        visit(Node::Plain(text), at);
    }
}
