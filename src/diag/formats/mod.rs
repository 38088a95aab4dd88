//! How faults are shown, one format a file. Each takes findings and returns text; none prints.

mod concise;
mod full;
mod github;
mod gitlab;
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
    /// One workflow command of GitHub a line.
    Github,
    /// One JSON array, as GitLab reads reports on the quality of code.
    Gitlab,
}

impl MessageFormat {
    /// Whether a program reads it, and not a person.
    pub fn is_for_programs(self) -> bool {
        !matches!(self, MessageFormat::Full | MessageFormat::Concise)
    }
}

/// Shows findings; `colour` applies to the full format alone.
pub fn show(findings: &[Finding], format: MessageFormat, speech: MessageLang, colour: bool) -> String {
    if format == MessageFormat::Gitlab {
        return gitlab::show(findings, speech);
    }
    let mut text = String::new();
    for finding in findings {
        match format {
            MessageFormat::Full => full::show(finding, speech, colour, &mut text),
            MessageFormat::Concise => concise::show(finding, speech, &mut text),
            MessageFormat::Json => json::show(finding, &mut text),
            MessageFormat::Github => github::show(finding, speech, &mut text),
            // All at once, above.
            MessageFormat::Gitlab => {}
        }
    }
    text
}
