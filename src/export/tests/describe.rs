//! The files that describe the tables to programs.

use serde_json::{Value, json};

use crate::dataset::tables;
use crate::dataset::tests::sample::model;
use crate::export::SiteFile;
use crate::model::{Lang, Model, Text, Translations};

use super::formats::make;

fn described(file: SiteFile, model: &Model) -> Value {
    serde_json::from_slice(&make(file, model)).expect("valid JSON")
}

/// The description of a table, found by a key and its value.
fn table<'v>(tables: &'v Value, key: &str, value: &str) -> &'v Value {
    tables.as_array().expect("tables").iter().find(|table| table[key] == value).expect("a table")
}

/// The description of a column.
fn column<'v>(columns: &'v Value, name: &str) -> &'v Value {
    table(columns, "name", name)
}

#[test]
fn a_data_package_says_what_a_column_is_in_both_languages() {
    let package = described(SiteFile::DataPackage, &model());
    assert_eq!(package["name"], "qingdan");
    assert_eq!(package["licenses"][0]["name"], "CC-BY-4.0");
    assert_eq!(
        package["contributors"],
        json!([{"title": "某人", "path": "https://example.org/somebody", "roles": ["publisher"]}])
    );
    let penalties = table(&package["resources"], "name", "penalties");
    assert_eq!(
        column(&penalties["schema"]["fields"], "amount_min"),
        &json!({
            "name": "amount_min",
            "type": "number",
            "title": "最低金额",
            "title_zh": "最低金额",
            "title_en": "Least amount",
            "description": "金额下限，货币见 currency",
            "description_zh": "金额下限，货币见 currency",
            "description_en": "Least amount, in the currency of the row",
            "unit": "见 currency 列",
            "unit_zh": "见 currency 列",
            "unit_en": "in the column currency",
            "example": "20000",
        })
    );
    let currency = column(&penalties["schema"]["fields"], "currency");
    assert_eq!(currency["constraints"], json!({"enum": ["CNY"]}));
    assert_eq!(currency["categories"], json!(["CNY"]));
    assert_eq!(penalties["schema"]["primaryKey"], json!(["id"]));
    let keys = penalties["schema"]["foreignKeys"].as_array().expect("references");
    assert!(keys.contains(&json!({"fields": ["list_id"], "reference": {"resource": "lists", "fields": ["id"]}})));
    let laws = table(&package["resources"], "name", "laws");
    assert_eq!(laws["schema"]["foreignKeys"][0]["reference"]["resource"], "", "the table itself");
    let date = column(&laws["schema"]["fields"], "adopted");
    assert_eq!((&date["type"], &date["example"]), (&json!("string"), &json!("1985-09")));
}

/// What the published profile refuses although the standard allows it, or the other way round.
#[test]
fn a_data_package_keeps_to_what_profile_and_programs_agree_on() {
    let package = described(SiteFile::DataPackage, &model());
    let resources = package["resources"].as_array().expect("resources");
    assert_eq!(resources.len(), tables().len());
    for resource in resources {
        let schema = &resource["schema"];
        assert_ne!(schema["foreignKeys"], json!([]), "an empty list of references");
        assert_eq!(schema["fieldsMatch"], Value::Null);
        assert_eq!(resource["hash"].as_str().map(|hash| hash.len()), Some("sha256:".len() + 64));
        for field in schema["fields"].as_array().expect("fields") {
            let kind = field["type"].as_str().expect("a type");
            assert!(["string", "integer", "number", "boolean"].contains(&kind), "{kind}");
            assert!(field["example"].is_string() || field["example"].is_null(), "{field}");
            assert_eq!(field["categories"], field["constraints"]["enum"], "{field}");
        }
    }
}

#[test]
fn what_may_lack_a_translation_is_not_required_in_every_language() {
    let mut model = model();
    let required = |model: &Model, name: &str| {
        let package = described(SiteFile::DataPackage, model);
        let duties = table(&package["resources"], "name", "duties").clone();
        column(&duties["schema"]["fields"], name)["constraints"]["required"] == true
    };
    assert!(!required(&model, "name_en") && required(&model, "url_en") && required(&model, "list_id"));
    model.site.translations = Translations::Complete;
    assert!(required(&model, "name_en") && required(&model, "name_zh"));
    model.site.translations = Translations::Partial;
    model.site.languages = vec![Lang::ZH];
    assert!(required(&model, "name_zh"));
}

