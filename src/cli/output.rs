//! Texts in, the terminal or a pipe out.

use std::io::{IsTerminal, Write};

/// Prints to the standard error; a closed pipe is nobody's fault.
pub fn say(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// Prints to the standard output.
pub fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Whether the standard error is a terminal whose user has not asked for plain text.
pub fn colour() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
