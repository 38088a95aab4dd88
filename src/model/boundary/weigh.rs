//! The same matter in the lists of two departments in; what the two do not agree on out.

use super::claims::{differ, same_duty, says};
use super::finding::{BoundaryFault, BoundaryFinding};
use super::parties::{Drawn, Party};

/// What two lists do not agree on in the same matter. Of what follows from one thing, that alone is said.
pub(super) fn weigh(one: &Drawn, other: &Drawn) -> Vec<BoundaryFinding> {
    let mut found = Vec::new();
    let mut say = |fault: BoundaryFault, ours: Option<&Party>, theirs: Option<&Party>| {
        found.push(BoundaryFinding {
            ours: one.record,
            fault,
            other: other.record.list,
            theirs: Some(other.record),
            our_part: ours.map(|party| party.record),
            their_part: theirs.map(|party| party.record),
        });
    };
    let both =
        Both { own: [one.of(one.office), other.of(other.office)], of: [one.of(other.office), other.of(one.office)] };
    if both.own.iter().all(Option::is_none) && both.of.iter().all(Option::is_some) {
        say(BoundaryFault::Nobody, both.of[0], both.of[1]);
        return found;
    }
    for party in one.parties.iter().filter(|party| party.is_one() && !other.names(party)) {
        say(BoundaryFault::Missing, Some(party), None);
    }
    for party in other.parties.iter().filter(|party| party.is_one() && !one.names(party)) {
        say(BoundaryFault::Missing, None, Some(party));
    }
    if let Some((fault, ours, theirs)) = leads(one, other).or_else(|| both.duties()) {
        say(fault, Some(ours), Some(theirs));
    }
    found
}

/// A fault, and what each list says.
type Said<'d> = (BoundaryFault, &'d Party, &'d Party);

/// Who leads, where the two lists say so and do not say the same.
fn leads<'d>(one: &'d Drawn, other: &'d Drawn) -> Option<Said<'d>> {
    let leading = |drawn: &'d Drawn| drawn.parties.iter().filter(|party| party.lead == Some(true)).collect::<Vec<_>>();
    let (ours, theirs) = (leading(one), leading(other));
    let (first, second) = (*ours.first()?, *theirs.first()?);
    // Where anybody leads in both lists, they agree as far as that goes.
    if ours.iter().any(|party| theirs.iter().any(|their| party.is(their))) {
        return None;
    }
    let is = |party: &Party, office: usize| party.office == Some(office);
    let fault = if is(first, one.office) && is(second, other.office) {
        BoundaryFault::BothLead
    } else if is(first, other.office) && is(second, one.office) {
        BoundaryFault::EachOther
    } else {
        BoundaryFault::LeadsDiffer
    };
    Some((fault, first, second))
}

/// What each of two lists says of its own department, and what each says of the other's.
struct Both<'d> {
    own: [Option<&'d Party>; 2],
    of: [Option<&'d Party>; 2],
}

impl<'d> Both<'d> {
    /// Duties that both claim, that each gives to the other, or that are not the same in both lists.
    fn duties(&self) -> Option<Said<'d>> {
        let ([own, their_own], [of_them, of_us]) = (self.own, self.of);
        if let (Some(own), Some(theirs)) = (own, their_own)
            && same_duty(&own.claims, &theirs.claims)
        {
            // Where both lists say it of both departments, they share it and agree.
            let shared = |of: Option<&Party>, own: &Party| of.is_some_and(|of| says(&of.claims, &own.claims));
            if !(shared(of_them, own) && shared(of_us, theirs)) {
                return Some((BoundaryFault::SameDuty, own, theirs));
            }
        }
        if let (Some(of_them), Some(of_us)) = (of_them, of_us)
            && same_duty(&of_them.claims, &of_us.claims)
            && ![own, their_own].into_iter().flatten().any(|own| says(&own.claims, &of_us.claims))
        {
            return Some((BoundaryFault::Nobody, of_them, of_us));
        }
        let pairs = [of_them.zip(their_own), own.zip(of_us)];
        let apart = pairs.into_iter().flatten().find(|(ours, theirs)| differ(&ours.claims, &theirs.claims));
        apart.map(|(ours, theirs)| (BoundaryFault::DutiesDiffer, ours, theirs))
    }
}
