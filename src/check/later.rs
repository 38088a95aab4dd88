//! Editions that begin after a day in; the same content without the addresses that they alone have out.

use std::collections::HashSet;

use crate::cite::Reader;
use crate::diag::Sink;
use crate::model::former::each_key;
use crate::model::{Editions, Id, List, ListOrigin, Model};

use super::older::without_lists;
use super::unused;

/// The editions that begin after the day that a site is made of.
pub(super) struct Later {
    pub lists: Vec<List>,
    pub origins: Vec<ListOrigin>,
}

impl Later {
    /// Takes out of the published addresses those of what was not there on the day: nobody could ask then where they lead.
    pub fn unpublish(self, model: &mut Model, reader: &Reader) {
        if self.lists.is_empty() || model.addresses.is_empty() {
            return;
        }
        let mut later = Model { editions: Editions::default(), lists: self.lists.into(), ..without_lists(model) };
        later.origins.lists = self.origins.into();
        // Of the registers of the program, what these lists use.
        unused::drop_unused(&mut later, reader, HashSet::new(), &mut Sink::new());
        let mut keys = HashSet::new();
        each_key(&later, &mut |key, _| {
            keys.insert(key);
        });
        let of_list = |key: &str| key.strip_prefix("lists/").and_then(|rest| rest.split('/').next()).map(Id::new);
        let there: HashSet<Id> = model.lists.iter().map(|list| list.id.clone()).collect();
        let begun: HashSet<Id> =
            later.lists.iter().map(|list| list.id.clone()).filter(|id| !there.contains(id)).collect();
        // Of a list that begins later, other pages as well, such as the index of its duties.
        let is_later = |key: &str| keys.contains(key) || of_list(key).is_some_and(|id| begun.contains(&id));
        model.addresses.retain(|address| !is_later(address.path.trim_end_matches('/')));
    }
}
