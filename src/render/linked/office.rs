//! A list in, the agency whose list it is and its offices out.

use serde_json::{Map, Value};

use crate::model::{ListId, Office};
use crate::plan::Target;

use super::super::pen::Pen;
use super::{put, several};

impl Pen<'_> {
    /// The agency of a list, with the page of its list.
    pub(super) fn agency(&self, list: ListId) -> Value {
        self.agency_alone(list).into()
    }

    /// The agency of a list with all that is printed of its offices.
    pub(super) fn agency_with_offices(&self, l: ListId) -> Value {
        let list = self.list(l);
        let mut agency = self.agency_alone(l);
        put(&mut agency, "telephone", phones(&list.phones));
        let region = self.shared.graph.region_of(list);
        put(&mut agency, "areaServed", region.map(|region| self.place(region, false)));
        put(&mut agency, "department", several(list.offices.iter().map(|office| self.office_of(l, office)).collect()));
        agency.into()
    }

    /// An office of a list with its phones.
    pub(super) fn office_of(&self, list: ListId, office: &Office) -> Value {
        let mut value = self.named("GovernmentOrganization", &office.name);
        value.insert("url".into(), self.address(Target::Offices(list), &office.slug).into());
        put(&mut value, "telephone", phones(&office.phones));
        value.into()
    }

    fn agency_alone(&self, list: ListId) -> Map<String, Value> {
        let mut agency = self.named("GovernmentOrganization", &self.list(list).agency);
        agency.insert("url".into(), self.address(Target::List(list), "").into());
        agency
    }
}

/// Phones exactly as printed.
fn phones(phones: &[String]) -> Option<Value> {
    several(phones.iter().map(|phone| phone.as_str().into()).collect())
}
