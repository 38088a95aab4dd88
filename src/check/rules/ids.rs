//! Every id of the model with its scope and place, for the rules on ids.

use std::collections::HashSet;

use crate::check::traverse::{register, traverse_list};
use crate::diag::{Place, Trail};
use crate::model::walk::Node;
use crate::model::{AgencyId, DepartmentId, Id, Item, LawId, ListId, Model, Owner, Position, RegionId, TopicId};

use super::item_keys::repeated_items;

/// The scope in which an id must be unique; it only serves to tell scopes apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Scope<'m> {
    /// The place of the list, or that of none for a register.
    list: usize,
    /// What is counted there.
    of: &'static str,
    /// What tells the record apart that it stands in: two with one id are two all the same.
    inside: usize,
    /// The same by an id, where two with one id are one.
    named: &'m str,
}

impl<'m> Scope<'m> {
    fn of(list: usize, of: &'static str) -> Scope<'m> {
        Scope { list, of, inside: 0, named: "" }
    }
}

/// An id and where it must be unique.
#[derive(Clone, Copy, Debug)]
pub(super) struct DeclaredId<'m> {
    /// The id.
    pub id: &'m Id,
    /// The scope.
    pub scope: Scope<'m>,
    /// What carries it, in Chinese and English.
    pub kind: [&'static str; 2],
}

/// Takes an id, and what finds out where it stands: that is asked of few, and dear.
type Visit<'v, 'm> = dyn FnMut(DeclaredId<'m>, &dyn Fn() -> Place) + 'v;

/// In the place of a list.
const REGISTERS: usize = usize::MAX;

/// Calls `visit` for every id: those of the registers and of the lists, then what is in each list.
pub(super) fn each_declared<'m>(model: &'m Model, visit: &mut Visit<'_, 'm>) {
    each_of_the_site(model, visit);
    ListId::all(model).for_each(|list| each_in_list(model, list, visit));
}

/// Calls `visit` for the ids that are the only ones in the whole site: those of the entries of registers and of the lists.
pub(super) fn each_of_the_site<'m>(model: &'m Model, visit: &mut Visit<'_, 'm>) {
    let origins = &model.origins;
    let mut entry = |id, scope, kind, owner, key: &str| {
        let scope = Scope::of(REGISTERS, scope);
        visit(DeclaredId { id, scope, kind }, &|| register(model, owner, key));
    };
    for (id, region) in RegionId::each(model) {
        entry(&region.slug, "regions", ["地区", "region"], Owner::Region(id), "slug");
    }
    for (id, kind) in DepartmentId::each(model) {
        entry(&kind.slug, "departments", ["部门类别", "department"], Owner::Department(id), "slug");
    }
    for (id, topic) in TopicId::each(model) {
        entry(&topic.slug, "topics", ["主题", "topic"], Owner::Topic(id), "slug");
    }
    for (id, law) in LawId::each(model) {
        entry(&law.id, "laws", ["法律依据", "law"], Owner::Law(id), "id");
    }
    for (id, agency) in AgencyId::each(model) {
        entry(&agency.id, "agencies", ["机构", "body"], Owner::Agency(id), "id");
    }
    for (id, topic) in TopicId::each(model) {
        let owner = Owner::Topic(id);
        let root = &Trail::Root;
        let at = &root.index(origins.index(owner));
        let at = &at.key("subjects");
        for (s, subject) in topic.subjects.iter().enumerate() {
            let scope = Scope { list: REGISTERS, of: "subjects", inside: 0, named: topic.slug.as_str() };
            let kind = ["可比对象", "comparable subject"];
            visit(DeclaredId { id: &subject.id, scope, kind }, &|| origins.place(owner, &at.index(s).key("id")));
        }
    }
    for (list, origin) in model.lists.iter().zip(origins.lists.values()) {
        let declared = DeclaredId { id: &list.id, scope: Scope::of(REGISTERS, "lists"), kind: ["清单", "list"] };
        visit(declared, &|| origin.place(&Trail::Root.key("id")));
    }
}

