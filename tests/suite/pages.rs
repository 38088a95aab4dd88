//! What the plan says of pages agrees with itself: of every page of the content of this repository, and of made-up
//! content with several pages of every kind.

use std::collections::BTreeMap;
use std::path::Path;

use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::link::link;
use qingdan::load::load;
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
