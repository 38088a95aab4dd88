//! A program and the files it writes in; how long it takes, how much memory it holds, and how long merely writing the same
//! files takes, out.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// What a program took.
#[allow(dead_code, reason = "not every benchmark prints all of it")]
pub struct Taken {
    /// Whether it ended well.
    pub well: bool,
    pub wall: Duration,
    /// Time of all processors; zero where the system does not tell.
    pub processors: Duration,
    /// The most memory it held, in MiB; 0 where the system does not tell.
    pub peak: f64,
}

#[allow(dead_code, reason = "not every benchmark prints all of it")]
impl Taken {
    /// How many processors worked, on average.
    pub fn parallelism(&self) -> f64 {
        self.processors.as_secs_f64() / self.wall.as_secs_f64()
    }
}

/// Runs a program whose messages go to a file.
pub fn run(command: &mut Command, said: &Path) -> io::Result<Taken> {
    let (before, start) = (of_children(), Instant::now());
    let child = command.stdout(Stdio::null()).stderr(fs::File::create(said)?).spawn()?;
    let (well, peak) = wait(child)?;
    let wall = start.elapsed();
    Ok(Taken { well, wall, processors: of_children().saturating_sub(before), peak })
}

/// Waits for a child; whether it ended well, and the most memory it held.
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

/// Processor time of all children that have ended, on Linux.
fn of_children() -> Duration {
    // In hundredths of a second, the 14th and 15th word behind the name, which stands in parentheses.
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let rest = text.rsplit_once(')').map_or("", |(_, rest)| rest);
    let hundredths: u64 = rest.split_whitespace().skip(13).take(2).filter_map(|word| word.parse::<u64>().ok()).sum();
    Duration::from_millis(hundredths * 10)
}

/// Every file of a folder and of those below it.
pub fn list(dir: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
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
pub fn write_again(from: &Path, to: &Path, files: &[PathBuf], threads: usize) -> io::Result<(u64, Duration)> {
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
