//! Texts in, the terminal or a pipe out.

use std::io::{Error, ErrorKind, IsTerminal, Write};
use std::sync::Mutex;

use crate::diag::visible;

/// Why something could not be written, the first time.
static LOST: Mutex<Option<String>> = Mutex::new(None);

/// Prints to the standard error, which people read: names of files and words of them cannot steer the terminal.
pub fn say(text: &str) {
    keep(std::io::stderr().write_all(visible(text).as_bytes()));
}

/// Prints to the standard output: to a program as it is, to a terminal as [`say`] does.
pub fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let text = if out.is_terminal() { visible(text) } else { text.into() };
    keep(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
}

/// Keeps the reason why something was not written, for [`lost`]. A closed pipe is nobody's fault: who reads has seen enough.
pub fn keep(written: Result<(), Error>) {
    if let Err(error) = written
        && error.kind() != ErrorKind::BrokenPipe
        && let Ok(mut lost) = LOST.lock()
    {
        lost.get_or_insert(error.to_string());
    }
}

/// Why not everything that was to be printed could be, such as a full disk; `None` where it was.
pub fn lost() -> Option<String> {
    LOST.lock().ok().and_then(|mut lost| lost.take())
}

/// Whether the standard error is a terminal whose user has not asked for plain text.
pub fn colour() -> bool {
    std::io::stderr().is_terminal() && is_colour_wanted()
}

/// The same of the standard output.
pub fn colour_out() -> bool {
    std::io::stdout().is_terminal() && is_colour_wanted()
}

fn is_colour_wanted() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
