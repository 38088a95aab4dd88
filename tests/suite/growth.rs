//! What a build does grows no faster than what there is to build: with twice the counties there is twice the work, and no
//! page or file beside a page gets longer for it. Work is counted, as memory asked for, and never timed.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};

use qingdan::pipeline::{Job, Progress, Stage, run};

use crate::support::synth::{Shape, write_nation};
use crate::support::{folder, scratch};

/// How many counties, each time twice as many; the most are more than a page shows in full.
const COUNTIES: [usize; 3] = [25, 50, 100];

/// A little of everything: what a county has is the same whatever else there is.
const SHAPE: Shape = Shape {
    duties: 4,
    work_items: 1,
    matters: 1,
    participants: 2,
    services: 1,
    regimes: 1,
    provisions: 1,
    citations: 4,
    laws: 4,
    english: false,
};

/// How much more work the second doubling may be than the first: twice the counties are twice the work, and a little, since
/// what is held grows in steps. Work that goes with the square of the counties is four times as much.
const MOST: f64 = 2.3;

/// The most that a data file beside a page may have, in bytes: 500 of what points to its subject, and the record.
const BESIDE: usize = 150_000;

thread_local! {
    static ASKED: Cell<u64> = const { Cell::new(0) };
}

/// The allocator of the system, which counts the bytes that each thread asks for.
struct Counting;

fn count(bytes: usize) {
    // A thread that is ending counts no more.
    let _ = ASKED.try_with(|asked| asked.set(asked.get() + bytes as u64));
}

// SAFETY: hands everything on to the allocator of the system.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size());
        // SAFETY: the caller keeps the promises of this method, which are those of that one.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size);
        // SAFETY: as above.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Bytes that the stages of a build asked for, by stage.
#[derive(Default)]
struct Counted(Mutex<Vec<(String, u64)>>);

impl Progress for Counted {
    /// Called by the one thread that does the work.
    fn stage(&self, stage: Stage, _: Option<u64>) {
        let asked = ASKED.with(|asked| asked.replace(0));
        let mut counted = self.0.lock().expect("a thread alone");
        if let Some(last) = counted.last_mut() {
            last.1 = asked;
        }
        counted.push((format!("{stage:?}"), 0));
    }

    fn done(&self, _: u64) {}
}

/// The bytes that each stage of a build asked for, and the files of its site.
type Built = (BTreeMap<String, u64>, BTreeMap<String, Vec<u8>>);

/// A build of each size, after a first one that makes what is made once in the life of a program.
static BUILT: LazyLock<[Built; 3]> = LazyLock::new(|| {
    build(5);
    COUNTIES.map(build)
});

/// Builds so many counties: the bytes asked for by each stage but the last, and the site.
fn build(counties: usize) -> Built {
    let root = scratch::folder();
    let (content, site) = (root.path().join("content"), root.path().join("site"));
    write_nation(&content, counties, &SHAPE).expect("content");
    let job = Job { content, output: Some(site.clone()), jobs: 1, ..Job::default() };
    let counted = Counted::default();
    let outcome = run(&job, &counted).expect("a build");
    assert!(outcome.summary.is_some(), "{:#?}", &outcome.findings[..outcome.findings.len().min(5)]);
    let mut stages = counted.0.into_inner().expect("a thread alone");
    stages.pop();
    (stages.into_iter().collect(), folder::read(&site))
}

/// The longest of the files that `is` picks, and its length.
fn longest(site: &BTreeMap<String, Vec<u8>>, is: impl Fn(&str) -> bool) -> (usize, &str) {
    let files = site.iter().filter(|(path, _)| is(path));
    files.map(|(path, bytes)| (bytes.len(), path.as_str())).max().expect("such a file")
}

#[test]
fn twice_the_counties_are_twice_the_work() {
    let [(a, _), (b, small), (c, large)] = &*BUILT;
    let mut faults = Vec::new();
    for (stage, first) in a {
        let (second, third) = (b[stage], c[stage]);
        let growth = third.saturating_sub(second) as f64 / second.saturating_sub(*first).max(1) as f64;
        println!("{stage}: {first} {second} {third}, {growth:.2}");
        // What a stage asks for once and for all is no growth.
        let much = third > 1_000_000;
        if much && growth >= MOST {
            faults.push(format!("{stage} asks for {first}, {second} and {third} bytes: {growth:.2} times as much"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    let page = |path: &str| path.ends_with(".html");
    let (before, after) = (longest(small, page), longest(large, page));
    println!("{before:?} {after:?}");
    assert!(after.0 < before.0 + before.0 / 4, "{before:?} became {after:?}");
    // Tables are as long as what there is.
    let beside = longest(large, |path| path.ends_with(".json") && !path.starts_with("data/"));
    println!("{beside:?}");
    assert!(beside.0 < BESIDE, "{beside:?}");
}

#[test]
fn what_points_to_a_law_is_all_there_file_by_file() {
    let (_, site) = &BUILT[2];
    let read = |path: &str| -> serde_json::Value { serde_json::from_slice(&site[path]).expect("JSON") };
    let (mut path, mut named, mut files) = ("laws/law-0/index.json".to_owned(), Vec::new(), 0);
    loop {
        let file = read(&path);
        assert_eq!(file["links"]["self"], path.as_str());
        assert_eq!(file["data"]["id"], "law-0");
        named.extend(file["data"]["derived"]["cited_by"].as_array().expect("records").iter().cloned());
        files += 1;
        let Some(next) = file["links"]["next"].as_str() else { break };
        assert_eq!(read(next)["links"]["previous"], path.as_str());
        path = next.to_owned();
    }
    let rows = read("data/citations.json");
    let cited = rows.as_array().expect("rows").iter().filter(|row| row["law_id"] == "law-0").count();
    assert_eq!(named.len(), cited);
    assert!(files > 1 && named.len() > 500, "{files} files, {} records", named.len());
    let api = read("data/openapi.json");
    assert!(api["paths"]["/laws/{law}/index-{file}.json"].is_object(), "the further files are described");
}
