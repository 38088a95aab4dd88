//! The styles of a workbook in XML in, the format of numbers of each style out.

use std::collections::BTreeMap;

use crate::import::read::number_format::NumberFormat;
use crate::import::read::refusal::Refusal;
use crate::import::read::xml::root;

/// Reads the styles.
pub(super) fn read(text: &str) -> Result<Vec<NumberFormat>, Refusal> {
    let styles = root(text, "styleSheet")?;
    let codes = styles.child("numFmts").into_iter().flat_map(|node| node.all("numFmt"));
    let codes: BTreeMap<u32, NumberFormat> = codes
        .filter_map(|node| Some((node.number("numFmtId")?, NumberFormat::of_code(node.get("formatCode")?))))
        .collect();
    let cells = styles.child("cellXfs").into_iter().flat_map(|node| node.all("xf"));
    let formats = cells.map(|node| {
        let id = node.number("numFmtId").unwrap_or(0);
        codes.get(&id).cloned().unwrap_or_else(|| NumberFormat::of_id(id))
    });
    Ok(formats.collect())
}
