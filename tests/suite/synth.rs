//! The generator of content for tests and benchmarks: what it writes has no faults and does not change.

use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::load::load;

use crate::support::{folder, scratch, synth};

#[test]
fn made_up_content_has_no_faults_and_the_sizes_of_real_content() {
    let folder = scratch::folder();
    synth::write_content(folder.path(), 12, 7).expect("content");
    let mut sink = Sink::new();
    let mut sources = load(folder.path(), &mut sink).expect("a folder of content");
    let model = check(&mut sources, &mut sink);
    assert!(sink.found().is_empty(), "{:#?}", &sink.found()[..sink.found().len().min(5)]);
    let model = model.expect("a model");
    assert_eq!((model.lists.len(), model.laws.len()), (12, 80));
    let list = &model.lists[0];
    let items: usize = list.duties.iter().map(|duty| duty.work_items.len()).sum();
    let participants: usize = list.boundaries.iter().map(|matter| matter.participants.len()).sum();
    assert!((9..=11).contains(&list.duties.len()) && (30..=60).contains(&items));
    assert_eq!((list.boundaries.len(), participants, list.services.len(), list.regimes.len()), (6, 30, 5, 9));
}

#[test]
fn the_same_seed_makes_the_same_content() {
    let [once, again, other] = [7, 7, 8].map(|seed| {
        let folder = scratch::folder();
        synth::write_content(folder.path(), 6, seed).expect("content");
        folder::read(folder.path())
    });
    assert_eq!(once, again);
    assert_ne!(once, other);
}
