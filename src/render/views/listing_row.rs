//! A list and which of its records of a kind in; the rows of a listing out.

use std::ops::Range;

use serde::Serialize;

use crate::model::{
    Duty, DutyId, Id, List, ListId, MatterId, Part, PenaltyKind, PhoneKind, Position, RecordRef, RegimeId, ServiceId,
};
use crate::plan::{Listing, PhoneOwner, PrintedPhone, Target, penalties_of, printed_phones};

use super::super::atoms::{LinkView, OfficeView, PhoneView, brief, offices_of_duty};
use super::super::page::Page;
use super::super::text::TextView;
use super::compare::measures;

/// Up to how many of whose a phone is are named.
const OWNERS: usize = 4;

/// A record of a listing.
#[derive(Default, Serialize)]
pub struct ListingRow<'a> {
    /// The record; of a phone nothing, since it has no page.
    link: Option<LinkView<'a>>,
    number: Option<TextView<'a>>,
    offices: Vec<OfficeView<'a>>,
    phones: Vec<PhoneView<'a>>,
    /// Names of departments, or what is inspected how often.
    names: Vec<TextView<'a>>,
    /// Kinds, as words of the filter and for readers.
    kinds: Vec<(&'static str, &'a str)>,
    figure: String,
    /// The largest amount, to sort by.
    pub sum: Option<f64>,
    /// The regime of a penalty, or whose a phone is.
    of: Vec<LinkView<'a>>,
    /// How many more have the phone.
    more: Option<String>,
    topics: Vec<LinkView<'a>>,
    /// Slugs of the topics.
    slugs: Vec<&'a str>,
}

/// The words that a listing can be filtered by.
pub fn kinds<'a>(page: &Page<'a>, listing: Listing) -> Vec<(&'static str, &'a str)> {
    match listing {
        Listing::Penalties => {
            PenaltyKind::ALL.iter().map(|kind| (kind.as_str(), page.t("penalty_kind", kind.as_str()))).collect()
        }
        Listing::Phones => OWNER_KINDS.iter().map(|kind| (*kind, page.t("phone_of", kind))).collect(),
        _ => Vec::new(),
    }
}

/// The rows of a list that a page has.
pub fn rows<'a>(page: &Page<'a>, listing: Listing, l: ListId, range: Range<usize>) -> Vec<ListingRow<'a>> {
    let list = page.list(l);
    match listing {
        Listing::Duties => range.map(|at| duty(page, l, DutyId::new(at))).collect(),
        Listing::Boundaries => range.map(|at| matter(page, l, MatterId::new(at))).collect(),
        Listing::Services => range.map(|at| service(page, l, ServiceId::new(at))).collect(),
        Listing::Regimes => range.map(|at| regime(page, l, RegimeId::new(at))).collect(),
        Listing::Penalties => {
            let these = penalties_of(list).into_iter().skip(range.start).take(range.len());
            these.map(|(regime, at)| penalty(page, l, Part::Penalty(regime, at))).collect()
        }
        Listing::Phones => {
            let these = printed_phones(list).into_iter().skip(range.start).take(range.len());
            these.map(|phone| self::phone(page, l, phone)).collect()
        }
    }
}

fn row<'a>(page: &Page<'a>, record: RecordRef, topics: &'a [Id]) -> ListingRow<'a> {
    ListingRow {
        link: Some(LinkView::to(page, Target::of(record))),
        number: record.number(page.model()).map(|number| page.printed(number)),
        topics: LinkView::topics(page, topics),
        slugs: topics.iter().map(Id::as_str).collect(),
        ..ListingRow::default()
    }
}

fn duty<'a>(page: &Page<'a>, list: ListId, id: DutyId) -> ListingRow<'a> {
    let duty: &'a Duty = &page.list(list)[id];
    let offices = offices_of_duty(duty).into_iter().filter_map(|slug| OfficeView::find(page, list, slug));
    ListingRow { offices: offices.collect(), ..row(page, RecordRef { list, part: Part::Duty(id) }, &duty.topics) }
}

