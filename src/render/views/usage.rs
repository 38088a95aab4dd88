//! A table in; how to cite it, and lines to copy into programs that open it, out.
//!
//! The lines work in the folder that the files were downloaded to, whatever the site is called: only the line that
//! fetches a file needs to know where the site lives. `tests/clients/lines_client.py` runs every one of them.

use serde::Serialize;

use crate::dataset::TableEntry;
use crate::model::{DataFormat, Release};
use crate::plan::Target;

use super::super::page::Page;

/// Something to copy.
#[derive(Serialize)]
pub struct LineView<'a> {
    /// The program or language, as in `data.use_*` of the strings.
    tool: &'static str,
    /// What it does.
    title: &'a str,
    /// One line, or several.
    text: String,
}

/// How to cite a table, or all of them: who publishes it, what it is called, which version or of when it is, where it stands.
pub(super) fn citation(page: &Page<'_>, table: Option<u32>) -> String {
    let site = &page.model().site;
    let plan = page.shared.plan;
    let target = table.map_or(Target::Data, Target::Table);
    let own = || if plan.base.is_known() { format!(" {}", plan.url(target, page.lang)) } else { String::new() };
    let release = site.release();
    // Where a version has an identifier, that is how it is found, wherever the site goes.
    let url = release.and_then(Release::doi_url).map_or_else(own, |url| format!(" {url}"));
    let day = release.map(|release| release.date).or(page.shared.catalogue.day());
    let day = day.map(|day| page.strings().date(day));
    let key = match (release, &day) {
        (Some(_), _) => "cite_release",
        (None, Some(_)) => "cite",
        (None, None) => "cite_undated",
    };
    let values = [
        ("publisher", page.bare(&site.publisher.name)),
        ("site", page.bare(&site.title)),
        ("table", table.map_or(page.t("data", "whole"), |index| page.bare(&page.table(index).title))),
        ("version", release.map_or("", |release| &release.version)),
        ("date", day.as_deref().unwrap_or_default()),
        ("licence", &site.licence.id),
        ("url", &url),
    ];
    page.strings().fill("data", key, &values)
}

/// Lines for the programs that people open tables with. Cells stay text, and an empty one alone is missing, not the text
/// `NA`. R reads Chinese in any locale: `fileEncoding` would turn the file into what the locale can write.
/// There are lines for the files that the site publishes, and no others.
pub(super) fn lines<'a>(page: &Page<'a>, table: &TableEntry) -> Vec<LineView<'a>> {
    let name = table.name;
    let data = &page.shared.plan.data;
    let mut lines = Vec::new();
    let mut line = |tool: &'static str, key: &str, text: String| {
        lines.push(LineView { tool, title: page.t("data", key), text });
    };
    let base = &page.shared.plan.base;
    if data.of_site(DataFormat::Csv) && base.is_known() {
        line("curl", "use_curl", format!("curl -O {}", base.absolute(&format!("data/{name}.csv"))));
    }
    if data.of_site(DataFormat::Csv) {
        line(
            "pandas",
            "use_pandas",
            format!(
                "import pandas as pd\n\
                 {name} = pd.read_csv(\"{name}.csv\", dtype=\"string\", keep_default_na=False, na_values=\"\")"
            ),
        );
        line(
            "r",
            "use_r",
            format!(
                "{name} <- read.csv(\"{name}.csv\", colClasses = \"character\", na.strings = \"\", encoding = \"UTF-8\")"
            ),
        );
        line(
            "duckdb",
            "use_duckdb",
            format!("SELECT * FROM read_csv('{name}.csv', header = true, all_varchar = true) LIMIT 10;"),
        );
    }
    if data.of_site(DataFormat::ParquetPartitioned) && cfg!(feature = "parquet") {
        line(
            "duckdb",
            "use_duckdb_parts",
            format!("SELECT * FROM read_parquet('parquet/{name}/**/*.parquet', hive_partitioning = true) LIMIT 10;"),
        );
        line("spark", "use_spark", format!("{name} = spark.read.parquet(\"parquet/{name}\")"));
    }
    if data.of_site(DataFormat::Database) {
        line("sqlite3", "use_sqlite3", format!("sqlite3 -header qingdan.db \"SELECT * FROM {name} LIMIT 10\""));
    }
    if data.has_site() {
        line("sha256sum", "use_sum", "sha256sum --check --ignore-missing SHA256SUMS".to_owned());
    }
    lines
}
