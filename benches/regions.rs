//! How a build scales: for each number of counties, made-up content in; pages, seconds, memory, and the ratio to merely
//! writing the same files out. `cargo bench --bench regions -- 5 50 300`.
#![allow(clippy::disallowed_methods, reason = "a benchmark looks at files itself")]

#[path = "../tests/support/synth/mod.rs"]
mod synth;

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

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
            measure(&folder, &content, *size, *threads)?;
        }
        fs::remove_dir_all(&folder)?;
    }
    Ok(())
}

/// Builds once, writes the same files again, prints a line, removes everything.
fn measure(folder: &Path, content: &Path, size: usize, threads: usize) -> io::Result<()> {
    let site = folder.join("site");
    let said = folder.join("said");
    let start = Instant::now();
    let child = Command::new(env!("CARGO_BIN_EXE_qingdan"))
        .args(["build", "--jobs", &threads.to_string(), "--content"])
        .arg(content)
        .arg("--output")
        .arg(&site)
        .stdout(Stdio::null())
        .stderr(fs::File::create(&said)?)
        .spawn()?;
    let (built, peak) = wait(child)?;
    let seconds = start.elapsed().as_secs_f64();
    if !built || !site.is_dir() {
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

/// Waits for a child; whether it ended well, and the most memory it held, in MiB (0 where the system does not tell).
fn wait(mut child: Child) -> io::Result<(bool, f64)> {
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut peak = 0.0_f64;
    loop {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        peak = peak.max(kilobytes.unwrap_or(0.0) / 1024.0);
        if let Some(ended) = child.try_wait()? {
            return Ok((ended.success(), peak));
        }
        thread::sleep(Duration::from_millis(5));
    }
}

/// Every file of a folder and of those below it.
fn list(dir: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            list(&entry.path(), found)?;
        } else {
            found.push(entry.path());
        }
    }
    Ok(())
}

/// Writes files to a fresh folder from memory; their size, and the time that the writing alone took: that of the
/// thread that wrote longest, with reading left out.
fn write_again(from: &Path, to: &Path, files: &[PathBuf], threads: usize) -> io::Result<(u64, Duration)> {
    let next = AtomicUsize::new(0);
    let work = || -> io::Result<(u64, Duration)> {
        let (mut bytes, mut time) = (0, Duration::ZERO);
        while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let held = fs::read(path)?;
            let target = to.join(path.strip_prefix(from).unwrap_or(path));
            let start = Instant::now();
            if let Some(folder) = target.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&target, &held)?;
            time += start.elapsed();
            bytes += held.len() as u64;
        }
        Ok((bytes, time))
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let (mut bytes, mut longest) = (0, Duration::ZERO);
        for worker in workers {
            let (written, time) = worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
            bytes += written;
            longest = longest.max(time);
        }
        Ok((bytes, longest))
    })
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
