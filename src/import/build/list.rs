//! What was read in, and what the user says beside; the files of a list and its entries in the registers out.

use std::collections::BTreeSet;

use crate::cite::Reader;
use crate::import::facts::{facts, kind_of_rows};
use crate::import::kind::Kind;
use crate::import::record::{Read, Row};
use crate::load::read_items;
use crate::model::{
    Body, Collection, Coverage, Department, Formerly, Id, Item, List, ListKind, Model, Office, Text, Translations,
};
use crate::yaml::{Value, value, write};

use super::bases::unregistered;
use super::entries::{body, dated, kind_of_department, office};
use super::items::{Cells, items};
use super::names::{Slugs, department};
use super::parts::{list_id, parts, stem, township};
use super::place::{NoPlace, of_agency, said as place_said};
use super::records::Maker;
use super::sections::Sections;
use super::settle::settle;
use super::table::table;
use super::topics::Topics;

/// Items that are written as YAML, at most; more are a table.
const MOST_IN_YAML: usize = 30;

/// What the user says of the list. What is not said is taken from the document.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Id of the list.
    pub id: Option<String>,
    /// Region: slug, code or name.
    pub region: Option<String>,
    /// Slug or name of the kind of department.
    pub department: Option<String>,
    /// Name of the agency.
    pub agency: Option<String>,
    /// Title of the list.
    pub title: Option<String>,
    /// Kind of list.
    pub kind: Option<ListKind>,
}

/// The files of a list.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// Id of the list.
    pub id: String,
    /// Title of the list.
    pub title: String,
    /// New files by their path from the content folder.
    pub new: Vec<(String, String)>,
    /// Text for the end of registers by the path of their file.
    pub added: Vec<(String, String)>,
    /// Titles of laws that no register has.
    pub laws: Vec<String>,
    /// Records by collection.
    pub counts: Vec<(Collection, usize)>,
    /// Offices.
    pub offices: usize,
    /// Records under a topic that was suggested.
    pub suggested: usize,
    /// Whether the agency was not found, and the title stands in its place.
    pub agency_unknown: bool,
    /// Whether the site wants every text in other languages as well.
    pub wants_translations: bool,
    /// Headings whose count is another than that of the rows below.
    pub miscounted: Vec<(String, u32, u32)>,
}

