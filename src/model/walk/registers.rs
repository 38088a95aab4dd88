//! The site file and the registers in; their texts met.

use crate::diag::Trail;
use crate::model::agency::{Agency, AgencyEvent};
use crate::model::ids::{AgencyId, DepartmentId, LawId, RegionId, ReorganisationId, TopicId};
use crate::model::law::{Law, LawEvent};
use crate::model::record::Owner;
use crate::model::registers::{Department, Region, Topic, TopicSubject, Words};
use crate::model::release::Release;
use crate::model::reorganisation::Reorganisation;
use crate::model::site::Site;

use super::node::{Node, Setting, Visit};
use super::steps::{aliases, each, label, note, plain, prose};

/// Walks the texts of the site file.
pub fn walk_site<'m>(site: &'m Site, visit: &mut Visit<'_, 'm>) {
    let root = &Setting::new(Owner::Site, Trail::Root);
    visit(Node::Name(&site.title), &root.key("title"));
    visit(Node::Label(&site.description), &root.key("description"));
    visit(Node::Label(&site.licence.name), &root.key("licence").key("name"));
    visit(Node::Label(&site.publisher.name), &root.key("publisher").key("name"));
    each(&site.releases, &root.key("releases"), |Release { version, date: _, changes, doi }, at| {
        visit(Node::Plain(version), &at.key("version"));
        visit(Node::Label(changes), &at.key("changes"));
        plain(doi, &at.key("doi"), visit);
    });
    if let Some(security) = &site.security {
        let at = &root.key("security");
        each(&security.contact, &at.key("contact"), |contact, at| visit(Node::Plain(contact), at));
        plain(&security.policy, &at.key("policy"), visit);
    }
    if let Some(official) = &site.official {
        let at = &root.key("official");
        label(&official.site_name, &at.key("site_name"), visit);
        visit(Node::Plain(&official.domain), &at.key("domain"));
        visit(Node::Plain(&official.id_code), &at.key("id_code"));
        plain(&official.icp, &at.key("icp"), visit);
        plain(&official.public_security, &at.key("public_security"), visit);
        label(&official.organizer, &at.key("organizer"), visit);
        label(&official.sponsor, &at.key("sponsor"), visit);
        label(&official.address, &at.key("address"), visit);
        plain(&official.report_errors, &at.key("report_errors"), visit);
        if let Some(badge) = &official.badge {
            visit(Node::Plain(&badge.image), &at.key("badge").key("image"));
            visit(Node::Plain(&badge.url), &at.key("badge").key("url"));
        }
    }
}

/// Walks a region.
pub fn walk_region<'m>(region: &'m Region, id: RegionId, trail: Trail<'_>, visit: &mut Visit<'_, 'm>) {
    let Region { code, slug: _, formerly: _, name, level: _, parent: _, area_code, area_code_source } = region;
    let at = &Setting::new(Owner::Region(id), trail);
    plain(code, &at.key("code"), visit);
    visit(Node::Name(name), &at.key("name"));
    plain(area_code, &at.key("area_code"), visit);
    plain(area_code_source, &at.key("area_code_source"), visit);
}

/// Walks a kind of department.
pub fn walk_department<'m>(department: &'m Department, id: DepartmentId, trail: Trail<'_>, visit: &mut Visit<'_, 'm>) {
    let Department { slug: _, name, definition, aliases: names } = department;
    let at = &Setting::new(Owner::Department(id), trail);
    visit(Node::Name(name), &at.key("name"));
    prose(definition, &at.key("definition"), visit);
    aliases(names, &at.key("aliases"), visit);
}

/// Walks a topic.
pub fn walk_topic<'m>(topic: &'m Topic, id: TopicId, trail: Trail<'_>, visit: &mut Visit<'_, 'm>) {
    let Topic { slug: _, name, definition, code, broader: _, words: Words { zh, pinyin, en }, subjects } = topic;
    let at = &Setting::new(Owner::Topic(id), trail);
    visit(Node::Name(name), &at.key("name"));
    visit(Node::Note(definition), &at.key("definition"));
    plain(code, &at.key("code"), visit);
    let words = &at.key("words");
    aliases(zh, &words.key("zh"), visit);
    aliases(pinyin, &words.key("pinyin"), visit);
    aliases(en, &words.key("en"), visit);
    each(subjects, &at.key("subjects"), |TopicSubject { id: _, name, of: _, words }, at| {
        visit(Node::Label(name), &at.key("name"));
        each(words, &at.key("words"), |word, at| visit(Node::Plain(word), at));
    });
}

/// Walks a law.
pub fn walk_law<'m>(law: &'m Law, id: LawId, trail: Trail<'_>, visit: &mut Visit<'_, 'm>) {
    let Law {
        id: _,
        title,
        short_titles,
        aliases: forms,
        kind: _,
        issuer,
        document_number,
        adopted: _,
        effective: _,
        amendments,
        status: _,
        as_of: _,
        replaced_by: _,
        source,
        source_url,
        official_url,
    } = law;
    let at = &Setting::new(Owner::Law(id), trail);
    visit(Node::Name(title), &at.key("title"));
    each(short_titles, &at.key("short_titles"), |title, at| visit(Node::Label(title), at));
    aliases(forms, &at.key("aliases"), visit);
    label(issuer, &at.key("issuer"), visit);
    plain(document_number, &at.key("document_number"), visit);
    each(amendments, &at.key("amendments"), |LawEvent { date: _, kind: _, number, note: remark, url }, at| {
        plain(number, &at.key("number"), visit);
        note(remark, &at.key("note"), visit);
        plain(url, &at.key("url"), visit);
    });
    visit(Node::Prose(source), &at.key("source"));
    plain(source_url, &at.key("source_url"), visit);
    plain(official_url, &at.key("official_url"), visit);
}

/// Walks a body or a hotline.
pub fn walk_agency<'m>(agency: &'m Agency, id: AgencyId, trail: Trail<'_>, visit: &mut Visit<'_, 'm>) {
    let Agency {
        id: _,
        name,
        kind: _,
        aliases: names,
        number,
        region: _,
        departments,
        local_names,
        note: remark,
        events,
    } = agency;
    let at = &Setting::new(Owner::Agency(id), trail);
    visit(Node::Name(name), &at.key("name"));
    aliases(names, &at.key("aliases"), visit);
    plain(number, &at.key("number"), visit);
    each(departments, &at.key("departments"), |slug, at| visit(Node::DepartmentRef(slug), at));
    each(local_names, &at.key("local_names"), |name, at| visit(Node::Plain(name), at));
    note(remark, &at.key("note"), visit);
    each(events, &at.key("events"), |event, at| {
        let AgencyEvent { date: _, kind: _, successors: _, number, note: remark, source, url, confidence: _ } = event;
        plain(number, &at.key("number"), visit);
        note(remark, &at.key("note"), visit);
        visit(Node::Prose(source), &at.key("source"));
        plain(url, &at.key("url"), visit);
    });
}

/// Walks a reorganisation.
pub fn walk_reorganisation<'m>(
    value: &'m Reorganisation,
    id: ReorganisationId,
    trail: Trail<'_>,
    visit: &mut Visit<'_, 'm>,
) {
    let Reorganisation { date: _, title, list: _, from: _, to: _, records: _, source, url } = value;
    let at = &Setting::new(Owner::Reorganisation(id), trail);
    visit(Node::Label(title), &at.key("title"));
    visit(Node::Label(source), &at.key("source"));
    plain(url, &at.key("url"), visit);
}