fn matter<'a>(page: &Page<'a>, list: ListId, id: MatterId) -> ListingRow<'a> {
    let matter = &page.list(list)[id];
    let names = matter.participants.iter().map(|part| page.text(&part.name)).collect();
    ListingRow { names, ..row(page, RecordRef { list, part: Part::Matter(id) }, &matter.topics) }
}

fn service<'a>(page: &Page<'a>, list: ListId, id: ServiceId) -> ListingRow<'a> {
    let service = &page.list(list)[id];
    let offices = OfficeView::all(page, list, &service.offices);
    let mut phones = PhoneView::all(page, list, &service.phones);
    // A number that stands beside an office already is not told again.
    phones.retain(|phone| offices.iter().all(|office| office.phones.iter().all(|told| told.text != phone.text)));
    ListingRow { offices, phones, ..row(page, RecordRef { list, part: Part::Service(id) }, &service.topics) }
}

fn regime<'a>(page: &Page<'a>, list: ListId, id: RegimeId) -> ListingRow<'a> {
    let regime = &page.list(list)[id];
    let often = |row| page.strings().frequency(row);
    let mut figures: Vec<String> = regime.frequencies.iter().filter_map(often).collect();
    figures.dedup();
    ListingRow {
        names: figures.into_iter().map(TextView::plain).collect(),
        ..row(page, RecordRef { list, part: Part::Regime(id) }, &regime.topics)
    }
}

fn penalty<'a>(page: &Page<'a>, list: ListId, part: Part) -> ListingRow<'a> {
    let record = RecordRef { list, part };
    let of: &'a List = page.list(list);
    let Part::Penalty(regime, at) = part else { return ListingRow::default() };
    let penalty = &of[regime][at];
    let ends = penalty.amount.map(|amount| amount.max.or(amount.min));
    ListingRow {
        link: Some(LinkView::to_record(page, record, brief(page, &penalty.conduct))),
        kinds: vec![(penalty.kind.as_str(), page.t("penalty_kind", penalty.kind.as_str()))],
        figure: measures(page, penalty),
        sum: ends.flatten(),
        of: vec![LinkView::to(page, Target::Regime(list, regime))],
        ..row(page, record.page(), &of[regime].topics)
    }
}

/// Whose a phone may be, or what for, as the filter has it.
const OWNER_KINDS: [&str; 9] =
    ["agency", "office", "body", "service", "regime", "item", "consultation", "supervision", "complaints"];

fn phone<'a>(page: &Page<'a>, list: ListId, phone: PrintedPhone<'a>) -> ListingRow<'a> {
    let mut kinds: Vec<&'static str> = Vec::new();
    let mut of = Vec::new();
    for (owner, purpose) in &phone.of {
        let (kind, link) = match owner {
            PhoneOwner::Agency => ("agency", LinkView::to(page, Target::List(list))),
            PhoneOwner::Body(slug) => {
                let href = page.href(Target::List(list), &format!("body-{slug}"));
                let Some(body) = page.list(list).body(slug) else { continue };
                ("body", LinkView { href, text: page.text(&page.list(list)[body].name) })
            }
            PhoneOwner::Record(part) => {
                let record = RecordRef { list, part: *part };
                let text = page.text(record.title(page.model()));
                (record.part.kind(), LinkView::to_record(page, record, text))
            }
        };
        let purpose = purpose.filter(|purpose| *purpose != PhoneKind::Office).map(PhoneKind::as_str);
        let new = [Some(kind), purpose].into_iter().flatten().filter(|kind| !kinds.contains(kind)).collect::<Vec<_>>();
        kinds.extend(new);
        of.push(link);
    }
    let rest = of.len().saturating_sub(OWNERS);
    of.truncate(OWNERS);
    let n = page.strings().integer(rest as u64);
    ListingRow {
        phones: vec![PhoneView::with_extension(page, list, phone.number, phone.extension)],
        number: phone
            .extension
            .map(|extension| TextView::plain(format!("{} {extension}", page.t("contacts", "extension")))),
        kinds: kinds.into_iter().map(|kind| (kind, page.t("phone_of", kind))).collect(),
        of,
        more: (rest > 0).then(|| page.strings().fill("listing", "more_owners", &[("n", &n)])),
        ..ListingRow::default()
    }
}
