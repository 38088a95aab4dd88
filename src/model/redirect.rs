//! An address that has moved.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An address of the site that is gone, and where a reader is led from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// The old address, a path from the root of the site such as `/lists/old-name/`.
    pub from: String,
    /// The new one, a path of the site such as `/lists/new-name/`, or an address of another site.
    pub to: String,
}

impl Redirect {
    /// The file at the old address, from the root of the site.
    pub fn file(&self) -> String {
        let path = self.from.trim_start_matches('/');
        let name = path.rsplit('/').next().unwrap_or_default();
        match name {
            "" => format!("{path}index.html"),
            name if name.contains('.') => path.to_owned(),
            _ => format!("{path}/index.html"),
        }
    }

    /// Whether it leads to another site.
    pub fn is_elsewhere(&self) -> bool {
        self.to.starts_with("https://") || self.to.starts_with("http://")
    }
}
