//! How a build of a nation scales: for each number of counties, made-up content in; pages, files, time, memory, the ratio to
//! merely writing the same files and to Hugo on the same records, and what an edit costs, out.
//! `cargo bench --bench nation -- 50 300 1000`. Hugo takes part where it is on the `PATH` (0.156 or newer).
#![allow(clippy::disallowed_methods, reason = "a benchmark looks at files itself")]

mod measure;
#[allow(dead_code, reason = "the other benchmarks write other content")]
#[path = "../tests/support/synth/mod.rs"]
mod synth;

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use measure::{Taken, list, run, write_again};
use synth::{COUNTY, write_nation};

/// Counties where the command line names none.
const SIZES: [usize; 2] = [50, 300];

/// How often the same files are written again; the quickest counts, as what slows a disk down is no merit of a build.
const WRITES: usize = 2;

/// A made-up edit: what it is called, the file of the content, and its text before and after.
type Edit = (&'static str, &'static str, fn(&str) -> String);

const EDITS: [Edit; 3] = [
    ("one field", "lists/county-0/duties.yaml", |text| {
        text.replacen("statement: {zh: \"", "statement: {zh: \"另行", 1)
    }),
    ("one added duty", "lists/county-0/duties.yaml", |text| {
        let duty = "  - {id: added, name: {zh: 新增, en: Added}, statement: {zh: 新增, en: Added}, topics: [], work_items: \
                    [], source: {part: duties, row: \"99\"}}\n";
        format!("{text}{duty}")
    }),
    ("one law's status", "laws/laws.yaml", |text| {
        text.replacen("status: unknown", "status: repealed, as_of: 2025-01-01", 1)
    }),
];

fn main() -> io::Result<()> {
    // Cargo adds an option of its own; what is not a number is not ours.
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { &SIZES[..] } else { &asked };
    let folder = std::env::temp_dir().join(format!("qingdan-nation-{}", std::process::id()));
    for size in sizes {
        let content = folder.join("content");
        write_nation(&content, *size, &COUNTY)?;
        let measured = one(&folder, &content, *size);
        fs::remove_dir_all(&folder)?;
        measured?;
    }
    Ok(())
}

/// Builds, writes the same files again, has Hugo build the same records, edits.
fn one(folder: &Path, content: &Path, size: usize) -> io::Result<()> {
    let (site, said) = (folder.join("site"), folder.join("said"));
    let taken = build(content, &site, &said)?;
    if !taken.well {
        println!("{size} counties: no site was built\n{}", fs::read_to_string(&said)?);
        return Ok(());
    }
    let mut files = Vec::new();
    list(&site, &mut files)?;
    let pages = pages(&files);
    let (mut bytes, mut writing) = (0, Duration::MAX);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    for _ in 0..WRITES {
        let copy = folder.join("copy");
        let (written, time) = write_again(&site, &copy, &files, threads)?;
        fs::remove_dir_all(&copy)?;
        (bytes, writing) = (written, writing.min(time));
    }
    println!("{size} counties: {pages} pages, {} files, {:.0} MB", files.len(), bytes as f64 / 1e6);
    tell("build", &taken);
    let ratio = taken.wall.as_secs_f64() / writing.as_secs_f64();
    println!("  writing the same files {:.2} s; the build takes {ratio:.2} times that", writing.as_secs_f64());
    hugo(folder, &site, &taken)?;
    for (name, path, edit) in EDITS {
        let path = content.join(path);
        let text = fs::read_to_string(&path)?;
        let edited = edit(&text);
        assert_ne!(text, edited, "an edit that edits");
        let before = places(&site)?;
        fs::write(&path, edited)?;
        let taken = build(content, &site, &said)?;
        let after = places(&site)?;
        let rewritten = after.iter().filter(|(path, place)| before.get(*path) != Some(place)).count();
        tell(name, &taken);
        println!("    {rewritten} of {} files written", after.len());
        if !taken.well {
            println!("{}", fs::read_to_string(&said)?);
        }
        fs::write(&path, text)?;
    }
    Ok(())
}

fn build(content: &Path, site: &Path, said: &Path) -> io::Result<Taken> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qingdan"));
    run(command.arg("build").arg("--content").arg(content).arg("--output").arg(site), said)
}

fn tell(what: &str, taken: &Taken) {
    println!(
        "  {what}: {:.2} s, {:.2} s of processors, parallelism {:.2}, {:.0} MiB at most",
        taken.wall.as_secs_f64(),
        taken.processors.as_secs_f64(),
        taken.parallelism(),
        taken.peak,
    );
}

fn pages(files: &[PathBuf]) -> usize {
    files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "html")).count()
}

/// Where each file lies on the disk: a file that was not written again lies where it lay.
#[cfg(unix)]
fn places(site: &Path) -> io::Result<HashMap<PathBuf, u64>> {
    use std::os::unix::fs::MetadataExt;

    let mut files = Vec::new();
    list(site, &mut files)?;
    files.into_iter().map(|path| Ok((path.clone(), fs::metadata(path)?.ino()))).collect()
}

/// What is the same where the system tells no places.
#[cfg(not(unix))]
fn places(_: &Path) -> io::Result<HashMap<PathBuf, u64>> {
    Ok(HashMap::new())
}

/// Has Hugo make the pages of lists, records and laws, of the data files that lie beside Qingdan's.
fn hugo(folder: &Path, site: &Path, own: &Taken) -> io::Result<()> {
    let there = Command::new("hugo").arg("version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !there.is_ok_and(|status| status.success()) {
        println!("  Hugo is not on the PATH");
        return Ok(());
    }
    let (source, output, said) = (folder.join("hugo"), folder.join("hugo-site"), folder.join("hugo-said"));
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/hugo"), &source)?;
    for of in ["lists", "laws"] {
        let data = source.join("data").join(of);
        fs::create_dir_all(&data)?;
        for entry in fs::read_dir(site.join(of))? {
            let entry = entry?;
            let record = entry.path().join("index.json");
            if record.is_file() {
                fs::copy(record, data.join(entry.file_name()).with_extension("json"))?;
            }
        }
    }
    let mut command = Command::new("hugo");
    let taken = run(command.args(["--quiet", "--noBuildLock", "-s"]).arg(&source).arg("-d").arg(&output), &said)?;
    if !taken.well {
        println!("  Hugo built nothing\n{}", fs::read_to_string(&said)?);
        return Ok(());
    }
    let mut files = Vec::new();
    list(&output, &mut files)?;
    tell("Hugo", &taken);
    let ratio = own.wall.as_secs_f64() / taken.wall.as_secs_f64();
    println!("    {} pages; Qingdan takes {ratio:.2} times as long", pages(&files));
    Ok(())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    list(from, &mut files)?;
    for path in files {
        let target = to.join(path.strip_prefix(from).unwrap_or(&path));
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&path, target)?;
    }
    Ok(())
}
