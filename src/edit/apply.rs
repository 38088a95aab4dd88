//! A value and an edit in, the value with the edit made out: what the text must read as afterwards.

use crate::diag::Step;

use super::edits::Edit;
use super::value::Value;

impl Value {
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
