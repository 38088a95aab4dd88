//! The graph and the catalogue in; how complete the data are, as a data file, out: each list in counts, and each table
//! column by column.

use schemars::JsonSchema;
use serde::Serialize;

use crate::dataset::Published;
use crate::link::{Quality, Share, laws_with_status, together};
use crate::model::{Date, Id, List, Model};

use super::run::named;

/// How complete the data are. Counts alone: an empty cell may mean that the paper prints nothing there, or that nobody
/// has entered it.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Report<'m> {
    /// The last day that the content says anything of itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    dated: Option<Date>,
    /// The lists, 500 in each file.
    lists: Vec<OfList<'m>>,
    /// All lists together; a law that two of them cite counts twice.
    all: Quality,
    /// The register of laws.
    laws: OfLaws,
    /// Each table.
    tables: Vec<OfTable<'m>>,
}

/// How complete a list is.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OfList<'m> {
    /// Id of the list.
    list: &'m Id,
    /// Slug of its region.
    region: &'m Id,
    /// The counts.
    counts: &'m Quality,
}

/// How complete the register of laws is.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OfLaws {
    /// Laws whose state is registered, of all.
    with_status: Share,
}

/// How complete a table is.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OfTable<'m> {
    /// Name of the table.
    table: &'static str,
    /// How many rows it has.
    rows: u64,
    /// Its columns, in the order of the header.
    columns: Vec<OfColumn<'m>>,
}

/// How complete a column is.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OfColumn<'m> {
    /// Name in the header.
    column: &'m str,
    /// How many rows have something in it.
    filled: u64,
}

impl<'m> Report<'m> {
    /// Puts the report together, with the lists of one of its files.
    pub fn new(model: &'m Model, catalogue: &'m dyn Published, file: u32) -> Report<'m> {
        let of_list = |(list, counts): (&'m List, &'m Quality)| OfList { list: &list.id, region: &list.region, counts };
        let tables = (0..catalogue.tables()).map(|at| catalogue.table(at)).map(|table| OfTable {
            table: table.name,
            rows: table.rows,
            columns: table.filled().map(|(column, filled)| OfColumn { column, filled }).collect(),
        });
        let lists = named(file, model.lists.len());
        Report {
            dated: catalogue.day(),
            lists: model
                .lists
                .iter()
                .zip(catalogue.quality().values())
                .skip(lists.start)
                .take(lists.len())
                .map(of_list)
                .collect(),
            all: together(catalogue.quality().values()),
            laws: OfLaws { with_status: laws_with_status(&model.laws) },
            tables: tables.collect(),
        }
    }
}
