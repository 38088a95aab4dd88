//! One walk over everything that the content holds: each text with its kind, each citation and each reference, with whose
//! it is, what it stands beside and the way to it. The rules, the citations, what texts name, the backlinks, the search
//! and the counts all look through it, so a field added here is a field that every one of them sees.

mod edit;
mod edit_item;
mod edit_steps;
mod item;
mod list;
mod node;
mod regime;
mod registers;
mod steps;

use crate::diag::Trail;

use super::Model;
use super::ids::{AgencyId, DepartmentId, LawId, ListId, RegionId, ReorganisationId, TopicId};
use super::record::Owner;

pub use edit::{
    edit_agency, edit_department, edit_law, edit_list, edit_region, edit_reorganisation, edit_site, edit_topic,
};
pub use edit_steps::Editable;
pub use list::{walk_list, walk_record};
pub use node::{Above, ListRef, Node, Setting, Visit};

use registers::{walk_agency, walk_department, walk_law, walk_region, walk_reorganisation, walk_site, walk_topic};

/// Walks the whole model: the site file, the registers, the lists.
pub fn walk<'m>(model: &'m Model, visit: &mut Visit<'_, 'm>) {
    walk_owner(model, Owner::Site, visit);
    walk_registers(model, visit);
    ListId::each(model).for_each(|(id, list)| walk_list(list, id, visit));
}

/// Walks the registers: regions, kinds of department, topics, laws, bodies, reorganisations.
pub fn walk_registers<'m>(model: &'m Model, visit: &mut Visit<'_, 'm>) {
    RegionId::all(model).for_each(|id| walk_owner(model, Owner::Region(id), visit));
    DepartmentId::all(model).for_each(|id| walk_owner(model, Owner::Department(id), visit));
    TopicId::all(model).for_each(|id| walk_owner(model, Owner::Topic(id), visit));
    LawId::all(model).for_each(|id| walk_owner(model, Owner::Law(id), visit));
    AgencyId::all(model).for_each(|id| walk_owner(model, Owner::Agency(id), visit));
    ReorganisationId::all(model).for_each(|id| walk_owner(model, Owner::Reorganisation(id), visit));
}

/// Walks what one owner has: an entry of a register, or a record with the records inside it.
pub fn walk_owner<'m>(model: &'m Model, owner: Owner, visit: &mut Visit<'_, 'm>) {
    let root = &Trail::Root;
    match owner {
        Owner::Site => walk_site(&model.site, visit),
        Owner::Region(id) => walk_region(&model[id], id, root.index(model.origins.index(owner)), visit),
        Owner::Department(id) => walk_department(&model[id], id, root.index(model.origins.index(owner)), visit),
        Owner::Topic(id) => walk_topic(&model[id], id, root.index(model.origins.index(owner)), visit),
        Owner::Law(id) => walk_law(&model[id], id, root.index(model.origins.index(owner)), visit),
        Owner::Agency(id) => walk_agency(&model[id], id, root.index(model.origins.index(owner)), visit),
        Owner::Reorganisation(id) => {
            walk_reorganisation(&model[id], id, root.index(model.origins.index(owner)), visit);
        }
        Owner::Record(record) => walk_record(record.list(model), record, visit),
    }
}
