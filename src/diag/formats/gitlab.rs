//! Findings as a report of GitLab on the quality of code, which shows them at their lines of a change: one JSON array.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::diag::finding::Finding;
use crate::diag::{MessageLang, Severity};

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
    let mut seen = BTreeMap::new();
    let issues: Vec<Issue<'_>> = findings.iter().map(|finding| issue(finding, speech, &mut seen)).collect();
    // Plain structs of strings and numbers always serialize.
    serde_json::to_string_pretty(&issues).unwrap_or_default() + "\n"
}

fn issue<'f>(finding: &'f Finding, speech: MessageLang, seen: &mut BTreeMap<String, usize>) -> Issue<'f> {
    let mut description = format!("{}: {}", finding.code.id, finding.message.say(speech));
    if let Some(help) = &finding.help {
        description.push('\n');
        description.push_str(help.say(speech));
    }
    Issue {
        description,
        check_name: finding.code.name,
        fingerprint: fingerprint(finding, seen),
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
        },
        location: Location { path: &finding.path, lines: Lines { begin: finding.position().0 } },
    }
}

/// What tells a finding from every other and stays when lines above it come or go, or messages are in another language,
/// so that GitLab knows which findings a change brings and which it mends.
fn fingerprint(finding: &Finding, seen: &mut BTreeMap<String, usize>) -> String {
    let line = finding.source.lines().nth(finding.position().0 - 1).unwrap_or_default();
    let identity = [finding.code.id, &finding.path, &finding.message.zh, line.trim()].join("\n");
    let before = seen.entry(identity.clone()).or_default();
    let text = format!("{identity}\n{before}");
    *before += 1;
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
