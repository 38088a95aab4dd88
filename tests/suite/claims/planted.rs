//! False statements planted into pages of the real site: each is found.

use crate::support::site;

use super::Site;

/// A false statement: where, the words that stand there, and what is put in their place.
type Plant = (&'static str, &'static str, &'static str);

const PLANTED: [Plant; 0] = [];

#[test]
fn planted_false_statements_are_found() {
    let site = Site::new(site::real());
    let mut missed = Vec::new();
    for (path, from, to) in PLANTED {
        let html = site.page(path);
        if !html.contains(from) {
            missed.push(format!("{path} does not say {from}"));
            continue;
        }
        let mutated = html.replacen(from, to, 1);
        let (before, after) = (site.hold(path, &html).faults.len(), site.hold(path, &mutated).faults.len());
        if before > 0 || after == 0 {
            missed.push(format!("{path}: {to} in the place of {from}"));
        }
    }
    assert!(missed.is_empty(), "{} of {}:\n{}", missed.len(), PLANTED.len(), missed.join("\n"));
    assert!(PLANTED.len() >= 30);
}