/// Makes the files of a list. `law_entries` gives the entries for titles of laws that no register has,
/// which the list of the second name cites.
///
/// # Errors
///
/// Fails where nothing says of which region the list is.
pub fn build(
    read: &Read,
    sources: &[String],
    said: &Said,
    model: &Model,
    reader: &Reader,
    law_entries: &dyn Fn(&[String], &str) -> String,
) -> Result<Files, NoPlace> {
    let filled = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let facts = facts(&read.titles);
    let title = filled(&said.title).or_else(|| facts.title.clone()).or_else(|| read.titles.first().cloned());
    let title = title.or_else(|| sources.first().map(|name| stem(name).to_owned())).unwrap_or_default();
    let title = title.lines().next().unwrap_or_default().to_owned();
    let agency = filled(&said.agency).or_else(|| facts.agency.clone());
    let mut place = match &said.region {
        Some(typed) => place_said(model, typed)?,
        None => of_agency(model, agency.as_deref().unwrap_or(&title))?,
    };
    let own_region = township(&mut place, agency.as_deref(), model);
    let kinds: BTreeSet<Kind> = read.rows.iter().map(|row| row.kind).collect();
    let kinds: Vec<Kind> = kinds.into_iter().collect();
    let is_township = read.sections.iter().any(|section| section.heading.role.is_some())
        || read.rows.iter().any(|row| row.shown("township_part").is_some() || row.shown("role").is_some());
    let kind = said
        .kind
        .or(facts.kind)
        .filter(|kind| fits(*kind, &kinds))
        .unwrap_or_else(|| kind_of_rows(&kinds, is_township));
    let agency_name = agency.clone().unwrap_or_else(|| title.clone());
    let by_word = |typed: &String| {
        model.departments.iter().find(|kind| *kind.slug == **typed).or_else(|| department(model, &place.names, typed))
    };
    let of_agency = || agency.as_deref().and_then(|agency| department(model, &place.names, agency));
    let own_department = match &said.department {
        Some(typed) => by_word(typed).map(|kind| kind.slug.clone()),
        None => of_agency().map(|kind| kind.slug.clone()),
    };
    let id = said.id.clone().unwrap_or_else(|| list_id(&place, own_department.as_ref(), &agency_name, model));

    let parts = parts(read, sources);
    let mut maker = Maker {
        model,
        reader,
        topics: Topics::new(model),
        places: place.names.clone(),
        offices: Slugs::default(),
        bodies: Slugs::default(),
        departments: Slugs::besides(model.departments.iter().map(|kind| kind.slug.to_string())),
        parts: parts.ids,
        several_files: sources.len() > 1,
    };
    let of = |kind: Kind| read.rows.iter().filter(|row| row.kind == kind).collect::<Vec<&Row>>();
    let mut entered = items(&of(Kind::Items));
    let duties = maker.duties(&of(Kind::Duties));
    let boundaries = maker.matters(&of(Kind::Boundaries));
    let services = maker.services(&of(Kind::Services));
    let regimes = maker.regimes(&of(Kind::Regimes));
    only_once(&mut entered);
    let mut sections = Sections::new(read, &entered);
    let with_names = entered.len() > MOST_IN_YAML;
    let mut suggested = 0;
    let cells: Vec<Cells> = entered
        .iter()
        .map(|item| {
            let cells = settle(item, &mut sections, &mut maker, &agency_name, with_names);
            suggested += usize::from(cells.contains_key("topics"));
            cells
        })
        .collect();
    let topics = duties.iter().map(|one| &one.topics).chain(boundaries.iter().map(|one| &one.topics));
    let topics = topics.chain(services.iter().map(|one| &one.topics)).chain(regimes.iter().map(|one| &one.topics));
    suggested += topics.filter(|topics| !topics.is_empty()).count();

    let texts = texts(read);
    let mut laws = Vec::new();
    texts.iter().for_each(|text| unregistered(reader, text, &mut laws));
    let miscounted = sections.settle_counts(&entered);
    let offices: Vec<Office> = maker.offices.names.iter().map(|(name, slug)| office(name, slug)).collect();
    let bodies: Vec<Body> =
        maker.bodies.names.iter().map(|(name, slug)| body(name, slug, model, &place.names)).collect();
    let notes: Vec<Text> = facts.rest.iter().chain(&read.notes).map(|note| Text::zh(&one_paragraph(note))).collect();
    let head = List {
        id: Id::new(&id),
        formerly: Formerly::default(),
        region: place.region.clone(),
        kind,
        department: own_department.or_else(|| said.department.as_ref().map(|typed| maker.departments.of(typed))),
        covers: if bodies.len() > 1 { Coverage::Government } else { Coverage::Department },
        agency: Text::zh(&agency_name),
        title: Text::zh(&title),
        sources: parts.documents,
        offices,
        bodies,
        notes,
        sections: sections.list,
        ..dated(&facts)
    };
    let counts = [
        (Collection::Items, cells.len()),
        (Collection::Duties, duties.len()),
        (Collection::Boundaries, boundaries.len()),
        (Collection::Services, services.len()),
        (Collection::Regimes, regimes.len()),
    ];
    let mut files = Files {
        laws,
        counts: counts.into_iter().filter(|(_, count)| *count > 0).collect(),
        offices: head.offices.len(),
        suggested,
        agency_unknown: agency.is_none(),
        wants_translations: model.languages().len() > 1 && model.site.translations == Translations::Complete,
        miscounted,
        title,
        ..Files::default()
    };
    let path = |name: &str| format!("lists/{id}/{name}");
    let remark = |key: &str| (key == "topics").then(|| "按名称中的字词建议，请核对".to_owned());
    let map = |key: &str, value: Value| Value::Map(vec![(key.to_owned(), value)]);
    let mut text = write(&value(&head), &|_| None);
    if with_names && suggested > 0 {
        text.insert_str(0, "# items.csv 的“主题”一栏是按名称中的字词建议的，请核对。\n");
    }
    files.new.push((path("list.yaml"), text));
    if with_names {
        // With its mark at the beginning, spreadsheets know that it is UTF-8.
        files.new.push((path("items.csv"), format!("\u{feff}{}", table(&cells))));
    } else if !cells.is_empty() {
        let table = table(&cells);
        // A table that does not read back shows its author where.
        files.new.push(match read_items(&table) {
            Ok(records) => (path("items.yaml"), write(&map("items", value::<[Item]>(&records)), &remark)),
            Err(_) => (path("items.csv"), table),
        });
    }
    if !duties.is_empty() {
        files.new.push((path("duties.yaml"), write(&map("duties", value(&duties)), &remark)));
    }
    if !boundaries.is_empty() {
        files.new.push((path("boundaries.yaml"), write(&map("boundaries", value(&boundaries)), &remark)));
    }
    if !services.is_empty() {
        files.new.push((path("services.yaml"), write(&map("services", value(&services)), &remark)));
    }
    for (at, regime) in regimes.iter().enumerate() {
        files.new.push((path(&format!("regimes/{:02}-{}.yaml", at + 1, regime.id)), write(&value(regime), &remark)));
    }
    if !files.laws.is_empty() {
        files.new.push((format!("laws/{id}.yaml"), law_entries(&files.laws, &files.title)));
    }
    if let Some(region) = own_region {
        files.added.push(("regions.yaml".into(), entries(&[region])));
    }
    let kinds: Vec<Department> =
        maker.departments.names.iter().map(|(name, slug)| kind_of_department(name, slug)).collect();
    if !kinds.is_empty() {
        files.added.push(("departments.yaml".into(), entries(&kinds)));
    }
    files.id = id;
    Ok(files)
}

