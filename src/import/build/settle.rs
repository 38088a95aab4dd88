//! The cells of an item in; the same with what the list must know of them out.

use crate::model::Id;

use super::items::{Cells, Item};
use super::names_in_cells::split;
use super::records::Maker;
use super::sections::Sections;

/// The cells of an item with what the list must know of them: its section, its offices, its place in the document.
pub fn settle(item: &Item, sections: &mut Sections, maker: &mut Maker<'_>, agency: &str, names: bool) -> Cells {
    let mut cells = item.cells.clone();
    let by_column = cells.get("section").cloned().map(|title| sections.titled(&title));
    let section = by_column.or_else(|| item.section.and_then(|at| sections.by_heading.get(&at).cloned()));
    cells.remove("section");
    cells.extend(section.map(|section| ("section", section.to_string())));
    if let Some(offices) = cells.get("offices").cloned() {
        let each: Vec<(String, Id)> =
            split(&offices).into_iter().map(|name| (name.clone(), maker.offices.of(&name))).collect();
        let plain = |name: &str| !name.contains(['、', '；', ';', '，', ',']);
        let shown = each.iter().map(|(name, id)| if names && plain(name) { name.as_str() } else { id.as_str() });
        cells.insert("offices", shown.collect::<Vec<&str>>().join("、"));
    }
    if let Some(body) = cells.get("body").cloned() {
        if body == agency {
            cells.remove("body");
        } else {
            let id = maker.bodies.of(&body);
            cells.insert("body", if names { body } else { id.to_string() });
        }
    }
    let name = cells.get("sub_item").or(cells.get("name")).cloned().unwrap_or_default();
    let topics = maker.topics.of(&name);
    if !cells.contains_key("topics") && !topics.is_empty() {
        cells.insert("topics", topics.iter().map(|id| id.as_str()).collect::<Vec<&str>>().join("、"));
    }
    let (file, part) = maker.parts.get(item.part).cloned().unwrap_or_default();
    if maker.several_files {
        cells.insert("source_file", file.to_string());
    }
    if maker.parts.len() > 1 {
        cells.insert("source_part", part.to_string());
    }
    cells.insert("source_row", format!("第{}行", item.line));
    cells
}
