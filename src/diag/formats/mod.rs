//! How faults are shown, one format a file. Each takes findings and returns text; none prints.

mod concise;
mod digest;
mod fingerprint;
mod full;
mod github;
mod gitlab;
mod json;
mod junit;
mod sarif;
mod unified;

use super::finding::Finding;
use super::words::MessageLang;
use digest::Entry;

pub use digest::Shown;
pub use unified::unified;

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
    /// SARIF 2.1.0, one object.
    Sarif,
    /// A report of tests in XML.
    Junit,
}

impl MessageFormat {
    /// Whether a program reads it, and not a person.
    pub fn is_for_programs(self) -> bool {
        !matches!(self, MessageFormat::Full | MessageFormat::Concise)
    }

    /// Whether a host of repositories reads it, which knows files by their path from the root.
    pub fn is_for_hosts(self) -> bool {
        self.is_for_programs() && self != MessageFormat::Json
    }
}

/// Shows every finding; `colour` applies to the full format alone.
pub fn show(findings: &[Finding], format: MessageFormat, speech: MessageLang, colour: bool) -> String {
    match format {
        MessageFormat::Gitlab => return gitlab::show(findings, speech),
        MessageFormat::Sarif => return sarif::show(findings, speech),
        MessageFormat::Junit => return junit::show(findings, speech),
        _ => {}
    }
    let mut text = String::new();
    for finding in findings {
        match format {
            MessageFormat::Full => full::show(finding, speech, colour, &mut text),
            MessageFormat::Concise => concise::show(finding, speech, &mut text),
            MessageFormat::Json => json::show(finding, &mut text),
            MessageFormat::Github => github::show(finding, speech, &mut text),
            // All at once, above.
            MessageFormat::Gitlab | MessageFormat::Sarif | MessageFormat::Junit => {}
        }
    }
    text
}

/// Shows findings for a person to read: errors before warnings, the same fault a few times and then counted, and a summary
/// by code below.
pub fn report(findings: &[Finding], shown: &Shown, speech: MessageLang, colour: bool) -> String {
    let mut text = String::new();
    let entries = digest::entries(findings, shown, speech);
    for (index, entry) in entries.iter().enumerate() {
        match entry {
            Entry::One(finding) => full::show(finding, speech, colour, &mut text),
            Entry::Line(line) => {
                text.push_str(line);
                // Lines that follow each other stand together.
                let next = matches!(entries.get(index + 1), Some(Entry::Line(_)));
                text.push_str(if next { "\n" } else { "\n\n" });
            }
        }
    }
    text + &digest::summary(findings, speech)
}
