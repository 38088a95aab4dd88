//! A region in; the place that it is out.

use serde_json::{Value, json};

use crate::model::RegionId;

use super::super::page::Page;
use super::terms::{named, put};

/// A region; with what it lies in, if that is wanted.
pub(super) fn administrative_area(page: &Page<'_>, region: RegionId, within: bool) -> Value {
    let of = &page.model()[region];
    let mut place = named(page, "AdministrativeArea", &of.name);
    let code = of.code.as_ref();
    let code = code.map(|code| json!({"@type": "PropertyValue", "propertyID": "GB/T 2260", "value": code}));
    put(&mut place, "identifier", code);
    let above = page.shared.graph.regions_above(region).first().copied().filter(|_| within);
    put(&mut place, "containedInPlace", above.map(|above| administrative_area(page, above, true)));
    place.into()
}
