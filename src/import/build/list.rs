//! What was read in, and what the user says beside; the files of a list and its entries in the registers out.

use std::collections::{BTreeSet, HashMap};

use crate::cite::Reader;
use crate::import::facts::{Facts, facts, kind_of_rows};
use crate::import::heading::Kind;
use crate::import::record::{Read, Row, Section as Printed};
use crate::load::read_items;
use crate::model::{
    Body, Collection, Coverage, Department, DocumentPart, Id, Item, Level, List, ListKind, Model, Office, OfficeKind,
    Region, Section, SourceDocument, Text,
};
use crate::yaml::{Value, value, write};

use super::bases::unregistered;
use super::items::{Cells, Item as Entered, items, split};
use super::names::{Slugs, department, reading};
use super::place::{NoPlace, Place, of_agency, said as place_said};
use super::records::Maker;
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
    let facts = facts(&read.titles);
    let title = said.title.clone().or_else(|| facts.title.clone()).or_else(|| read.titles.first().cloned());
    let title = title.or_else(|| sources.first().map(|name| stem(name).to_owned())).unwrap_or_default();
    let title = title.lines().next().unwrap_or_default().to_owned();
    let agency = said.agency.clone().or_else(|| facts.agency.clone());
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
    let entered = items(&of(Kind::Items));
    let duties = maker.duties(&of(Kind::Duties));
    let boundaries = maker.matters(&of(Kind::Boundaries));
    let services = maker.services(&of(Kind::Services));
    let regimes = maker.regimes(&of(Kind::Regimes));
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
    suggested += duties.iter().filter(|duty| !duty.topics.is_empty()).count();
    let no_topic = [
        boundaries.iter().filter(|one| !one.topics.is_empty()).count(),
        services.iter().filter(|one| !one.topics.is_empty()).count(),
        regimes.iter().filter(|one| !one.topics.is_empty()).count(),
    ];
    suggested += no_topic.iter().sum::<usize>();

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
        files.new.push((path("items.csv"), table(&cells)));
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

/// A township has a region of its own below its county.
fn township(place: &mut Place, agency: Option<&str>, model: &Model) -> Option<Region> {
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
        name: Text::zh(name),
        level: Level::Township,
        parent: Some(place.region.clone()),
    };
    place.names.insert(0, name.to_owned());
    place.region = region.slug.clone();
    place.level = Level::Township;
    Some(region)
}

