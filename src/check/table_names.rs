//! Items of a table in; the same with ids where the table calls records of the list, or topics, by their names.
//!
//! What is neither an id nor a name stays as it is, and the rules report it at its cell.

use crate::diag::{Place, Sink, Trail};
use crate::model::{Id, Item, List, Text, Topic};

use super::rules::ambiguous_name;

/// Where the items of a table stand, and where their faults go.
pub(super) struct Cells<'a> {
    /// The position of the first in the list.
    pub start: usize,
    /// The place of a value of the list.
    pub place: &'a dyn Fn(&Trail<'_>) -> Place,
    /// Takes the faults.
    pub sink: &'a mut Sink,
}

/// Puts ids in the place of names. A name that several records have is reported, and taken for the first.
pub(super) fn resolve(items: &mut [Item], list: &List, topics: &[Topic], cells: &mut Cells<'_>) {
    let List { offices, bodies, sections, procedures, accounts, agency, .. } = list;
    for (index, item) in items.iter_mut().enumerate() {
        let root = &Trail::Root.key("items");
        let own = &root.index(cells.start + index);
        let mut put = |key: &str, entry: Option<usize>, kind, id: &mut Id, known: Vec<(&Id, bool)>| {
            if known.iter().any(|(have, _)| *have == id) {
                return;
            }
            let called: Vec<&Id> = known.into_iter().filter(|(_, called)| *called).map(|(id, _)| id).collect();
            let Some(first) = called.first() else { return };
            if called.len() > 1 {
                let key = &own.key(key);
                let place = match entry {
                    Some(entry) => (cells.place)(&key.index(entry)),
                    None => (cells.place)(key),
                };
                let ids: Vec<&str> = called.iter().map(|id| id.as_str()).collect();
                cells.sink.push(ambiguous_name::fault(place, id, kind, &ids));
            }
            *id = (*first).clone();
        };
        for (entry, id) in item.offices.iter_mut().enumerate() {
            let known = offices
                .iter()
                .map(|one| (&one.slug, called(&one.name, id) || one.aliases.iter().any(|alias| *alias == **id)));
            let known = known.collect();
            put("offices", Some(entry), ["科室", "offices"], id, known);
        }
        for (entry, id) in item.topics.iter_mut().enumerate() {
            // A topic of the site goes before one of the program with its name.
            let known: Vec<(&Id, bool)> = topics.iter().map(|one| (&one.slug, called(&one.name, id))).collect();
            let mut first = true;
            let known = known.into_iter().map(|(slug, is)| (slug, is && std::mem::take(&mut first))).collect();
            put("topics", Some(entry), ["主题", "topics"], id, known);
        }
        for (entry, id) in item.accounts.iter_mut().enumerate() {
            let known = accounts.iter().map(|one| (&one.id, one.name.as_ref().is_some_and(|own| called(own, id))));
            let known = known.collect();
            put("accounts", Some(entry), ["追责情形", "accounts"], id, known);
        }
        if let Some(id) = &mut item.section {
            let known = sections.iter().map(|one| (&one.id, called(&one.title, id))).collect();
            put("section", None, ["标题", "sections"], id, known);
        }
        if let Some(id) = &mut item.procedure {
            let known = procedures.iter().map(|one| (&one.id, one.name.as_ref().is_some_and(|own| called(own, id))));
            let known = known.collect();
            put("procedure", None, ["程序", "procedures"], id, known);
        }
        if let Some(id) = &mut item.body {
            let known = bodies.iter().map(|one| (&one.slug, called(&one.name, id))).collect();
            put("body", None, ["机关", "bodies"], id, known);
        }
        // Papers print the agency itself as the body that exercises its powers.
        item.body = item.body.take().filter(|body| !called(agency, body));
    }
}

fn called(own: &Text, name: &str) -> bool {
    own.forms().any(|(_, form)| form == name)
}

#[cfg(test)]
mod tests {
    use super::{Cells, resolve};
    use crate::diag::{FileId, Place, Sink};
    use crate::model::{Item, List};

    #[test]
    fn names_become_ids_and_the_agency_needs_none() {
        let list: List = serde_yaml::from_str(
            "{id: a, region: b, agency: 石桥县教育局, title: 乙, sources: [], \
             offices: [{slug: one, name: 一科, kind: office, aliases: [第一科]}], \
             bodies: [{slug: school, name: 县一中}], sections: [{id: party, title: 党的建设}], \
             procedures: [{id: all, name: 通用程序, stages: []}], accounts: [{id: penalties, name: 处罚追责}]}",
        )
        .expect("a list");
        let mut items: Vec<Item> = serde_yaml::from_str(
            "[{name: 甲, offices: [第一科, one, 二科], body: 县一中, section: 党的建设, procedure: 通用程序, accounts: [处罚追责]}, \
             {name: 乙, body: 石桥县教育局}]",
        )
        .expect("items");
        let mut sink = Sink::new();
        let place = |_: &crate::diag::Trail<'_>| Place::file(FileId(0));
        resolve(&mut items, &list, &[], &mut Cells { start: 0, place: &place, sink: &mut sink });
        assert!(sink.found().is_empty());
        let [item, other] = &items[..] else { panic!("two items") };
        assert_eq!(item.offices.iter().map(|id| &**id).collect::<Vec<_>>(), ["one", "one", "二科"]);
        let named = [&item.body, &item.section, &item.procedure].map(|id| id.as_deref());
        assert_eq!(named, [Some("school"), Some("party"), Some("all")]);
        assert_eq!((&*item.accounts[0], &other.body), ("penalties", &None));
    }
}
