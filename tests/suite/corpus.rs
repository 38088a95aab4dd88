//! 150 faulty lists: one mistake in each, of the kinds that people make. Where the fault is, the planter says; what may be
//! mended without asking is mended, and no other byte changes.

pub mod content;
mod kinds;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use qingdan::check::check;
use qingdan::diag::{Diagnostic, Sink};
use qingdan::load::{Locator, load};
use qingdan::pipeline::{self, Job};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::support::{Silence, scratch};
use kinds::{Cure, MISTAKES, Mistake};

/// Where a fault was planted, in lines and characters from 1, and its file with it and once it is cured.
struct Planted {
    place: (usize, usize),
    faulty: String,
    cured: Option<String>,
}

fn planted(lists: &BTreeMap<String, String>, (kind, _, file, from, to, cure): &Mistake) -> Planted {
    let text = &lists[*file];
    let at = text.find(from).unwrap_or_else(|| panic!("{kind}: {file} has no {from:?}"));
    let put = |new: &str| format!("{}{new}{}", &text[..at], &text[at + from.len()..]);
    let before = to.split_once('▸').map(|(before, _)| before).expect("a mark");
    let head = format!("{}{before}", &text[..at]);
    let line = head.rsplit('\n').next().unwrap_or_default();
    let place = (head.matches('\n').count() + 1, line.chars().count() + 1);
    let cured = match cure {
        Cure::Back => Some(text.clone()),
        Cure::As(new) => Some(put(new)),
        Cure::Ask => None,
    };
    Planted { place, faulty: put(&to.replace('▸', "")), cured }
}

/// Mistakes in files of their own, which are tried together: of those that are found as a file is read, or of the others,
/// which are only looked for where every file can be read.
fn batches() -> Vec<Vec<&'static Mistake>> {
    let stage = |(_, code, ..): &Mistake| match *code {
        "E041" => 2,
        code => u8::from(!(code < "E010" || ("E060".."E065").contains(&code))),
    };
    let mut batches: Vec<Vec<&Mistake>> = Vec::new();
    for mistake in MISTAKES {
        let is_free = |batch: &&mut Vec<&Mistake>| {
            batch.iter().all(|other| stage(other) == stage(mistake) && other.2 != mistake.2)
        };
        match batches.iter_mut().find(is_free) {
            Some(batch) => batch.push(mistake),
            None => batches.push(vec![mistake]),
        }
    }
    batches
}

fn lay_out(root: &Path, files: &BTreeMap<String, String>) {
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}

/// A fault: code, path from the content folder, line and column.
type Fault = (String, String, (usize, usize));

/// What is wrong with the records of a content. Pages are made of it only where `is_whole`, which takes longer.
fn faults(content: &Path, is_whole: bool) -> Vec<Fault> {
    if is_whole {
        let job = Job { content: content.to_owned(), jobs: 1, ..Job::default() };
        let found = pipeline::run(&job, &Silence).expect("a check").findings;
        let path = |full: &str| full.strip_prefix(&format!("{}/", content.display())).unwrap_or(full).to_owned();
        return found.iter().map(|one| (one.code.id.to_owned(), path(&one.path), one.position())).collect();
    }
    let mut sink = Sink::new();
    let mut sources = load(content, &mut sink).expect("a content");
    if !sink.has_errors() {
        drop(check(&mut sources, &mut sink));
    }
    let place = |fault: &Diagnostic| {
        let file = &sources.files[fault.place.file.0 as usize];
        let text = fs::read_to_string(content.join(file)).expect("a text");
        let at = Locator::new(file, text.as_str().into()).locate(&fault.place.at).map_or(0, |span| span.start);
        let line = text[..at].rsplit('\n').next().unwrap_or_default();
        (file.display().to_string(), (text[..at].matches('\n').count() + 1, line.chars().count() + 1))
    };
    let found = sink.found().iter().map(|fault| {
        let (file, at) = place(fault);
        (fault.code.id.to_owned(), file, at)
    });
    found.collect()
}

/// What is not as expected of some lists.
fn hold(lists: &BTreeMap<String, String>, mistakes: &[&Mistake]) -> Vec<String> {
    let planted: Vec<Planted> = mistakes.iter().map(|mistake| planted(lists, mistake)).collect();
    let root = scratch::folder();
    let mut files = lists.clone();
    for (mistake, planted) in mistakes.iter().zip(&planted) {
        files.insert(mistake.2.to_owned(), planted.faulty.clone());
    }
    lay_out(root.path(), &files);
    // Dead links are found in pages.
    let found = faults(root.path(), mistakes[0].1 == "E041");
    let mended = pipeline::mend(root.path(), 1).expect("a content");
    let mut after: BTreeMap<&str, &str> =
        mended.files.iter().map(|file| (file.path.to_str().expect("a name"), &*file.after)).collect();
    let mut wrong = Vec::new();
    for ((kind, code, file, from, to, _), planted) in mistakes.iter().zip(&planted) {
        let name = format!("{kind} ({file}: {from:?} → {to:?})");
        if !found.iter().any(|(of, path, at)| of == code && path == file && *at == planted.place) {
            let there: Vec<_> = found.iter().filter(|(_, path, _)| path == file).collect();
            wrong.push(format!("{name}: not {code} at {:?} but {there:?}", planted.place));
        }
        let after = after.remove(file);
        if after != planted.cured.as_deref() {
            wrong.push(format!("{name}: mended to {after:?}"));
        }
    }
    wrong.extend(after.keys().map(|file| format!("{file}: mended without a fault")));
    wrong
}

#[test]
fn each_fault_is_told_at_its_place_and_mended_where_nothing_is_lost() {
    let lists = content::lists();
    let batches = batches();
    let wrong: Vec<String> = batches.par_iter().flat_map(|batch| hold(&lists, batch)).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), MISTAKES.len(), wrong.join("\n"));
}

#[test]
fn the_corpus_is_large_and_without_mistakes_it_has_no_fault() {
    let kinds: BTreeSet<&str> = MISTAKES.iter().map(|(kind, ..)| *kind).collect();
    let curable = MISTAKES.iter().filter(|(.., cure)| !matches!(cure, Cure::Ask)).count();
    assert!(
        MISTAKES.len() >= 150 && kinds.len() >= 40 && curable >= 100,
        "{} {} {curable}",
        MISTAKES.len(),
        kinds.len()
    );
    let root = scratch::folder();
    lay_out(root.path(), &content::lists());
    assert_eq!(faults(root.path(), true), []);
    assert!(pipeline::mend(root.path(), 1).expect("a content").files.is_empty());
}