/// An id for the list: the region and the kind of department, else the reading of the agency.
fn list_id(place: &Place, department: Option<&Id>, agency: &str, model: &Model) -> String {
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

struct Parts {
    documents: Vec<SourceDocument>,
    ids: Vec<(Id, Id)>,
}

/// The documents and their parts.
fn parts(read: &Read, sources: &[String]) -> Parts {
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

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The headings over items as sections of the list.
struct Sections {
    list: Vec<Section>,
    by_heading: HashMap<usize, Id>,
    by_title: HashMap<String, Id>,
    slugs: Slugs,
}

impl Sections {
    fn new(read: &Read, items: &[Entered]) -> Sections {
        let mut used: BTreeSet<usize> = items.iter().filter_map(|item| item.section).collect();
        for at in used.clone() {
            let mut above = read.sections[at].above;
            while let Some(at) = above {
                used.insert(at);
                above = read.sections[at].above;
            }
        }
        let mut sections = Sections {
            list: Vec::new(),
            by_heading: HashMap::new(),
            by_title: HashMap::new(),
            slugs: Slugs::default(),
        };
        for at in used {
            sections.enter(at, &read.sections[at]);
        }
        sections
    }

    fn enter(&mut self, at: usize, printed: &Printed) {
        let heading = &printed.heading;
        let above = printed.above.and_then(|above| self.by_heading.get(&above).cloned());
        let wanted = match (heading.power_type, heading.role) {
            (Some(power_type), _) => power_type.as_str().to_owned(),
            (None, Some(role)) => role.as_str().to_owned(),
            (None, None) => reading(&heading.title),
        };
        let wanted = match &above {
            Some(above) if heading.power_type.is_none() && heading.role.is_none() => format!("{above}-{wanted}"),
            _ => wanted,
        };
        let id = self.slugs.free(&wanted);
        let type_as_printed =
            heading.power_type.filter(|kind| kind.words()[0] != heading.title).map(|_| heading.title.clone());
        self.list.push(Section {
            number: heading.number.clone(),
            title: Text::zh(&heading.title),
            part_of: above,
            count: heading.count,
            role: heading.role,
            power_type: heading.power_type,
            type_as_printed,
            ..empty(id.clone())
        });
        self.by_heading.insert(at, id);
    }

    /// The section that a column names.
    fn titled(&mut self, title: &str) -> Id {
        if let Some(id) = self.by_title.get(title) {
            return id.clone();
        }
        let id = self.slugs.free(&reading(title));
        self.list.push(Section { title: Text::zh(title), ..empty(id.clone()) });
        self.by_title.insert(title.to_owned(), id.clone());
        id
    }

    /// A count that is not that of the rows becomes a remark; what it says and what there is.
    fn settle_counts(&mut self, items: &[Entered]) -> Vec<(String, u32, u32)> {
        let mut wrong = Vec::new();
        let heading_of: HashMap<Id, usize> = self.by_heading.iter().map(|(at, id)| (id.clone(), *at)).collect();
        let below: Vec<(Id, Option<Id>)> =
            self.list.iter().map(|section| (section.id.clone(), section.part_of.clone())).collect();
        for section in &mut self.list {
            let Some(count) = section.count else { continue };
            let within = |at: usize| {
                let mut id = self.by_heading.get(&at).cloned();
                while let Some(own) = id {
                    if own == section.id {
                        return true;
                    }
                    id = below.iter().find(|(one, _)| *one == own).and_then(|(_, above)| above.clone());
                }
                false
            };
            let is_item = |item: &&Entered| !item.cells.contains_key("sub_item");
            let wholes: BTreeSet<&str> = items
                .iter()
                .filter(|item| item.cells.contains_key("sub_item") && item.section.is_some_and(within))
                .filter_map(|item| item.cells.get("name").map(String::as_str))
                .collect();
            let found =
                items.iter().filter(is_item).filter(|item| item.section.is_some_and(within)).count() + wholes.len();
            if heading_of.contains_key(&section.id) && found as u32 != count {
                let title = section.title.get(crate::model::Lang::ZH).unwrap_or_default().to_owned();
                section.note = Some(Text::zh(&format!("原文标明共{count}项")));
                section.count = None;
                wrong.push((title, count, found as u32));
            }
        }
        wrong
    }
}

fn empty(id: Id) -> Section {
    Section {
        id,
        number: None,
        title: Text::default(),
        part_of: None,
        count: None,
        role: None,
        power_type: None,
        type_as_printed: None,
        topics: Vec::new(),
        offices: Vec::new(),
        body: None,
        procedure: None,
        accounts: Vec::new(),
        part: None,
        note: None,
    }
}

/// The cells of an item with what the list must know of them: its section, its offices, its place in the document.
fn settle(item: &Entered, sections: &mut Sections, maker: &mut Maker<'_>, agency: &str, names: bool) -> Cells {
    let mut cells = item.cells.clone();
    let by_column = cells.get("section").cloned().map(|title| sections.titled(&title));
    let section = by_column.or_else(|| item.section.and_then(|at| sections.by_heading.get(&at).cloned()));
    cells.remove("section");
    cells.extend(section.map(|section| ("section", section.to_string())));
    if let Some(offices) = cells.get("offices").cloned() {
        let each: Vec<(String, Id)> =
            split(&offices).into_iter().map(|name| (name.clone(), maker.offices.of(&name))).collect();
        let plain = |name: &str| !name.contains(['、', '；', ';', '，', ',']);
        let shown = each.iter().map(|(name, id)| if names && plain(name) { name.as_str() } else { id.as_str() });
        cells.insert("offices", shown.collect::<Vec<&str>>().join("、"));
    }
    if let Some(body) = cells.get("body").cloned() {
        if body == agency {
            cells.remove("body");
        } else {
            let id = maker.bodies.of(&body);
            cells.insert("body", if names { body } else { id.to_string() });
        }
    }
    let name = cells.get("sub_item").or(cells.get("name")).cloned().unwrap_or_default();
    let topics = maker.topics.of(&name);
    if !cells.contains_key("topics") && !topics.is_empty() {
        cells.insert("topics", topics.iter().map(|id| id.as_str()).collect::<Vec<&str>>().join("、"));
    }
    let (file, part) = maker.parts.get(item.part).cloned().unwrap_or_default();
    if maker.several_files {
        cells.insert("source_file", file.to_string());
    }
    if maker.parts.len() > 1 {
        cells.insert("source_part", part.to_string());
    }
    cells.insert("source_row", item.line.to_string());
    cells
}

fn office(name: &str, slug: &Id) -> Office {
    Office {
        slug: slug.clone(),
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

fn body(name: &str, slug: &Id, model: &Model, places: &[String]) -> Body {
    let department = department(model, places, name).map(|kind| kind.slug.clone());
    Body { slug: slug.clone(), name: Text::zh(name), department, phones: Vec::new(), note: None }
}

fn kind_of_department(name: &str, slug: &Id) -> Department {
    Department { slug: slug.clone(), name: Text::zh(name), definition: None, aliases: vec![name.to_owned()] }
}

/// Entries for the end of a register.
fn entries<T: serde::Serialize>(records: &[T]) -> String {
    let list = write(&Value::Map(vec![("x".into(), Value::List(records.iter().map(value).collect()))]), &|_| None);
    let lines = list.lines().skip(1).map(|line| line.strip_prefix("  ").unwrap_or(line));
    lines.map(|line| format!("{line}\n")).collect()
}

/// Every text that was read.
fn texts(read: &Read) -> Vec<String> {
    let values = read.rows.iter().flat_map(|row| row.values.iter().filter(|value| value.fresh || row.form));
    values.map(|value| value.text.clone()).chain(read.notes.iter().cloned()).collect()
}

fn one_paragraph(text: &str) -> String {
    crate::import::clean::lines(text).replace('\n', "；")
}

/// An empty list with what the titles say.
fn dated(facts: &Facts) -> List {
    List {
        id: Id::default(),
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
        notes: Vec::new(),
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
