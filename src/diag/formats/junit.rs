//! Findings as a report of tests in the XML of `JUnit`, which services that know nothing of lists show all the same: each
//! error a test that failed, each warning one that passed with a remark.

use std::fmt::Write;

use crate::diag::finding::Finding;
use crate::diag::{MessageLang, Severity};

use super::concise;

/// All findings; one test that passed where there are none, because some services refuse a report without tests.
pub(super) fn show(findings: &[Finding], speech: MessageLang) -> String {
    let tests = findings.len().max(1);
    let failures = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let counts = format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"0\"");
    let _ = writeln!(out, "<testsuites name=\"qingdan\" {counts}>");
    let _ = writeln!(out, "  <testsuite name=\"qingdan check\" {counts} skipped=\"0\">");
    if findings.is_empty() {
        let _ = writeln!(out, "    <testcase classname=\"content\" name=\"qingdan check\"/>");
    }
    for finding in findings {
        test(finding, speech, &mut out);
    }
    out.push_str("  </testsuite>\n</testsuites>\n");
    out
}

fn test(finding: &Finding, speech: MessageLang, out: &mut String) {
    let (line, column) = finding.position();
    let name = format!("{} {} {line}:{column}", finding.code.id, finding.code.name);
    let message = finding.message.say(speech);
    let mut text = String::new();
    concise::show(finding, speech, &mut text);
    if let Some(help) = &finding.help {
        text.push_str(help.say(speech));
        text.push('\n');
    }
    let (path, name, message, text) = (escape(&finding.path), escape(&name), escape(message), escape(&text));
    let _ = writeln!(out, "    <testcase classname=\"{path}\" name=\"{name}\">");
    let _ = match finding.severity {
        Severity::Error => {
            writeln!(out, "      <failure type=\"{}\" message=\"{message}\">{text}</failure>", finding.code.name)
        }
        Severity::Warning => writeln!(out, "      <system-out>{text}</system-out>"),
    };
    out.push_str("    </testcase>\n");
}

/// Text for an element or an attribute. What XML cannot say at all is shown as the replacement character.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push('\t'),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}
