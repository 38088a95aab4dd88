//! Style sheets and other assets of a theme in, the files to publish out.

use crate::diag::Failure;

use super::files::{Files, text};
use super::fingerprint::Fingerprint;
use super::minify::minify;

/// The style sheet of the layouts, which comes first.
const BASE: &str = "layouts/style.css";

/// The style sheet that comes last, so that it can undo what the others do.
const LAST: &str = "layouts/print.css";

/// Files to publish, by path from the root of the site.
#[derive(Debug)]
pub(super) struct Assets {
    /// Path of the one style sheet.
    pub stylesheet: String,
    /// Name and path of every script; the path changes with what is in it.
    pub scripts: Vec<(String, String)>,
    /// Path and bytes of every file.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Joins the style sheets: that of the layouts, those of the components by name, and the one for print.
pub(super) fn assets(files: &Files) -> Result<Assets, Failure> {
    let components = files.keys().filter(|name| name.starts_with("components/") && name.ends_with("/style.css"));
    let order = std::iter::once(BASE).chain(components.map(String::as_str)).chain(std::iter::once(LAST));
    let mut sheet = String::new();
    for file in order.filter_map(|name| files.get(name)) {
        minify(text(file)?, &mut sheet);
    }
    let stylesheet = format!("assets/style.{}.css", Fingerprint::of(sheet.as_bytes()));
    let mut published = vec![(stylesheet.clone(), sheet.into_bytes())];
    let mut scripts = Vec::new();
    for (path, file) in files.iter().filter(|(path, _)| path.starts_with("assets/")) {
        let script = path.strip_prefix("assets/").and_then(|name| Some((name, name.strip_suffix(".js")?)));
        let path = match script {
            Some((name, stem)) => {
                let path = format!("assets/{stem}.{}.js", Fingerprint::of(&file.bytes));
                scripts.push((name.to_owned(), path.clone()));
                path
            }
            None => path.clone(),
        };
        published.push((path, file.bytes.to_vec()));
    }
    Ok(Assets { stylesheet, scripts, files: published })
}
