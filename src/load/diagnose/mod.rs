//! A file that could not be read into its type in, every fault of it out.
//!
//! The loader reads each file straight into its type and stops at the first error. Only then is the file read again, as a
//! tree, and taken through the same `Deserialize` code by a deserializer of our own, which knows the place of every
//! value and passes over unknown keys. When a value is refused, it is reported and left out, and where a key is missing
//! something stands in for it; then the tree is taken through once more, until nothing is refused: so one run shows every
//! fault of the file, and all keys that a record lacks together. What a message proposes is taken through as well.

mod deserializer;
mod error;
mod filler;
mod notation;
mod proposal;
mod scalar;
mod words;

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use serde::de::DeserializeOwned;

use crate::diag::{At, Diagnostic, FileId, Place, Sink, closest};

use super::locate::shown;
use super::repair::{self, Repair};
use super::tree::{NodeKind, TreeNode, tree};
use deserializer::{NodeDeserializer, Reading};
use error::{ReadFault, Refusal};
use proposal::Setting;

/// Faults shown of one file at most; a file with more is of the wrong kind altogether.
const MOST: usize = 100;
/// Rounds through one file at most.
const ROUNDS: usize = 300;
/// Proposals that are tried out in one file at most.
const TRIED: usize = 30;
/// Bytes that are read for that at most.
const TRIED_BYTES: usize = 2 << 20;
/// Values that are gone through at most, all rounds together, and as many again for proposals: a large file of the wrong kind shows
/// fewer of its faults.
const VISITED: usize = 1_000_000;

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
    let refusals = refusals::<T>(text, &root);
    let known: Vec<String> = refusals.iter().map(|refusal| format!("{:?}", refusal.fault)).collect();
    let mut found: Vec<(Range<usize>, Diagnostic)> = Vec::new();
    let mut tried = 0;
    let visits = root.weight.saturating_mul(known.len().max(1));
    let most = TRIED.min(TRIED_BYTES / text.len().max(1)).min(VISITED / visits.max(1));
    for refusal in &refusals {
        let span = shown(text, &refusal.node);
        if tried < most
            && let Some(respelled) = respelled::<T>(text, refusal, span.start, &known)
        {
            found.push((span, super::syntax::repaired(file, respelled)));
            continue;
        }
        let setting = Setting { text, key: key_of(&root, refusal.node.id, None).flatten() };
        let near = proposal::of(&refusal.fault, &refusal.node, &setting);
        // What a message proposes must pass itself; a word that was meant may be told where something else is wrong with it.
        let fix = near.clone().filter(|fix| {
            tried += 1;
            tried > most || passes::<T>(text, span.clone(), fix, &known)
        });
        let word = matches!(refusal.fault, ReadFault::UnknownKey(..) | ReadFault::UnknownWord(..));
        let near = near.filter(|key| word && !has_key(&root, refusal.node.id, key));
        let is_safe = fix.as_deref().is_some_and(|fix| notation::is_alone(&refusal.fault, &refusal.node, fix));
        let fault = diagnostic(text, file, refusal, span.clone(), [fix, near], &setting);
        found.push((span, if is_safe { fault.safe(true) } else { fault }));
    }
    found.sort_by_key(|(span, diagnostic)| (span.start, span.end, diagnostic.code.id));
    let any = !found.is_empty();
    for (_, diagnostic) in found {
        sink.push(diagnostic);
    }
    any
}

/// What is refused of a tree, round after round, each place once; the keys that a record lacks together.
fn refusals<T: DeserializeOwned>(text: &str, root: &Rc<TreeNode>) -> Vec<Refusal> {
    let mut found: Vec<Refusal> = Vec::new();
    let mut dropped: HashSet<usize> = HashSet::new();
    let mut filled: HashMap<usize, Vec<String>> = HashMap::new();
    for _ in 0..ROUNDS.min(VISITED / root.weight.max(1)).max(1) {
        if found.len() >= MOST {
            break;
        }
        let context = Reading::new(&dropped, &filled);
        let result = T::deserialize(NodeDeserializer::new(root, &context));
        let of_filler = context.filler_refused();
        for refusal in context.passed_over() {
            if found.len() < MOST {
                keep(text, refusal, &mut found);
            }
        }
        let Err(error) = result else { break };
        let Some(refusal) = error.refusal else { break };
        let id = refusal.node.id;
        if let ReadFault::MissingKeys(keys) = &refusal.fault
            && !of_filler
            && let Some(key) = keys.first()
        {
            let entries = filled.entry(id).or_default();
            if !entries.contains(key) {
                entries.push(key.clone());
                if !explained(&refusal.node, key, &dropped) {
                    keep(text, refusal, &mut found);
                }
                continue;
            }
        } else if !of_filler {
            keep(text, refusal, &mut found);
        }
        if id == root.id || !dropped.insert(id) {
            break;
        }
    }
    found
}

