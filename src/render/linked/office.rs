//! A list in, the agency whose list it is and its offices out.

use serde_json::{Map, Value};

use crate::model::{ListId, Office};
use crate::plan::Target;

use super::super::page::Page;
use super::place::administrative_area;
use super::terms::{address, named, put, several};

/// The agency of a list, with the page of its list.
pub(super) fn agency(page: &Page<'_>, list: ListId) -> Value {
    agency_alone(page, list).into()
}

/// The agency of a list with all that is printed of its offices.
pub(super) fn agency_with_offices(page: &Page<'_>, l: ListId) -> Value {
    let list = page.list(l);
    let mut agency = agency_alone(page, l);
    put(&mut agency, "telephone", phones(&list.phones));
    let region = page.shared.graph.region_of(list);
    put(&mut agency, "areaServed", region.map(|region| administrative_area(page, region, false)));
    put(&mut agency, "department", several(list.offices.iter().map(|office| office_of(page, l, office)).collect()));
    agency.into()
}

/// An office of a list with its phones.
pub(super) fn office_of(page: &Page<'_>, list: ListId, office: &Office) -> Value {
    let mut value = named(page, "GovernmentOrganization", &office.name);
    value.insert("url".into(), address(page, Target::Offices(list), &office.slug).into());
    put(&mut value, "telephone", phones(&office.phones));
    value.into()
}

fn agency_alone(page: &Page<'_>, list: ListId) -> Map<String, Value> {
    let mut agency = named(page, "GovernmentOrganization", &page.list(list).agency);
    agency.insert("url".into(), address(page, Target::List(list), "").into());
    agency
}

/// Phones exactly as printed.
fn phones(phones: &[String]) -> Option<Value> {
    several(phones.iter().map(|phone| phone.as_str().into()).collect())
}
