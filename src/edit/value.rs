//! Values without places: what was read, and what is to be written.

use crate::diag::Step;

/// A value to write, or one that was read.
#[derive(Clone, Debug)]
pub enum Value {
    /// A text: written so that it reads back as that text, whatever it looks like.
    Text(String),
    /// A word as it is: a number, a date, `true`.
    Word(String),
    /// A sequence.
    List(Vec<Value>),
    /// A mapping.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// A text.
    pub fn text(text: impl Into<String>) -> Value {
        Value::Text(text.into())
    }

    /// Whether there is nothing in it: an empty collection, or one of such.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Text(_) | Value::Word(_) => false,
            Value::List(entries) => entries.is_empty(),
            Value::Map(entries) => entries.is_empty(),
        }
    }

    /// The value at the end of the steps.
    pub fn at(&self, steps: &[Step]) -> Option<&Value> {
        steps.iter().try_fold(self, |value, step| match (value, step) {
            (Value::Map(entries), Step::Key(key)) => {
                entries.iter().find(|(have, _)| **have == **key).map(|(_, value)| value)
            }
            (Value::List(entries), Step::Index(index)) => entries.get(*index as usize),
            _ => None,
        })
    }
}

/// Values are the same where they read back the same; keys of a mapping have no order.
impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::List(own), Value::List(others)) => own == others,
            (Value::Map(own), Value::Map(others)) => {
                own.len() == others.len()
                    && own.iter().all(|(key, value)| {
                        let other = others.iter().find(|(have, _)| have == key);
                        other.is_some_and(|(_, other)| value == other)
                    })
            }
            (Value::Text(own), Value::Text(other)) => own == other,
            (Value::Word(own), Value::Word(other)) => own == other || (is_null(own) && is_null(other)),
            (Value::Text(text), Value::Word(word)) | (Value::Word(word), Value::Text(text)) => {
                text == word && is_text(word)
            }
            _ => false,
        }
    }
}

fn is_null(word: &str) -> bool {
    matches!(word, "" | "~" | "null" | "Null" | "NULL")
}

/// Whether a word without quotes is read as a text.
fn is_text(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let number = lower.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'))
        && lower.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '_' | ':'));
    !is_null(word) && !matches!(&*lower, "true" | "false" | "yes" | "no" | "on" | "off") && !number
}
