//! Where in the content a fault is.

use std::ops::Range;

/// A file of the sources, by its place in the sorted walk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A step from a YAML node to one inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The value of a key.
    Key(Box<str>),
    /// An entry of a sequence, counted from 0.
    Index(u32),
}

impl Step {
    /// The value of a key.
    pub fn key(key: &str) -> Step {
        Step::Key(key.into())
    }
}

/// A way from the root of a YAML file to a node, built from the inside out while walking and only written down when a
/// fault needs it.
#[derive(Clone, Copy, Debug)]
pub enum Trail<'a> {
    /// The root of the file or record.
    Root,
    /// The value of a key of the node above.
    Key(&'a Trail<'a>, &'a str),
    /// An entry of the sequence above.
    Index(&'a Trail<'a>, u32),
}

impl<'a> Trail<'a> {
    /// The trail to a key's value.
    pub fn key(&'a self, key: &'a str) -> Trail<'a> {
        Trail::Key(self, key)
    }

    /// The trail to an entry of a sequence.
    pub fn index(&'a self, index: usize) -> Trail<'a> {
        Trail::Index(self, index as u32)
    }

    /// The position in a sequence that the last step goes to, counted from 0.
    pub fn position(&self) -> Option<u32> {
        match self {
            Trail::Index(_, position) => Some(*position),
            _ => None,
        }
    }

    /// The steps from the root.
    pub fn steps(&self) -> Vec<Step> {
        match self {
            Trail::Root => Vec::new(),
            Trail::Key(above, key) => {
                let mut steps = above.steps();
                steps.push(Step::Key((*key).into()));
                steps
            }
            Trail::Index(above, index) => {
                let mut steps = above.steps();
                steps.push(Step::Index(*index));
                steps
            }
        }
    }
}

/// What part of a file a fault is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    /// The file as a whole.
    File,
    /// Bytes of the file.
    Bytes(Range<usize>),
    /// The YAML value at the end of these steps; its position is looked up when the fault is shown.
    Value(Vec<Step>),
    /// The key at the end of these steps.
    Key(Vec<Step>),
    /// A part of the text at the end of these steps.
    Within(Vec<Step>, Passage),
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What stands there, without white space.
    pub text: Box<str>,
    /// How often the text has the same before it.
    pub before: usize,
}

/// A file and what part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The part.
    pub at: At,
}

impl Place {
    /// The file as a whole.
    pub fn file(file: FileId) -> Place {
        Place { file, at: At::File }
    }

    /// A part of the text that stands at the place: `part`, where it stands after `before`.
    pub fn within(self, part: &str, before: &str) -> Place {
        let solid = |text: &str| -> String { text.split_whitespace().collect() };
        let text = solid(part);
        let at = match self.at {
            At::Value(steps) if !text.is_empty() => {
                let before = solid(before).matches(&*text).count();
                At::Within(steps, Passage { text: text.into(), before })
            }
            at => at,
        };
        Place { at, ..self }
    }
}
