//! Findings in; for each what tells it from every other and stays when lines above it come or go, or messages are in
//! another language, out: so a host knows which findings a change brings and which it mends.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::diag::finding::Finding;

/// The fingerprints of findings that are shown together: the same fault on the same words is told apart by its count.
#[derive(Default)]
pub(super) struct Fingerprints {
    seen: BTreeMap<String, usize>,
}

impl Fingerprints {
    /// The fingerprint of the next finding, 64 hexadecimal digits.
    pub fn of(&mut self, finding: &Finding) -> String {
        let line = finding.source.lines().nth(finding.position().0 - 1).unwrap_or_default();
        let identity = [finding.code.id, &finding.path, &finding.message.zh, line.trim()].join("\n");
        let before = self.seen.entry(identity.clone()).or_default();
        let text = format!("{identity}\n{before}");
        *before += 1;
        Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
