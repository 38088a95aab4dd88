//! How faults are shown, one format a file. Each takes findings and returns text; none prints.

mod concise;
mod full;
mod json;

use super::finding::Finding;
use super::words::MessageLang;

/// A way to show faults.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MessageFormat {
    /// With the line of the file and the columns underlined.
    #[default]
    Full,
    /// One line a fault.
    Concise,
    /// One JSON object a line.
    Json,
}

/// Shows findings; `colour` applies to the full format alone.
pub fn show(findings: &[Finding], format: MessageFormat, speech: MessageLang, colour: bool) -> String {
    let mut text = String::new();
    for finding in findings {
        match format {
            MessageFormat::Full => full::show(finding, speech, colour, &mut text),
            MessageFormat::Concise => concise::show(finding, speech, &mut text),
            MessageFormat::Json => json::show(finding, &mut text),
        }
    }
    text
}
