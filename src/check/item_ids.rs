//! A list in; its items with ids where the file left them out, and sub-items that name the item they are part of by its id.
//!
//! An id stands in an address for ever, so it is never made from a place in the file: from the code, else from the
//! number, else from the name.

use std::collections::HashMap;

use crate::model::{Id, Item, Lang, List};

/// Gives items the ids that their file may leave out.
pub(super) fn fill_in_item_ids(list: &mut List) {
    let items = &mut list.items;
    let mut wholes = wholes(items);
    for (index, whole) in wholes.iter().enumerate() {
        if let Some(whole) = whole {
            inherit_section(items, index, *whole);
        }
    }
    let mut codes: HashMap<String, u32> = HashMap::new();
    for item in items.iter() {
        if let Some(code) = item.code.as_deref().filter(|_| item.id.is_empty()) {
            *codes.entry(of_code(code)).or_default() += 1;
        }
    }
    // Items come before their sub-items, whose ids begin with theirs; a sub-item may stand first in a file.
    let mut made: HashMap<Id, usize> = HashMap::new();
    for sub_items in [false, true] {
        for index in 0..items.len() {
            let item = &items[index];
            if item.part_of.is_some() != sub_items {
                continue;
            }
            // A sub-item may name its item by the id that was made just now.
            let by_id = || made.get(item.part_of.as_deref()?).copied().filter(|at| *at != index);
            wholes[index] = wholes[index].or_else(by_id);
            if item.id.is_empty() {
                let whole = wholes[index].map(|whole| &items[whole].id);
                let id = Id::new(&derived(item, whole, &codes));
                made.entry(id.clone()).or_insert(index);
                items[index].id = id;
            }
        }
    }
    for (index, whole) in wholes.into_iter().enumerate() {
        if let Some(whole) = whole {
            items[index].part_of = Some(items[whole].id.clone());
        }
    }
}

/// For each item, the one that it is part of, by the id, the code, the number or the name that it gives.
fn wholes(items: &[Item]) -> Vec<Option<usize>> {
    if items.iter().all(|item| item.part_of.is_none()) {
        return vec![None; items.len()];
    }
    let mut found: [HashMap<&str, Vec<usize>>; 4] = Default::default();
    for (index, item) in items.iter().enumerate() {
        let outer = |text: &str| item.part_of.is_none() && !text.is_empty();
        let called = [
            Some(item.id.as_str()).filter(|id| !id.is_empty()),
            item.code.as_deref(),
            item.number.as_deref().filter(|number| outer(number)),
            Some(item.name.best(Lang::ZH).1).filter(|name| outer(name)),
        ];
        for (places, name) in found.iter_mut().zip(called) {
            if let Some(name) = name {
                places.entry(name).or_default().push(index);
            }
        }
    }
    let [ids, codes, numbers, names] = found;
    let whole = |(index, item): (usize, &Item)| {
        let name = item.part_of.as_deref()?;
        let any = |places: &HashMap<&str, Vec<usize>>| places.get(name)?.iter().copied().find(|at| *at != index);
        let same_section = |at: &usize| item.section.is_none() || items[*at].section == item.section;
        let beside = |places: &HashMap<&str, Vec<usize>>| places.get(name)?.iter().copied().find(same_section);
        any(&ids).or_else(|| any(&codes)).or_else(|| beside(&numbers)).or_else(|| beside(&names))
    };
    items.iter().enumerate().map(whole).collect()
}

/// A sub-item stands where the item stands.
fn inherit_section(items: &mut [Item], index: usize, whole: usize) {
    if items[index].section.is_none() {
        items[index].section = items[whole].section.clone();
    }
}

fn derived(item: &Item, whole: Option<&Id>, codes: &HashMap<String, u32>) -> String {
    let place = || match (whole, &item.section, item.power_type) {
        (Some(whole), ..) => Some(whole.to_string()),
        (None, Some(section), _) if section.is_well_formed() => Some(section.to_string()),
        // What no section is called is a fault already, and no id.
        (None, Some(section), _) => Some(format!("section-{}", Id::hash(section.bytes()))),
        (None, None, Some(power_type)) => Some(power_type.as_str().to_owned()),
        (None, None, None) => item.role.map(|role| role.as_str().to_owned()),
    };
    let under = |own: String| match place() {
        Some(place) => format!("{place}-{own}"),
        None if own.starts_with(|c: char| c.is_ascii_digit()) => format!("item-{own}"),
        None => own,
    };
    if let Some(code) = item.code.as_deref().map(of_code).filter(|code| !code.is_empty()) {
        return if codes.get(&code).is_some_and(|times| *times > 1) { under(code) } else { code };
    }
    let number = item.number.as_deref().map(Id::of_number).filter(|number| !number.is_empty());
    under(number.unwrap_or_else(|| of_name(item.name.forms().map(|(_, form)| form).next().unwrap_or_default())))
}

