//! The files that hold all tables, read back by what reads such files.

use std::io::{Cursor, Read};

use rusqlite::Connection;
use zip::ZipArchive;

use crate::dataset::tests::sample::{cells, model, with};
use crate::dataset::{Context, Survey, Table, survey, tables};
use crate::export::{DatabaseFile, ListFile, Measure, SiteFile, TableFormat, Written, list_files, write};
use crate::model::{ListId, Model, Position};

/// A file of the whole site.
pub(super) fn make(file: SiteFile, model: &Model) -> Vec<u8> {
    with(model, |graph, plan| {
        let context = Context::new(graph, plan);
        let written: Vec<Written<'_>> = tables()
            .iter()
            .map(|table| {
                let survey: Survey = survey(table, context).expect("rows");
                let mut csv = Vec::new();
                write(table, TableFormat::Csv, context, &mut csv).expect("a file");
                Written { table, survey, files: vec![(TableFormat::Csv, Measure::of(&csv))] }
            })
            .collect();
        let mut bytes = Vec::new();
        file.write(context, plan, &written, &mut bytes).expect("a file");
        bytes
    })
}

fn database(model: &Model) -> Connection {
    let mut database = Connection::open_in_memory().expect("a database");
    let bytes = make(SiteFile::Database, model);
    database.deserialize_read_exact("main", &bytes[..], bytes.len(), true).expect("a database file");
    database
}

fn strings(database: &Connection, query: &str) -> Vec<String> {
    let mut statement = database.prepare(query).expect(query);
    statement.query_map([], |row| row.get(0)).expect(query).map(|cell| cell.expect("a text")).collect()
}

#[test]
fn the_database_has_every_row_and_every_reference_holds() {
    let model = model();
    let database = database(&model);
    for table in tables() {
        let query = format!("SELECT count(*) FROM \"{}\"", table.name);
        let count: i64 = database.query_row(&query, [], |row| row.get(0)).expect("a count");
        assert_eq!(count as usize, cells(table, &model).1.len(), "{}", table.name);
        let keys = table.columns.iter().filter(|column| column.refers.is_some()).count();
        let have = strings(&database, &format!("SELECT \"table\" FROM pragma_foreign_key_list('{}')", table.name));
        assert_eq!(have.len(), keys, "{}", table.name);
    }
    assert_eq!(strings(&database, "SELECT \"table\" FROM pragma_foreign_key_check"), Vec::<String>::new());
    assert_eq!(strings(&database, "PRAGMA integrity_check"), ["ok"]);
    let described = "SELECT meaning_en FROM dictionary WHERE table_name = 'office_phones' AND column_name = 'phone'";
    assert_eq!(strings(&database, described), ["Phone number exactly as printed, kept as text"]);
}

#[test]
fn a_database_goes_to_one_file_and_takes_its_tables_in_any_order() {
    let model = model();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("data.db");
    let tables: Vec<&Table> = tables().iter().collect();
    with(&model, |graph, plan| {
        let context = Context::new(graph, plan);
        let surveys: Vec<Survey> = tables.iter().map(|table| survey(table, context).expect("rows")).collect();
        let surveyed: Vec<(&Table, &Survey)> = tables.iter().copied().zip(&surveys).collect();
        let mut file = DatabaseFile::create(&path, &tables, &model).expect("a file");
        for (at, table) in tables.iter().enumerate().rev() {
            table.rows(context, &mut |cells| file.add(at, cells)).expect("rows");
        }
        file.finish(context, &surveyed).expect("a database");
    });
    for beside in ["data.db-journal", "data.db-wal", "data.db-shm"] {
        assert!(!folder.path().join(beside).exists(), "{beside}");
    }
    let file = Connection::open(&path).expect("a database file");
    assert_eq!(strings(&file, "PRAGMA integrity_check"), ["ok"]);
    let whole = database(&model);
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_config' ORDER BY name";
    assert_eq!(strings(&file, names), strings(&whole, names));
    for table in tables {
        let header = table.header(model.languages()).join("\", \"");
        let rows = format!("SELECT json_array(\"{header}\") FROM \"{}\"", table.name);
        assert_eq!(strings(&file, &rows), strings(&whole, &rows), "{}", table.name);
    }
    let found = "SELECT id FROM duties WHERE rowid IN (SELECT rowid FROM duties_fts WHERE duties_fts MATCH '计量')";
    assert_eq!(strings(&file, found), ["jize-qts/duties/metrology"]);
}

#[test]
fn words_of_two_to_four_characters_are_found_by_themselves() {
    let database = database(&model());
    let find = |word: &str| {
        let query = "SELECT id FROM duties WHERE rowid IN (SELECT rowid FROM duties_fts WHERE duties_fts MATCH ";
        strings(&database, &format!("{query}'\"{word}\"')"))
    };
    for word in ["计量", "强检", "及其他", "计量管理", "metrology", "measures"] {
        assert_eq!(find(word), ["jize-qts/duties/metrology"], "{word}");
    }
    assert_eq!(find("计理"), Vec::<String>::new(), "two characters that are not neighbours");
}

