//! The lists of a site in; the same out, and for whoever makes something of one list, which others he looked at.
//!
//! What was made of a list can be taken over from an earlier build as long as all that it was made from is the same. Which
//! other lists that was is no matter of anybody's word: every way to a list leads through here and is noted.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::{Deref, DerefMut, Index, IndexMut};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use super::ids::{ListId, Position};
use super::list::List;

/// The lists of a site, in the order of their files.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Lists(Vec<List>);

impl Lists {
    /// How many there are, which is no look at any of them.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Index<usize> for Lists {
    type Output = List;

    fn index(&self, at: usize) -> &List {
        note(at);
        &self.0[at]
    }
}

impl IndexMut<usize> for Lists {
    fn index_mut(&mut self, at: usize) -> &mut List {
        &mut self.0[at]
    }
}

/// Whoever goes through the lists looks at all of them.
impl Deref for Lists {
    type Target = Vec<List>;

    fn deref(&self) -> &Vec<List> {
        note(ALL);
        &self.0
    }
}

impl DerefMut for Lists {
    fn deref_mut(&mut self) -> &mut Vec<List> {
        &mut self.0
    }
}

impl<'l> IntoIterator for &'l Lists {
    type Item = &'l List;
    type IntoIter = std::slice::Iter<'l, List>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'l> IntoIterator for &'l mut Lists {
    type Item = &'l mut List;
    type IntoIter = std::slice::IterMut<'l, List>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl IntoIterator for Lists {
    type Item = List;
    type IntoIter = std::vec::IntoIter<List>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl From<Vec<List>> for Lists {
    fn from(lists: Vec<List>) -> Lists {
        Lists(lists)
    }
}

/// In the place of a list: all of them.
const ALL: usize = usize::MAX - 1;

/// In the place of the list that was noted last: none was yet.
const NONE: usize = usize::MAX - 2;

/// The same: nobody wants to know.
const NOBODY: usize = usize::MAX;

thread_local! {
    /// The list that was noted last, so that one that is looked at again and again costs nothing.
    static LAST: Cell<usize> = const { Cell::new(NOBODY) };
    /// Who wants to know.
    static ASKED_BY: RefCell<Option<Arc<LookedAt>>> = const { RefCell::new(None) };
}

/// Which lists something that was made looked at.
#[derive(Debug, Default)]
pub struct LookedAt {
    all: AtomicBool,
    lists: Mutex<BTreeSet<ListId>>,
}

impl LookedAt {
    /// The lists, in order; `None` where they were gone through.
    pub fn lists(&self) -> Option<Vec<ListId>> {
        let lists = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
        (!self.all.load(Ordering::Relaxed)).then(|| lists.iter().copied().collect())
    }

    /// Who wants to know on this thread, to be told by another that does a part of the work.
    pub fn asked() -> Option<Arc<LookedAt>> {
        ASKED_BY.with_borrow(Option::clone)
    }

    /// Does something on this thread, and notes for `by` the lists that it looks at; for nobody where there is none.
    pub fn during<T>(by: Option<&Arc<LookedAt>>, make: impl FnOnce() -> T) -> T {
        /// What was there before, put back even where making fails.
        struct Before(usize, Option<Arc<LookedAt>>);
        impl Drop for Before {
            fn drop(&mut self) {
                LAST.set(self.0);
                ASKED_BY.set(self.1.take());
            }
        }
        let _before = Before(LAST.replace(if by.is_some() { NONE } else { NOBODY }), ASKED_BY.replace(by.cloned()));
        make()
    }
}

fn note(at: usize) {
    let last = LAST.get();
    if last == NOBODY || last == at {
        return;
    }
    LAST.set(at);
    ASKED_BY.with_borrow(|by| match by {
        Some(by) if at == ALL => by.all.store(true, Ordering::Relaxed),
        Some(by) => drop(by.lists.lock().unwrap_or_else(PoisonError::into_inner).insert(ListId::new(at))),
        None => {}
    });
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Lists, LookedAt};
    use crate::model::{List, ListId, Position};

    fn lists() -> Lists {
        let list = |id: &str| -> List {
            serde_yaml::from_str(&format!("{{id: {id}, region: x, agency: 甲局, title: 清单, sources: []}}"))
                .expect("a list")
        };
        ["a", "b", "c"].map(list).to_vec().into()
    }

    #[test]
    fn whoever_asks_hears_of_every_look() {
        let lists = lists();
        let (inner, outer) = (Arc::default(), Arc::default());
        LookedAt::during(Some(&outer), || {
            let _ = &lists[2];
            LookedAt::during(Some(&inner), || drop(lists[0].id.clone()));
            LookedAt::during(None, || assert!(lists.iter().count() > 0));
            let _ = (&lists[1], &lists[2], lists.len());
        });
        let _ = &lists[0];
        assert_eq!(inner.lists(), Some(vec![ListId::new(0)]));
        assert_eq!(outer.lists(), Some(vec![ListId::new(1), ListId::new(2)]));
    }

    #[test]
    fn whoever_goes_through_them_looks_at_all() {
        let lists = lists();
        for through in [|lists: &Lists| lists.iter().count(), |lists: &Lists| lists.into_iter().count()] {
            let by = Arc::default();
            LookedAt::during(Some(&by), || through(&lists));
            assert_eq!(by.lists(), None);
        }
    }
}
