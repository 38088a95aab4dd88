//! A page, or an office or a body of the mechanism on one, in; what the search knows of it out.

use crate::link::Graph;
use crate::model::walk::{Node, walk_owner};
use crate::model::{Item, Lang, Owner, Part, RecordRef, RegionId, Text, TopicId};
use crate::plan::{Plan, Target};

use super::contacts::{Callers, Contact, offices_named};

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchSubject {
    /// A page that shows one record.
    Page(Target),
    /// A record on the page of several: an office, a body of the accountability mechanism.
    Part(RecordRef),
}

/// What the search knows of a subject in one language.
#[derive(Debug, Default)]
pub struct Entry {
    /// Address from the root of the site, with an anchor where there is one.
    pub path: String,
    /// Agency or region it belongs to; empty for what belongs to none.
    pub place: String,
    /// Whom to call about it.
    pub contacts: Vec<Contact>,
    /// What took the place of the body that it is of, since when, and the region where that holds for one alone; empty where
    /// nothing is registered.
    pub gone: Vec<String>,
    /// Of a topic, lists that have something under it and are not among the contacts.
    pub more: usize,
    /// Whether it is a record of a list, and not the list itself or an entry of a register.
    pub is_record: bool,
    /// Its topics.
    pub topics: Vec<TopicId>,
    /// Its region.
    pub region: Option<RegionId>,
    /// Texts that name it, one a line: its title, which heads the result, other names, everyday words.
    pub names: String,
    /// Everything else it says, one text a line.
    pub body: String,
    /// The same in Chinese, where that is another language.
    pub chinese: String,
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
            SearchSubject::Page(target) => (owner(target), target, String::new()),
            SearchSubject::Part(record) => (Some(Owner::Record(record)), Target::of(record), record.anchor(model)),
        };
        let callers = Callers { graph, lang: self.lang };
        let mut entry = Entry { path: self.address(target, &anchor), ..Entry::default() };
        if let Some(owner) = owner {
            self.gather(&mut entry, owner);
        }
        match owner {
            Some(Owner::Record(record)) => {
                let list = record.list(model);
                entry.gone = self.gone(record);
                entry.region = graph.region_of(list);
                entry.contacts = callers.contacts(record);
                entry.is_record = record.part != Part::List;
                if entry.is_record {
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
                (entry.contacts, entry.more) = callers.contacts_by_region(topic);
            }
            Some(Owner::Region(region)) => entry.region = Some(region),
            _ => {}
        }
        entry
    }

    /// What a walk tells of an owner: its names, and the rest of what it says.
    fn gather(&self, entry: &mut Entry, owner: Owner) {
        let model = self.graph.model;
        let mut body = String::new();
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
                _ if is_list => {}
                _ => {
                    let text = node.text().map(|text| text.best(self.lang).1).or(node.string());
                    text.into_iter().for_each(|text| line(&mut body, text));
                    if self.lang != Lang::ZH
                        && let Some(text) = node.text()
                    {
                        line(&mut entry.chinese, text.best(Lang::ZH).1);
                    }
                }
            }
        });
        if let Owner::Record(record) = owner {
            let list = record.list(model);
            if let Part::Item(item) = record.part {
                coded(entry, &list[item], self.lang);
            }
            if !matches!(record.part, Part::List | Part::Office(_)) {
                // Who looks for an office finds what it answers for.
                let offices = offices_named(self.graph, list, record);
                offices.into_iter().for_each(|office| line(&mut body, office.name.best(self.lang).1));
            }
            if is_list {
                list.notes.iter().for_each(|note| line(&mut body, note.best(self.lang).1));
            }
        }
        // What stands among the names is found there.
        let names: Vec<&str> = entry.names.lines().collect();
        for text in body.lines().filter(|text| !names.contains(text)) {
            entry.body.push_str(text);
            entry.body.push('\n');
        }
    }

    /// The address of a place, from the root of the site.
    fn address(&self, target: Target, anchor: &str) -> String {
        let plan = self.plan;
        let known = plan.base.is_known();
        let path = if known { plan.path_in(target, self.lang) } else { plan.file(target, self.lang) };
        if anchor.is_empty() { path } else { format!("{path}#{anchor}") }
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
