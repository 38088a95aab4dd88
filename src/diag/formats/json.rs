//! A finding as one JSON object on a line, for editors and CI.

use serde::Serialize;

use crate::diag::finding::Finding;
use crate::diag::{Message, Severity};

#[derive(Serialize)]
struct Shape<'f> {
    code: &'f str,
    name: &'f str,
    severity: &'f str,
    file: &'f str,
    line: usize,
    column: usize,
    /// Bytes of the file, from and to.
    span: Option<[usize; 2]>,
    message: Both<'f>,
    help: Option<Both<'f>>,
    /// What to write in the place of the span, where there is one right form.
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<&'f str>,
    /// What `check --fix` does about it: bytes of the file, and what takes their place.
    #[serde(skip_serializing_if = "Option::is_none")]
    mend: Option<Mend<'f>>,
}

#[derive(Serialize)]
struct Mend<'f> {
    span: [usize; 2],
    text: &'f str,
}

#[derive(Serialize)]
struct Both<'f> {
    zh: &'f str,
    en: &'f str,
}

fn both(words: &Message) -> Both<'_> {
    Both { zh: &words.zh, en: &words.en }
}

/// Appends one finding.
pub(super) fn show(finding: &Finding, out: &mut String) {
    let (line, column) = finding.position();
    let shape = Shape {
        code: finding.code.id,
        name: finding.code.name,
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        file: &finding.path,
        line,
        column,
        span: finding.span.clone().map(|span| [span.start, span.end]),
        message: both(&finding.message),
        help: finding.help.as_ref().map(both),
        fix: finding.fix.as_deref(),
        mend: finding.mend.as_ref().map(|(span, text)| Mend { span: [span.start, span.end], text }),
    };
    // Plain structs of strings and numbers always serialize.
    out.push_str(&serde_json::to_string(&shape).unwrap_or_default());
    out.push('\n');
}
