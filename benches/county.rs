//! A county of 30 departments and 12 townships, 9,000 items: how long it takes to check and to build, how much memory a
//! build takes, and its largest pages; as ratios to merely reading the content and writing the site out again.
//! `cargo bench --bench county`.
#![allow(clippy::disallowed_methods, reason = "a benchmark looks at files itself")]

mod measure;
#[allow(dead_code, reason = "the benchmark of regions writes other content")]
#[path = "../tests/support/synth/mod.rs"]
mod synth;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use measure::{list, run, write_again};

fn main() -> io::Result<()> {
    let folder = std::env::temp_dir().join(format!("qingdan-county-{}", std::process::id()));
    let content = folder.join("content");
    synth::write_county(&content, 30, 180, 12, 300)?;
    read(&content)?;
    let reading = timed(|| read(&content))?;
    let (site, said) = (folder.join("site"), folder.join("said"));
    let program = || Command::new(env!("CARGO_BIN_EXE_qingdan"));
    let checked = run(program().arg("check").arg("--content").arg(&content), &said)?.wall;
    let built = run(program().arg("build").arg("--content").arg(&content).arg("--output").arg(&site), &said)?;
    let (built, peak) = (built.wall, built.peak);
    let mut files = Vec::new();
    list(&site, &mut files)?;
    let mut pages: Vec<(u64, &PathBuf)> = Vec::new();
    for path in files.iter().filter(|path| path.ends_with("index.html")) {
        // A whole list for print is as long as the list.
        if path.components().any(|part| part.as_os_str() == "dossier") {
            continue;
        }
        pages.push((fs::metadata(path)?.len(), path));
    }
    pages.sort();
    let copy = folder.join("copy");
    let (_, writing) = write_again(&site, &copy, &files, 1)?;
    let ratio = |time: Duration, base: Duration| time.as_secs_f64() / base.as_secs_f64().max(1e-6);
    println!(
        "check  {:6.2} s   {:6.1} times reading the content ({:.4} s)",
        checked.as_secs_f64(),
        ratio(checked, reading),
        reading.as_secs_f64()
    );
    println!(
        "build  {:6.2} s   {:6.1} times writing the files ({:.2} s)   {peak:.0} MiB at most",
        built.as_secs_f64(),
        ratio(built, writing),
        writing.as_secs_f64()
    );
    println!("{} pages but for whole lists; the largest:", pages.len());
    for (bytes, path) in pages.iter().rev().take(8) {
        println!("{bytes:9}  {}", path.strip_prefix(&site).unwrap_or(path).display());
    }
    fs::remove_dir_all(&folder)
}

fn timed(work: impl FnOnce() -> io::Result<()>) -> io::Result<Duration> {
    let start = Instant::now();
    work().map(|()| start.elapsed())
}

fn read(content: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    list(content, &mut files)?;
    files.iter().try_for_each(|file| fs::read(file).map(drop))
}
