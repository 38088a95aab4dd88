//! The matters of two departments in; those that are the same out.

use crate::model::Model;
use crate::model::handover::matter_by_id;
use crate::model::record::{Part, RecordRef};

use super::finding::MatchedBy;
use super::parties::Drawn;
use super::plain::{likeness, near};

/// How much of a longer name a shorter one has to have at least.
const ALIKE: f64 = 0.6;

/// How well two matters fit, by their places: 0 where they do not.
type Fit<'f> = &'f dyn Fn(usize, usize) -> f64;

/// The matters of two departments that are the same, by their places in the two.
pub(super) fn pairs(model: &Model, ours: &[&Drawn], theirs: &[&Drawn]) -> Vec<(usize, usize, MatchedBy)> {
    let mut found: Vec<(usize, usize, MatchedBy)> = Vec::new();
    let mut declared = Vec::new();
    for (a, one) in ours.iter().enumerate() {
        for (b, other) in theirs.iter().enumerate() {
            if declares(model, one.record, other.record) || declares(model, other.record, one.record) {
                declared.push((a, b));
            }
        }
    }
    found.extend(declared.iter().map(|(a, b)| (*a, *b, MatchedBy::Declared)));
    let names = |a: usize, b: usize| (ours[a].of(theirs[b].office).is_some(), theirs[b].of(ours[a].office).is_some());
    let fits: [(Fit<'_>, MatchedBy); 3] = [
        (&|a, b| f64::from(names(a, b) != (false, false) && ours[a].folded == theirs[b].folded), MatchedBy::Name),
        (&|a, b| f64::from(names(a, b) != (false, false) && ours[a].plain == theirs[b].plain), MatchedBy::Name),
        (
            &|a, b| {
                let alike = likeness(&ours[a].plain, &theirs[b].plain);
                if names(a, b) == (true, true) && alike >= ALIKE { alike } else { 0.0 }
            },
            MatchedBy::Likeness,
        ),
    ];
    for (fit, by) in fits {
        let free_a: Vec<usize> = (0..ours.len()).filter(|a| !found.iter().any(|(taken, ..)| taken == a)).collect();
        let free_b: Vec<usize> = (0..theirs.len()).filter(|b| !found.iter().any(|(_, taken, _)| taken == b)).collect();
        let best = |a: usize| only(free_b.iter().map(|b| (*b, fit(a, *b))));
        let back = |b: usize| only(free_a.iter().map(|a| (*a, fit(*a, b))));
        for a in &free_a {
            if let Some(b) = best(*a).filter(|b| back(*b) == Some(*a)) {
                found.push((*a, b, by));
            }
        }
    }
    found.sort_unstable();
    found
}

/// The one that fits best, where it fits at all and no other fits as well.
fn only(all: impl Iterator<Item = (usize, f64)>) -> Option<usize> {
    let fitting: Vec<(usize, f64)> = all.filter(|(_, fit)| *fit > 0.0).collect();
    let best = fitting.iter().map(|(_, fit)| *fit).fold(0.0, f64::max);
    let mut best_ones = fitting.iter().filter(|(_, fit)| *fit >= best);
    best_ones.next().filter(|_| best_ones.next().is_none()).map(|(at, _)| *at)
}

fn declares(model: &Model, one: RecordRef, other: RecordRef) -> bool {
    let Part::Matter(id) = one.part else { return false };
    let said = &model[one.list][id].same_as;
    said.iter().any(|said| matter_by_id(model, one.list, said) == Some(other))
}

/// Whether any matter of a department might be the same as one, though it is not plain that it is.
pub(super) fn might_be(one: &Drawn, theirs: &[&Drawn]) -> bool {
    theirs.iter().any(|other| near(&one.plain, &other.plain))
}