/// Whether rows of these kinds can be a list of a kind.
fn fits(kind: ListKind, kinds: &[Kind]) -> bool {
    let collection = |kind: &Kind| match kind {
        Kind::Items => Collection::Items,
        Kind::Duties => Collection::Duties,
        Kind::Boundaries => Collection::Boundaries,
        Kind::Services => Collection::Services,
        Kind::Regimes => Collection::Regimes,
    };
    kinds.iter().all(|one| kind.parts().contains(&collection(one))) || kind == ListKind::Other
}

/// Entries for the end of a register.
fn entries<T: serde::Serialize>(records: &[T]) -> String {
    let list = write(&Value::Map(vec![("x".into(), Value::List(records.iter().map(value).collect()))]), &|_| None);
    let lines = list.lines().skip(1).map(|line| line.strip_prefix("  ").unwrap_or(line));
    lines.map(|line| format!("{line}\n")).collect()
}

/// A number that begins anew in a section, and a code that stands before, are remarks: a second item cannot have them.
fn only_once(items: &mut [super::items::Item]) {
    for key in ["number", "code"] {
        let mut seen = BTreeSet::new();
        for item in items.iter_mut() {
            let cells = &mut item.cells;
            let Some(text) = cells.get(key).cloned() else { continue };
            let place = if key == "number" {
                (item.section, cells.get("section").cloned(), cells.get("sub_item").and(cells.get("name").cloned()))
            } else {
                (None, None, None)
            };
            if !seen.insert((place, text.clone())) {
                cells.remove(key);
                let label = if key == "number" { "原件序号" } else { "原件编码" };
                let notes = cells.entry("notes").or_default();
                if !notes.is_empty() {
                    notes.push('\n');
                }
                notes.push_str(&format!("{label}：{text}"));
            }
        }
    }
}

/// Every text that was read.
fn texts(read: &Read) -> Vec<String> {
    let values = read.rows.iter().flat_map(|row| row.values.iter().filter(|value| value.fresh || row.form));
    values.map(|value| value.text.clone()).chain(read.notes.iter().chain(&read.titles).cloned()).collect()
}

fn one_paragraph(text: &str) -> String {
    crate::import::clean::lines(text).replace('\n', "；")
}
