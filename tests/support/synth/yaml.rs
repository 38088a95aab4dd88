//! Lines of YAML, indented, every value quoted.

/// YAML that is being written.
#[derive(Default)]
pub struct Yaml {
    text: String,
    depth: usize,
    /// Whether the next line opens an entry of a sequence.
    entry: bool,
}

/// A text in Chinese and English.
pub type Both = (String, String);

impl Yaml {
    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }

    /// A key with a plain string.
    pub fn string(&mut self, key: &str, value: &str) {
        self.line(&format!("{key}: {}", quoted(value)));
    }

    /// A key with a text.
    pub fn text(&mut self, key: &str, (zh, en): &Both) {
        self.line(&format!("{key}: {{zh: {}, en: {}}}", quoted(zh), quoted(en)));
    }

    /// A line as it is: a key with a number, a word or a sequence of words.
    pub fn line(&mut self, line: &str) {
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
        if std::mem::take(&mut self.entry) {
            let end = self.text.len() - 2;
            self.text.replace_range(end.., "- ");
        }
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A key with an indented value.
    pub fn under(&mut self, key: &str, write: impl FnOnce(&mut Yaml)) {
        self.line(&format!("{key}:"));
        self.depth += 1;
        write(self);
        self.depth -= 1;
    }

    /// An entry of a sequence, itself a mapping; within `under`, or at the top of a file.
    pub fn entry(&mut self, write: impl FnOnce(&mut Yaml)) {
        self.depth += 1;
        self.entry = true;
        write(self);
        self.depth -= 1;
    }
}

/// A double-quoted scalar.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
