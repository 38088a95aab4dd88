//! A reading under way: where it stands in the documents, and the fate of every cell, said once.

use std::collections::HashSet;

use super::document::{Doubt, Paragraph};
use super::grid::{Grid, Owner};
use super::head::Table;
use super::line::Heading;
use super::record::{Fate, Part, Read, Section, Traced};

/// A reading under way.
#[derive(Debug)]
pub struct Reading<'r> {
    /// What was read so far.
    pub read: &'r mut Read,
    /// Cells of the sheet that were told their fate.
    told: HashSet<Owner>,
    /// The table that was read last, which another page may go on with.
    pub last_table: Option<Table>,
    /// Cells whose figures a spreadsheet has changed, though the file does not say so.
    pub damaged: HashSet<Owner>,
    /// The heading that rows stand under now.
    section: Option<usize>,
}

impl<'r> Reading<'r> {
    /// A reading that goes on with what was read.
    pub fn new(read: &'r mut Read) -> Reading<'r> {
        Reading { read, told: HashSet::new(), damaged: HashSet::new(), last_table: None, section: None }
    }

    /// Begins a part of the document.
    pub fn begin(&mut self, file: usize, title: &str) {
        self.read.parts.push(Part { file, title: title.to_owned() });
        self.told.clear();
        self.damaged.clear();
    }

    /// What follows stands under no heading.
    pub fn leave_section(&mut self) {
        self.section = None;
    }

    /// The part that is read.
    pub fn part(&self) -> usize {
        self.read.parts.len().saturating_sub(1)
    }

    /// The heading that rows stand under.
    pub fn under(&self) -> Option<usize> {
        self.section
    }

    /// A heading stands over the rows that follow.
    pub fn section(&mut self, heading: Heading) {
        let part = self.part();
        let same =
            |section: &Section| section.heading.title == heading.title && section.heading.number == heading.number;
        // The same heading again, on the next page.
        if let Some(at) = self.section.filter(|at| same(&self.read.sections[*at])) {
            self.section = Some(at);
            return;
        }
        let mut above = self.section;
        while let Some(at) = above {
            let upper = &self.read.sections[at].heading;
            let deeper = heading.depth > upper.depth && upper.depth > 0 && heading.depth > 0;
            let beside = heading.depth == upper.depth && heading.depth > 0;
            if deeper || (upper.role.is_some() && heading.role.is_none() && !beside) {
                break;
            }
            above = self.read.sections[at].above;
        }
        let trace = self.read.trace.len();
        self.read.sections.push(Section { heading, above, part, trace });
        self.section = Some(self.read.sections.len() - 1);
    }

    /// A line counts rows: of the heading that they stand under, or of the list.
    pub fn count(&mut self, text: String) {
        self.read.notes.push(super::clean::one_line(&text));
    }

    /// Says what became of a cell, unless that was said before.
    pub fn cell(&mut self, grid: &Grid<'_>, owner: Owner, fate: Fate) {
        if self.told.insert(owner) {
            let damaged = self.damaged.contains(&owner).then_some(Doubt::Digits);
            let (text, doubt) = grid.cell(owner).map(|cell| (cell.text.clone(), cell.doubt)).unwrap_or_default();
            self.read.trace.push(Traced { place: grid.place(owner), text, fate, doubt: doubt.or(damaged) });
        }
    }

    /// Says something else of a cell.
    pub fn again(&mut self, owner: Owner, fate: Fate, grid: &Grid<'_>) {
        let place = grid.place(owner);
        if let Some(traced) = self.read.trace.iter_mut().rev().find(|traced| traced.place == place) {
            traced.fate = fate;
        }
    }

    /// Whether the fate of a cell is known.
    pub fn is_told(&self, owner: Owner) -> bool {
        self.told.contains(&owner)
    }

    /// Says what became of a paragraph.
    pub fn paragraph(&mut self, paragraph: &Paragraph, fate: Fate) {
        let place = format!("¶{}", paragraph.line);
        self.read.trace.push(Traced { place, text: paragraph.text.clone(), fate, doubt: None });
    }
}
