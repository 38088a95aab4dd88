//! Style sheets and other assets of a theme in, the files to publish out.

use crate::diag::Failure;

use super::files::{Files, text};
use super::squeeze::squeeze;

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
        squeeze(text(file)?, &mut sheet);
    }
    let stylesheet = format!("assets/style.{:016x}.css", fingerprint(sheet.as_bytes()));
    let mut published = vec![(stylesheet.clone(), sheet.into_bytes())];
    let mut scripts = Vec::new();
    for (path, file) in files.iter().filter(|(path, _)| path.starts_with("assets/")) {
        let script = path.strip_prefix("assets/").and_then(|name| Some((name, name.strip_suffix(".js")?)));
        let path = match script {
            Some((name, stem)) => {
                let path = format!("assets/{stem}.{:016x}.js", fingerprint(&file.bytes));
                scripts.push((name.to_owned(), path.clone()));
                path
            }
            None => path.clone(),
        };
        published.push((path, file.bytes.to_vec()));
    }
    Ok(Assets { stylesheet, scripts, files: published })
}

/// FNV-1a, which is enough to give another name to another content.
pub(crate) fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn another_content_has_another_fingerprint() {
        assert_eq!(fingerprint(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_ne!(fingerprint(b"a{}"), fingerprint(b"b{}"));
    }
}
