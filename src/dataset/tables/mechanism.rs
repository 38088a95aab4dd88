//! The table of the accountability mechanisms.

use crate::dataset::build::TableOf;
use crate::dataset::records::mechanism;
use crate::dataset::shared::{id, list_id, number, position, source, url};
use crate::dataset::table::Table;

/// The table.
pub(super) fn tables() -> Vec<Table> {
    vec![
        TableOf::new(
            "mechanism",
            ["责任追究机制", "Accountability mechanism"],
            ["责任追究机制中的一类机关", "One body of a list's accountability mechanism"],
            &["id"],
            mechanism,
        )
        .column(id())
        .column(url())
        .column(list_id())
        .column(position())
        .column(number(|r| r.value.number.as_deref()))
        .text("body", ["机关", "Body"], ["追责的机关", "The body"], |r| Some(&r.value.body))
        .required()
        .text("role", ["职责", "Role"], ["对谁追责", "Whom it holds to account"], |r| Some(&r.value.role))
        .required()
        .text("procedure", ["程序", "Procedure"], ["怎样追责", "How it proceeds"], |r| r.value.procedure.as_ref())
        .columns(source())
        .done(),
    ]
}
