//! Checking again with what is known finds what checking afresh does, whatever was edited in between.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use qingdan::check::{Known, check, check_again};
use qingdan::diag::Sink;
use qingdan::load::{Cache, load, load_again};

use crate::support::{folder, repository, scratch};

/// Faults in an order of their own, and the model.
fn said(sink: &Sink, model: Option<qingdan::model::Model>) -> (Vec<String>, String) {
    let mut faults: Vec<String> = sink.found().iter().map(|fault| format!("{fault:?}")).collect();
    faults.sort();
    (faults, format!("{model:?}"))
}

fn afresh(root: &Path) -> (Vec<String>, String) {
    let mut sink = Sink::new();
    let mut sources = load(root, &mut sink).expect("sources");
    let model = check(&mut sources, &mut sink);
    said(&sink, model)
}

fn again(root: &Path, cache: &mut Cache, known: &mut Known) -> (Vec<String>, String) {
    let mut sink = Sink::new();
    let mut sources = load_again(root, cache, &mut sink).expect("sources");
    let model = check_again(&mut sources, known, &mut sink);
    said(&sink, model)
}

#[test]
fn every_fault_is_found_again() {
    let root = scratch::folder();
    let root = root.path();
    folder::copy(&repository("tests/rules/base"), root);
    // A list beside the one that the cases edit, which stays as it is.
    let second = root.join("lists/second");
    folder::copy(&root.join("lists/shiqiao-market"), &second);
    let header = fs::read_to_string(second.join("list.yaml")).expect("a header");
    fs::write(second.join("list.yaml"), header.replace("id: shiqiao-market", "id: second")).expect("a header");
    let base = folder::read(root);
    let (mut cache, mut known) = (Cache::default(), Known::default());
    let mut faults = Vec::new();
    let mut cases = folder::children(&repository("tests/rules"));
    cases.retain(|case| folder::name(case) != "base");
    for case in cases {
        let mut overlay = folder::read(&case);
        overlay.retain(|path, _| {
            !path.starts_with("expected.") && path != "arguments.txt" && !path.starts_with("themes/")
        });
        again(root, &mut cache, &mut known);
        folder::write(root, &overlay);
        if again(root, &mut cache, &mut known) != afresh(root) {
            faults.push(folder::name(&case));
        }
        fs::remove_dir_all(root).expect("a removal");
        folder::write(root, &base);
    }
    assert!(faults.is_empty(), "found otherwise: {faults:?}");
}

#[test]
fn every_edit_of_lists_that_name_each_other_is_seen() {
    let root = scratch::folder();
    let root = root.path();
    folder::copy(&repository("tests/sites/forms/content"), root);
    let (mut cache, mut known) = (Cache::default(), Known::default());
    again(root, &mut cache, &mut known);
    for (path, bytes) in folder::read(root).into_iter().filter(|(path, _)| path.starts_with("lists/")) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        // Other names, other numbers, a law that nobody knows, and gone.
        for edited in [text.replace('许', "徐"), text.replace('1', "2"), text.replace("《", "《新的"), String::new()]
        {
            if edited.is_empty() {
                fs::remove_file(root.join(&path)).expect("a removal");
            } else {
                fs::write(root.join(&path), &edited).expect("a save");
            }
            assert!(again(root, &mut cache, &mut known) == afresh(root), "{path} is found otherwise");
            fs::write(root.join(&path), &text).expect("a save");
        }
        again(root, &mut cache, &mut known);
    }
    assert!(again(root, &mut cache, &mut known) == afresh(root), "the content as it was is found otherwise");
}

#[test]
fn a_list_is_known_by_its_bytes_and_by_those_beside_the_lists() {
    let root = scratch::folder();
    let root = root.path();
    folder::copy(&repository("tests/sites/forms/content"), root);
    let (mut cache, mut known) = (Cache::default(), Known::default());
    let mut keys = || {
        again(root, &mut cache, &mut known);
        known.keys().to_vec()
    };
    let save = |file: &str| {
        let text = fs::read_to_string(root.join(file)).expect("a text");
        fs::write(root.join(file), text + "# A remark.\n").expect("a save");
    };
    let first = keys();
    assert!(first.len() > 1 && first.iter().collect::<HashSet<_>>().len() == first.len(), "{first:?}");
    assert_eq!(keys(), first, "nothing was saved");
    let list = folder::read(root).into_keys().find(|path| path.starts_with("lists/") && path.ends_with(".yaml"));
    save(&list.expect("a list"));
    let second = keys();
    assert_eq!(first.iter().zip(&second).filter(|(before, after)| before != after).count(), 1, "one list was saved");
    save("site.yaml");
    assert!(second.iter().zip(keys()).all(|(before, after)| *before != after), "what all lists stand in was saved");
}
