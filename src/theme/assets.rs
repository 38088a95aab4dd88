//! Style sheets and other assets of a theme in, the files to publish out.

use crate::diag::Failure;

use super::files::{Files, text};
use super::fingerprint::Fingerprint;

/// The style sheet of the layouts, which comes first.
const BASE: &str = "layouts/style.css";

/// The style sheet that comes last, so that it can undo what the others do.
const LAST: &str = "layouts/print.css";

/// The script of the search page.
const SCRIPT: &str = "assets/search.js";

/// Files to publish, by path from the root of the site.
#[derive(Debug)]
pub(super) struct Assets {
    /// Path of the one style sheet.
    pub stylesheet: String,
    /// Path of the script of the search page; empty where the theme has none.
    pub script: String,
    /// Path and bytes of every file.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Joins the style sheets: that of the layouts, those of the components by name, and the one for print.
pub(super) fn assets(files: &Files) -> Result<Assets, Failure> {
    let components = files.keys().filter(|name| name.starts_with("components/") && name.ends_with("/style.css"));
    let order = std::iter::once(BASE).chain(components.map(String::as_str)).chain(std::iter::once(LAST));
    let mut sheet = String::new();
    for file in order.filter_map(|name| files.get(name)) {
        sheet.push_str(text(file)?.trim());
        sheet.push('\n');
    }
    let stylesheet = format!("assets/style.{}.css", Fingerprint::of(sheet.as_bytes()));
    let mut published = vec![(stylesheet.clone(), sheet.into_bytes())];
    let mut script = String::new();
    if let Some(file) = files.get(SCRIPT) {
        script = format!("assets/search.{}.js", Fingerprint::of(&file.bytes));
        published.push((script.clone(), file.bytes.to_vec()));
    }
    let others = files.iter().filter(|(name, _)| name.starts_with("assets/") && *name != SCRIPT);
    published.extend(others.map(|(name, file)| (name.clone(), file.bytes.to_vec())));
    Ok(Assets { stylesheet, script, files: published })
}
