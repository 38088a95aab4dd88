//! A page, or an office on one, in; what the search knows of it out.

use std::collections::HashSet;

use crate::diag::Trail;
use crate::link::{Graph, Part, RecordRef};
use crate::model::walk::walk_topic;
use crate::model::walk::{
    Node, walk_department, walk_duty, walk_law, walk_matter, walk_regime, walk_region, walk_service,
};
use crate::model::{Duty, Id, Lang, List, ListId, OfficeId, RegionId, Text, TopicId};
use crate::plan::{Plan, Target};

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A page that shows one record.
    Page(Target),
    /// An office of a list.
    Office(ListId, OfficeId),
}

/// What the search knows of a subject in one language.
#[derive(Debug, Default)]
pub struct Entry {
    /// Address from the root of the site, with an anchor where there is one.
    pub path: String,
    /// Agency or region it belongs to; empty for what belongs to none.
    pub place: String,
    /// Offices that answer for it: the name, which may be empty, and its phones.
    pub offices: Vec<Vec<String>>,
    /// Its topics.
    pub topics: Vec<TopicId>,
    /// Its region.
    pub region: Option<RegionId>,
    /// Texts that name it, one a line: its title, which heads the result, other names, everyday words.
    pub names: String,
    /// Everything else it says, one text a line.
    pub body: String,
}

/// Gathers entries in one language.
pub struct Gather<'a> {
    /// The graph.
    pub graph: &'a Graph<'a>,
    /// The plan.
    pub plan: &'a Plan<'a>,
    /// The language.
    pub lang: Lang,
}

