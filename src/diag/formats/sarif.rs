//! Findings as SARIF 2.1.0 (OASIS), which hosts of repositories and editors of many makers read: one JSON object.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::diag::finding::Finding;
use crate::diag::{Code, Message, MessageLang, Severity};

use super::fingerprint::Fingerprints;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// All findings as one run; a run without results where there are none.
pub(super) fn show(findings: &[Finding], speech: MessageLang) -> String {
    let codes: BTreeSet<&str> = findings.iter().map(|finding| finding.code.id).collect();
    let codes: Vec<&Code> =
        codes.into_iter().filter_map(|id| findings.iter().map(|of| of.code).find(|code| code.id == id)).collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(code, speech)).collect();
    let mut fingerprints = Fingerprints::default();
    let results = findings.iter().map(|finding| {
        let at = codes.iter().position(|code| code.id == finding.code.id).unwrap_or_default();
        result(finding, at, speech, fingerprints.of(finding))
    });
    let language = match speech {
        MessageLang::Zh => "zh-CN",
        MessageLang::En => "en",
    };
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "qingdan",
                "version": env!("CARGO_PKG_VERSION"),
                "language": language,
                "rules": rules,
            }},
            "language": language,
            // A Chinese character is one column, whatever it takes in memory.
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    });
    // Maps with keys of text always serialize.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn rule(code: &Code, speech: MessageLang) -> Value {
    let say = |words: [&str; 2]| match speech {
        MessageLang::Zh => words[0].to_owned(),
        MessageLang::En => words[1].to_owned(),
    };
    json!({
        "id": code.id,
        "name": code.name,
        "shortDescription": {"text": say(code.what)},
        "fullDescription": {"text": say(code.why)},
        "help": {"text": say(code.fix)},
    })
}

fn result(finding: &Finding, rule: usize, speech: MessageLang, fingerprint: String) -> Value {
    let said = |message: &Message| message.say(speech).to_owned();
    let mut text = said(&finding.message);
    for more in [&finding.label, &finding.help].into_iter().flatten() {
        text.push('\n');
        text.push_str(&said(more));
    }
    let artifact = json!({"uri": uri(&finding.path)});
    let mut place = json!({"artifactLocation": artifact});
    let region = region(finding);
    if let Some(region) = &region {
        place["region"] = region.clone();
    }
    let mut result = json!({
        "ruleId": finding.code.id,
        "ruleIndex": rule,
        "level": match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"qingdan/v1": fingerprint},
    });
    if let Some((span, fix)) = finding.proposal() {
        let [(line, column), (end_line, end_column)] = finding.lines(&span);
        let region = json!({"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column});
        let replaced = json!({"deletedRegion": region, "insertedContent": {"text": fix}});
        let description = json!({"text": finding.help.as_ref().map_or_else(|| fix.to_owned(), said)});
        let changes = json!([{"artifactLocation": artifact, "replacements": [replaced]}]);
        result["fixes"] = json!([{"description": description, "artifactChanges": changes}]);
    }
    result
}

/// Lines and columns from 1; the end is the column behind the last character. None for a fault of a file as a whole.
fn region(finding: &Finding) -> Option<Value> {
    let ((line, column), (end_line, end_column)) = (finding.position(), finding.end()?);
    Some(json!({"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}))
}

/// A path as a relative reference (RFC 3986), with `/` whatever the system.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            b'\\' if cfg!(windows) => uri.push('/'),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}
