//! No page says what the tables do not carry: every sentence that is put together (that there is no office, no phone, no
//! part; that something is not known; numbers, marks, states of laws, what became of them) is worked out again from the CSV
//! tables, with nothing of the code of the pages, and held against them on every page of every expected site and of the
//! real one. A statement that this does not know is a fault as well.

mod across;
mod answer;
mod counts;
mod facts;
mod hold;
mod marks;
mod page;
mod phones;
mod planted;
mod unknown;
mod words;

use std::collections::BTreeMap;

use super::forms::forms;
use super::sites::{VARIANTS, small};
use crate::support::folder::Tree;
use crate::support::site;

use facts::Facts;
use hold::{Held, With, hold};
use page::Page;
use words::Words;

/// What pages put together and this does not work out again, by the key of its words, and why.
const NOT_WORKED_OUT: [(&str, &str); 12] = [
    // How many more there are than a page shows: how many it shows is decided by the view, not by the tables.
    ("count.more", "what is cut off"),
    ("handling.more", "what is cut off"),
    ("gaps.more", "what is cut off"),
    ("listing.more_owners", "what is cut off"),
    // What became of bodies and hotlines: which of them a list or a number is of is worked out by names and dates.
    ("gone.national", "what became of a body"),
    ("gone.regional", "what became of a body"),
    ("gone.caveat_department", "what became of a body"),
    ("gone.caveat_number", "what became of a body"),
    // Shares of filled cells, which the test of the page of quality counts.
    ("quality.share", "shares"),
    ("quality.register", "shares"),
    // How many mentions in texts there are beside citations: no table has them.
    ("count.namings", "mentions in texts"),
    // The smallest and the largest amount of several penalties of a kind: as a range in words, which is not read again.
    ("count.penalties", "ranges of amounts"),
];

/// A site, ready to be held.
struct Site {
    tree: &'static Tree,
    facts: Facts,
    words: BTreeMap<&'static str, Words>,
}

impl Site {
    fn new(tree: &'static Tree) -> Site {
        let words = ["zh", "en"].map(|lang| (lang, Words::read(lang)));
        Site { tree, facts: Facts::read(tree), words: words.into() }
    }

    /// What a page says, as it is or with other bytes.
    fn hold(&self, path: &str, html: &str) -> Held {
        let page = Page::read(path, html);
        hold(&With { page: &page, facts: &self.facts, words: &self.words[page.lang] })
    }

    fn page(&self, path: &str) -> String {
        String::from_utf8_lossy(&self.tree[path]).into_owned()
    }

    /// Every page in Chinese and English.
    fn pages(&self) -> impl Iterator<Item = (&str, String)> {
        let pages = self.tree.keys().filter(|path| path.ends_with("index.html") && !path.starts_with("de/"));
        pages.map(|path| (path.as_str(), self.page(path)))
    }
}

/// Holds every page of a site; how often each kind of statement was held.
fn all(name: &str, site: &Site) -> BTreeMap<&'static str, usize> {
    let mut count = BTreeMap::new();
    let mut faults = Vec::new();
    for (path, html) in site.pages() {
        let held = site.hold(path, &html);
        for (kind, n) in held.count {
            *count.entry(kind).or_default() += n;
        }
        faults.extend(held.faults.into_iter().map(|fault| format!("{name} {path}: {fault}")));
    }
    let shown = &faults[..faults.len().min(40)];
    assert!(faults.is_empty(), "{} statements that the tables do not carry:\n{}", faults.len(), shown.join("\n"));
    count
}

#[test]
fn the_real_site_says_nothing_that_its_tables_do_not_carry() {
    let count = all("real", &Site::new(site::real()));
    let total: usize = count.values().sum();
    assert!(total > 5000 && count.len() > 15, "{total} statements of {} kinds: {count:?}", count.len());
}

#[test]
fn no_expected_site_says_what_its_tables_do_not_carry() {
    let mut count: BTreeMap<&'static str, usize> = all("minimal", &Site::new(site::of("tests/rules/base", &[])));
    let mut add = |name: &'static str, tree: &'static Tree| {
        for (kind, n) in all(name, &Site::new(tree)) {
            *count.entry(kind).or_default() += n;
        }
    };
    add("forms", forms());
    for name in ["small"].into_iter().chain(VARIANTS.map(|(name, _)| name)) {
        // Without a translation a page shows a text of another language, which is held where it is at home.
        add(name, small(name));
    }
    let total: usize = count.values().sum();
    assert!(total > 1000, "{total} statements: {count:?}");
}

#[test]
fn what_is_not_worked_out_is_said_somewhere() {
    for lang in ["zh", "en"] {
        let words = Words::read(lang);
        assert!(NOT_WORKED_OUT.iter().all(|(key, why)| !words.say(key).is_empty() && !why.is_empty()));
    }
}
