//! How a build scales: for each number of counties, made-up content in; pages, seconds, memory, and the ratio to merely
//! writing the same files out. `cargo bench --bench regions -- 5 50 300`.
#![allow(clippy::disallowed_methods, reason = "a benchmark looks at files itself")]

mod measure;
#[path = "../tests/support/synth/mod.rs"]
mod synth;

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use measure::{list, run, write_again};

/// Counties where the command line names none.
const SIZES: [usize; 2] = [5, 50];

/// How often the same files are written again; the quickest counts, as what slows a disk down is no merit of a build.
const WRITES: usize = 3;

/// Tables whose rows are records of lists.
const RECORDS: [&str; 10] = [
    "duties",
    "work_items",
    "accountability",
    "matters",
    "participants",
    "services",
    "regimes",
    "provisions",
    "penalties",
    "mechanism",
];

fn main() -> io::Result<()> {
    // Cargo adds an option of its own; what is not a number is not ours.
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { &SIZES[..] } else { &asked };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let threads = if processors == 1 { vec![1] } else { vec![1, processors] };
    let folder = std::env::temp_dir().join(format!("qingdan-bench-{}", std::process::id()));
    println!("regions  threads   pages  records   files     MB  seconds  MiB peak  writing  ratio");
    for size in sizes {
        let content = folder.join("content");
        synth::write_content(&content, *size, 1)?;
        for threads in &threads {
            measure_one(&folder, &content, *size, *threads)?;
        }
        fs::remove_dir_all(&folder)?;
    }
    Ok(())
}

/// Builds once, writes the same files again, prints a line, removes everything.
fn measure_one(folder: &Path, content: &Path, size: usize, threads: usize) -> io::Result<()> {
    let site = folder.join("site");
    let said = folder.join("said");
    let mut command = Command::new(env!("CARGO_BIN_EXE_qingdan"));
    let threads_asked = threads.to_string();
    command.args(["build", "--jobs", &threads_asked, "--content"]).arg(content).arg("--output").arg(&site);
    let taken = run(&mut command, &said)?;
    let (seconds, peak) = (taken.wall.as_secs_f64(), taken.peak);
    if !taken.well || !site.is_dir() {
        println!("{size:7}  {threads:7}   no site was built\n{}", fs::read_to_string(&said)?);
        return Ok(());
    }
    let mut files = Vec::new();
    list(&site, &mut files)?;
    let pages = files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "html")).count();
    let (mut bytes, mut writing) = (0, Duration::MAX);
    for _ in 0..WRITES {
        let copy = folder.join("copy");
        let (written, time) = write_again(&site, &copy, &files, threads)?;
        fs::remove_dir_all(&copy)?;
        (bytes, writing) = (written, writing.min(time));
    }
    println!(
        "{size:7}  {threads:7}  {pages:6}  {records:7}  {files:6}  {megabytes:5.1}  {seconds:7.2}  {peak:8.1}  \
         {writing:7.2}  {ratio:5.1}",
        records = records(&site)?,
        files = files.len(),
        megabytes = bytes as f64 / 1e6,
        writing = writing.as_secs_f64(),
        ratio = seconds / writing.as_secs_f64(),
    );
    fs::remove_dir_all(&site)
}

/// How many records the tables of a site hold: a row is a line.
fn records(site: &Path) -> io::Result<usize> {
    let mut count = 0;
    for table in RECORDS {
        let path = site.join(format!("data/{table}.json"));
        // The first and the last line are the brackets.
        count += BufReader::new(fs::File::open(path)?).lines().count().saturating_sub(2);
    }
    Ok(count)
}
