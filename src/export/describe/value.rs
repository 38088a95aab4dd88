//! Phrases, texts and cells as the values that several descriptions hold.

use serde_json::Value;

use crate::dataset::{Bilingual, CellKind, Survey, Table};
use crate::export::measure::Measure;
use crate::model::{Lang, Model, Text};

/// A table as it was written.
#[derive(Clone, Copy, Debug)]
pub struct Described<'t> {
    /// The table.
    pub table: &'t Table,
    /// What is known of it as a whole.
    pub survey: &'t Survey,
    /// Its CSV file.
    pub csv: &'t Measure,
}

/// What a date looks like: as precise as the paper prints it, so no type of date fits.
pub const DATE: &str = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

/// The text of a cell as the value that it stands for.
pub fn typed(kind: CellKind, text: &str) -> Value {
    match kind {
        CellKind::String | CellKind::Date => text.into(),
        CellKind::Integer | CellKind::Number | CellKind::Boolean => {
            serde_json::from_str(text).unwrap_or_else(|_| text.into())
        }
    }
}

/// A description as the bytes of its file.
pub fn file(value: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// A phrase in both languages, each under the key with its language.
pub fn in_each(key: &str, phrase: Bilingual) -> [(String, Value); 2] {
    let [zh, en] = phrase;
    [(format!("{key}_zh"), zh.into()), (format!("{key}_en"), en.into())]
}

/// A text of the content in every language of the site that it has, each under the key with its language.
pub fn forms(key: &str, text: &Text, model: &Model) -> Vec<(String, Value)> {
    let form = |lang: &Lang| Some((format!("{key}_{lang}"), text.get(*lang)?.into()));
    model.languages().iter().filter_map(form).collect()
}