#[test]
fn csv_on_the_web_describes_headers_languages_and_references_that_are_always_there() {
    let metadata = described(SiteFile::Csvw, &model());
    let items = table(&metadata["tables"], "url", "provision_items.csv");
    let text = column(&items["tableSchema"]["columns"], "text_zh");
    assert_eq!(
        text,
        &json!({
            "name": "text_zh",
            "titles": "text_zh",
            "lang": "zh",
            "datatype": "string",
            "dc:title": [{"@value": "正文", "@language": "zh"}, {"@value": "Text", "@language": "en"}],
            "dc:description": [{"@value": "分项正文", "@language": "zh"}, {"@value": "The item", "@language": "en"}],
        })
    );
    let keys = items["tableSchema"]["foreignKeys"].as_array().expect("references");
    let columns: Vec<&Value> = keys.iter().map(|key| &key["columnReference"]).collect();
    assert_eq!(columns, ["list_id", "provision_id"], "not parent_id, which the first level lacks");
    assert_eq!(keys[1]["reference"], json!({"resource": "provisions.csv", "columnReference": "id"}));
    let laws = table(&metadata["tables"], "url", "laws.csv");
    let kind = &column(&laws["tableSchema"]["columns"], "status")["datatype"];
    assert_eq!(kind["format"], "^(in-force|amended|repealed|replaced|unknown)$");
}

#[test]
fn the_licence_is_said_in_every_language() {
    let text = String::from_utf8(make(SiteFile::Licence, &model())).expect("UTF-8");
    assert_eq!(
        text,
        "责任清单\n某人\n知识共享署名 (CC-BY-4.0)\nhttps://example.org/licence\n\n\
         Responsibility Lists\nSomebody\nCreative Commons Attribution (CC-BY-4.0)\nhttps://example.org/licence\n\n\
         https://example.org/qd/\n"
    );
}

fn text_of(file: SiteFile, model: &Model) -> String {
    String::from_utf8(make(file, model)).expect("UTF-8")
}

#[test]
fn the_newest_release_is_how_the_data_are_cited() {
    let model = model();
    let package = described(SiteFile::DataPackage, &model);
    let said = ["version", "created", "id"].map(|key| package[key].as_str().unwrap_or_default().to_owned());
    assert_eq!(said, ["1.1.0", "2016-03-01T00:00:00Z", "https://doi.org/10.5281/zenodo.1234568"]);
    let cff = text_of(SiteFile::Citation, &model);
    for line in [
        "cff-version: 1.2.0\n",
        "type: dataset\n",
        "authors:\n  - name: \"某人\"\n    alias: \"Somebody\"\n    website: \"https://example.org/somebody\"\n    email: \"a@example.org\"\n",
        "license: \"CC-BY-4.0\"\n",
        "url: \"https://example.org/qd/data/\"\n",
        "version: \"1.1.0\"\ndate-released: \"2016-03-01\"\ndoi: \"10.5281/zenodo.1234568\"\n",
        "identifiers:\n  - type: doi\n    value: \"10.5281/zenodo.1234567\"\n    description: \"1.0.0 (2015-09-01)\"\n",
    ] {
        assert!(cff.contains(line), "{line} is not in\n{cff}");
    }
    let bibtex = text_of(SiteFile::Bibtex, &model);
    assert_eq!(bibtex.matches("@misc{").count(), 2, "an entry in each language");
    for line in [
        "@misc{qingdan-1.1.0-en,",
        "author = {{Somebody}}",
        "year = {2016}",
        "month = {3}",
        "doi = {10.5281/zenodo.1234568}",
    ] {
        assert!(bibtex.contains(line), "{line} is not in\n{bibtex}");
    }
}

#[test]
fn without_a_release_no_version_is_claimed() {
    let mut model = model();
    model.site.releases.clear();
    let package = described(SiteFile::DataPackage, &model);
    for key in ["version", "created", "id"] {
        assert_eq!(package[key], Value::Null, "{key}");
    }
    let cff = text_of(SiteFile::Citation, &model);
    for key in ["\nversion:", "date-released", "doi:", "identifiers"] {
        assert!(!cff.contains(key), "{key} is in\n{cff}");
    }
    let bibtex = text_of(SiteFile::Bibtex, &model);
    for key in ["version", "year", "date", "doi"] {
        assert!(!bibtex.contains(&format!("{key} =")), "{key} is in\n{bibtex}");
    }
}

#[test]
fn what_others_would_take_for_commands_is_text() {
    let mut model = model();
    model.site.title = Text::zh("清单: \"甲\" #1\n乙 & {丙}_50%");
    let cff = text_of(SiteFile::Citation, &model);
    assert!(cff.contains(r##"title: "清单: \"甲\" #1\n乙 & {丙}_50%""##), "{cff}");
    let bibtex = text_of(SiteFile::Bibtex, &model);
    assert!(bibtex.contains(r#"title = {{清单: "甲" \#1 乙 \& \{丙\}\_50\%}}"#), "{bibtex}");
}
