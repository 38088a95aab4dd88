//! A page in, what it is about out.

use serde_json::{Value, json};

use crate::model::{ListId, ServiceId};
use crate::plan::Target;

use super::super::page::Page;
use super::catalogue::{catalog, list_data, table_data};
use super::law::legislation;
use super::office::{agency, agency_with_offices, office_of};
use super::place::administrative_area;
use super::terms::{address, named, put, several, thing};

/// What a page is about; nothing where schema.org has no word for it.
pub(super) fn subject(page: &Page<'_>, target: Target) -> Option<Value> {
    match target {
        Target::List(list) => Some(list_data(page, list)),
        Target::Offices(list) => Some(agency_with_offices(page, list)),
        Target::Service(list, i) => Some(service_offered(page, list, i)),
        Target::Duty(list, _)
        | Target::Item(list, _)
        | Target::Items(list, ..)
        | Target::Common(list)
        | Target::Handovers(list)
        | Target::Matter(list, _)
        | Target::Mechanism(list)
        | Target::Dossier(list)
        | Target::Tabular(list)
        | Target::ListChanges(list) => Some(agency(page, list)),
        Target::Law(law) => Some(legislation(page, law)),
        Target::Region(region) | Target::Below(region, _) => Some(administrative_area(page, region, true)),
        Target::Topic(topic) => {
            let topic = &page.model()[topic];
            let mut term = named(page, "DefinedTerm", &topic.name);
            term.insert("termCode".into(), topic.slug.as_str().into());
            Some(term.into())
        }
        Target::Department(department) => {
            let department = &page.model()[department];
            let mut term = named(page, "DefinedTerm", &department.name);
            term.insert("termCode".into(), department.slug.as_str().into());
            put(&mut term, "description", department.definition.as_ref().map(|text| page.bare(text)));
            Some(term.into())
        }
        Target::Agency(agency) => {
            let mut value = named(page, "GovernmentOrganization", &page.model()[agency].name);
            value.insert("url".into(), address(page, target, "").into());
            Some(value.into())
        }
        Target::Data => Some(catalog(page)),
        Target::Table(table) => Some(table_data(page, table)),
        _ => None,
    }
}

/// A public service: who offers it, where, and whom to call.
fn service_offered(page: &Page<'_>, l: ListId, id: ServiceId) -> Value {
    let list = page.list(l);
    let service = &list[id];
    let mut value = named(page, "GovernmentService", &service.name);
    value.insert("description".into(), page.bare(&service.description).into());
    value.insert("provider".into(), agency(page, l));
    let offices = service.offices.iter().filter_map(|slug| list.office(slug));
    put(&mut value, "serviceOperator", several(offices.map(|office| office_of(page, l, office)).collect()));
    let region = page.shared.graph.region_of(list);
    put(&mut value, "areaServed", region.map(|region| administrative_area(page, region, false)));
    let channels = service.phones.iter().map(|phone| {
        let mut channel = thing("ServiceChannel");
        channel.insert("servicePhone".into(), json!({"@type": "ContactPoint", "telephone": phone}));
        Value::Object(channel)
    });
    put(&mut value, "availableChannel", several(channels.collect()));
    value.into()
}
