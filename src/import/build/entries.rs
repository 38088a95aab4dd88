//! Names that the list prints in; entries for them in the list and in the registers out.

use crate::import::facts::Facts;
use crate::model::{Body, Coverage, Department, Formerly, Id, List, ListKind, Model, Office, OfficeKind, Text};

use super::names::department;

/// An office of the list.
pub fn office(name: &str, slug: &Id) -> Office {
    Office {
        slug: slug.clone(),
        formerly: Formerly::default(),
        name: Text::zh(name),
        kind: office_kind(name),
        phones: Vec::new(),
        aliases: Vec::new(),
        note: None,
    }
}

fn office_kind(name: &str) -> OfficeKind {
    let ends = ["大队", "中心", "所", "站", "队", "院", "馆", "支队", "学校"];
    if ends.iter().any(|end| name.ends_with(end)) { OfficeKind::AffiliatedInstitution } else { OfficeKind::Office }
}

/// A body of the list that is not its agency.
pub fn body(name: &str, slug: &Id, model: &Model, places: &[String]) -> Body {
    let department = department(model, places, name).map(|kind| kind.slug.clone());
    Body { slug: slug.clone(), name: Text::zh(name), department, phones: Vec::new(), note: None }
}

/// A kind of department that no register has.
pub fn kind_of_department(name: &str, slug: &Id) -> Department {
    Department { slug: slug.clone(), name: Text::zh(name), definition: None, aliases: vec![name.to_owned()] }
}

/// An empty list with what the titles say.
pub fn dated(facts: &Facts) -> List {
    List {
        id: Id::default(),
        formerly: Formerly::default(),
        region: Id::default(),
        kind: ListKind::Other,
        department: None,
        covers: Coverage::Department,
        agency: Text::default(),
        title: Text::default(),
        edition: facts.edition.clone(),
        compiled: facts.compiled,
        published: facts.published,
        valid_from: None,
        valid_until: None,
        status: None,
        trial: facts.trial,
        document_number: facts.document_number.clone(),
        index_number: facts.index_number.clone(),
        issuers: Vec::new(),
        adopted_by: None,
        supersedes: None,
        phones: Vec::new(),
        sources: Vec::new(),
        offices: Vec::new(),
        bodies: Vec::new(),
        empty_parts: Vec::new(),
        not_entered: Vec::new(),
        absent_parts: Vec::new(),
        notes: Vec::new(),
        waivers: Vec::new(),
        code_form: None,
        defaults: None,
        sections: Vec::new(),
        procedures: Vec::new(),
        accounts: Vec::new(),
        items: Vec::new(),
        duties: Vec::new(),
        boundaries: Vec::new(),
        services: Vec::new(),
        regimes: Vec::new(),
        mechanism: Vec::new(),
    }
}
