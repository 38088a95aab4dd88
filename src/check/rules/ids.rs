//! Every id of the model with its scope and place, for the rules on ids.

use std::collections::HashSet;

use crate::check::traverse::{register, traverse};
use crate::diag::{Place, Trail};
use crate::model::walk::Node;
use crate::model::{AgencyId, DepartmentId, Id, Item, LawId, Model, Owner, Position, RegionId, TopicId};

use super::item_keys::repeated_items;

/// An id, the scope in which it must be unique, and where it stands.
pub(super) struct DeclaredIds<'m> {
    /// The id.
    pub id: &'m Id,
    /// The scope, as a text that only serves to tell scopes apart.
    pub scope: String,
    /// What carries it, in Chinese and English.
    pub kind: [&'static str; 2],
    /// Where it stands.
    pub place: Place,
}

/// Gathers the ids in the order of the files.
pub(super) fn declared(model: &Model) -> Vec<DeclaredIds<'_>> {
    let mut found = Vec::new();
    let origins = &model.origins;
    let mut take = |id, scope: &str, kind, place| found.push(DeclaredIds { id, scope: scope.to_owned(), kind, place });
    for (id, region) in RegionId::each(model) {
        take(&region.slug, "regions", ["地区", "region"], register(model, Owner::Region(id), "slug"));
    }
    for (id, kind) in DepartmentId::each(model) {
        take(&kind.slug, "departments", ["部门类别", "department"], register(model, Owner::Department(id), "slug"));
    }
    for (id, topic) in TopicId::each(model) {
        take(&topic.slug, "topics", ["主题", "topic"], register(model, Owner::Topic(id), "slug"));
        let (owner, at) = (Owner::Topic(id), &Trail::Root);
        let at = &at.index(origins.index(owner));
        let at = &at.key("subjects");
        for (s, subject) in topic.subjects.iter().enumerate() {
            let place = origins.place(owner, &at.index(s).key("id"));
            take(&subject.id, &format!("topics/{}", topic.slug), ["可比对象", "comparable subject"], place);
        }
    }
    for (id, law) in LawId::each(model) {
        take(&law.id, "laws", ["法律依据", "law"], register(model, Owner::Law(id), "id"));
    }
    for (id, agency) in AgencyId::each(model) {
        take(&agency.id, "agencies", ["机构", "body"], register(model, Owner::Agency(id), "id"));
    }
    for (l, (list, origin)) in model.lists.iter().zip(origins.lists.values()).enumerate() {
        let root = &Trail::Root;
        take(&list.id, "lists", ["清单", "list"], origin.place(&root.key("id")));
        for (d, document) in list.sources.iter().enumerate() {
            let at = &root.key("sources");
            let at = &at.index(d);
            take(&document.id, &format!("{l}/sources"), ["文件", "document"], origin.place(&at.key("id")));
            for (p, part) in document.parts.iter().enumerate() {
                let scope = format!("{l}/sources/{}", document.id);
                take(&part.id, &scope, ["部分", "part"], origin.place(&at.key("parts").index(p).key("id")));
            }
        }
        for (o, office) in list.offices.iter().enumerate() {
            let place = origin.place(&root.key("offices").index(o).key("slug"));
            take(&office.slug, &format!("{l}/offices"), ["科室", "office"], place);
        }
    }
    records(model, &mut found);
    found
}

fn records<'m>(model: &'m Model, found: &mut Vec<DeclaredIds<'m>>) {
    // What tells the record apart that a provision or the like belongs to; two with one id are two all the same.
    let mut scope = String::new();
    // An item that repeats a number or a code is reported as that.
    let mut repeated: HashSet<*const Item> = HashSet::new();
    for list in &model.lists {
        let items = repeated_items(list);
        repeated.extend(items.into_iter().map(|at| std::ptr::from_ref(&list.items[at])));
    }
    traverse(model, &mut |node, spot| {
        // Of two lists with one id each has records of its own; that they have one id is reported as that.
        let Some(l) = spot.record().map(|record| record.list.get()) else { return };
        let (id, local, kind) = match node {
            Node::Item(item) if repeated.contains(&std::ptr::from_ref(item)) => return,
            Node::Item(item) => (&item.id, "items".to_owned(), ["事项", "item"]),
            Node::Procedure(procedure) => (&procedure.id, "procedures".to_owned(), ["程序", "procedure"]),
            Node::Account(account) if !account.id.is_empty() => {
                (&account.id, "accounts".to_owned(), ["追责情形", "account"])
            }
            Node::Section(section) => (&section.id, "sections".to_owned(), ["标题", "section"]),
            Node::Body(body) => {
                let scope = format!("{l}/bodies");
                found.push(DeclaredIds { id: &body.slug, scope, kind: ["机关", "body"], place: spot.inside("slug") });
                return;
            }
            Node::Duty(duty) => {
                scope = format!("{:p}", std::ptr::from_ref(duty));
                (&duty.id, "duties".to_owned(), ["职责", "duty"])
            }
            Node::Matter(matter) => {
                scope = format!("{:p}", std::ptr::from_ref(matter));
                (&matter.id, "boundaries".to_owned(), ["管理事项", "matter"])
            }
            Node::Regime(regime) => {
                scope = format!("{:p}", std::ptr::from_ref(regime));
                (&regime.id, "regimes".to_owned(), ["监管制度", "regime"])
            }
            Node::Service(service) => (&service.id, "services".to_owned(), ["服务事项", "service"]),
            Node::Mechanism(entry) => (&entry.id, "mechanism".to_owned(), ["追责机制", "mechanism entry"]),
            Node::WorkItem(item) => (&item.id, format!("{scope}/work_items"), ["工作事项", "work item"]),
            Node::Accountability(row) => {
                (&row.id, format!("{scope}/accountability"), ["追责情形", "accountability row"])
            }
            Node::Participant(participant) => {
                (&participant.id, format!("{scope}/participants"), ["参与部门", "participant"])
            }
            Node::Provision(provision) => (&provision.id, format!("{scope}/provisions"), ["条款", "provision"]),
            _ => return,
        };
        found.push(DeclaredIds { id, scope: format!("{l}/{local}"), kind, place: spot.inside("id") });
    });
}
