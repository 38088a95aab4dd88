//! One walk over the whole model for the rules, with the place of every value in its author's file.

use crate::diag::{At, FileId, Place, Trail};
use crate::model::walk::{Node, walk_department, walk_law, walk_list, walk_region, walk_site, walk_topic};
use crate::model::{List, ListOrigin, Model};

/// Where a walk is.
pub(super) struct Spot<'a, 'm> {
    /// The list that is walked, unless it is a register.
    pub list: Option<&'m List>,
    root: Root<'m>,
    trail: &'a Trail<'a>,
}

#[derive(Clone, Copy)]
enum Root<'m> {
    File(FileId),
    List(&'m ListOrigin),
}

impl Spot<'_, '_> {
    /// The place of the value.
    pub fn place(&self) -> Place {
        self.resolve(self.trail)
    }

    /// The place of a value inside the one the walk is at.
    pub fn inside(&self, key: &str) -> Place {
        self.resolve(&self.trail.key(key))
    }

    /// The place of an entry of a sequence inside the value the walk is at.
    pub fn entry(&self, key: &str, index: usize) -> Place {
        self.resolve(&self.trail.key(key).index(index))
    }

    /// The place of the value of a key of an entry of a sequence inside the value the walk is at.
    pub fn field(&self, key: &str, index: usize, field: &str) -> Place {
        self.resolve(&self.trail.key(key).index(index).key(field))
    }

    /// The place of a value further in.
    pub fn below(&self, steps: &[&str]) -> Place {
        fn down(spot: &Spot<'_, '_>, trail: &Trail<'_>, steps: &[&str]) -> Place {
            match steps {
                [] => spot.resolve(trail),
                [step, rest @ ..] => down(spot, &trail.key(step), rest),
            }
        }
        down(self, self.trail, steps)
    }

    fn resolve(&self, trail: &Trail<'_>) -> Place {
        match self.root {
            Root::File(file) => Place { file, at: At::Value(trail.steps()) },
            Root::List(origin) => origin.place(trail),
        }
    }
}

/// Calls `visit` for every node of the model, in the order of the registers and then of the lists.
pub(super) fn traverse<'m>(model: &'m Model, visit: &mut dyn FnMut(Node<'m>, &Spot<'_, 'm>)) {
    let origins = &model.origins;
    walk_site(&model.site, &mut |node, trail| visit(node, &Spot { list: None, root: Root::File(origins.site), trail }));
    let root = Trail::Root;
    for (index, region) in model.regions.iter().enumerate() {
        walk_region(region, &root.index(index), &mut |node, trail| {
            visit(node, &Spot { list: None, root: Root::File(origins.regions), trail });
        });
    }
    for (index, department) in model.departments.iter().enumerate() {
        walk_department(department, &root.index(index), &mut |node, trail| {
            visit(node, &Spot { list: None, root: Root::File(origins.departments), trail });
        });
    }
    for (index, topic) in model.topics.iter().enumerate() {
        walk_topic(topic, &root.index(index), &mut |node, trail| {
            visit(node, &Spot { list: None, root: Root::File(origins.topics), trail });
        });
    }
    for (law, (file, index)) in model.laws.iter().zip(origins.laws.values()) {
        walk_law(law, &root.index(*index as usize), &mut |node, trail| {
            visit(node, &Spot { list: None, root: Root::File(*file), trail });
        });
    }
    for (list, origin) in model.lists.iter().zip(origins.lists.values()) {
        walk_list(list, &mut |node, trail| visit(node, &Spot { list: Some(list), root: Root::List(origin), trail }));
    }
}

/// The place of a key of an entry of a register.
pub(super) fn register(file: FileId, index: usize, key: &str) -> Place {
    Place { file, at: At::Value(Trail::Root.index(index).key(key).steps()) }
}

/// The place of a value of the site file.
pub(super) fn site(model: &Model, trail: &Trail<'_>) -> Place {
    Place { file: model.origins.site, at: At::Value(trail.steps()) }
}