#[test]
fn the_query_of_the_metadata_finds_any_text() {
    let model = model();
    let database = database(&model);
    let metadata: serde_json::Value = serde_json::from_slice(&make(SiteFile::Datasette, &model)).expect("valid JSON");
    let query = metadata["databases"]["qingdan"]["queries"]["search"]["sql"].as_str().expect("a query");
    let mut statement = database.prepare(query).expect(query);
    let rows = statement.query_map(&[(":text", "管理计量，“强检”")], |row| row.get(1)).expect("rows");
    let ids: Vec<String> = rows.map(|id| id.expect("an id")).collect();
    assert_eq!(ids, ["jize-qts/duties/metrology"]);
    let of_table = &metadata["databases"]["qingdan"]["tables"]["frequencies"];
    assert_eq!(of_table["columns"]["minimum"], "最少次数：至少几次；单位：次 · Minimum: Times at least; unit: times");
}

#[test]
fn made_twice_the_files_are_the_same() {
    let model = model();
    for file in SiteFile::ALL {
        assert!(make(file, &model) == make(file, &model), "{}", file.path());
    }
    let list = || with(&model, |graph, plan| list_files(ListId::new(1), graph, plan)).expect("files");
    assert!(list() == list());
}

fn entry(zip: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(zip)).expect("a zip");
    let mut text = String::new();
    archive.by_name(name).expect(name).read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn the_workbook_has_phones_and_formulas_as_text_and_the_day_of_the_content() {
    let workbook = make(SiteFile::Workbook, &model());
    let sheets = (1..).map(|at| format!("xl/worksheets/sheet{at}.xml")).take(tables().len() + 1);
    let strings: String = sheets.map(|name| entry(&workbook, &name)).collect();
    for text in ["+86 310 7511861", "=1+1", "0310-1234567", "1304310001", "130431", "2015-03-30"] {
        assert!(strings.contains(&format!("s=\"2\" t=\"inlineStr\"><is><t>{text}</t>")), "{text}");
    }
    assert!(!strings.contains("<f>"));
    assert!(entry(&workbook, "docProps/core.xml").contains("2026-07-01T00:00:00Z"), "the day by which a law is known");
    let names = entry(&workbook, "xl/workbook.xml");
    let at = |name: &str| names.find(&format!("<sheet name=\"{name}\"")).expect(name);
    assert!(at("数据字典 Dictionary") < at("site") && at("site") < at("work_items"));
    let sheet = entry(&workbook, "xl/worksheets/sheet2.xml");
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter"), "{sheet}");
}

#[test]
fn the_zip_of_a_list_holds_what_its_descriptions_name() {
    let model = model();
    let files = with(&model, |graph, plan| list_files(ListId::new(1), graph, plan)).expect("files");
    assert_eq!(
        ListFile::ALL.map(|of| of.path(&model.lists[1])),
        ["lists/jize-qts/jize-qts.xlsx", "lists/jize-qts/jize-qts.zip"]
    );
    let package: serde_json::Value = serde_json::from_str(&entry(&files[1].1, "datapackage.json")).expect("valid JSON");
    assert_eq!(package["name"], "jize-qts");
    let resources = package["resources"].as_array().expect("resources");
    assert_eq!(resources.len(), tables().len());
    for resource in resources {
        let csv = entry(&files[1].1, resource["path"].as_str().expect("a path"));
        let measure = Measure::of(csv.as_bytes());
        assert_eq!(resource["bytes"], measure.bytes);
        assert_eq!(resource["hash"], format!("sha256:{}", measure.sha256));
    }
    assert!(entry(&files[1].1, "LICENCE.txt").contains("CC-BY-4.0"));
}

#[cfg(feature = "parquet")]
#[test]
fn a_parquet_file_is_the_same_when_made_twice_and_knows_its_rows() {
    use parquet::file::metadata::ParquetMetaDataReader;

    let model = model();
    for table in tables() {
        let make = || {
            let mut bytes = Vec::new();
            with(&model, |graph, plan| write(table, TableFormat::Parquet, Context::new(graph, plan), &mut bytes))
                .expect("a file");
            bytes
        };
        let bytes = make();
        assert!(bytes == make(), "{}", table.name);
        let (header, rows) = cells(table, &model);
        let metadata = ParquetMetaDataReader::decode_metadata(footer(&bytes)).expect("metadata");
        assert_eq!(metadata.file_metadata().num_rows() as usize, rows.len(), "{}", table.name);
        assert_eq!(metadata.file_metadata().schema_descr().num_columns(), header.len(), "{}", table.name);
    }
}

/// What stands before the length and the magic word at the end of a Parquet file.
#[cfg(feature = "parquet")]
fn footer(bytes: &[u8]) -> &[u8] {
    let end = bytes.len() - 8;
    let length = u32::from_le_bytes(bytes[end..end + 4].try_into().expect("four bytes"));
    &bytes[end - length as usize..end]
}
