//! The headings over items that were read in; the sections of the list out.

use std::collections::{BTreeSet, HashMap};

use crate::import::record::{Read, Section as Printed};
use crate::model::{Id, Lang, Section, Text};

use super::items::Item;
use super::names::{Slugs, reading};

/// The headings over items as sections of the list.
pub struct Sections {
    /// Sections in the order of the document.
    pub list: Vec<Section>,
    /// Ids by the heading that was read.
    pub by_heading: HashMap<usize, Id>,
    by_title: HashMap<String, Id>,
    slugs: Slugs,
}

impl Sections {
    /// The headings that items stand under, and those above them.
    pub fn new(read: &Read, items: &[Item]) -> Sections {
        let mut used: BTreeSet<usize> = items.iter().filter_map(|item| item.section).collect();
        for at in used.clone() {
            let mut above = read.sections[at].above;
            while let Some(at) = above {
                used.insert(at);
                above = read.sections[at].above;
            }
        }
        let mut sections = Sections {
            list: Vec::new(),
            by_heading: HashMap::new(),
            by_title: HashMap::new(),
            slugs: Slugs::default(),
        };
        for at in used {
            sections.enter(at, &read.sections[at]);
        }
        sections
    }

    fn enter(&mut self, at: usize, printed: &Printed) {
        let heading = &printed.heading;
        let above = printed.above.and_then(|above| self.by_heading.get(&above).cloned());
        let wanted = match (heading.power_type, heading.role) {
            (Some(power_type), _) => power_type.as_str().to_owned(),
            (None, Some(role)) => role.as_str().to_owned(),
            (None, None) => reading(&heading.title),
        };
        let wanted = match &above {
            Some(above) if heading.power_type.is_none() && heading.role.is_none() => format!("{above}-{wanted}"),
            _ => wanted,
        };
        let id = self.slugs.free(&wanted);
        let type_as_printed =
            heading.power_type.filter(|kind| kind.words()[0] != heading.title).map(|_| heading.title.clone());
        self.list.push(Section {
            number: heading.number.clone(),
            title: Text::zh(&heading.title),
            part_of: above,
            count: heading.count,
            role: heading.role,
            power_type: heading.power_type,
            type_as_printed,
            ..empty(id.clone())
        });
        self.by_heading.insert(at, id);
    }

    /// The section that a column names.
    pub fn titled(&mut self, title: &str) -> Id {
        if let Some(id) = self.by_title.get(title) {
            return id.clone();
        }
        let id = self.slugs.free(&reading(title));
        self.list.push(Section { title: Text::zh(title), ..empty(id.clone()) });
        self.by_title.insert(title.to_owned(), id.clone());
        id
    }

    /// A count that is not that of the rows becomes a remark; what it says and what there is.
    pub fn settle_counts(&mut self, items: &[Item]) -> Vec<(String, u32, u32)> {
        let mut wrong = Vec::new();
        let below: Vec<(Id, Option<Id>)> =
            self.list.iter().map(|section| (section.id.clone(), section.part_of.clone())).collect();
        for section in &mut self.list {
            let Some(count) = section.count else { continue };
            let within = |at: usize| {
                let mut id = self.by_heading.get(&at).cloned();
                while let Some(own) = id {
                    if own == section.id {
                        return true;
                    }
                    id = below.iter().find(|(one, _)| *one == own).and_then(|(_, above)| above.clone());
                }
                false
            };
            let is_item = |item: &&Item| !item.cells.contains_key("sub_item");
            let wholes: BTreeSet<&str> = items
                .iter()
                .filter(|item| item.cells.contains_key("sub_item") && item.section.is_some_and(within))
                .filter_map(|item| item.cells.get("name").map(String::as_str))
                .collect();
            let found =
                items.iter().filter(is_item).filter(|item| item.section.is_some_and(within)).count() + wholes.len();
            if found as u32 != count {
                let title = section.title.get(Lang::ZH).unwrap_or_default().to_owned();
                section.note = Some(Text::zh(&format!("原文标明共{count}项")));
                section.count = None;
                wrong.push((title, count, found as u32));
            }
        }
        wrong
    }
}

fn empty(id: Id) -> Section {
    Section {
        id,
        number: None,
        title: Text::default(),
        part_of: None,
        count: None,
        role: None,
        power_type: None,
        type_as_printed: None,
        topics: Vec::new(),
        offices: Vec::new(),
        body: None,
        procedure: None,
        accounts: Vec::new(),
        part: None,
        note: None,
    }
}
