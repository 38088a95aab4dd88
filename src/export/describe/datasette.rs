//! Tables in, `metadata.json` for Datasette out: what tables and columns mean, which column names a row, and a query
//! that finds a text of any length in every table.

use serde_json::{Map, Value, json};

use crate::dataset::{Column, Context, Table, first, own};
use crate::export::formats::search_query;
use crate::model::Model;

use super::value::file;

/// The metadata of the database `qingdan.db`.
pub fn datasette(context: Context<'_>, tables: &[&Table]) -> Vec<u8> {
    let model = context.graph.model;
    let site = &model.site;
    let described: Map<String, Value> =
        tables.iter().map(|table| (table.name.to_owned(), describe(table, model))).collect();
    let mut metadata = json!({
        "title": first(&site.title, model),
        "description": first(&site.description, model),
        "license": first(&site.licence.name, model),
        "license_url": site.licence.url,
        "source": first(&site.publisher.name, model),
        "databases": {
            "qingdan": {
                "tables": described,
                "queries": {
                    "search": {
                        "title": own(["全文检索", "Search everything"], model),
                        "description": own([
                            "在各表的文字中查找任意长短的一段文字（text）。各表自带的搜索框按词查找，一个中文词至多四个字。",
                            "Finds a text of any length in the texts of every table. The search box of a table finds \
                             words; a Chinese word may have four characters there.",
                        ], model),
                        "sql": search_query(tables, model),
                    },
                },
            },
        },
    });
    if let Some(url) = &site.publisher.url {
        metadata["source_url"] = url.as_str().into();
    }
    file(&metadata)
}

fn describe(table: &Table, model: &Model) -> Value {
    let places = table.places(model.languages());
    let columns: Map<String, Value> =
        places.iter().map(|(column, lang)| (column.header(*lang), meaning(column).into())).collect();
    let [title, row] = [table.title, table.row].map(|[zh, en]| format!("{zh} {en}"));
    let mut described = json!({"title": title, "description": row, "columns": columns});
    // Datasette shows this column in place of the id wherever another table refers to a row.
    let label = ["name", "title", "heading", "agency"]
        .into_iter()
        .find_map(|name| places.iter().find(|(column, _)| column.name == name && column.per_language));
    if let Some((column, lang)) = label {
        described["label_column"] = column.header(*lang).into();
    }
    described
}

/// Meaning and unit of a column in both languages.
fn meaning(column: &Column) -> String {
    let [title, meaning] = [column.title, column.meaning];
    match column.unit {
        None => format!("{}：{} · {}: {}", title[0], meaning[0], title[1], meaning[1]),
        Some(unit) => {
            format!("{}：{}；单位：{} · {}: {}; unit: {}", title[0], meaning[0], unit[0], title[1], meaning[1], unit[1])
        }
    }
}
