//! Findings as a report of GitLab on the quality of code, which shows them at their lines of a change: one JSON array.

use serde::Serialize;

use crate::diag::finding::Finding;
use crate::diag::{MessageLang, Severity};

use super::fingerprint::Fingerprints;

#[derive(Serialize)]
struct Issue<'f> {
    description: String,
    check_name: &'f str,
    fingerprint: String,
    severity: &'f str,
    location: Location<'f>,
}

#[derive(Serialize)]
struct Location<'f> {
    path: &'f str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// All findings; an empty array where there are none, because GitLab refuses an empty file.
pub(super) fn show(findings: &[Finding], speech: MessageLang) -> String {
    let mut fingerprints = Fingerprints::default();
    let issues: Vec<Issue<'_>> =
        findings.iter().map(|finding| issue(finding, speech, fingerprints.of(finding))).collect();
    // Plain structs of strings and numbers always serialize.
    serde_json::to_string_pretty(&issues).unwrap_or_default() + "\n"
}

fn issue<'f>(finding: &'f Finding, speech: MessageLang, fingerprint: String) -> Issue<'f> {
    let mut description = format!("{}: {}", finding.code.id, finding.message.say(speech));
    if let Some(help) = &finding.help {
        description.push('\n');
        description.push_str(help.say(speech));
    }
    Issue {
        description,
        check_name: finding.code.name,
        fingerprint,
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
        },
        location: Location { path: &finding.path, lines: Lines { begin: finding.position().0 } },
    }
}
