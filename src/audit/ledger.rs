//! What the pages declared, kept small enough for a nation: hashes of anchors, and a fault where there is one.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::inspect::inspect;
use super::resolve::{Destination, resolve};
use super::scan::scan;

/// Every address that the site will have.
#[derive(Debug)]
pub struct Addresses {
    /// Files of pages, with the number of each.
    pages: HashMap<String, u32>,
    /// Languages of the pages, by number.
    langs: Vec<u8>,
    /// Files that are no pages.
    files: HashSet<String>,
    /// Path of the site on its host, with a slash at both ends.
    base: String,
}

/// A fault of a page, by the page's number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PageFault {
    /// The link, and how many pages have one to the same nowhere.
    DeadLink(String, u32),
    DeadAnchor(String),
    DuplicateAnchor(String),
    HeadingOrder(Vec<u8>),
}

/// What some of the pages declared. Ledgers of different threads are merged; the order of merging does not matter.
#[derive(Debug, Default)]
pub struct Ledger {
    /// Pages that a page of the same language links to.
    linked: HashSet<u32>,
    /// Anchors that exist, each as a hash of page number and id.
    anchors: Vec<u64>,
    /// Anchors that links want, each with the first page that wants it.
    wanted: HashMap<u64, (u32, String)>,
    /// Addresses that links want and the site does not have, each with the first page that wants it, the link there,
    /// and how many pages want it.
    dead: HashMap<String, (u32, String, u32)>,
    /// Faults found on the way.
    pub(super) faults: Vec<(u32, PageFault)>,
}

/// What pages without faults declared, by numbers alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// Pages that they link to.
    pub linked: Vec<u32>,
    /// Anchors on them.
    pub anchors: Vec<u64>,
    /// Anchors that they want.
    pub wanted: Vec<u64>,
}

impl Addresses {
    /// Takes the files of the pages with the place of each page's language, and the other files.
    pub fn new(pages: Vec<(String, u8)>, files: HashSet<String>, base: &str) -> Addresses {
        let langs = pages.iter().map(|(_, lang)| *lang).collect();
        let pages = pages.into_iter().enumerate().map(|(number, (file, _))| (file, number as u32)).collect();
        Addresses { pages, langs, files, base: base.to_owned() }
    }

    /// Adds every address to a print.
    pub fn print(&self, into: &mut impl Hasher) {
        let mut pages: Vec<_> = self.pages.iter().collect();
        pages.sort_unstable();
        let mut files: Vec<_> = self.files.iter().collect();
        files.sort_unstable();
        (pages, &self.langs, files, &self.base).hash(into);
    }

    /// The path of every page and file from the root of the site, in no order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.pages.keys().chain(&self.files).map(String::as_str)
    }
}

impl Ledger {
    /// Enters the page in `file`, whose number is `number`.
    pub fn enter(&mut self, addresses: &Addresses, number: u32, file: &str, html: &[u8]) {
        let declared = scan(html).unwrap_or_else(|| inspect(html));
        let mut ids: HashSet<&str> = HashSet::with_capacity(declared.ids.len());
        for id in &declared.ids {
            if !ids.insert(id) {
                self.faults.push((number, PageFault::DuplicateAnchor(id.to_string())));
            } else {
                self.anchors.push(hash(number, id));
            }
        }
        if !in_order(&declared.headings) {
            self.faults.push((number, PageFault::HeadingOrder(declared.headings)));
        }
        let mut seen: HashSet<&str> = HashSet::with_capacity(declared.links.len());
        for link in &declared.links {
            if !seen.insert(link) {
                continue;
            }
            match resolve(file, link, &addresses.base) {
                Destination::Elsewhere => {}
                Destination::Outside => self.miss(number, link, link, 1),
                Destination::Site(path, anchor) => self.follow(addresses, number, link, &path, &anchor),
            }
        }
    }

