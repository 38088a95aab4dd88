//! The register of bodies in; for a list, which of its records speak of a body or hotline that is gone since, out.

use std::collections::{HashMap, HashSet};

use super::Model;
use super::ids::{AgencyId, ListId};
use super::lang::Lang;
use super::record::{Part, RecordRef};
use super::text::Text;
use super::vocabulary::vocabulary;
use super::walk::{Node, walk_list};

vocabulary!(
    /// Why what became of a body concerns a record.
    Grounds {
        /// It is the rule for all bodies of the kind of department that the record names.
        Department = "department",
        /// The record has the name of the body.
        Name = "name",
        /// The record prints the number of the hotline.
        Number = "number",
    }
);

/// A record that speaks of a body or hotline which is gone, or may be gone, since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Concern {
    /// The body or hotline.
    pub agency: AgencyId,
    /// The record: the list itself for its agency, a participant of a matter, whatever names it.
    pub record: RecordRef,
    /// Why.
    pub grounds: Grounds,
}

/// Finds bodies and hotlines that are gone in lists.
#[derive(Debug)]
pub struct Gone<'m> {
    model: &'m Model,
    by_department: HashMap<&'m str, Vec<AgencyId>>,
    by_name: HashMap<&'m str, AgencyId>,
    numbers: Vec<(&'m str, AgencyId)>,
    parents: HashMap<&'m str, &'m str>,
}

impl<'m> Gone<'m> {
    /// Looks up the bodies of a register that are gone.
    pub fn new(model: &'m Model) -> Gone<'m> {
        let mut gone = Gone {
            model,
            by_department: HashMap::new(),
            by_name: HashMap::new(),
            numbers: Vec::new(),
            parents: model
                .regions
                .iter()
                .filter_map(|region| Some((region.slug.as_str(), region.parent.as_deref()?)))
                .collect(),
        };
        for (id, agency) in AgencyId::each(model).filter(|(_, agency)| agency.end().is_some()) {
            for department in &agency.departments {
                gone.by_department.entry(department).or_default().push(id);
            }
            let names = agency.name.get(Lang::ZH).into_iter().chain(agency.aliases.iter().map(String::as_str));
            for name in names {
                gone.by_name.entry(name).or_insert(id);
            }
            gone.numbers.extend(agency.number.as_deref().map(|number| (number, id)));
        }
        gone
    }

    /// What of a list concerns bodies that are gone, in the order of its records, each body of a record once.
    pub fn in_list(&self, id: ListId) -> Vec<Concern> {
        let list = &self.model[id];
        if self.by_name.is_empty() && self.numbers.is_empty() {
            return Vec::new();
        }
        let date = list.date();
        let holds = |agency: &AgencyId| {
            let agency = &self.model[*agency];
            agency.ended_after(date) && agency.region.as_deref().is_none_or(|region| self.lies_in(&list.region, region))
        };
        let mut found = Vec::new();
        let mut seen: HashSet<(AgencyId, RecordRef)> = HashSet::new();
        let mut add = |agency: AgencyId, record: RecordRef, grounds: Grounds| {
            if holds(&agency) && seen.insert((agency, record)) {
                found.push(Concern { agency, record, grounds });
            }
        };
        // A kind may go by the same slug before and after a reform: of a list without a date the printed name tells.
        let named = |agency: &AgencyId, printed: &Text| {
            let printed = printed.get(Lang::ZH).unwrap_or_default();
            date.is_some() || self.model[*agency].local_names.iter().any(|name| printed.ends_with(name.as_str()))
        };
        let of_kind = |slug: &str, printed: &'m Text| {
            let all = self.by_department.get(slug).into_iter().flatten().copied();
            all.filter(|agency| named(agency, printed)).collect::<Vec<AgencyId>>()
        };
        let record = RecordRef { list: id, part: Part::List };
        // What is said of the bureau itself goes before what is said of its kind.
        if let Some(agency) = list.agency.get(Lang::ZH).and_then(|name| self.by_name.get(name)) {
            add(*agency, record, Grounds::Name);
        }
        if let Some(department) = &list.department {
            of_kind(department, &list.agency).into_iter().for_each(|agency| add(agency, record, Grounds::Department));
        }
        walk_list(list, id, &mut |node, at| {
            let Some(record) = at.record() else { return };
            match node {
                Node::DepartmentRef(slug) => {
                    let Part::Participant(matter, participant) = record.part else { return };
                    let found = of_kind(slug, &list[matter][participant].name);
                    found.into_iter().for_each(|agency| add(agency, record, Grounds::Department));
                }
                Node::Phone(phone) => {
                    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
                    let called = self.numbers.iter().filter(|(number, _)| *number == digits);
                    called.for_each(|(_, agency)| add(*agency, record, Grounds::Number));
                }
                Node::Name(text) => {
                    let name = text.get(Lang::ZH).and_then(|name| self.by_name.get(name));
                    name.into_iter().for_each(|agency| add(*agency, record, Grounds::Name));
                    self.printed(text, &mut |agency| add(agency, record, Grounds::Number));
                }
                Node::Prose(text) => self.printed(text, &mut |agency| add(agency, record, Grounds::Number)),
                _ => {}
            }
        });
        found
    }

    /// Hotlines whose numbers a text prints.
    fn printed(&self, text: &Text, found: &mut dyn FnMut(AgencyId)) {
        let Some(text) = text.get(Lang::ZH) else { return };
        // Most texts print no number at all.
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        for (number, agency) in &self.numbers {
            if prints(text, number) {
                found(*agency);
            }
        }
    }

    /// Whether a region is another, or lies in it.
    fn lies_in(&self, region: &str, other: &str) -> bool {
        let mut here = Some(region);
        let mut passed = 0;
        while let Some(slug) = here.filter(|_| passed <= self.parents.len()) {
            if slug == other {
                return true;
            }
            here = self.parents.get(slug).copied();
            passed += 1;
        }
        false
    }
}

/// Whether a text has a number that is no part of a longer one.
fn prints(text: &str, number: &str) -> bool {
    let is_figure = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(number).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + number.len()..]);
        !is_figure(before.chars().next_back()) && !is_figure(after.chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::prints;

    #[test]
    fn a_number_is_no_part_of_a_longer_one() {
        assert!(prints("受理12365热线的投诉", "12365"));
        assert!(prints("12365", "12365"));
        assert!(!prints("电话0310-7123650", "12365"));
        assert!(!prints("代码9912365", "12365"));
    }
}
