//! Items of a table in; the same with ids where the table calls records of the list, or topics, by their names.
//!
//! What is neither an id nor a name stays as it is, and the rules report it at its cell.

use crate::model::{Id, Item, List, Text, Topic};

/// Puts ids in the place of names.
pub(super) fn resolve(items: &mut [Item], list: &List, topics: &[Topic]) {
    let List { offices, bodies, sections, procedures, accounts, agency, .. } = list;
    for item in items {
        for id in &mut item.offices {
            put(
                id,
                offices,
                |one| &one.slug,
                |one, name| called(&one.name, name) || one.aliases.iter().any(|a| a == name),
            );
        }
        for id in &mut item.topics {
            put(id, topics, |one| &one.slug, |one, name| called(&one.name, name));
        }
        for id in &mut item.accounts {
            put(id, accounts, |one| &one.id, |one, name| one.name.as_ref().is_some_and(|own| called(own, name)));
        }
        if let Some(id) = &mut item.section {
            put(id, sections, |one| &one.id, |one, name| called(&one.title, name));
        }
        if let Some(id) = &mut item.procedure {
            put(id, procedures, |one| &one.id, |one, name| one.name.as_ref().is_some_and(|own| called(own, name)));
        }
        if let Some(id) = &mut item.body {
            put(id, bodies, |one| &one.slug, |one, name| called(&one.name, name));
        }
        // Papers print the agency itself as the body that exercises its powers.
        item.body = item.body.take().filter(|body| !called(agency, body));
    }
}

fn put<T>(id: &mut Id, all: &[T], own: impl Fn(&T) -> &Id, is: impl Fn(&T, &str) -> bool) {
    if all.iter().any(|one| own(one) == id) {
        return;
    }
    if let Some(found) = all.iter().find(|one| is(one, id)) {
        *id = own(found).clone();
    }
}

fn called(own: &Text, name: &str) -> bool {
    own.forms().any(|(_, form)| form == name)
}

#[cfg(test)]
mod tests {
    use super::resolve;
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
        resolve(&mut items, &list, &[]);
        let [item, other] = &items[..] else { panic!("two items") };
        assert_eq!(item.offices.iter().map(|id| &**id).collect::<Vec<_>>(), ["one", "one", "二科"]);
        let named = [&item.body, &item.section, &item.procedure].map(|id| id.as_deref());
        assert_eq!(named, [Some("school"), Some("party"), Some("all")]);
        assert_eq!((&*item.accounts[0], &other.body), ("penalties", &None));
    }
}
