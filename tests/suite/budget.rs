//! What a page and the style sheet may weigh, held on the lists of this repository.

use crate::support::site;

/// The most an ordinary page may have, in bytes of HTML.
const PAGE: usize = 40_000;

/// The most the style sheet may have, in bytes.
const STYLE: usize = 25_000;

/// Kinds of page that are not ordinary, with what they may have and why.
const EXCEPT: [(&str, usize, &str); 6] = [
    ("dossier", usize::MAX, "a whole list on one page, for print"),
    ("compare", 47_000, "five lists side by side, each figure with what it is of; one topic has sixteen regimes"),
    ("laws", 60_000, "a hundred laws with the state of each, and the picture of those that most lists cite"),
    ("listing", 55_000, "sixty penalties, each with its regime and its topics"),
    (
        "topic",
        45_100,
        "five lists side by side; one topic has nine matters and sixteen regimes, and the policy came to every page",
    ),
    ("regime", 58_000, "the longest of them is 30 kB of text alone, with 51 penalties"),
];

/// The kind of a page, as its body says.
fn kind(page: &str) -> &str {
    let (_, rest) = page.split_once("<body class=\"page-").expect("a body of a kind");
    rest.split('"').next().expect("a kind")
}

#[test]
fn pages_and_style_keep_to_their_budget() {
    let site = site::real();
    let mut over = Vec::new();
    let mut used = [false; EXCEPT.len()];
    for (path, bytes) in site {
        let limit = if path.ends_with(".html") {
            let page = std::str::from_utf8(bytes).expect("UTF-8");
            match EXCEPT.iter().position(|(name, ..)| *name == kind(page)) {
                Some(index) => {
                    used[index] |= bytes.len() > PAGE;
                    EXCEPT[index].1
                }
                None => PAGE,
            }
        } else if path.ends_with(".css") {
            STYLE
        } else {
            continue;
        };
        if bytes.len() > limit {
            over.push(format!("{path}: {} of {limit}", bytes.len()));
        }
    }
    assert!(over.is_empty(), "{} files are too large:\n{}", over.len(), over.join("\n"));
    assert_eq!(site.keys().filter(|path| path.ends_with(".css")).count(), 1, "one style sheet");
    for ((name, ..), used) in EXCEPT.iter().zip(used) {
        assert!(used, "no page of the kind {name} needs its exception any more");
    }
}
