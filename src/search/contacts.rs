//! A record or a topic in; whom to call about it out, each number with whose it is.

use crate::link::Graph;
use crate::model::walk::{Node, walk_owner};
use crate::model::{Id, Lang, List, Office, OfficeKind, Owner, Part, Phone, PhoneKind, RecordRef, TopicId, dial};

/// Offices of a record that are named, at most.
const OFFICES: usize = 3;

/// Lists that the card of a topic tells, at most; how many more there are is said.
const LISTS: usize = 6;

/// Records of a list that are asked for a number, the nearest to the topic first.
const NEAREST: usize = 40;

/// A line of a card: whose numbers these are, the region (of a line of a topic), whose name stands there, the numbers, each
/// with the address that dials it behind a tab.
///
/// Whose they are is `office` or `hotline` (an office's own), `record` (printed with the service, the item or the regime),
/// `consultation`, `supervision`, `complaints` (printed with it for that), `agency` (of the agency as a whole), or `none`
/// where an office is named without a number.
pub type Contact = Vec<String>;

/// Whom to call, in one language.
pub struct Callers<'a> {
    /// The graph.
    pub graph: &'a Graph<'a>,
    /// The language.
    pub lang: Lang,
}

impl Callers<'_> {
    /// Whom to call about a record: the numbers printed with it, those of offices that it names, else the agency's.
    pub fn contacts(&self, record: RecordRef) -> Vec<Contact> {
        let list = record.list(self.graph.model);
        let named = offices_named(self.graph, list, record);
        let mut contacts = self.printed_with(list, record, &named);
        let told: Vec<String> = contacts.iter().flat_map(|contact| contact.iter().skip(3).cloned()).collect();
        for office in named.into_iter().take(OFFICES) {
            // An office whose number is printed with the service is named there.
            if told.is_empty() || office.phones.iter().any(|phone| !told.contains(phone)) {
                contacts.push(self.office(office, record.part));
            }
        }
        if contacts.iter().all(|contact| contact.len() <= 3) {
            contacts.extend(agency(list, list.agency.best(self.lang).1));
        }
        // Lines with a number come first.
        contacts.sort_by_key(|contact| contact.len() <= 3);
        for number in contacts.iter_mut().flat_map(|contact| contact.iter_mut().skip(3)) {
            *number = self.dialled(list, number);
        }
        contacts
    }

    /// A number as printed; behind a tab, the address that dials it, where it can be one number.
    fn dialled(&self, list: &List, number: &str) -> String {
        match dial(number, None, self.graph.area_code(list)) {
            Some(dial) => format!("{number}\t{}", dial.uri),
            None => number.to_owned(),
        }
    }

    /// Whom to call about a topic, for each of the first lists that have anything under it; and how many lists follow.
    pub fn contacts_by_region(&self, topic: TopicId) -> (Vec<Contact>, usize) {
        let records = &self.graph.under_topic[topic];
        let groups = records.chunk_by(|a, b| a.list == b.list);
        let lists = groups.clone().count();
        let shown = groups.take(LISTS).flat_map(|group| self.of_list(topic, group)).collect();
        (shown, lists.saturating_sub(LISTS))
    }

    /// The best contact of one list under a topic: a number of an office or one printed with a record, the nearest first;
    /// else an office without one and the agency's number.
    fn of_list(&self, topic: TopicId, records: &[RecordRef]) -> Vec<Contact> {
        let model = self.graph.model;
        let slug = &model[topic].slug;
        let mut records = records.to_vec();
        records.sort_by_key(|record| {
            let topics = record.topics(model);
            (topics.iter().position(|one| one == slug), topics.len())
        });
        let told: Vec<(RecordRef, Vec<Contact>)> =
            records.iter().take(NEAREST).map(|record| (*record, self.contacts(*record))).collect();
        let all = || told.iter().flat_map(|(record, contacts)| contacts.iter().map(move |contact| (*record, contact)));
        let mut best = match all().find(|(_, contact)| contact.len() > 3 && contact[0] != "agency") {
            Some((record, contact)) => vec![self.named_by(record, contact)],
            None => ["none", "agency"]
                .into_iter()
                .filter_map(|whose| Some(all().find(|(_, contact)| contact[0] == whose)?.1.clone()))
                .collect(),
        };
        let list = records[0].list(model);
        if best.is_empty() {
            best.push(line("none", list.agency.best(self.lang).1, std::iter::empty()));
        }
        let region = self.graph.region_of(list).map_or("", |region| model[region].name.best(self.lang).1);
        best.iter_mut().for_each(|contact| region.clone_into(&mut contact[1]));
        best
    }

    /// A line about a record with the name of the record, where its number was printed for that alone.
    fn named_by(&self, record: RecordRef, contact: &Contact) -> Contact {
        let mut contact = contact.clone();
        if contact[0] != "office" && contact[0] != "hotline" {
            let name = record.title(self.graph.model).best(self.lang).1;
            contact[2] = if contact[2].is_empty() { name.to_owned() } else { format!("{name} · {}", contact[2]) };
        }
        contact
    }

    /// An office with its own numbers.
    fn office(&self, office: &Office, of: Part) -> Contact {
        let whose = match office.kind {
            _ if office.phones.is_empty() => "none",
            OfficeKind::Hotline => "hotline",
            _ => "office",
        };
        // The result of an office is headed by its name already.
        let name = if matches!(of, Part::Office(_)) { "" } else { office.name.best(self.lang).1 };
        line(whose, name, office.phones.iter())
    }

    /// Numbers printed with a service, an item or a regime, by what they are for, with the office that answers.
    fn printed_with(&self, list: &List, record: RecordRef, named: &[&Office]) -> Vec<Contact> {
        let office = named.first().map_or("", |office| office.name.best(self.lang).1);
        let phones: &[Phone] = match record.part {
            Part::Service(i) if list[i].phones.is_empty() => return Vec::new(),
            Part::Service(i) => return vec![line("record", office, list[i].phones.iter())],
            Part::Item(i) => &list[i].phones,
            Part::Regime(i) => &list[i].phones,
            _ => return Vec::new(),
        };
        let mut contacts: Vec<Contact> = Vec::new();
        for phone in phones {
            let whose = match phone.kind {
                Some(PhoneKind::Consultation) => "consultation",
                Some(PhoneKind::Supervision) => "supervision",
                Some(PhoneKind::Complaints) => "complaints",
                _ => "record",
            };
            let name = if whose == "record" { office } else { "" };
            match contacts.iter_mut().find(|contact| contact[0] == whose) {
                Some(contact) => contact.push(phone.number.clone()),
                None => contacts.push(line(whose, name, std::iter::once(&phone.number))),
            }
        }
        contacts
    }
}

/// The offices that a record names, each once, in the order of the record; of an office, itself.
pub fn offices_named<'m>(graph: &Graph<'m>, list: &'m List, record: RecordRef) -> Vec<&'m Office> {
    if let Part::Office(o) = record.part {
        return vec![&list[o]];
    }
    let mut slugs: Vec<&Id> = Vec::new();
    if record.part != Part::List {
        walk_owner(graph.model, Owner::Record(record), &mut |node, _| {
            if let Node::OfficeRef(slug) = node
                && !slugs.contains(&slug)
            {
                slugs.push(slug);
            }
        });
    }
    slugs.into_iter().filter_map(|slug| list.office(slug)).collect()
}

/// The numbers of the agency as a whole, where the list prints any.
fn agency(list: &List, name: &str) -> Option<Contact> {
    (!list.phones.is_empty()).then(|| line("agency", name, list.phones.iter()))
}

fn line<'a>(whose: &str, name: &str, phones: impl Iterator<Item = &'a String>) -> Contact {
    [whose, "", name].into_iter().map(str::to_owned).chain(phones.cloned()).collect()
}
