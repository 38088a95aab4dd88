//! A kind of record in, the schema of the data file beside its page out.

use serde_json::{Value, json};

use crate::export::record::RecordKind;

use super::form;

/// The schema of the data files of a kind.
pub fn schema(record: &RecordKind) -> Value {
    let mut generator = form::writing();
    let mut shape = (record.shape)(&mut generator).to_value();
    // The kind is named in the file, and is this one.
    shape["properties"]["meta"]["type"] = "object".into();
    shape["properties"]["meta"]["properties"] = json!({"kind": {"const": record.kind}});
    let [zh, en] = record.title;
    form::root(&format!("{zh} · {en}"), shape, generator)
}
