//! A folder in; `qingdan serve` there, asked over its port, out.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::program;

/// How long anything may take before it counts as not happening; machines that build many things at once are slow.
const PATIENCE: Duration = Duration::from_secs(120);

/// What a request got.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The lines before the body, in small letters.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A line of the head, without its name.
    pub fn line(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// A running `qingdan serve`, ended with the value.
pub struct Preview {
    child: Child,
    said: Arc<Mutex<String>>,
    /// Host and port.
    pub at: String,
}

impl Preview {
    /// Starts it in a folder, at a free port unless `arguments` name one, and waits until it is ready.
    pub fn start(folder: &Path, arguments: &[&str]) -> Preview {
        let port: &[&str] = if arguments.contains(&"--port") { &[] } else { &["--port", "0"] };
        let mut command = program::command(folder, &[&["serve", "--lang", "en"], port, arguments].concat());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let stderr = BufReader::new(child.stderr.take().expect("a pipe"));
        let said = Arc::new(Mutex::new(String::new()));
        let heard = Arc::clone(&said);
        thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                *heard.lock().expect("what is said") += &format!("{line}\n");
            }
        });
        let mut preview = Preview { child, said, at: String::new() };
        preview.until("an address", |preview| preview.said().contains("http://"));
        let said = preview.said();
        let from = said.find("http://").expect("an address") + "http://".len();
        preview.at = said[from..].split('/').next().expect("an address").to_owned();
        preview.until("a site or a fault", |preview| preview.said().lines().count() > 1);
        preview
    }

    /// What it said until now.
    pub fn said(&self) -> String {
        self.said.lock().expect("what is said").clone()
    }

    /// Waits until something holds.
    pub fn until(&self, what: &str, holds: impl Fn(&Preview) -> bool) {
        let begun = Instant::now();
        while !holds(self) {
            assert!(begun.elapsed() < PATIENCE, "{what} was waited for in vain; said:\n{}", self.said());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until a page has some words.
    pub fn until_shows(&self, path: &str, words: &str) {
        self.until(words, |preview| preview.get(path).text().contains(words));
    }

    /// Asks for a path.
    pub fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &[])
    }

    /// Asks with further lines; `host: …` among them takes the place of the right one.
    pub fn ask(&self, method: &str, path: &str, lines: &[&str]) -> Reply {
        let own = format!("host: {}", self.at);
        let host = if lines.iter().any(|line| line.starts_with("host:")) { "" } else { &own };
        let lines: String = lines
            .iter()
            .copied()
            .chain([host])
            .filter(|line| !line.is_empty())
            .map(|line| format!("{line}\r\n"))
            .collect();
        let mut stream = TcpStream::connect(self.at.replace("localhost", "127.0.0.1")).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time");
        let request = format!("{method} {path} HTTP/1.1\r\n{lines}connection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("a request");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("the end of the head");
        let head = String::from_utf8_lossy(&bytes[..end]).replace("\r\n", "\n");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Reply { status, head: head.to_lowercase(), body: bytes.split_off(end + 4) }
    }

    /// What an open page is told first, in the language of a reader.
    pub fn told(&self, lang: &str) -> serde_json::Value {
        let mut stream = TcpStream::connect(&self.at).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time");
        let request = format!("GET /_qingdan/events HTTP/1.1\r\nhost: {}\r\naccept-language: {lang}\r\n\r\n", self.at);
        stream.write_all(request.as_bytes()).expect("a request");
        let lines = BufReader::new(stream).lines().map_while(Result::ok);
        let data = lines.filter_map(|line| Some(line.strip_prefix("data: ")?.to_owned())).next().expect("an event");
        serde_json::from_str(&data).expect("JSON")
    }

    /// Ends it as Ctrl-C does, and gives its exit status.
    #[cfg(unix)]
    pub fn interrupt(mut self) -> (Option<i32>, String) {
        let killed = std::process::Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        assert!(killed.expect("kill").success());
        let status = self.child.wait().expect("an end").code();
        let begun = Instant::now();
        while !self.said().contains("Ended") && begun.elapsed() < Duration::from_secs(5) {
            thread::sleep(Duration::from_millis(10));
        }
        (status, self.said())
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A page without the script that the preview adds.
pub fn without_script(page: &str) -> String {
    let Some(start) = page.rfind("<script src=\"/_qingdan/live.js\"") else { return page.to_owned() };
    let end = page[start..].find("</script>\n").map_or(page.len(), |end| start + end + "</script>\n".len());
    format!("{}{}", &page[..start], &page[end..])
}
