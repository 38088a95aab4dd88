//! Pages of today and addresses that once were published in; where each of these leads on to, and pages that say what became of
//! something, out.

use std::collections::HashMap;

use crate::model::former::{Fate, OldId};
use crate::model::{Owner, Redirect};

use super::layout::Plan;
use super::lead::Lead;
use super::listing::Listing;
use super::target::Target;

/// Indexes that a site has only as long as there is something in them: whoever looked for one is led to the lists.
const INDEXES: [&str; 6] = ["types", "editions", "both-sides", "agencies", "glossary", "codes"];

/// The path of a file of a page, without the slash at its end.
fn of_file(file: &str) -> String {
    file.trim_end_matches("index.html").trim_end_matches('/').to_owned()
}

impl Plan<'_> {
    /// Adds to a plan where old addresses lead, the pages that say what became of something, and the addresses that nothing leads
    /// on from. Every address leads to a page at once, however often what it stood for has moved.
    pub(super) fn lead_on(&mut self) {
        let plan = self;
        let former = plan.former;
        let redirects: HashMap<String, &Redirect> =
            plan.model.site.redirects.iter().map(|redirect| (of_file(&redirect.file()), redirect)).collect();
        for (at, old) in (0..).zip(former.all()) {
            let free = old.has_page() && plan.at(&old.key).is_none() && !redirects.contains_key(&old.key);
            let told = matches!(old.fate, Some(fate) if fate != Fate::Removed) && old.successors.len() != 1;
            if free && told {
                plan.targets.push(Target::Former(at));
                plan.pages.insert(old.key.as_str().into(), Target::Former(at));
            }
        }
        // What a server shows for an address that does not exist stays the last.
        if let Some(last) = plan.targets.iter().position(|target| *target == Target::NotFound) {
            let not_found = plan.targets.remove(last);
            plan.targets.push(not_found);
        }
        let declared = former.all().iter().filter(|old| old.has_page()).map(|old| (None, old.key.as_str()));
        let published = plan.model.addresses.iter().enumerate();
        let published = published.map(|(line, address)| (Some((line, address)), address.path.trim_end_matches('/')));
        let (mut leads, mut lost) = (Vec::new(), Vec::new());
        for (line, key) in published.chain(declared) {
            let is_page = line.is_none_or(|(_, address)| address.is_page());
            let old = former.get(key);
            if !is_page {
                let (Some((line, address)), nothing) = (line, old.is_none_or(|old| old.fate.is_none())) else {
                    continue;
                };
                let unknown = !address.is_well_formed() || crate::model::former::kind_of(key).is_none();
                if unknown || (nothing && old.is_some()) {
                    lost.push(line);
                }
                continue;
            }
            if line.is_some_and(|(_, address)| !address.is_well_formed()) && !key.is_empty() {
                lost.extend(line.map(|(line, _)| line));
                continue;
            }
            if plan.at(key).is_some() {
                continue;
            }
            let lead = match redirects.get(key) {
                Some(redirect) if redirect.is_elsewhere() => Some((redirect.to.clone(), String::new())),
                Some(redirect) => {
                    let (to, anchor) = redirect.to.split_once('#').unwrap_or((&redirect.to, ""));
                    plan.at(to).map(|target| (plan.path(target), anchor.to_owned()))
                }
                None => plan.leads_to(key, old),
            };
            match (lead, line) {
                (Some((to, anchor)), _) => leads.push(Lead { from: format!("{key}/"), to, anchor }),
                // A redirect to no page of a plan leads to a file, which its own check looks at.
                (None, Some((line, _))) if !redirects.contains_key(key) => lost.push(line),
                _ => {}
            }
        }
        leads.sort_by(|a, b| a.from.cmp(&b.from));
        leads.dedup_by(|a, b| a.from == b.from);
        (plan.leads, plan.lost) = (leads, lost);
    }

    /// The page that shows what has an id, and the place on it.
    pub fn page_of(&self, owner: Owner) -> Option<(Target, String)> {
        let whole = |target| Some((target, String::new()));
        match owner {
            Owner::Region(id) => whole(Target::Region(id)),
            Owner::Department(id) => whole(Target::Department(id)),
            Owner::Topic(id) => whole(Target::Topic(id)),
            Owner::Law(id) => whole(Target::Law(id)),
            Owner::Agency(id) => whole(Target::Agency(id)),
            Owner::Record(record) => Some((Target::of(record), record.anchor(self.model))),
            Owner::Site | Owner::Reorganisation(_) => None,
        }
    }

    /// Where an address without a page leads: to what took the place of what it stood for, else to the same below what took
    /// the place of what it stood in, else to the nearest page above.
    fn leads_to(&self, key: &str, old: Option<&OldId>) -> Option<(String, String)> {
        let page = |target| self.path(target);
        if let Some(old) = old {
            if let [(_, owner)] = old.successors[..] {
                return self.page_of(owner).map(|(target, anchor)| (page(target), anchor));
            }
            old.fate?;
        }
        let mut above = key;
        loop {
            // Pages that go on with the same have a number behind the name.
            let unnumbered = above.rsplit_once('-').filter(|(_, number)| number.bytes().all(|b| b.is_ascii_digit()));
            if let Some(target) = unnumbered.and_then(|(first, _)| self.at(first)) {
                return Some((page(target), String::new()));
            }
            if above != key
                && let Some(target) = self.at(above)
            {
                return Some((page(target), String::new()));
            }
            let successor = self.former.get(above).filter(|old| !old.stands).map(|old| &old.successors[..]);
            if let Some([(successor, owner)]) = successor {
                let same = key.strip_prefix(above).and_then(|rest| self.at(&format!("{successor}{rest}")));
                let target = same.or_else(|| self.page_of(*owner).map(|(target, _)| target))?;
                return Some((page(target), String::new()));
            }
            let Some((next, _)) = above.rsplit_once('/') else { break };
            above = next;
        }
        let name = above.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
        let known = INDEXES.contains(&name) || Listing::ALL.iter().any(|listing| listing.as_str() == name);
        known.then(|| (page(Target::Lists), String::new()))
    }
}
