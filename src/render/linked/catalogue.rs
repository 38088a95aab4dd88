//! The catalogue in; data sets of tables and of lists, and the catalogue of all of them, out.

use serde_json::{Map, Value, json};

use crate::dataset::FileEntry;
use crate::model::{ListId, Text};
use crate::plan::Target;

use super::super::description::description;
use super::super::page::Page;
use super::office::agency;
use super::place::administrative_area;
use super::terms::{address, file_address, named, publisher, put, several, thing};

/// The data of the whole site.
pub(super) fn catalog(page: &Page<'_>) -> Value {
    let site = &page.model().site;
    let mut value = named(page, "DataCatalog", &site.title);
    value.insert("description".into(), page.bare(&site.description).into());
    terms_of_use(page, &mut value);
    version(page, &mut value);
    // Each is described on its own page, under this name.
    let tables = (0..page.shared.catalogue.tables() as u32).map(|table| json!({"@id": dataset_id(page, table)}));
    put(&mut value, "dataset", several(tables.collect()));
    value.into()
}

/// A table, described by what a row is and by its columns.
pub(super) fn table_data(page: &Page<'_>, index: u32) -> Value {
    let table = page.table(index);
    let colon = page.t("text", "colon");
    let columns: Vec<&str> = table.columns.iter().map(|column| page.bare(&column.title)).collect();
    let description =
        [page.bare(&table.description), " – ", page.t("data", "columns"), colon, &columns.join(page.t("text", "list"))]
            .concat();
    let mut value = dataset(page, &table.title, &description, &table.files);
    version(page, &mut value);
    value.insert("@id".into(), dataset_id(page, index).into());
    value.insert("identifier".into(), table.name.into());
    let mut catalog = named(page, "DataCatalog", &page.model().site.title);
    catalog.insert("url".into(), address(page, Target::Data, "").into());
    value.insert("includedInDataCatalog".into(), catalog.into());
    value.into()
}

/// What a table is called by other pages: the address of its page.
fn dataset_id(page: &Page<'_>, index: u32) -> String {
    address(page, Target::Table(index), "")
}

/// The data of one list: whose it is, of which place, from which papers.
pub(super) fn list_data(page: &Page<'_>, l: ListId) -> Value {
    let list = page.list(l);
    let files = page.shared.catalogue.of_list(l);
    let mut value = dataset(page, &list.title, &description(page, Target::List(l)), files);
    value.insert("identifier".into(), list.id.as_str().into());
    value.insert("creator".into(), agency(page, l));
    let region = page.shared.graph.region_of(list);
    put(&mut value, "spatialCoverage", region.map(|region| administrative_area(page, region, true)));
    put(&mut value, "datePublished", list.published.map(|date| date.to_string()));
    put(&mut value, "version", list.edition.as_deref());
    let papers = list.sources.iter().map(|paper| {
        let mut work = named(page, "CreativeWork", &paper.title);
        put(&mut work, "url", paper.url.as_deref());
        Value::Object(work)
    });
    put(&mut value, "isBasedOn", several(papers.collect()));
    value.into()
}

fn dataset(page: &Page<'_>, name: &Text, description: &str, files: &[FileEntry]) -> Map<String, Value> {
    let mut value = named(page, "Dataset", name);
    value.insert("description".into(), description.into());
    terms_of_use(page, &mut value);
    let download = |file: &FileEntry| {
        let mut download = thing("DataDownload");
        download.insert("encodingFormat".into(), media_type(&file.path).into());
        download.insert("contentUrl".into(), file_address(page, &file.path).into());
        download.insert("contentSize".into(), format!("{} B", file.bytes).into());
        put(&mut download, "sha256", Some(file.sha256.as_str()).filter(|sum| !sum.is_empty()));
        Value::Object(download)
    };
    put(&mut value, "distribution", several(files.iter().map(download).collect()));
    value
}

fn terms_of_use(page: &Page<'_>, value: &mut Map<String, Value>) {
    value.insert("license".into(), page.model().site.licence.url.as_str().into());
    value.insert("publisher".into(), publisher(page));
    value.insert("isAccessibleForFree".into(), json!(true));
}

/// Which release the data are, where one is declared.
fn version(page: &Page<'_>, value: &mut Map<String, Value>) {
    let Some(release) = page.model().site.release() else { return };
    value.insert("version".into(), release.version.as_str().into());
    value.insert("datePublished".into(), release.date.to_string().into());
    put(value, "sameAs", release.doi_url());
}

/// The media type of a data file, by its ending.
fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "csv" => "text/csv",
        "json" => "application/json",
        "ndjson" => "application/x-ndjson",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "zip" => "application/zip",
        "parquet" => "application/vnd.apache.parquet",
        _ => "application/octet-stream",
    }
}
