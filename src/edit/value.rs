//! Values without places; an edit in, the value with it made out.

use crate::diag::Step;

use super::Edit;

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

    fn at_mut(&mut self, steps: &[Step]) -> Option<&mut Value> {
        steps.iter().try_fold(self, |value, step| match (value, step) {
            (Value::Map(entries), Step::Key(key)) => {
                entries.iter_mut().find(|(have, _)| **have == **key).map(|(_, value)| value)
            }
            (Value::List(entries), Step::Index(index)) => entries.get_mut(*index as usize),
            _ => None,
        })
    }

    /// Makes an edit; `None` where there is nothing to make it on.
    pub fn apply(&mut self, edit: &Edit) -> Option<()> {
        match edit {
            Edit::Set { at, value } => *self.at_mut(at)? = value.clone(),
            Edit::Add { at, key, value, .. } => match self.at_mut(at)? {
                Value::Map(entries) if entries.iter().all(|(have, _)| have != key) => {
                    entries.push((key.clone(), value.clone()));
                }
                _ => return None,
            },
            Edit::Remove { at } => {
                let (last, above) = at.split_last()?;
                match (self.at_mut(above)?, last) {
                    (Value::Map(entries), Step::Key(key)) => {
                        let index = entries.iter().position(|(have, _)| **have == **key)?;
                        entries.remove(index);
                    }
                    (Value::List(entries), Step::Index(index)) if (*index as usize) < entries.len() => {
                        entries.remove(*index as usize);
                    }
                    _ => return None,
                }
            }
            Edit::Insert { at, index, value } => match self.at_mut(at)? {
                Value::List(entries) if *index <= entries.len() => entries.insert(*index, value.clone()),
                _ => return None,
            },
            Edit::Reorder { at, order } => match self.at_mut(at)? {
                Value::List(entries) => {
                    let mut places = order.clone();
                    places.sort_unstable();
                    if !places.into_iter().eq(0..entries.len()) {
                        return None;
                    }
                    *entries = order.iter().filter_map(|place| entries.get(*place).cloned()).collect();
                }
                _ => return None,
            },
        }
        Some(())
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