impl Gather<'_> {
    /// The entry of a subject.
    pub fn entry(&self, subject: Subject) -> Entry {
        let model = self.graph.model;
        let root = &Trail::Root;
        let mut entry = Entry::default();
        let (target, anchor, list) = match subject {
            Subject::Page(target) => (target, None, target.record().map(|record| record.list)),
            Subject::Office(l, o) => {
                let slug = &model[l][o].slug;
                (Target::Offices(l), Some(slug), Some(l))
            }
        };
        entry.path = self.address(target, anchor);
        let lang = self.lang;
        let mut body = String::new();
        let mut take = |node: Node<'_>, _: &Trail<'_>| match node {
            Node::Text(text) | Node::Markdown(text) => line(&mut body, text.best(lang).1),
            Node::Plain(text) | Node::Phone(text) => line(&mut body, text),
            _ => {}
        };
        match subject {
            Subject::Office(l, o) => self.office(&mut entry, l, o),
            Subject::Page(Target::Duty(l, i)) => {
                let duty = &model[l][i];
                walk_duty(duty, root, &mut take);
                self.named(&mut entry, &duty.name);
                let items = duty.work_items.iter().flat_map(|item| &item.offices);
                self.handled(&mut entry, l, duty.offices.iter().chain(items), &[]);
            }
            Subject::Page(Target::Matter(l, i)) => {
                let matter = &model[l][i];
                walk_matter(matter, root, &mut take);
                self.named(&mut entry, &matter.name);
                self.handled(&mut entry, l, std::iter::empty(), &[]);
            }
            Subject::Page(Target::Service(l, i)) => {
                let service = &model[l][i];
                walk_service(service, root, &mut take);
                self.named(&mut entry, &service.name);
                self.handled(&mut entry, l, service.offices.iter(), &service.phones);
            }
            Subject::Page(Target::Regime(l, i)) => {
                let regime = &model[l][i];
                walk_regime(regime, root, &mut take);
                self.named(&mut entry, &regime.title);
                self.handled(&mut entry, l, regime.offices.iter(), &[]);
            }
            Subject::Page(Target::Law(i)) => {
                let law = &model[i];
                walk_law(law, root, &mut take);
                self.named(&mut entry, law.short());
                self.named(&mut entry, &law.title);
                law.aliases.iter().for_each(|alias| line(&mut entry.names, alias));
            }
            Subject::Page(Target::Topic(i)) => {
                let topic = &model[i];
                walk_topic(topic, root, &mut take);
                self.named(&mut entry, &topic.name);
                let words = topic.words.zh.iter().chain(&topic.words.pinyin).chain(&topic.words.en);
                words.for_each(|word| line(&mut entry.names, word));
                entry.topics = vec![i];
                self.answers_for(&mut entry, i);
            }
            Subject::Page(Target::Department(i)) => {
                let department = &model[i];
                walk_department(department, root, &mut take);
                self.named(&mut entry, &department.name);
                department.aliases.iter().for_each(|alias| line(&mut entry.names, alias));
            }
            Subject::Page(Target::Region(i)) => {
                let region = &model[i];
                walk_region(region, root, &mut take);
                self.named(&mut entry, &region.name);
                entry.region = Some(i);
            }
            Subject::Page(Target::List(l)) => {
                let list = &model[l];
                self.named(&mut entry, &list.agency);
                self.named(&mut entry, &list.title);
                list.notes.iter().for_each(|note| line(&mut entry.body, note.best(lang).1));
                entry.region = self.graph.region_of(list);
                entry.offices = unnamed(&list.phones);
            }
            Subject::Page(_) => {}
        }
        // What stands among the names is found there.
        let names: HashSet<&str> = entry.names.lines().collect();
        for text in body.lines().filter(|text| !names.contains(text)) {
            entry.body.push_str(text);
            entry.body.push('\n');
        }
        if let Some(l) = list {
            let list = &model[l];
            entry.place = list.agency.best(lang).1.to_owned();
            entry.region = self.graph.region_of(list);
        }
        if let Subject::Page(target) = subject
            && let Some(record) = target.record()
        {
            self.topics(&mut entry, record);
        }
        entry
    }

    /// The address of a place, from the root of the site.
    fn address(&self, target: Target, anchor: Option<&Id>) -> String {
        let plan = self.plan;
        let known = plan.base.is_known();
        let path = if known { plan.path_in(target, self.lang) } else { plan.file(target, self.lang) };
        anchor.map_or(path.clone(), |anchor| format!("{path}#{anchor}"))
    }

    fn office(&self, entry: &mut Entry, l: ListId, o: OfficeId) {
        let list = &self.graph.model[l];
        let office = &list[o];
        self.named(entry, &office.name);
        office.aliases.iter().for_each(|alias| line(&mut entry.names, alias));
        office.phones.iter().for_each(|phone| line(&mut entry.body, phone));
        if let Some(note) = &office.note {
            line(&mut entry.body, note.best(self.lang).1);
        }
        entry.offices = unnamed(if office.phones.is_empty() { &list.phones } else { &office.phones });
        for record in &self.graph.names_office[l][o] {
            self.topics(entry, *record);
        }
    }

    fn topics(&self, entry: &mut Entry, record: RecordRef) {
        for topic in record.topics(self.graph.model).iter().filter_map(|slug| self.graph.topic(slug)) {
            if !entry.topics.contains(&topic) {
                entry.topics.push(topic);
            }
        }
    }

    /// A name in the language of the entry and in Chinese.
    fn named(&self, entry: &mut Entry, name: &Text) {
        line(&mut entry.names, name.best(self.lang).1);
        if self.lang != Lang::ZH {
            line(&mut entry.names, name.best(Lang::ZH).1);
        }
    }

    /// The first offices that a record names, with their phones; else the phones of the list.
    fn handled<'o>(&self, entry: &mut Entry, l: ListId, slugs: impl Iterator<Item = &'o Id>, phones: &[String]) {
        let list = &self.graph.model[l];
        let mut seen: Vec<&Id> = Vec::new();
        for slug in slugs {
            if seen.len() < 3 && !seen.contains(&slug) {
                seen.push(slug);
                entry.offices.extend(self.contact(list, slug, phones));
            }
        }
        if entry.offices.is_empty() {
            entry.offices = unnamed(if phones.is_empty() { &list.phones } else { phones });
        }
    }

    fn contact(&self, list: &List, slug: &Id, phones: &[String]) -> Option<Vec<String>> {
        let office = list.offices.iter().find(|office| office.slug == *slug)?;
        let phones = [phones, &office.phones, &list.phones].into_iter().find(|phones| !phones.is_empty());
        let name = office.name.best(self.lang).1.to_owned();
        Some(std::iter::once(name).chain(phones.into_iter().flatten().cloned()).collect())
    }

    /// The offices that the duties of a topic name, one for each of the first lists.
    fn answers_for(&self, entry: &mut Entry, topic: TopicId) {
        let model = self.graph.model;
        let duties = self.graph.under_topic[topic].iter().filter_map(|record| match record.part {
            Part::Duty(i) => Some((record.list, &model[record.list][i])),
            _ => None,
        });
        // Of a list, the duty that is most of all about the topic comes first.
        let slug = &model[topic].slug;
        let mut duties: Vec<(ListId, &Duty)> = duties.collect();
        duties.sort_by_key(|(l, duty)| (*l, duty.topics.iter().position(|one| one == slug), duty.topics.len()));
        let mut lists: Vec<ListId> = Vec::new();
        for (l, duty) in duties {
            let list = &model[l];
            let mut slugs = duty.offices.iter().chain(duty.work_items.iter().flat_map(|item| &item.offices));
            if lists.len() < 6
                && !lists.contains(&l)
                && let Some(mut contact) = slugs.next().and_then(|slug| self.contact(list, slug, &[]))
            {
                lists.push(l);
                let region = self.graph.region_of(list).map_or("", |region| model[region].name.best(self.lang).1);
                contact[0] = format!("{region} {}", contact[0]);
                entry.offices.push(contact);
            }
        }
    }
}

/// Phones of no office in particular.
fn unnamed(phones: &[String]) -> Vec<Vec<String>> {
    if phones.is_empty() {
        return Vec::new();
    }
    vec![std::iter::once(String::new()).chain(phones.iter().cloned()).collect()]
}

/// Adds a text as a line, its white space made single spaces.
fn line(into: &mut String, text: &str) {
    for (index, word) in text.split_whitespace().enumerate() {
        if index > 0 {
            into.push(' ');
        }
        into.push_str(word);
    }
    into.push('\n');
}
