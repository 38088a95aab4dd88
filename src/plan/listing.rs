//! The lists of a site in; every record of a kind, list by list in the order of the regions, spread over pages, out.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::{Id, List, ListId, Part, PenaltyId, PhoneKind, Position, RegimeId, ServiceId};

/// Up to how many rows a page of a listing has.
const ROWS_ON_A_PAGE: usize = 60;

/// What a listing has all of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Listing {
    /// Main duties.
    Duties,
    /// Boundary matters.
    Boundaries,
    /// Public services.
    Services,
    /// Supervision regimes.
    Regimes,
    /// What regimes let follow for whom breaks a rule.
    Penalties,
    /// Phones.
    Phones,
}

impl Listing {
    /// Every listing, in the order of the pages.
    pub const ALL: [Listing; 6] = [
        Listing::Duties,
        Listing::Boundaries,
        Listing::Services,
        Listing::Regimes,
        Listing::Penalties,
        Listing::Phones,
    ];

    /// The word for it in addresses and among the strings.
    pub fn as_str(self) -> &'static str {
        match self {
            Listing::Duties => "duties",
            Listing::Boundaries => "boundaries",
            Listing::Services => "services",
            Listing::Regimes => "regimes",
            Listing::Penalties => "fines",
            Listing::Phones => "phones",
        }
    }

    /// How many rows a list has in it.
    pub fn rows(self, list: &List) -> usize {
        match self {
            Listing::Duties => list.duties.len(),
            Listing::Boundaries => list.boundaries.len(),
            Listing::Services => list.services.len(),
            Listing::Regimes => list.regimes.len(),
            Listing::Penalties => list.regimes.iter().map(|regime| regime.penalties.len()).sum(),
            Listing::Phones => printed_phones(list).len(),
        }
    }
}

/// The penalties of a list, regime by regime.
pub fn penalties_of(list: &List) -> Vec<(RegimeId, PenaltyId)> {
    let of = |id: RegimeId| (0..list[id].penalties.len()).map(move |at| (id, PenaltyId::new(at)));
    RegimeId::all(list).flat_map(of).collect()
}

/// A number that a list prints, and everything that it is printed for, in the order of the list.
#[derive(Debug)]
pub struct PrintedPhone<'m> {
    /// The number as printed.
    pub number: &'m str,
    /// The extension to ask for.
    pub extension: Option<&'m str>,
    /// Whose it is, and what for where the paper says it.
    pub of: Vec<(PhoneOwner<'m>, Option<PhoneKind>)>,
}

/// Whose a printed phone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneOwner<'m> {
    /// The agency as a whole.
    Agency,
    /// Another body of the list.
    Body(&'m Id),
    /// A record of the list: an office, a service, an item or a regime.
    Record(Part),
}

/// The numbers of a list, each once.
pub fn printed_phones(list: &List) -> Vec<PrintedPhone<'_>> {
    let mut found: Vec<PrintedPhone<'_>> = Vec::new();
    let mut places = HashMap::new();
    let mut add = |number, extension, owner, kind| {
        let at = *places.entry((number, extension)).or_insert(found.len());
        if at == found.len() {
            found.push(PrintedPhone { number, extension, of: Vec::new() });
        }
        found[at].of.push((owner, kind));
    };
    list.phones.iter().for_each(|number| add(number.as_str(), None, PhoneOwner::Agency, None));
    for (at, office) in list.offices.iter().enumerate() {
        let owner = PhoneOwner::Record(Part::Office(Position::new(at)));
        office.phones.iter().for_each(|number| add(number, None, owner, None));
    }
    for body in &list.bodies {
        for phone in &body.phones {
            add(&phone.number, phone.extension.as_deref(), PhoneOwner::Body(&body.slug), phone.kind);
        }
    }
    for (id, service) in ServiceId::each(list) {
        let owner = PhoneOwner::Record(Part::Service(id));
        service.phones.iter().for_each(|number| add(number, None, owner, None));
    }
    for (id, regime) in RegimeId::each(list) {
        for phone in &regime.phones {
            add(&phone.number, phone.extension.as_deref(), PhoneOwner::Record(Part::Regime(id)), phone.kind);
        }
    }
    for (at, item) in list.items.iter().enumerate() {
        for phone in &item.phones {
            let owner = PhoneOwner::Record(Part::Item(Position::new(at)));
            add(&phone.number, phone.extension.as_deref(), owner, phone.kind);
        }
    }
    found
}

/// Where the rows of a listing are.
#[derive(Debug, Default, Hash)]
pub struct Listed {
    /// Lists that have any, in the order of the pages.
    lists: Vec<ListId>,
    /// For each, how many rows there are up to it and with it.
    ends: Vec<usize>,
}

impl Listed {
    /// The rows of a listing, for lists in the order of the pages.
    pub fn new(lists: &[ListId], list: impl Fn(ListId) -> usize) -> Listed {
        let mut listed = Listed::default();
        for id in lists {
            let rows = list(*id);
            if rows > 0 {
                listed.lists.push(*id);
                listed.ends.push(listed.rows() + rows);
            }
        }
        listed
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.ends.last().copied().unwrap_or_default()
    }

    /// How many pages they take.
    pub fn pages(&self) -> usize {
        self.rows().div_ceil(ROWS_ON_A_PAGE)
    }

    /// The lists on a page, counted from 0, each with which of its rows stand there.
    pub fn on(&self, page: usize) -> Vec<(ListId, Range<usize>)> {
        let (start, end) = (page * ROWS_ON_A_PAGE, ((page + 1) * ROWS_ON_A_PAGE).min(self.rows()));
        let first = self.ends.partition_point(|end| *end <= start);
        let begins = |at: usize| at.checked_sub(1).map_or(0, |before| self.ends[before]);
        let here = (first..self.lists.len()).take_while(|at| begins(*at) < end);
        here.map(|at| {
            let begin = begins(at);
            (self.lists[at], start.max(begin) - begin..end.min(self.ends[at]) - begin)
        })
        .collect()
    }

    /// The lists, each with the pages on which it stands.
    pub fn lists(&self) -> impl Iterator<Item = (ListId, Range<usize>)> {
        let begins = [0].into_iter().chain(self.ends.iter().copied());
        let ranges = begins.zip(&self.ends).map(|(begin, end)| begin / ROWS_ON_A_PAGE..(end - 1) / ROWS_ON_A_PAGE + 1);
        self.lists.iter().copied().zip(ranges)
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{ListId, Position};

    use super::{Listed, ROWS_ON_A_PAGE};

    #[test]
    fn every_row_stands_on_one_page() {
        let sizes = [0, 1, 59, 60, 61, 0, 200, 3];
        let lists: Vec<ListId> = (0..sizes.len()).map(ListId::new).collect();
        let listed = Listed::new(&lists, |list| sizes[list.get()]);
        let mut seen = vec![Vec::new(); sizes.len()];
        for page in 0..listed.pages() {
            let here = listed.on(page);
            let rows: usize = here.iter().map(|(_, rows)| rows.len()).sum();
            assert!(rows == ROWS_ON_A_PAGE || page + 1 == listed.pages(), "page {page} has {rows}");
            for (list, rows) in here {
                assert!(listed.lists().any(|(one, pages)| one == list && pages.contains(&page)));
                seen[list.get()].extend(rows);
            }
        }
        for (rows, size) in seen.iter().zip(sizes) {
            assert_eq!(*rows, (0..size).collect::<Vec<_>>());
        }
        assert_eq!(Listed::default().pages(), 0);
    }
}