/// Calls `visit` for the ids that are the only ones in a list or in a record of it.
pub(super) fn each_in_list<'m>(model: &'m Model, id: ListId, visit: &mut Visit<'_, 'm>) {
    let (list, origin, l) = (&model[id], &model.origins.lists[id], id.get());
    let root = &Trail::Root;
    let mut take = |id, scope, kind, trail: &Trail<'_>| {
        visit(DeclaredId { id, scope, kind }, &|| origin.place(trail));
    };
    for (d, document) in list.sources.iter().enumerate() {
        let at = &root.key("sources");
        let at = &at.index(d);
        take(&document.id, Scope::of(l, "sources"), ["文件", "document"], &at.key("id"));
        for (p, part) in document.parts.iter().enumerate() {
            let scope = Scope { named: &document.id, ..Scope::of(l, "parts") };
            take(&part.id, scope, ["部分", "part"], &at.key("parts").index(p).key("id"));
        }
    }
    for (o, office) in list.offices.iter().enumerate() {
        let at = &root.key("offices");
        take(&office.slug, Scope::of(l, "offices"), ["科室", "office"], &at.index(o).key("slug"));
    }
    records(model, id, visit);
}

fn records<'m>(model: &'m Model, id: ListId, visit: &mut Visit<'_, 'm>) {
    let (list, l) = (&model[id], id.get());
    // The record that a provision or the like belongs to.
    let mut inside = 0;
    // An item that repeats a number or a code is reported as that.
    let repeated: HashSet<*const Item> =
        repeated_items(list).into_iter().map(|at| std::ptr::from_ref(&list.items[at])).collect();
    // Of two lists with one id each has records of its own; that they have one id is reported as that.
    traverse_list(model, id, &mut |node, spot| {
        let (id, of, kind) = match node {
            Node::Item(item) if repeated.contains(&std::ptr::from_ref(item)) => return,
            Node::Item(item) => (&item.id, "items", ["事项", "item"]),
            Node::Procedure(procedure) => (&procedure.id, "procedures", ["程序", "procedure"]),
            Node::Account(account) if !account.id.is_empty() => (&account.id, "accounts", ["追责情形", "account"]),
            Node::Section(section) => (&section.id, "sections", ["标题", "section"]),
            Node::Body(body) => {
                let declared = DeclaredId { id: &body.slug, scope: Scope::of(l, "bodies"), kind: ["机关", "body"] };
                return visit(declared, &|| spot.inside("slug"));
            }
            Node::Duty(duty) => {
                inside = std::ptr::from_ref(duty).addr();
                (&duty.id, "duties", ["职责", "duty"])
            }
            Node::Matter(matter) => {
                inside = std::ptr::from_ref(matter).addr();
                (&matter.id, "boundaries", ["管理事项", "matter"])
            }
            Node::Regime(regime) => {
                inside = std::ptr::from_ref(regime).addr();
                (&regime.id, "regimes", ["监管制度", "regime"])
            }
            Node::Service(service) => (&service.id, "services", ["服务事项", "service"]),
            Node::Mechanism(entry) => (&entry.id, "mechanism", ["追责机制", "mechanism entry"]),
            Node::WorkItem(item) => (&item.id, "work_items", ["工作事项", "work item"]),
            Node::Accountability(row) => (&row.id, "accountability", ["追责情形", "accountability row"]),
            Node::Participant(participant) => (&participant.id, "participants", ["参与部门", "participant"]),
            Node::Provision(provision) => (&provision.id, "provisions", ["条款", "provision"]),
            _ => return,
        };
        let within = matches!(of, "work_items" | "accountability" | "participants" | "provisions");
        let scope = Scope { inside: if within { inside } else { 0 }, ..Scope::of(l, of) };
        visit(DeclaredId { id, scope, kind }, &|| spot.inside("id"));
    });
}
