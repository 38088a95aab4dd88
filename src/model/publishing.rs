//! `data` of `site.yaml` in, which files of data the site publishes out.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::vocabulary::vocabulary;

vocabulary!(
    /// How much data a site publishes where it does not say more.
    DataPreset {
        /// Every format of everything, as a county or a city wants it, but Parquet in parts.
        County = "county",
        /// What stays useful with a thousand lists: CSV and Parquet of the whole site with a zip of them, Parquet in parts,
        /// a workbook and a zip for each list, JSON beside each page.
        Nation = "nation",
        /// Pages and search alone.
        None = "none",
    }
);

vocabulary!(
    /// A form in which the data of the whole site can be had.
    DataFormat {
        /// A table a file, for spreadsheets and statistics.
        Csv = "csv",
        /// A table a file, one array of objects, for scripts.
        Json = "json",
        /// A table a file, one object a line, for programs that read row by row.
        Ndjson = "ndjson",
        /// A table a file, in columns, for analysis of large data; only by a program with Parquet.
        Parquet = "parquet",
        /// A table a folder, in Parquet files apart by province and kind of list, for analysis on several machines; only
        /// by a program with Parquet.
        ParquetPartitioned = "parquet-partitioned",
        /// Every table in one Excel workbook.
        Workbook = "xlsx",
        /// Every table in one SQLite database that can be searched.
        Database = "sqlite",
        /// Who acts, under which law, in RDF (Turtle).
        Rdf = "rdf",
        /// The files of the data folder in one zip.
        Archive = "zip",
    }
);

vocabulary!(
    /// A form in which the data of one list can be had.
    ListFormat {
        /// An Excel workbook.
        Workbook = "xlsx",
        /// A zip of CSV files.
        Archive = "zip",
    }
);

/// Which data the site publishes; what is not chosen is neither made nor named on any page.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataChoice {
    /// What is published where the other keys do not say more; `county` where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preset: Option<DataPreset>,
    /// Forms of the data of the whole site, instead of those of the preset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Vec<DataFormat>>,
    /// Forms of the data of each list, instead of those of the preset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lists: Option<Vec<ListFormat>>,
    /// Whether the data of a page stand beside it as JSON, instead of what the preset says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<bool>,
}

/// The files of data that a site publishes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Publishing {
    site: BTreeSet<DataFormat>,
    lists: BTreeSet<ListFormat>,
    /// Whether the data of a page stand beside it as JSON.
    pub pages: bool,
}

impl DataChoice {
    /// What is published in the end.
    pub fn publishing(&self) -> Publishing {
        let preset = self.preset.unwrap_or(DataPreset::County);
        let Publishing { site, lists, pages } = preset.publishing();
        Publishing {
            site: self.site.as_ref().map_or(site, |own| own.iter().copied().collect()),
            lists: self.lists.as_ref().map_or(lists, |own| own.iter().copied().collect()),
            pages: self.pages.unwrap_or(pages),
        }
    }
}

/// Everything but what takes several machines to be of use.
const OF_COUNTY: &[DataFormat] = &[
    DataFormat::Csv,
    DataFormat::Json,
    DataFormat::Ndjson,
    DataFormat::Parquet,
    DataFormat::Workbook,
    DataFormat::Database,
    DataFormat::Rdf,
    DataFormat::Archive,
];

/// What stays useful with a thousand lists.
const OF_NATION: &[DataFormat] =
    &[DataFormat::Csv, DataFormat::Parquet, DataFormat::ParquetPartitioned, DataFormat::Archive];

impl DataPreset {
    fn publishing(self) -> Publishing {
        let (site, lists): (&[DataFormat], &[ListFormat]) = match self {
            DataPreset::County => (OF_COUNTY, ListFormat::ALL),
            DataPreset::Nation => (OF_NATION, ListFormat::ALL),
            DataPreset::None => (&[], &[]),
        };
        let pages = self != DataPreset::None;
        Publishing { site: site.iter().copied().collect(), lists: lists.iter().copied().collect(), pages }
    }
}

impl Publishing {
    /// Pages and search alone.
    pub fn nothing() -> Publishing {
        DataPreset::None.publishing()
    }

    /// Whether the data of the whole site can be had in a form.
    pub fn of_site(&self, format: DataFormat) -> bool {
        self.site.contains(&format)
    }

    /// Whether the data of each list can be had in a form.
    pub fn of_lists(&self, format: ListFormat) -> bool {
        self.lists.contains(&format)
    }

    /// Whether there is anything in the folder of the data.
    pub fn has_site(&self) -> bool {
        !self.site.is_empty()
    }

    /// Whether any data can be had beside those of single pages.
    pub fn has_files(&self) -> bool {
        self.has_site() || !self.lists.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{DataChoice, DataFormat, DataPreset, ListFormat, Publishing};

    #[test]
    fn what_is_said_goes_before_the_preset() {
        let all = DataChoice::default().publishing();
        let whole = |format: &&DataFormat| **format != DataFormat::ParquetPartitioned;
        assert!(DataFormat::ALL.iter().filter(whole).all(|format| all.of_site(*format)) && all.pages);
        let choice = DataChoice {
            preset: Some(DataPreset::None),
            site: Some(vec![DataFormat::Csv]),
            lists: None,
            pages: Some(true),
        };
        let some = choice.publishing();
        assert!(some.of_site(DataFormat::Csv) && !some.of_site(DataFormat::Json) && some.pages);
        assert!(!some.of_lists(ListFormat::Workbook) && some.has_files());
        assert!(!Publishing::nothing().has_files() && !Publishing::nothing().pages);
    }
}