/// Whether a key is missing because of a fault that is reported anyway: its value was refused in an earlier round, or a
/// key of the mapping is a slip of it.
fn explained(mapping: &TreeNode, key: &str, dropped: &HashSet<usize>) -> bool {
    let NodeKind::Mapping(entries) = &mapping.kind else { return false };
    entries.iter().any(|(name, value)| {
        let name = name.scalar().unwrap_or_default();
        let bare = name.split([':', '：']).next().unwrap_or_default();
        let slip = || closest(bare, [key]).is_some() || crate::meant::key(bare, &[key]).is_some();
        if name == key { dropped.contains(&value.id) } else { slip() }
    })
}

/// Takes a refusal, unless there is one of its place and kind; keys that one record lacks become one.
fn keep(text: &str, refusal: Refusal, found: &mut Vec<Refusal>) {
    let span = shown(text, &refusal.node);
    for have in found.iter_mut() {
        if have.node.id == refusal.node.id
            && let (ReadFault::MissingKeys(keys), ReadFault::MissingKeys(more)) = (&mut have.fault, &refusal.fault)
        {
            keys.extend(more.iter().cloned());
            return;
        }
        let same_place = shown(text, &have.node) == span;
        let missing = matches!(have.fault, ReadFault::MissingKeys(_)) && have.node.id != refusal.node.id;
        if same_place && have.fault.code() == refusal.fault.code() && !missing {
            return;
        }
    }
    found.push(refusal);
}

/// Whether nothing new is refused once the proposal stands in the place of what is shown, and something less.
fn passes<T: DeserializeOwned>(text: &str, span: Range<usize>, fix: &str, known: &[String]) -> bool {
    let mut mended = text.to_owned();
    mended.replace_range(span, fix);
    let Ok(Some(root)) = tree(&mended) else { return false };
    let mut left: Vec<&String> = known.iter().collect();
    let after = refusals::<T>(&mended, &root);
    after.len() < known.len()
        && after.iter().all(|refusal| {
            let words = format!("{:?}", refusal.fault);
            left.iter().position(|have| **have == words).map(|at| left.swap_remove(at)).is_some()
        })
}

/// Another spelling of the line after which nothing is wrong with it, where a key holds a colon that has no blank behind it
/// or is full-width, or a part of a text between curly quotes, which was cut at its comma.
fn respelled<T: DeserializeOwned>(text: &str, refusal: &Refusal, at: usize, known: &[String]) -> Option<Repair> {
    let marks: &[char] = &[':', '：', '“', '”', '＂'];
    let colon = refusal.node.scalar().is_some_and(|typed| typed.contains(marks));
    let key = match &refusal.fault {
        ReadFault::UnknownKey(..) => true,
        ReadFault::Wrong { wanted, .. } => wanted.starts_with("a language tag ") || wanted.starts_with("struct "),
        _ => false,
    };
    if !colon || !key {
        return None;
    }
    repair::respelled(text, at).into_iter().find(|one| passes::<T>(text, one.span.clone(), &one.fix, known))
}

/// The key whose value a node is, or is an entry of: the outer `None` where it is not below `node`.
fn key_of<'t>(node: &'t TreeNode, id: usize, key: Option<&'t str>) -> Option<Option<&'t str>> {
    if node.id == id {
        return Some(key);
    }
    match &node.kind {
        NodeKind::Scalar { .. } => None,
        NodeKind::Sequence(entries) => entries.iter().find_map(|entry| key_of(entry, id, key)),
        NodeKind::Mapping(entries) => entries
            .iter()
            .find_map(|(name, value)| if name.id == id { Some(None) } else { key_of(value, id, name.scalar()) }),
    }
}

/// Whether the mapping that a node is a key of has another key already.
fn has_key(node: &TreeNode, id: usize, key: &str) -> bool {
    match &node.kind {
        NodeKind::Scalar { .. } => false,
        NodeKind::Sequence(entries) => entries.iter().any(|entry| has_key(entry, id, key)),
        NodeKind::Mapping(entries) if entries.iter().any(|(name, _)| name.id == id) => {
            entries.iter().any(|(name, _)| name.scalar() == Some(key))
        }
        NodeKind::Mapping(entries) => entries.iter().any(|(_, value)| has_key(value, id, key)),
    }
}

fn diagnostic(
    text: &str,
    file: FileId,
    refusal: &Refusal,
    span: Range<usize>,
    [fix, near]: [Option<String>; 2],
    setting: &Setting<'_>,
) -> Diagnostic {
    if let ReadFault::Wrong { .. } = refusal.fault
        && fix.is_none()
        && let Some(diagnostic) = super::syntax::wide_colon_in(text, file, span.start)
    {
        return diagnostic;
    }
    let (message, help) = words::of(&refusal.fault, fix.as_deref().or(near.as_deref()), setting.key);
    let place = Place { file, at: At::Bytes(span) };
    let mut diagnostic = Diagnostic::error(refusal.fault.code(), place, message);
    diagnostic.help = help;
    diagnostic.fix = fix;
    diagnostic
}
