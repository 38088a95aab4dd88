//! A file that could not be read into its type in, every fault of it out.
//!
//! The loader reads each file straight into its type and stops at the first error. Only then is the file read again, as a
//! tree, and taken through the same `Deserialize` code by a deserializer of our own, which knows the place of every
//! value and passes over unknown keys. When a value is refused, it is reported and left out, and the tree is taken
//! through once more, until nothing is refused: so one run shows every fault of the file.

mod deserializer;
mod error;
mod scalar;
mod words;

use std::collections::HashSet;

use serde::de::DeserializeOwned;

use crate::diag::{At, Diagnostic, FileId, Place, Sink, closest};

use super::locate::shown;
use super::tree::{NodeKind, TreeNode, tree};
use deserializer::{NodeDeserializer, Reading};
use error::{ReadFault, Refusal};

/// Faults shown of one file at most; a file with more is of the wrong kind altogether.
const MOST: usize = 100;

/// Finds the faults of a file as a `T`. Returns whether any was found.
pub(super) fn diagnose<T: DeserializeOwned>(text: &str, file: FileId, sink: &mut Sink) -> bool {
    let root = match tree(text) {
        Ok(Some(root)) => root,
        Ok(None) => return false,
        Err(broken) => {
            sink.push(super::syntax::explain(text, file, &broken));
            return true;
        }
    };
    let mut found: Vec<(std::ops::Range<usize>, Diagnostic)> = Vec::new();
    let mut dropped: HashSet<usize> = HashSet::new();
    while found.len() < MOST {
        let context = Reading::new(&dropped);
        let result = T::deserialize(NodeDeserializer::new(&root, &context));
        for refusal in context.passed_over() {
            keep(text, file, &refusal, &mut found);
        }
        let Err(error) = result else { break };
        let Some(refusal) = error.refusal else { break };
        let follows = matches!(&refusal.fault, ReadFault::MissingKey(key) if explained(&refusal.node, key, &dropped));
        if !follows {
            keep(text, file, &refusal, &mut found);
        }
        if refusal.node.id == root.id || !dropped.insert(refusal.node.id) {
            break;
        }
    }
    found.sort_by_key(|(span, diagnostic)| (span.start, span.end, diagnostic.code.id));
    let any = !found.is_empty();
    for (_, diagnostic) in found {
        sink.push(diagnostic);
    }
    any
}

/// Whether a key is missing because of a fault that is reported anyway: its value was refused in an earlier round, or a
/// key of the mapping is a slip of it.
fn explained(mapping: &TreeNode, key: &str, dropped: &HashSet<usize>) -> bool {
    let NodeKind::Mapping(entries) = &mapping.kind else { return false };
    entries.iter().any(|(name, value)| {
        let name = name.scalar().unwrap_or_default();
        if name == key { dropped.contains(&value.id) } else { closest(name, [key]).is_some() }
    })
}

fn keep(text: &str, file: FileId, refusal: &Refusal, found: &mut Vec<(std::ops::Range<usize>, Diagnostic)>) {
    let span = shown(text, &refusal.node);
    let code = refusal.fault.code();
    if found.iter().any(|(have, diagnostic)| *have == span && diagnostic.code == code) {
        return;
    }
    if let ReadFault::Wrong { .. } = refusal.fault
        && let Some(diagnostic) = super::syntax::wide_colon_in(text, file, span.start)
    {
        found.push((span, diagnostic));
        return;
    }
    let (message, help) = words::of(&refusal.fault);
    let place = Place { file, at: At::Bytes(span.clone()) };
    let mut diagnostic = Diagnostic::error(code, place, message);
    diagnostic.help = help;
    found.push((span, diagnostic));
}
