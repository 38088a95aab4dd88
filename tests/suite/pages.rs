//! What the plan says of pages agrees with itself: of every page of the content of this repository, and of made-up
//! content with several pages of every kind.

use std::collections::BTreeMap;
use std::path::Path;

use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::link::link;
use qingdan::load::load;
use qingdan::plan::Target::{Edition, EditionChanges, Editions, Gone, ListChanges, News};
use qingdan::plan::{Base, Plan, Target, plan};

use crate::support::{repository, scratch, synth};

fn with(content: &Path, look: impl FnOnce(&Plan<'_>)) {
    let mut sink = Sink::new();
    let mut sources = load(content, &mut sink).expect("a folder of content");
    let model = check(&mut sources, &mut sink).expect("content without faults");
    look(&plan(&link(&model), Base::default()));
}

fn hold(plan: &Plan<'_>) {
    let mut addresses: BTreeMap<&str, &str> = BTreeMap::new();
    for target in &plan.targets {
        let (kind, path) = (target.kind(), plan.path(*target));
        assert_eq!(plan.at(&format!("/{path}")), Some(*target), "{path} is not found");
        assert!(!path.contains(['{', '}']) && !path.contains("//"), "{path}: an id is missing");
        assert_eq!(path.matches('/').count(), kind.address.matches('/').count(), "{path}: an id is in too much");
        // One name has one address, and what shows a list says which.
        assert_eq!(*addresses.entry(kind.name).or_insert(kind.address), kind.address);
        assert_eq!(kind.address.contains("{list}"), target.list().is_some(), "{path}");
        // Whatever is above is a page, up to the home page.
        let above: Vec<Target> = target.above().collect();
        assert!(above.iter().all(|page| plan.targets.contains(page)), "{path}: {above:?}");
        assert_eq!(above.last().unwrap_or(target), &Target::Home, "{path}");
        let names = [kind.word.is_some(), plan.subject(*target).is_some()];
        let other = matches!(target, Target::Table(_) | Target::Free(_));
        assert_eq!(names.iter().filter(|has| **has).count(), usize::from(!other), "{path} has one name");
    }
    assert_eq!(plan.at("/nowhere/"), None);
}

#[test]
fn the_pages_of_this_repository_agree() {
    with(&repository("content"), hold);
}

#[test]
fn the_pages_of_made_up_content_agree() {
    let folder = scratch::folder();
    synth::write_content(folder.path(), 8, 3).expect("content");
    with(folder.path(), hold);
}

/// What programs are told of pages, where there are editions, what is gone, and items by type and code.
#[test]
fn indexes_are_collections_and_what_is_past_has_no_data_of_its_own() {
    for content in ["tests/editions/content", "tests/reorganised/4", "tests/sites/forms/content"] {
        with(&repository(content), |plan| {
            for target in &plan.targets {
                let (kind, path) = (target.kind(), plan.path(*target));
                // An index has a word of its own, and the content names what is below it.
                let above = target.parent().filter(|index| kind.word.is_none() && index.kind().word.is_some());
                if let Some(index) = above.filter(|index| !matches!(index, Target::Home | Target::Data)) {
                    assert_eq!(index.kind().schema_type, "CollectionPage", "{}, which lists {path}", plan.path(index));
                }
                // It is in the tables of editions and of changes.
                let is_past = matches!(
                    target,
                    Edition(..) | EditionChanges(..) | Editions(_) | Gone(..) | ListChanges(_) | News(_)
                );
                assert!(!(is_past && kind.has_data), "{path}");
            }
        });
    }
}

/// However many pages an index has, they lie side by side, so that links in its rows are right on any of them.
#[test]
fn further_pages_of_an_index_have_addresses_beside_the_first() {
    with(&repository("tests/editions/content"), |plan| {
        let news = [0, 1, 2].map(|page| plan.path(News(page)));
        assert_eq!(news, ["editions/", "editions-2/", "editions-3/"]);
        let both = [0, 1, 2].map(|page| plan.path(Target::BothSides(page)));
        assert_eq!(both, ["both-sides/", "both-sides-2/", "both-sides-3/"]);
    });
}
