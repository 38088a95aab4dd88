//! A text in, its lines by position out: where they begin and end, how deep they are, what ends them.

/// A text that is asked for its lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines<'t> {
    /// The text.
    pub text: &'t str,
    /// What ends its lines: that of the first one.
    pub end: &'static str,
}

impl<'t> Lines<'t> {
    /// Of a text.
    pub fn new(text: &'t str) -> Lines<'t> {
        let first = text.find('\n');
        let crlf = first.is_some_and(|at| text[..at].ends_with('\r'));
        Lines { text, end: if crlf { "\r\n" } else { "\n" } }
    }

    /// Where the line of a byte begins, behind a byte order mark.
    pub fn start(&self, at: usize) -> usize {
        let start = self.text[..at].rfind('\n').map_or(0, |before| before + 1);
        if start == 0 && self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8().min(at) } else { start }
    }

    /// Where the line of a byte ends, before what ends it.
    pub fn stop(&self, at: usize) -> usize {
        let stop = self.text[at..].find('\n').map_or(self.text.len(), |behind| at + behind);
        if self.text[at..stop].ends_with('\r') { stop - 1 } else { stop }
    }

    /// Where the line behind begins.
    pub fn next(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |behind| at + behind + 1)
    }

    /// How many characters stand before a byte in its line.
    pub fn column(&self, at: usize) -> usize {
        self.text[self.start(at)..at].chars().count()
    }

    /// Whether nothing but blanks stands before a byte in its line.
    pub fn opens_line(&self, at: usize) -> bool {
        self.text[self.start(at)..at].bytes().all(|byte| byte == b' ')
    }
}