    fn follow(&mut self, addresses: &Addresses, number: u32, link: &str, path: &str, anchor: &str) {
        let Some(to) = addresses.pages.get(path).copied() else {
            if !addresses.files.contains(path) {
                self.miss(number, path, link, 1);
            }
            return;
        };
        if to != number && addresses.langs[to as usize] == addresses.langs[number as usize] {
            self.linked.insert(to);
        }
        if !anchor.is_empty() {
            let first = self.wanted.entry(hash(to, anchor)).or_insert_with(|| (number, link.to_owned()));
            if number < first.0 {
                *first = (number, link.to_owned());
            }
        }
    }

    fn miss(&mut self, number: u32, path: &str, link: &str, pages: u32) {
        let first = self.dead.entry(path.to_owned()).or_insert_with(|| (number, link.to_owned(), 0));
        first.2 += pages;
        if number < first.0 {
            (first.0, first.1) = (number, link.to_owned());
        }
    }

    /// What pages without faults declared, to be entered again without the pages.
    pub fn declared(&self) -> Declared {
        let mut linked: Vec<u32> = self.linked.iter().copied().collect();
        let mut wanted: Vec<u64> = self.wanted.keys().copied().collect();
        linked.sort_unstable();
        wanted.sort_unstable();
        Declared { linked, anchors: self.anchors.clone(), wanted }
    }

    /// Enters pages whose declarations are known. Which link of which page wants an anchor is not known any more: where
    /// one is wanting, that is a fault of the first page of the site, and whoever gets a fault has to enter the pages
    /// themselves.
    pub fn enter_declared(&mut self, declared: &Declared) {
        self.linked.extend(&declared.linked);
        self.anchors.extend(&declared.anchors);
        for key in &declared.wanted {
            self.wanted.entry(*key).or_default();
        }
    }

    /// Joins two ledgers.
    pub fn merge(mut self, other: Ledger) -> Ledger {
        if self.anchors.len() < other.anchors.len() {
            return other.merge(self);
        }
        self.linked.extend(other.linked);
        self.anchors.extend(other.anchors);
        self.faults.extend(other.faults);
        for (path, (number, link, pages)) in other.dead {
            self.miss(number, &path, &link, pages);
        }
        for (key, (number, link)) in other.wanted {
            let first = self.wanted.entry(key).or_insert((number, link.clone()));
            if (number, &link) < (first.0, &first.1) {
                *first = (number, link);
            }
        }
        self
    }

    /// Which of some places on pages, each a page by its number and an id, are not there; in the order given.
    pub(super) fn missing(&self, places: &[(u32, String)]) -> Vec<bool> {
        let mut open: HashSet<u64> = places.iter().map(|(page, anchor)| hash(*page, anchor)).collect();
        for anchor in &self.anchors {
            open.remove(anchor);
        }
        places.iter().map(|(page, anchor)| open.contains(&hash(*page, anchor))).collect()
    }

    /// Every fault by page, the anchors that are wanted and not there among them, in the order of the pages.
    pub(super) fn into_faults(mut self) -> (Vec<(u32, PageFault)>, HashSet<u32>) {
        self.anchors.sort_unstable();
        for (key, (number, link)) in self.wanted {
            if self.anchors.binary_search(&key).is_err() {
                self.faults.push((number, PageFault::DeadAnchor(link)));
            }
        }
        self.faults
            .extend(self.dead.into_values().map(|(number, link, pages)| (number, PageFault::DeadLink(link, pages))));
        self.faults.sort();
        (self.faults, self.linked)
    }
}

/// One first-level heading, before all others, and no level skipped on the way down.
fn in_order(headings: &[u8]) -> bool {
    let single = headings.iter().filter(|level| **level == 1).count() == 1;
    single && headings.first() == Some(&1) && headings.windows(2).all(|pair| pair[1] <= pair[0] + 1)
}

fn hash(page: u32, anchor: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    page.hash(&mut hasher);
    anchor.hash(&mut hasher);
    hasher.finish()
}
