//! Megabytes of text in; how fast citations are read, beside merely walking over the characters, out.
//!
//! `cargo bench --bench cite -- 10`: the sentences of the corpus, over and over, read as one text of so many megabytes,
//! and as texts of a tenth of it, which shows whether the time grows with the length alone.

#![allow(clippy::disallowed_methods, clippy::expect_used, clippy::print_stdout)]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use qingdan::check::laws;
use qingdan::cite::Reader;
use qingdan::diag::Sink;
use qingdan::load::load;

fn main() {
    let megabytes: usize = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(10);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let laws = laws(load(&root.join("content"), &mut Sink::new()).expect("the content"));
    let reader = Reader::new(&laws);
    let corpus = fs::read_to_string(root.join("tests/cite/corpus.txt")).expect("the corpus");
    let lines: Vec<&str> = corpus.lines().filter(|line| !line.starts_with(['=', '#'])).collect();
    let sentences = lines.join("\n");
    let whole = sentences.repeat(megabytes * 1_000_000 / sentences.len() + 1);
    let part: String = whole.chars().take(whole.chars().count() / 10).collect();

    let walked = seconds(|| black_box(whole.chars().filter(|c| !c.is_whitespace()).count()));
    let read = seconds(|| reader.read(&whole).len());
    let parts = seconds(|| (0..10).map(|_| reader.read(&part).len()).sum());
    let size = whole.len() as f64 / 1e6;
    println!("{:<34} {:>8} {:>9} {:>8}", "", "seconds", "MB/s", "ratio");
    for (name, taken) in [
        ("walking over the characters", walked),
        ("reading citations, one text", read),
        ("reading citations, ten texts", parts),
    ] {
        println!("{name:<34} {taken:>8.3} {:>9.1} {:>8.1}", size / taken, taken / walked);
    }
    println!("{size:.1} MB, {} citations, one text to ten texts {:.2}", reader.read(&whole).len(), read / parts);
}

/// Seconds of the quickest of three runs.
fn seconds(work: impl Fn() -> usize) -> f64 {
    let runs = (0..3).map(|_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed().as_secs_f64()
    });
    runs.fold(f64::INFINITY, f64::min)
}
