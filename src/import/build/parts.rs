//! What was read in; the documents of the list with their parts, its region and its id out.

use crate::import::record::Read;
use crate::model::{DocumentPart, Formerly, Id, Level, Model, Region, SourceDocument, Text};

use super::names::{Slugs, reading};
use super::place::Place;

/// A township has a region of its own below its county.
pub fn township(place: &mut Place, agency: Option<&str>, model: &Model) -> Option<Region> {
    let agency = agency.filter(|_| place.level == Level::County)?;
    let name = place.names.iter().find_map(|above| agency.strip_prefix(above.as_str())).unwrap_or(agency);
    let name = name.trim_end_matches("人民政府").trim_end_matches("办事处");
    let is_township = name.ends_with(['镇', '乡']) || name.ends_with("街道");
    if !is_township || name.chars().count() > 10 {
        return None;
    }
    let mut slugs = Slugs::besides(model.regions.iter().map(|region| region.slug.to_string()));
    let region = Region {
        code: None,
        slug: slugs.free(&reading(name)),
        formerly: Formerly::default(),
        name: Text::zh(name),
        level: Level::Township,
        parent: Some(place.region.clone()),
        area_code: None,
        area_code_source: None,
    };
    place.names.insert(0, name.to_owned());
    place.region = region.slug.clone();
    place.level = Level::Township;
    Some(region)
}

/// An id for the list: the region and the kind of department, else the reading of the agency.
pub fn list_id(place: &Place, department: Option<&Id>, agency: &str, model: &Model) -> String {
    let slug = model.regions.iter().find(|region| region.slug == place.region).map(|region| region.slug.to_string());
    let name = place.names.first().map(String::as_str).unwrap_or_default();
    let short =
        ["省", "市", "县", "区", "镇", "乡", "街道"].iter().find_map(|unit| name.strip_suffix(unit)).unwrap_or(name);
    let region = slug.unwrap_or_else(|| reading(short));
    let own = match department {
        Some(department) => format!("{region}-{department}"),
        None if place.level == Level::Township => region,
        None => reading(agency),
    };
    Slugs::besides(model.lists.iter().map(|list| list.id.to_string())).free(&own).to_string()
}

/// The documents of a list.
pub struct Parts {
    /// Documents with their parts.
    pub documents: Vec<SourceDocument>,
    /// For each part that was read, its document and itself.
    pub ids: Vec<(Id, Id)>,
}

/// The documents and their parts.
pub fn parts(read: &Read, sources: &[String]) -> Parts {
    let mut documents: Vec<SourceDocument> = Vec::new();
    let mut ids = Vec::new();
    for (file, name) in sources.iter().enumerate() {
        let id = Id::new(&if sources.len() > 1 { format!("file-{}", file + 1) } else { "paper".to_owned() });
        documents.push(SourceDocument {
            id,
            title: Text::zh(stem(name)),
            file: Some(name.clone()),
            url: None,
            parts: Vec::new(),
        });
    }
    for part in &read.parts {
        let Some(document) = documents.get_mut(part.file) else { continue };
        let id = Id::new(&format!("part-{}", document.parts.len() + 1));
        let title =
            if part.title.is_empty() { stem(document.file.as_deref().unwrap_or_default()) } else { &part.title };
        document.parts.push(DocumentPart { id: id.clone(), title: Text::zh(title) });
        ids.push((document.id.clone(), id));
    }
    for document in documents.iter_mut().filter(|document| document.parts.is_empty()) {
        document.parts.push(DocumentPart { id: Id::new("part-1"), title: document.title.clone() });
    }
    Parts { documents, ids }
}

/// The name of a file without its ending.
pub fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
