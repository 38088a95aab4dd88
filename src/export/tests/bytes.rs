//! Files of tables, byte for byte.

use crate::dataset::tests::sample::{model, table, with};
use crate::dataset::{Context, tables};
use crate::export::{TableFormat, write};
use crate::model::{Editions, Model};

/// A table as a file.
fn written(name: &str, format: TableFormat, model: &Model) -> String {
    let mut bytes = Vec::new();
    with(model, |graph, plan| write(table(name), format, Context::new(graph, plan), &mut bytes)).expect("a file");
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_csv_file_has_a_header_crlf_doubled_quotes_and_unaltered_cells() {
    let expected = concat!(
        "id,url_zh,url_en,list_id,duty_id,position,number,text_zh,text_en,remarks_zh,remarks_en,",
        "source_file,source_part,source_row,source_note_zh,source_note_en\r\n",
        "jize-qts/duties/metrology/work-items/verification,",
        "https://example.org/qd/lists/jize-qts/duties/metrology/#item-verification,",
        "https://example.org/qd/en/lists/jize-qts/duties/metrology/#item-verification,",
        "jize-qts,jize-qts/duties/metrology,1,9.1,检定,Verify,备注一,See *below*,",
        "jize-qts/sources/form,jize-qts/sources/form/parts/duties,9.1a,附注五,Remark 5\r\n",
        "jize-qts/duties/metrology/work-items/rest,",
        "https://example.org/qd/lists/jize-qts/duties/metrology/#item-rest,",
        "https://example.org/qd/en/lists/jize-qts/duties/metrology/#item-rest,",
        "jize-qts,jize-qts/duties/metrology,2,,=1+1,,,,",
        "jize-qts/sources/form,jize-qts/sources/form/parts/duties,,,\r\n",
    );
    assert_eq!(written("work_items", TableFormat::Csv, &model()), expected);
    let duties = written("duties", TableFormat::Csv, &model());
    assert!(duties.contains(",\"管理计量，“强检”,及其他\",\"Manage \"\"measures\"\", and\nmore\","), "{duties}");
}

#[test]
fn a_json_file_is_one_array_with_a_row_a_line() {
    let expected = concat!(
        "[\n",
        r#"{"citation_id":"jize-qts/duties/metrology/work-items/verification/basis/1","position":1,"article":12,"#,
        r#""article_to":null,"paragraph":null,"item":3,"#,
        r#""article_inserted":null,"article_to_inserted":null,"annex":null,"item_to":null},"#,
        "\n",
        r#"{"citation_id":"jize-qts/duties/metrology/work-items/verification/basis/1","position":2,"article":45,"#,
        r#""article_to":55,"paragraph":null,"item":null,"#,
        r#""article_inserted":null,"article_to_inserted":null,"annex":null,"item_to":null},"#,
        "\n",
        r#"{"citation_id":"jize-qts/duties/metrology/accountability/new-law/basis/1","position":1,"article":65,"#,
        r#""article_to":null,"paragraph":null,"item":null,"#,
        r#""article_inserted":null,"article_to_inserted":null,"annex":null,"item_to":null},"#,
        "\n",
        r#"{"citation_id":"jize-qts/duties/metrology/accountability/new-law/basis/1","position":2,"article":12,"#,
        r#""article_to":null,"paragraph":2,"item":4,"#,
        r#""article_inserted":null,"article_to_inserted":null,"annex":null,"item_to":null},"#,
        "\n",
        r#"{"citation_id":"jize-qts/duties/metrology/accountability/new-law/basis/1","position":3,"article":12,"#,
        r#""article_to":12,"paragraph":null,"item":null,"#,
        r#""article_inserted":1,"article_to_inserted":3,"annex":null,"item_to":null},"#,
        "\n",
        r#"{"citation_id":"jize-qts/duties/metrology/accountability/new-law/basis/1","position":4,"article":null,"#,
        r#""article_to":null,"paragraph":null,"item":17,"#,
        r#""article_inserted":null,"article_to_inserted":null,"annex":"annex2","item_to":19}"#,
        "\n]\n",
    );
    assert_eq!(written("citation_articles", TableFormat::Json, &model()), expected);
}

#[test]
fn an_ndjson_file_has_the_rows_of_the_json_file() {
    let model = model();
    for table in tables() {
        let array: Vec<serde_json::Value> =
            serde_json::from_str(&written(table.name, TableFormat::Json, &model)).expect("valid JSON");
        let lines = written(table.name, TableFormat::Ndjson, &model);
        let lines: Vec<serde_json::Value> =
            lines.lines().map(|line| serde_json::from_str(line).expect("valid JSON")).collect();
        assert_eq!(array, lines, "{}", table.name);
    }
}

#[test]
fn numbers_booleans_and_gaps_keep_their_kind_in_json() {
    let rows: serde_json::Value =
        serde_json::from_str(&written("frequencies", TableFormat::Json, &model())).expect("valid JSON");
    assert_eq!(rows[0]["minimum"], 2);
    assert_eq!(rows[0]["coverage_percent_max"], 25.5);
    assert_eq!(rows[0]["provision_id"], "jize-qts/regimes/safety/provisions/procedure");
    let rows: serde_json::Value =
        serde_json::from_str(&written("participants", TableFormat::Json, &model())).expect("valid JSON");
    assert_eq!(rows[1]["lead"], false);
    assert_eq!(rows[1]["name_en"], serde_json::Value::Null);
    assert_eq!(rows[1]["source_row"], "1", "printed where the matter is");
}

#[test]
fn a_tree_of_items_is_flat_with_its_levels() {
    let expected = concat!(
        "jize-qts/regimes/safety/provisions/procedure/1 1 1 ",
        "| jize-qts/regimes/safety/provisions/procedure/2 1 2 ",
        "| jize-qts/regimes/safety/provisions/procedure/2/1 jize-qts/regimes/safety/provisions/procedure/2 2 1 ",
    );
    let rows: Vec<serde_json::Value> =
        serde_json::from_str(&written("provision_items", TableFormat::Json, &model())).expect("valid JSON");
    let found: Vec<String> = rows
        .iter()
        .map(|row| {
            let parent = row["parent_id"].as_str().map(|id| format!("{id} ")).unwrap_or_default();
            format!("{} {parent}{} {} ", row["id"].as_str().unwrap_or_default(), row["depth"], row["position"])
        })
        .collect();
    assert_eq!(found.join("| "), expected);
}

#[test]
fn a_table_without_rows_is_still_a_file() {
    let mut empty = model();
    empty.lists.clear();
    empty.editions = Editions::default();
    assert_eq!(written("service_months", TableFormat::Csv, &empty), "service_id,month\r\n");
    assert_eq!(written("service_months", TableFormat::Json, &empty), "[\n]\n");
    assert_eq!(written("service_months", TableFormat::Ndjson, &empty), "");
}
