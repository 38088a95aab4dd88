//! The table of the releases of the data.

use crate::dataset::build::TableOf;
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::position;
use crate::dataset::table::Table;
use crate::model::Release;

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![
        TableOf::new(
            "releases",
            ["数据版本", "Releases of the data"],
            ["数据的一个版本，最新的在前", "One release of the data, the newest first"],
            &["version"],
            rows,
        )
        .register()
        .plain(
            "version",
            ["版本号", "Version"],
            ["版本号，按文本保存", "What the version is called, kept as text"],
            |r| Some(&r.value.version),
        )
        .required()
        .column(position())
        .date("date", ["发布日期", "Date"], ["发布的日期", "Day on which it was published"], |r| {
            Some(r.value.date)
        })
        .required()
        .text(
            "changes",
            ["变动", "Changes"],
            ["与上一版本相比改了什么", "What changed since the version before it"],
            |r| Some(&r.value.changes),
        )
        .required()
        .plain(
            "doi",
            ["DOI号", "DOI"],
            ["该版本的数字对象标识符", "Digital object identifier of this version"],
            |r| r.value.doi.as_deref(),
        )
        .done(),
    ]
}

fn rows(context: Context<'_>) -> Rows<'_, Release> {
    let releases = context.graph.model.site.releases.iter().enumerate();
    Box::new(releases.map(move |(index, release)| Row::top(context, release, &release.version, index, None)))
}
