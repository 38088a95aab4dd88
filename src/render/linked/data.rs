//! The catalogue in; data sets of tables and of lists, and the catalogue of all of them, out.

use serde_json::{Map, Value, json};

use crate::dataset::FileEntry;
use crate::model::{ListId, Text};
use crate::plan::Target;

use super::super::pen::Pen;
use super::{put, several, thing};

impl Pen<'_> {
    /// The data of the whole site.
    pub(super) fn catalog(&self) -> Value {
        let site = &self.model().site;
        let mut value = self.named("DataCatalog", &site.title);
        value.insert("description".into(), self.bare(&site.description).into());
        self.terms_of_use(&mut value);
        // Each is described on its own page, under this name.
        let tables = (0..self.shared.catalogue.tables.len() as u32).map(|table| json!({"@id": self.dataset_id(table)}));
        put(&mut value, "dataset", several(tables.collect()));
        value.into()
    }

    /// A table, described by what a row is and by its columns.
    pub(super) fn table_data(&self, index: u32) -> Value {
        let table = self.table(index);
        let colon = self.say("text", "colon");
        let columns: Vec<&str> = table.columns.iter().map(|column| self.bare(&column.title)).collect();
        let description = [
            self.bare(&table.description),
            " – ",
            self.say("data", "columns"),
            colon,
            &columns.join(self.say("text", "list")),
        ]
        .concat();
        let mut value = self.dataset(&table.title, &description, &table.files);
        value.insert("@id".into(), self.dataset_id(index).into());
        value.insert("identifier".into(), table.name.into());
        let mut catalog = self.named("DataCatalog", &self.model().site.title);
        catalog.insert("url".into(), self.address(Target::Data, "").into());
        value.insert("includedInDataCatalog".into(), catalog.into());
        value.into()
    }

    /// What a table is called by other pages: the address of its page.
    fn dataset_id(&self, index: u32) -> String {
        self.address(Target::Table(index), "")
    }

    /// The data of one list: whose it is, of which place, from which papers.
    pub(super) fn list_data(&self, l: ListId) -> Value {
        let list = self.list(l);
        let files = &self.shared.catalogue.lists[l];
        let mut value = self.dataset(&list.title, &self.description(Target::List(l)), files);
        value.insert("identifier".into(), list.id.as_str().into());
        value.insert("creator".into(), self.agency(l));
        let region = self.shared.graph.region_of(list);
        put(&mut value, "spatialCoverage", region.map(|region| self.place(region, true)));
        put(&mut value, "datePublished", list.published.map(|date| date.to_string()));
        put(&mut value, "version", list.edition.as_deref());
        let papers = list.sources.iter().map(|paper| {
            let mut work = self.named("CreativeWork", &paper.title);
            put(&mut work, "url", paper.url.as_deref());
            Value::Object(work)
        });
        put(&mut value, "isBasedOn", several(papers.collect()));
        value.into()
    }

    fn dataset(&self, name: &Text, description: &str, files: &[FileEntry]) -> Map<String, Value> {
        let mut value = self.named("Dataset", name);
        value.insert("description".into(), description.into());
        self.terms_of_use(&mut value);
        let download = |file: &FileEntry| {
            let mut download = thing("DataDownload");
            download.insert("encodingFormat".into(), media_type(&file.path).into());
            download.insert("contentUrl".into(), self.file_address(&file.path).into());
            download.insert("contentSize".into(), format!("{} B", file.bytes).into());
            put(&mut download, "sha256", Some(file.sha256.as_str()).filter(|sum| !sum.is_empty()));
            Value::Object(download)
        };
        put(&mut value, "distribution", several(files.iter().map(download).collect()));
        value
    }

    fn terms_of_use(&self, value: &mut Map<String, Value>) {
        value.insert("license".into(), self.model().site.licence.url.as_str().into());
        value.insert("publisher".into(), self.publisher());
        value.insert("isAccessibleForFree".into(), json!(true));
    }
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
