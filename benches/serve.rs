//! How soon a save is shown: for the lists of this repository, and for each number of counties with made-up content;
//! milliseconds from the write of a file to the page that has the new words, as the preview answers it, and the ratio to a
//! check of the same content. `cargo bench --bench serve -- 5 300`.
#![allow(clippy::disallowed_methods, reason = "a benchmark looks at files itself")]

#[path = "../tests/support/synth/mod.rs"]
mod synth;

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Counties where the command line names none.
const SIZES: [usize; 2] = [5, 300];

/// How many saves are timed; the one in the middle counts.
const SAVES: usize = 9;

fn main() -> io::Result<()> {
    // Cargo adds an option of its own; what is not a number is not ours.
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { &SIZES[..] } else { &asked };
    let folder = std::env::temp_dir().join(format!("qingdan-bench-{}", std::process::id()));
    println!("content       lists  check ms  first ms  save to page ms (median, least, most)  ratio to check");
    let content = folder.join("content");
    copy(Path::new("content"), &content)?;
    measure("real lists", &folder)?;
    for size in sizes {
        fs::remove_dir_all(&content)?;
        synth::write_content(&content, *size, 1)?;
        measure("made-up", &folder)?;
    }
    fs::remove_dir_all(&folder)
}

/// Checks once, starts the preview, saves and asks, prints a line.
fn measure(name: &str, folder: &Path) -> io::Result<()> {
    let program = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_qingdan"));
        command.current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let begun = Instant::now();
    if !program().arg("check").status()?.success() {
        println!("{name}: the check finds faults");
        return Ok(());
    }
    let check = begun.elapsed();
    let begun = Instant::now();
    let mut child = program().args(["serve", "--lang", "en", "--port", "0"]).stderr(Stdio::piped()).spawn()?;
    let at = address(&mut child)?;
    let first = begun.elapsed();
    let result = saves(&folder.join("content/lists"), &at);
    child.kill()?;
    child.wait()?;
    let (lists, mut times) = result?;
    times.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let median = times[SAVES / 2];
    println!(
        "{name:12}  {lists:5}  {:8.0}  {:8.0}  {:8.0} {:8.0} {:8.0}                {:14.3}",
        ms(check),
        ms(first),
        ms(median),
        ms(times[0]),
        ms(times[SAVES - 1]),
        ms(median) / ms(check),
    );
    Ok(())
}

/// Host and port, once the first site is there. What else is said is read and dropped.
fn address(child: &mut Child) -> io::Result<String> {
    let mut lines = BufReader::new(child.stderr.take().ok_or(io::ErrorKind::BrokenPipe)?).lines();
    let mut at = String::new();
    for line in lines.by_ref() {
        let line = line?;
        if let Some((_, rest)) = line.split_once("http://") {
            at = rest.split('/').next().unwrap_or_default().to_owned();
        }
        if line.starts_with("Built") {
            break;
        }
    }
    thread::spawn(move || lines.for_each(drop));
    Ok(at)
}

/// Renames a list again and again, and asks for its page until that has the new name. How many lists there are, and the
/// times.
fn saves(lists: &Path, at: &str) -> io::Result<(usize, Vec<Duration>)> {
    let mut all: Vec<PathBuf> =
        fs::read_dir(lists)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    all.sort();
    let folder = all.iter().rfind(|path| path.is_dir()).ok_or(io::ErrorKind::NotFound)?;
    let header = folder.join("list.yaml");
    let text = fs::read_to_string(&header)?;
    let page = format!("/lists/{}/", folder.file_name().unwrap_or_default().to_string_lossy());
    let mut times = Vec::new();
    for save in 0..SAVES {
        let words = format!("第{save}次保存");
        let edited = renamed(&text, &words, save);
        let begun = Instant::now();
        fs::write(&header, edited)?;
        while !get(at, &page)?.contains(&words) {
            if begun.elapsed() > Duration::from_secs(60) {
                return Err(io::ErrorKind::TimedOut.into());
            }
            thread::sleep(Duration::from_millis(5));
        }
        times.push(begun.elapsed());
        // Saves of a human do not follow each other at once.
        thread::sleep(Duration::from_millis(1500));
    }
    Ok((all.len(), times))
}

/// The header of a list with another title, on one line instead of one or several.
fn renamed(text: &str, words: &str, save: usize) -> String {
    let mut edited = format!("title: {{zh: {words}, en: Save {save}}}\n");
    let mut inside = false;
    for line in text.lines() {
        inside = line.starts_with("title:") || (inside && line.starts_with(' '));
        if !inside {
            edited += &format!("{line}\n");
        }
    }
    edited
}

/// What a page holds.
fn get(at: &str, path: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(at)?;
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {at}\r\nconnection: close\r\n\r\n")?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
