//! A value in, a file of the index out.

use serde_json::{Value, json};

use crate::diag::Failure;

/// Takes a file of the index: its name in the folder of the index, and its bytes.
pub type Emit<'k> = dyn FnMut(&str, &[u8]) -> Result<(), Failure> + 'k;

/// A file is a call that hands its value to the page: pages opened from a disk may load scripts and nothing else.
pub fn put(name: &str, value: &Value, emit: &mut Emit<'_>) -> Result<(), Failure> {
    emit(&format!("{name}.js"), format!("qingdanSearch({},{value})\n", json!(name)).as_bytes())
}
