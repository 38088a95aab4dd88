//! One walk over the whole model for the rules, with the place of every value in its author's file.

use crate::diag::{At, Place, Trail};
use crate::model::walk::{Node, Setting, walk, walk_list};
use crate::model::{List, ListId, Model, Origins, Owner, RecordRef};

/// Where a walk is.
pub(super) struct Spot<'a, 'm> {
    /// The list that is walked, unless it is a register.
    pub list: Option<&'m List>,
    origins: &'m Origins,
    at: &'a Setting<'a, 'm>,
}

impl Spot<'_, '_> {
    /// The record of a list that the walk is in.
    pub fn record(&self) -> Option<RecordRef> {
        self.at.record()
    }

    /// The place of the value.
    pub fn place(&self) -> Place {
        self.at.place(self.origins)
    }

    /// The place of a value inside the one the walk is at.
    pub fn inside(&self, key: &str) -> Place {
        self.resolve(&self.at.trail.key(key))
    }

    /// The place of an entry of a sequence inside the value the walk is at.
    pub fn entry(&self, key: &str, index: usize) -> Place {
        self.resolve(&self.at.trail.key(key).index(index))
    }

    /// The place of the value of a key of an entry of a sequence inside the value the walk is at.
    pub fn field(&self, key: &str, index: usize, field: &str) -> Place {
        self.resolve(&self.at.trail.key(key).index(index).key(field))
    }

    /// The place of a value further in.
    pub fn below(&self, steps: &[&str]) -> Place {
        fn down(spot: &Spot<'_, '_>, trail: &Trail<'_>, steps: &[&str]) -> Place {
            match steps {
                [] => spot.resolve(trail),
                [step, rest @ ..] => down(spot, &trail.key(step), rest),
            }
        }
        down(self, &self.at.trail, steps)
    }

    fn resolve(&self, trail: &Trail<'_>) -> Place {
        self.origins.place(self.at.owner, trail)
    }
}

/// Calls `visit` for every node of the model, in the order of the registers and then of the lists. What comes with the
/// program is passed over: it is held against the rules by a test, and no author can mend it.
pub(super) fn traverse<'m>(model: &'m Model, visit: &mut dyn FnMut(Node<'m>, &Spot<'_, 'm>)) {
    walk(model, &mut |node, at| {
        if model.origins.is_of_program(at.owner) {
            return;
        }
        let list = at.record().map(|record| record.list(model));
        visit(node, &Spot { list, origins: &model.origins, at });
    });
}

/// The same of one list.
pub(super) fn traverse_list<'m>(model: &'m Model, id: ListId, visit: &mut dyn FnMut(Node<'m>, &Spot<'_, 'm>)) {
    let list = &model[id];
    walk_list(list, id, &mut |node, at| visit(node, &Spot { list: Some(list), origins: &model.origins, at }));
}

/// The place of a key of an entry of a register.
pub(super) fn register(model: &Model, entry: Owner, key: &str) -> Place {
    let origins = &model.origins;
    origins.place(entry, &Trail::Root.index(origins.index(entry)).key(key))
}

/// The place of a value of the site file.
pub(super) fn site(model: &Model, trail: &Trail<'_>) -> Place {
    Place { file: model.origins.site, at: At::Value(trail.steps()) }
}
