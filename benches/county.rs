//! A county of 30 departments and 12 townships, 9,000 items: how long it takes to check and to build, how much memory a
//! build takes, and its largest pages; as ratios to merely reading the content and writing the site out again.
//! `cargo bench --bench county`.
#![allow(clippy::disallowed_methods, reason = "a benchmark looks at files itself")]

#[allow(dead_code, reason = "the benchmark of regions writes other content")]
#[path = "../tests/support/synth/mod.rs"]
mod synth;

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn main() -> io::Result<()> {
    let folder = std::env::temp_dir().join(format!("qingdan-county-{}", std::process::id()));
    let content = folder.join("content");
    synth::write_county(&content, 30, 180, 12, 300)?;
    read(&content)?;
    let reading = timed(|| read(&content))?;
    let (checked, _) = run(&["check", "--content"], &content, None)?;
    let site = folder.join("site");
    let (built, peak) = run(&["build", "--content"], &content, Some(&site))?;
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
    let writing = timed(|| write(&site, &copy, &files))?;
    let ratio = |time: Duration, base: Duration| time.as_secs_f64() / base.as_secs_f64().max(1e-6);
    println!(
        "check  {:6.2} s   {:6.1} times reading the content ({:.4} s)",
        checked.as_secs_f64(),
        ratio(checked, reading),
        reading.as_secs_f64()
    );
    println!(
        "build  {:6.2} s   {:6.1} times writing the files ({:.2} s)   {peak} MiB at most",
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

/// Runs the program; how long it took and how many MiB it took at most.
fn run(arguments: &[&str], content: &Path, site: Option<&Path>) -> io::Result<(Duration, u64)> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qingdan"));
    command.args(arguments).arg(content).stdout(Stdio::null()).stderr(Stdio::null());
    if let Some(site) = site {
        command.arg("--output").arg(site);
    }
    let start = Instant::now();
    let mut child = command.spawn()?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut peak = 0;
    while child.try_wait()?.is_none() {
        if let Ok(file) = fs::File::open(&status) {
            let lines = BufReader::new(file).lines().map_while(Result::ok);
            let high =
                lines.filter_map(|line| line.strip_prefix("VmHWM:")?.trim().split(' ').next()?.parse::<u64>().ok());
            peak = peak.max(high.max().unwrap_or(0) / 1024);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok((start.elapsed(), peak))
}

fn read(content: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    list(content, &mut files)?;
    files.iter().try_for_each(|file| fs::read(file).map(drop))
}

fn write(site: &Path, copy: &Path, files: &[PathBuf]) -> io::Result<()> {
    for file in files {
        let to = copy.join(file.strip_prefix(site).unwrap_or(file));
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(to, fs::read(file)?)?;
    }
    Ok(())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { list(&path, files)? } else { files.push(path) }
    }
    Ok(())
}
