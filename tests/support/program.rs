//! Arguments in, what the program said out: run in a folder of its own choice, in an environment that is the same on
//! every machine.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long a run may take before it counts as hung.
const PATIENCE: Duration = Duration::from_secs(600);

/// What a run left.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    /// Exit status; `None` where it was killed.
    pub status: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Run {
    /// Everything in one text, for an expected file.
    pub fn whole(&self) -> String {
        let status = self.status.map_or_else(|| "none".to_owned(), |status| status.to_string());
        let stdout = if self.stdout.is_empty() { String::new() } else { format!("--- stdout\n{}", self.stdout) };
        let stderr = if self.stderr.is_empty() { String::new() } else { format!("--- stderr\n{}", self.stderr) };
        format!("{stdout}{stderr}--- exit status: {status}\n")
    }
}

/// The program with arguments, in a folder, with an empty environment.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qingdan"));
    command.current_dir(folder).env_clear().args(arguments);
    command
}

/// Runs the program to its end.
pub fn run(folder: &Path, arguments: &[&str]) -> Run {
    finish(command(folder, arguments))
}

/// Runs a command to its end, and kills it where it hangs.
pub fn finish(mut command: Command) -> Run {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let stdout = drain(child.stdout.take());
    let stderr = drain(child.stderr.take());
    let status = wait(&mut child);
    Run { status, stdout: stdout.join().expect("stdout"), stderr: stderr.join().expect("stderr") }
}

fn drain(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.expect("a pipe").read_to_end(&mut bytes).expect("what the program says");
        String::from_utf8(bytes).expect("UTF-8")
    })
}

fn wait(child: &mut Child) -> Option<i32> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("the program ends") {
            return status.code();
        }
        if started.elapsed() > PATIENCE {
            child.kill().expect("the program can be killed");
            child.wait().expect("the program ends");
            return None;
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// Figures of a summary that differ from run to run, or with every change of the theme, made the same: the seconds and
/// the size.
pub fn steady(text: &str) -> String {
    text.split_inclusive('\n').map(steady_line).collect()
}

fn steady_line(line: &str) -> String {
    let Some(seconds) = [" s.", " 秒。"].into_iter().find(|unit| line.contains(unit)) else { return line.to_owned() };
    let mut line = line.to_owned();
    for unit in [seconds, " kB", " MB"] {
        if let Some(end) = line.rfind(unit) {
            let start = line[..end].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
            line.replace_range(start..end, "0.0");
        }
    }
    line
}