/// The letters and digits of a code; what of it is not ASCII stands as a hash of the whole.
fn of_code(code: &str) -> String {
    let mut id = Id::words(code);
    if code.chars().any(|c| !c.is_ascii() && c.is_alphanumeric()) {
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(&hash(code));
    }
    id
}

fn of_name(name: &str) -> String {
    let words = Id::words(name);
    if name.is_ascii() && !words.is_empty() { words } else { format!("n{}", hash(name)) }
}

/// The hash of a text without its blanks.
fn hash(text: &str) -> String {
    Id::hash(text.chars().filter(|c| !c.is_whitespace()).flat_map(|c| (c as u32).to_be_bytes()))
}

#[cfg(test)]
mod tests {
    use super::{fill_in_item_ids, of_code};
    use crate::model::{Id, List};

    fn ids(items: &str) -> Vec<String> {
        let yaml = format!(
            "{{id: a, region: b, agency: 甲, title: 乙, sources: [], sections: [{{id: xk, title: 许可}}], items: [{items}]}}"
        );
        let mut list: List = serde_yaml::from_str(&yaml).expect("a list");
        fill_in_item_ids(&mut list);
        list.items.iter().map(|item| item.id.to_string()).collect()
    }

    #[test]
    fn come_from_code_then_number_then_name() {
        let found = ids(
            "{name: 一, code: 370100-XK-001}, {name: 二, number: '12'}, {name: 三, number: （十二）, section: xk}, \
                         {name: 四, number: '3', type: penalty}, {name: 五}, {name: 六, id: own}",
        );
        assert_eq!(found[..4], ["370100-xk-001", "item-12", "xk-12", "penalty-3"]);
        assert!(found[4].starts_with('n') && found[4].len() == 9, "{}", found[4]);
        assert_eq!(found[5], "own");
    }

    #[test]
    fn do_not_come_from_the_place_in_the_file() {
        let both = ids("{name: 核发许可证}, {name: 吊销许可证}");
        let turned = ids("{name: 吊销许可证}, {name: 核发许可证}");
        assert_eq!((&both[0], &both[1]), (&turned[1], &turned[0]));
    }

    #[test]
    fn of_sub_items_begin_with_those_of_their_items() {
        let found = ids("{name: 甲, number: '1', part_of: XK-9, section: xk}, {name: 总, code: XK-9, section: xk}, \
                         {name: 乙, number: '2', part_of: XK-9}");
        assert_eq!(found, ["xk-9-1", "xk-9", "xk-9-2"]);
    }

    #[test]
    fn of_sub_items_are_found_by_whatever_they_call_their_item() {
        let found = ids(
            "{name: 总, code: XK-9}, {name: 甲, number: '1', part_of: 总}, {name: 乙, number: '2', part_of: xk-9}, \
                         {name: 丙, number: '7', section: xk}, {name: 丁, number: '1', part_of: '7', section: xk}, \
                         {name: 戊, number: '3', part_of: 戊}",
        );
        assert_eq!(found, ["xk-9", "xk-9-1", "xk-9-2", "xk-7", "xk-7-1", "item-3"]);
    }

    #[test]
    fn a_code_printed_twice_is_told_apart_by_its_section() {
        assert_eq!(
            ids("{name: 甲, code: A1, section: xk}, {name: 乙, code: A1, type: penalty}"),
            ["xk-a1", "penalty-a1"]
        );
    }

    #[test]
    fn reads_numbers_as_printed() {
        for (printed, id) in
            [("（三）", "3"), ("二十一", "21"), ("3.2", "3-2"), ("１２", "12"), ("①", "1"), ("第8项", "8"), ("—", "")]
        {
            assert_eq!(Id::of_number(printed), id, "{printed}");
        }
        assert_eq!(of_code("冀A-01"), format!("a-01-{}", super::hash("冀A-01")));
    }
}
