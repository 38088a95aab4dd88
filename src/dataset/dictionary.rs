//! The descriptions of tables in, the rows of the data dictionary out: every column with its meaning in both languages.

use super::cell::{Cell, CellKind};
use super::row::Context;
use super::survey::Survey;
use super::table::Table;

/// A column of the dictionary: its name in a database, its name for readers, and what its cells are.
pub type Head = (&'static str, &'static str, CellKind);

/// The columns of the dictionary.
pub const HEADER: [Head; 17] = [
    ("table_name", "表 Table", CellKind::String),
    ("rows", "行数 Rows", CellKind::Integer),
    ("table_title_zh", "表名", CellKind::String),
    ("table_title_en", "Title of the table", CellKind::String),
    ("column_name", "列 Column", CellKind::String),
    ("title_zh", "列名", CellKind::String),
    ("title_en", "Title of the column", CellKind::String),
    ("meaning_zh", "含义", CellKind::String),
    ("meaning_en", "Meaning", CellKind::String),
    ("type", "类型 Type", CellKind::String),
    ("unit_zh", "单位", CellKind::String),
    ("unit_en", "Unit", CellKind::String),
    ("required", "必填 Required", CellKind::Boolean),
    ("vocabulary", "可取的值 Values", CellKind::String),
    ("refers_to", "所指的表 Refers to", CellKind::String),
    ("part_of_key", "主键 Key", CellKind::Boolean),
    ("example", "例 Example", CellKind::String),
];

/// Calls `take` with each row of the dictionary, table by table.
pub fn dictionary<E>(
    context: Context<'_>,
    tables: &[(&Table, &Survey)],
    mut take: impl FnMut(&[Cell<'_>]) -> Result<(), E>,
) -> Result<(), E> {
    let languages = context.graph.model.languages();
    for (table, survey) in tables {
        for (column, lang, example) in survey.places(table, languages) {
            let [unit_zh, unit_en] = column.unit.map_or([Cell::Empty, Cell::Empty], |unit| unit.map(Cell::from));
            let words = (!column.words.is_empty()).then(|| column.words.join(", "));
            let cells: [Cell<'_>; HEADER.len()] = [
                Cell::from(table.name),
                Cell::Integer(survey.rows as i64),
                Cell::from(table.title[0]),
                Cell::from(table.title[1]),
                Cell::from(column.header(lang)),
                Cell::from(column.title[0]),
                Cell::from(column.title[1]),
                Cell::from(column.meaning[0]),
                Cell::from(column.meaning[1]),
                Cell::from(column.kind.as_str()),
                unit_zh,
                unit_en,
                Cell::from(column.required_in(lang, context.graph.model)),
                Cell::from(words),
                Cell::from(column.refers),
                Cell::from(table.key.contains(&column.name)),
                Cell::from(example),
            ];
            take(&cells)?;
        }
    }
    Ok(())
}
