//! A page, or an office on one, in; what the search knows of it out.

use crate::link::Graph;
use crate::model::walk::{Node, walk_owner};
use crate::model::{
    Duty, Id, Item, Lang, List, ListId, OfficeId, Owner, Part, RecordRef, RegionId, Text, TopicId, dial,
};
use crate::plan::{Plan, Target};

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchSubject {
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
    /// Offices that answer for it: the name, which may be empty, and its phones, each with the address to dial behind a
    /// tab.
    pub offices: Vec<Vec<String>>,
    /// What took the place of the body that it is of, since when, and the region where that holds for one alone; empty where
    /// nothing is registered.
    pub gone: Vec<String>,
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
    pub fn entry(&self, subject: SearchSubject) -> Entry {
        let graph = self.graph;
        let model = graph.model;
        let (owner, target, anchor) = match subject {
            SearchSubject::Page(target) => (owner(target), target, None),
            SearchSubject::Office(list, o) => {
                let record = RecordRef { list, part: Part::Office(o) };
                (Some(Owner::Record(record)), Target::of(record), Some(&model[list][o].slug))
            }
        };
        let mut entry = Entry { path: self.address(target, anchor), ..Entry::default() };
        if let Some(owner) = owner {
            self.gather(&mut entry, owner);
        }
        match owner {
            Some(Owner::Record(record)) => {
                let list = record.list(model);
                entry.gone = self.gone(record);
                entry.region = graph.region_of(list);
                if record.part != Part::List {
                    entry.place = list.agency.best(self.lang).1.to_owned();
                }
                match record.part {
                    Part::Office(o) => {
                        graph.names_office[record.list][o].iter().for_each(|by| self.topics(&mut entry, *by))
                    }
                    _ => self.topics(&mut entry, record),
                }
            }
            Some(Owner::Topic(topic)) => {
                entry.topics = vec![topic];
                self.answers_for(&mut entry, topic);
            }
            Some(Owner::Region(region)) => entry.region = Some(region),
            _ => {}
        }
        entry
    }

    /// What a walk tells of an owner: its names, the rest of what it says, and who answers for it.
    fn gather(&self, entry: &mut Entry, owner: Owner) {
        let model = self.graph.model;
        let mut body = String::new();
        let mut offices: Vec<&Id> = Vec::new();
        let mut phones: Vec<String> = Vec::new();
        if let Owner::Law(law) = owner {
            // The short title heads the result.
            self.named(entry, model[law].short());
        }
        // The papers, offices and records of a list are found by themselves.
        let is_list = matches!(owner, Owner::Record(record) if record.part == Part::List);
        walk_owner(model, owner, &mut |node, at| {
            let own = at.owner == owner;
            match node {
                Node::Name(name) if own => self.named(entry, name),
                Node::Alias(name) if own => line(&mut entry.names, name),
                Node::OfficeRef(slug) => offices.push(slug),
                _ if is_list => {}
                _ => {
                    let text = node.text().map(|text| text.best(self.lang).1).or(node.string());
                    text.into_iter().for_each(|text| line(&mut body, text));
                }
            }
            if let Node::Phone(phone) = node
                && own
            {
                phones.push(phone.to_owned());
            }
        });
        if let Owner::Record(record) = owner {
            let list = record.list(model);
            if let Part::Item(item) = record.part {
                coded(entry, &list[item], self.lang);
            }
            if is_list {
                list.notes.iter().for_each(|note| line(&mut body, note.best(self.lang).1));
            }
            self.handled(entry, list, &offices, &phones);
        }
        // What stands among the names is found there.
        let names: Vec<&str> = entry.names.lines().collect();
        for text in body.lines().filter(|text| !names.contains(text)) {
            entry.body.push_str(text);
            entry.body.push('\n');
        }
    }

    /// The address of a place, from the root of the site.
    fn address(&self, target: Target, anchor: Option<&Id>) -> String {
        let plan = self.plan;
        let known = plan.base.is_known();
        let path = if known { plan.path_in(target, self.lang) } else { plan.file(target, self.lang) };
        anchor.map_or(path.clone(), |anchor| format!("{path}#{anchor}"))
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

    /// The first offices that a record names, with their phones; else the phones of the record, else of the list.
    fn handled(&self, entry: &mut Entry, list: &List, slugs: &[&Id], phones: &[String]) {
        let mut seen: Vec<&Id> = Vec::new();
        for slug in slugs {
            if seen.len() < 3 && !seen.contains(slug) {
                seen.push(slug);
                entry.offices.extend(self.contact(list, slug, phones));
            }
        }
        if entry.offices.is_empty() {
            let phones = if phones.is_empty() { &list.phones } else { phones };
            entry.offices = unnamed(phones.iter().map(|phone| self.dialled(list, phone)));
        }
    }

    fn contact(&self, list: &List, slug: &Id, phones: &[String]) -> Option<Vec<String>> {
        let office = list.offices.iter().find(|office| office.slug == *slug)?;
        let phones = [phones, &office.phones, &list.phones].into_iter().find(|phones| !phones.is_empty());
        let name = office.name.best(self.lang).1.to_owned();
        let phones = phones.into_iter().flatten().map(|phone| self.dialled(list, phone));
        Some(std::iter::once(name).chain(phones).collect())
    }

    /// What took the place of the body whose list it is, else of the hotline that the record prints; and since when.
    fn gone(&self, record: RecordRef) -> Vec<String> {
        let model = self.graph.model;
        let concerns = self.graph.concerns_of_list(record.list);
        let of = |part: Part| concerns.iter().find(|concern| concern.record.part == part);
        let Some(concern) = of(Part::List).or_else(|| of(record.part)) else { return Vec::new() };
        let successor = self.graph.successors_of(concern.agency).next();
        let Some((successor, event)) = successor.zip(model[concern.agency].end()) else { return Vec::new() };
        let date = event.date.map_or_else(String::new, |date| date.to_string());
        let mut told = vec![model[successor].name.best(self.lang).1.to_owned(), date];
        // Of a region alone, which is no rule for the country.
        told.extend(model[concern.agency].region.as_ref().map(ToString::to_string));
        told
    }

    /// A phone as printed; behind a tab, the address that dials it, where it can be one number.
    fn dialled(&self, list: &List, phone: &str) -> String {
        match dial(phone, None, self.graph.area_code(list)) {
            Some(dial) => format!("{phone}\t{}", dial.uri),
            None => phone.to_owned(),
        }
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

/// An item is found by its code and its type of power as well.
fn coded(entry: &mut Entry, item: &Item, lang: Lang) {
    item.code.iter().for_each(|code| line(&mut entry.names, code));
    item.type_as_printed.iter().for_each(|word| line(&mut entry.names, word));
    if let Some(power_type) = item.power_type {
        let [zh, en] = power_type.words();
        line(&mut entry.names, zh);
        if lang == Lang::EN {
            line(&mut entry.names, en);
        }
    }
}

/// Whose texts a page is found by.
fn owner(target: Target) -> Option<Owner> {
    Some(match target {
        Target::Law(i) => Owner::Law(i),
        Target::Topic(i) => Owner::Topic(i),
        Target::Department(i) => Owner::Department(i),
        Target::Region(i) => Owner::Region(i),
        Target::Agency(i) => Owner::Agency(i),
        Target::List(list) => Owner::Record(RecordRef { list, part: Part::List }),
        _ => Owner::Record(target.record()?),
    })
}

/// Phones of no office in particular.
fn unnamed(phones: impl ExactSizeIterator<Item = String>) -> Vec<Vec<String>> {
    if phones.len() == 0 {
        return Vec::new();
    }
    vec![std::iter::once(String::new()).chain(phones).collect()]
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
