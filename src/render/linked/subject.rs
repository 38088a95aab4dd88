//! A page in, what it is about out.

use serde_json::{Value, json};

use crate::model::{ListId, RegionId, ServiceId};
use crate::plan::Target;

use super::super::pen::Pen;
use super::{put, thing};

impl Pen<'_> {
    /// What a page is about; nothing where schema.org has no word for it.
    pub(super) fn subject(&self, target: Target) -> Option<Value> {
        match target {
            Target::List(list) => Some(self.list_data(list)),
            Target::Offices(list) => Some(self.agency_with_offices(list)),
            Target::Service(list, i) => Some(self.service_offered(list, i)),
            Target::Duty(list, _)
            | Target::Matter(list, _)
            | Target::Mechanism(list)
            | Target::Dossier(list)
            | Target::ListChanges(list) => Some(self.agency(list)),
            Target::Law(law) => Some(self.legislation(law)),
            Target::Region(region) => Some(self.place(region, true)),
            Target::Topic(topic) => {
                let topic = &self.model()[topic];
                let mut term = self.named("DefinedTerm", &topic.name);
                term.insert("termCode".into(), topic.slug.as_str().into());
                Some(term.into())
            }
            Target::Department(department) => {
                let department = &self.model()[department];
                let mut term = self.named("DefinedTerm", &department.name);
                term.insert("termCode".into(), department.slug.as_str().into());
                put(&mut term, "description", department.definition.as_ref().map(|text| self.bare(text)));
                Some(term.into())
            }
            Target::Data => Some(self.catalog()),
            Target::Table(table) => Some(self.table_data(table)),
            _ => None,
        }
    }

    /// A region; with what it lies in, if that is wanted.
    pub(super) fn place(&self, region: RegionId, within: bool) -> Value {
        let of = &self.model()[region];
        let mut place = self.named("AdministrativeArea", &of.name);
        let code = json!({"@type": "PropertyValue", "propertyID": "GB/T 2260", "value": of.code});
        place.insert("identifier".into(), code);
        let above = self.shared.graph.regions_above(region).first().copied().filter(|_| within);
        put(&mut place, "containedInPlace", above.map(|above| self.place(above, true)));
        place.into()
    }

    /// A public service: who offers it, where, and whom to call.
    fn service_offered(&self, l: ListId, id: ServiceId) -> Value {
        let list = self.list(l);
        let service = &list[id];
        let mut value = self.named("GovernmentService", &service.name);
        value.insert("description".into(), self.bare(&service.description).into());
        value.insert("provider".into(), self.agency(l));
        let offices = service.offices.iter().filter_map(|slug| list.office(slug));
        put(&mut value, "serviceOperator", super::several(offices.map(|office| self.office_of(l, office)).collect()));
        let region = self.shared.graph.region_of(list);
        put(&mut value, "areaServed", region.map(|region| self.place(region, false)));
        let channels = service.phones.iter().map(|phone| {
            let mut channel = thing("ServiceChannel");
            channel.insert("servicePhone".into(), json!({"@type": "ContactPoint", "telephone": phone}));
            Value::Object(channel)
        });
        put(&mut value, "availableChannel", super::several(channels.collect()));
        value.into()
    }
}
