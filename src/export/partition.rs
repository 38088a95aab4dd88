//! The lists of a site in; which Parquet files hold their rows, apart by province and kind of list, and where these lie, out.
//!
//! Programs for large data read all of them as one table: folders are called `<column>=<value>`, as Hive has it, which
//! DuckDB, Spark and Arrow take for columns. Every table of lists has a file in every partition, also one without rows,
//! so that its columns are there.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use crate::dataset::{Context, HeldRows, Table, tables};
use crate::model::{DataFormat, Id, Level, List, ListId, Model, Position, Publishing, Region};

use super::formats::Partitioned;
use super::measure::Measure;
use super::sums::sums;

/// The folder of the files.
pub const PARTITIONS: &str = "data/parquet/";

/// The checksums of the files, which are a list of them as well: a server tells nobody what is in a folder.
pub const PARTITION_SUMS: &str = "data/parquet/SHA256SUMS";

/// What Hive, Spark and DuckDB call a value that is not there.
const NOWHERE: &str = "__HIVE_DEFAULT_PARTITION__";

/// What the lists of a partition have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Partition {
    /// The id of the province that the list's region lies in; none where the register of regions does not say.
    pub province: Option<Id>,
    /// The kind of the list, as in its table.
    pub kind: &'static str,
}

/// The partitions of a site; none where it does not publish its data in that form, or this program cannot write it.
#[derive(Clone, Debug, Default)]
pub struct Partitions {
    /// Every partition, in order.
    pub all: Vec<Partition>,
    /// For each list its place in `all`.
    of_lists: Vec<usize>,
}

impl Partitions {
    /// The partitions of the lists of a site.
    pub fn published(model: &Model, data: &Publishing) -> Partitions {
        if !cfg!(feature = "parquet") || !data.of_site(DataFormat::ParquetPartitioned) {
            return Partitions::default();
        }
        let regions: BTreeMap<&Id, &Region> = model.regions.iter().map(|region| (&region.slug, region)).collect();
        let of = |list: &List| Partition { province: province(&list.region, &regions), kind: list.kind.as_str() };
        let of_lists: Vec<Partition> = model.lists.iter().map(of).collect();
        let all: BTreeSet<&Partition> = of_lists.iter().collect();
        let all: Vec<Partition> = all.into_iter().cloned().collect();
        let of_lists = of_lists.iter().map(|of| all.binary_search(of).unwrap_or_default()).collect();
        Partitions { all, of_lists }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The place of a list's partition among all of them.
    pub fn of(&self, list: ListId) -> usize {
        self.of_lists.get(list.get()).copied().unwrap_or_default()
    }

    /// The files of a table, each with the place of its partition; registers, whose rows lists share, are not taken apart.
    pub fn files(&self, table: &Table) -> Vec<(Option<usize>, String)> {
        if self.is_empty() {
            return Vec::new();
        }
        if table.register {
            return vec![(None, path(table, None))];
        }
        self.all.iter().enumerate().map(|(at, of)| (Some(at), path(table, Some(of)))).collect()
    }

    /// The paths of all files, the checksums at the end.
    pub fn paths(&self) -> Vec<String> {
        let files = tables().iter().flat_map(|table| self.files(table)).map(|(_, path)| path);
        files.chain((!self.is_empty()).then(|| PARTITION_SUMS.to_owned())).collect()
    }
}

/// Writes the file of a table for one partition, from the records alone: a build makes it of rows that it has.
///
/// # Errors
///
/// Fails where `out` or a library does.
pub fn write_partition(
    table: &Table,
    at: Option<usize>,
    partitions: &Partitions,
    context: Context<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut file = Partitioned::begin(table, context.graph.model.languages(), [at].into_iter())?;
    let mut append = |_, bytes: &[u8]| out.write_all(bytes);
    let mut write = |context: Context<'_>| {
        let mut held = HeldRows::default();
        table.rows(context, &mut |cells| {
            held.row(cells);
            Ok(())
        })?;
        file.rows(at, &held, &mut append)
    };
    match at {
        None => write(context)?,
        Some(at) => {
            let lists = ListId::all(context.graph.model).filter(|list| partitions.of(*list) == at);
            lists.map(|list| context.only(list)).try_for_each(write)?;
        }
    }
    file.finish(&mut append).map(|_| ())
}

/// The checksums of the files of all partitions, by their paths.
pub fn partition_sums(files: &[(String, Measure)]) -> Vec<u8> {
    sums(files.iter().map(|(path, measure)| (path.strip_prefix(PARTITIONS).unwrap_or(path), measure)))
}

fn path(table: &Table, of: Option<&Partition>) -> String {
    let name = table.name;
    let Some(Partition { province, kind }) = of else { return format!("{PARTITIONS}{name}/{name}.parquet") };
    let province = province.as_ref().map_or(NOWHERE, Id::as_str);
    format!("{PARTITIONS}{name}/province={province}/list_kind={kind}/{name}.parquet")
}

/// The province that a region is or lies in. Regions above each other in a circle, which a rule reports, have none.
fn province(region: &Id, regions: &BTreeMap<&Id, &Region>) -> Option<Id> {
    let mut here = regions.get(region)?;
    for _ in 0..regions.len() {
        if here.level == Level::Province {
            return Some(here.slug.clone());
        }
        here = regions.get(here.parent.as_ref()?)?;
    }
    None
}
