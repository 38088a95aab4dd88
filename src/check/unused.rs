//! A checked model in; the same without the entries of the program's registers that the site does not use out. A site's
//! own entries stay, used or not.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use crate::cite::{Mention, Reader};
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::{Node, Setting, walk_list, walk_owner, walk_registers};
use crate::model::{
    Agency, AgencyId, Counterpart, Department, DepartmentId, Entry, Gone, Id, IdMap, Lang, LawId, ListId, Model, Owner,
    Position, Text, TopicId, without_level,
};

use super::traverse::register;

/// An entry of a register of the site that nothing uses.
pub(super) static UNUSED_ENTRY: Code = Code {
    id: "E124",
    name: "unused-entry",
    what: ["登记了却没有用到的一项", "an entry of a register that nothing uses"],
    why: [
        "多半是清单改了、登记没有跟着改，或清单里写错了代号，用了程序自带的另一项。",
        "Mostly a list was changed and its register was not, or a list names another entry by mistake.",
    ],
    fix: [
        "删去这一项，或在该用它的地方写上它的代号；先登记备用的，在 site.yaml 的 rules 里写 E124: off。",
        "Take the entry out, or name it where it is meant; where entries are kept for lists to come, write `E124: off` under `rules` of site.yaml.",
    ],
    example: "# departments.yaml，没有一条记录用到它\n- {slug: archives, name: 档案部门, aliases: [档案局]}",
};

/// The ids of what is used.
#[derive(Debug, Default)]
pub(super) struct Used {
    laws: HashSet<Id>,
    departments: HashSet<Id>,
    topics: HashSet<Id>,
    agencies: HashSet<Id>,
}

/// What each list was found to use, by a number for the list and everything beside the lists.
#[derive(Debug, Default)]
pub(super) struct KnownUses(HashMap<u64, Arc<Used>>);

/// Takes out what the program brings along and nothing of the site names: no reference, no text, no link.
/// `named` are the ids of the laws that the texts of the lists name, or may.
pub(super) fn drop_unused(model: &mut Model, reader: &Reader, named: HashSet<Id>, sink: &mut Sink) {
    drop_unused_again(model, reader, named, &mut KnownUses::default(), &[], sink);
}

/// The same, with what was found of the lists before. `keys` are for each list a number that is another one where the list, or
/// anything beside the lists, is another.
pub(super) fn drop_unused_again(
    model: &mut Model,
    reader: &Reader,
    named: HashSet<Id>,
    known: &mut KnownUses,
    keys: &[u64],
    sink: &mut Sink,
) {
    let mut used = Used { laws: named, ..Used::default() };
    used.gather(model, reader);
    used.of_lists(model, reader, known, keys);
    used.concerned(model);
    used.follow(model, reader);
    used.report(model, sink);
    let origins = &mut model.origins;
    retain(&mut model.laws, &mut origins.laws, |law| used.laws.contains(&law.id));
    retain(&mut model.departments, &mut origins.departments, |kind| used.departments.contains(&kind.slug));
    retain(&mut model.agencies, &mut origins.agencies, |agency| used.agencies.contains(&agency.id));
    retain(&mut model.topics, &mut origins.topics, |topic| used.topics.contains(&topic.slug));
    // What was taken out is named by nothing; a site's own entries were held against that already.
    let kinds: HashSet<&Id> = model.departments.iter().map(|kind| &kind.slug).collect();
    model.agencies.iter_mut().for_each(|agency| agency.departments.retain(|kind| kinds.contains(kind)));
}

/// Keeps a site's own entries, and of the others those that are wanted.
fn retain<K: Position, T>(values: &mut Vec<T>, places: &mut IdMap<K, Entry>, wanted: impl Fn(&T) -> bool) {
    let all = std::mem::take(values).into_iter().zip(std::mem::take(places).values().to_vec());
    for (value, place) in all.filter(|(value, place)| *place != Entry::Program || wanted(value)) {
        values.push(value);
        places.push(place);
    }
}

/// The kind that a department beside an item of a township is by its printed name alone.
fn kind_called(model: &Model, counterpart: &Counterpart) -> Option<Id> {
    let name = counterpart.name.best(Lang::ZH).1;
    let bare = without_level(name);
    let called = |kind: &&Department| {
        let is = |name: &str| kind.name.get(Lang::ZH) == Some(name) || kind.aliases.iter().any(|alias| alias == name);
        is(name) || bare.is_some_and(is)
    };
    model.departments.iter().find(called).map(|kind| kind.slug.clone())
}

/// The kinds of department and the laws that older editions of lists name.
fn named_by_older(model: &Model) -> HashSet<Id> {
    let mut named = HashSet::new();
    for (id, list) in model.editions.model.iter().flat_map(|older| ListId::each(older)) {
        walk_list(list, id, &mut |node, _| match node {
            Node::Basis(basis) => drop(named.insert(basis.law.clone())),
            Node::DepartmentRef(slug) | Node::AgencyRef(slug) => drop(named.insert(slug.clone())),
            _ => {}
        });
    }
    named
}

impl Used {
    /// The law that is named, or those that may be.
    fn mention(&mut self, model: &Model, mention: &Mention) {
        self.laws.extend(mention.law.iter().chain(&mention.candidates).map(|law| model[*law].id.clone()));
    }

    fn text(&mut self, model: &Model, reader: &Reader, text: &str) {
        reader.read(text).iter().for_each(|mention| self.mention(model, mention));
        self.links(text);
    }

    /// What a text in Markdown links by its path, such as `/topics/metrology/`.
    fn links(&mut self, text: &str) {
        let folders = [
            ("laws/", &mut self.laws),
            ("departments/", &mut self.departments),
            ("topics/", &mut self.topics),
            ("agencies/", &mut self.agencies),
        ];
        for (folder, ids) in folders {
            for (at, _) in text.match_indices(folder) {
                let rest = &text[at + folder.len()..];
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
                ids.insert(Id::new(&rest[..end]));
            }
        }
    }

    /// What a node of a list or a register refers to or names.
    fn node(&mut self, model: &Model, reader: &Reader, node: Node<'_>, at: &Setting<'_, '_>) {
        match node {
            _ if model.origins.is_of_program(at.owner) => {}
            Node::Basis(basis) => drop(self.laws.insert(basis.law.clone())),
            Node::DepartmentRef(slug) | Node::AgencyRef(slug) => drop(self.departments.insert(slug.clone())),
            Node::Counterpart(counterpart) => self.departments.extend(kind_called(model, counterpart)),
            Node::TopicRef(slug) => drop(self.topics.insert(slug.clone())),
            Node::ItemNumber(number) => self.text(model, reader, number),
            Node::Note(text) if at.record().is_some() => text.forms().for_each(|(_, form)| self.links(form)),
            Node::Note(text) | Node::Prose(text) if at.record().is_none() => {
                text.get(Lang::ZH).into_iter().for_each(|form| self.text(model, reader, form));
            }
            _ => {}
        }
    }

    fn extend(&mut self, other: &Used) {
        self.laws.extend(other.laws.iter().cloned());
        self.departments.extend(other.departments.iter().cloned());
        self.topics.extend(other.topics.iter().cloned());
        self.agencies.extend(other.agencies.iter().cloned());
    }

    /// What the lists refer to and their remarks and numbers of items name, and the bodies that are gone of which they speak.
    fn of_lists(&mut self, model: &Model, reader: &Reader, known: &mut KnownUses, keys: &[u64]) {
        let gone = Gone::new(model);
        let in_list = |id: ListId| {
            if let Some(used) = keys.get(id.get()).and_then(|key| known.0.get(key)) {
                return Arc::clone(used);
            }
            let mut used = Used::default();
            walk_list(&model[id], id, &mut |node, at| used.node(model, reader, node, at));
            used.agencies.extend(gone.in_list(id).iter().map(|concern| model[concern.agency].id.clone()));
            Arc::new(used)
        };
        let found: Vec<Arc<Used>> = ListId::all(model).collect::<Vec<_>>().into_par_iter().map(in_list).collect();
        found.iter().for_each(|used| self.extend(used));
        known.0 = keys.iter().copied().zip(found).collect();
    }

    /// What the site's own registers and its pages name.
    fn gather(&mut self, model: &Model, reader: &Reader) {
        walk_owner(model, Owner::Site, &mut |node, at| self.node(model, reader, node, at));
        walk_registers(model, &mut |node, at| self.node(model, reader, node, at));
        model.pages.iter().for_each(|page| self.links(&page.body));
        self.laws.extend(model.laws.iter().enumerate().filter_map(|(at, law)| {
            (!model.origins.is_of_program(Owner::Law(LawId::new(at)))).then(|| law.replaced_by.clone())?
        }));
        self.topics.extend(model.topics.iter().enumerate().filter_map(|(at, topic)| {
            (!model.origins.is_of_program(Owner::Topic(TopicId::new(at)))).then(|| topic.broader.clone())?
        }));
    }

    /// Beside the bodies that are gone and that a list speaks of, those that took their place, and bodies of the regions of the
    /// site; of those of the site itself, the successors.
    fn concerned(&mut self, model: &Model) {
        let slugs: HashSet<&Id> = model.lists.iter().map(|list| &list.region).collect();
        for (id, agency) in AgencyId::each(model) {
            let here = agency.region.as_ref().is_some_and(|region| slugs.contains(region));
            if here || !model.origins.is_of_program(Owner::Agency(id)) {
                self.agencies.insert(agency.id.clone());
            }
        }
        let mut open: Vec<Id> = self.agencies.iter().cloned().collect();
        while let Some(id) = open.pop() {
            for next in model.agencies.iter().filter(|agency| agency.id == id).flat_map(Agency::successors) {
                if self.agencies.insert(next.clone()) {
                    open.push(next.clone());
                }
            }
        }
    }

    /// Reports laws and kinds of department of the site's own registers that nothing uses. Regions and topics are there for
    /// lists to come as well, and bodies for a place, not for what names them. Where something leads nowhere, it may be
    /// what it should have led to.
    fn report(&self, model: &Model, sink: &mut Sink) {
        if sink.has_errors() {
            return;
        }
        let older = named_by_older(model);
        let mut report = |owner: Owner, key: &str, id: &Id, name: &Text, used: bool| {
            if used || older.contains(id) || model.origins.is_of_program(owner) {
                return;
            }
            let name = name.best(Lang::ZH).1;
            let message = Message::new(format!("没有用到 `{id}`（{name}）"), format!("nothing uses `{id}` ({name})"));
            let help =
                Message::new("删去它，或在该用它的地方写上这个代号", "take it out, or name it where it is meant");
            sink.push(Diagnostic::warning(&UNUSED_ENTRY, register(model, owner, key), message).help(help));
        };
        for (id, kind) in DepartmentId::each(model) {
            report(Owner::Department(id), "slug", &kind.slug, &kind.name, self.departments.contains(&kind.slug));
        }
        // The document that published a list is named by its number.
        let numbers: HashSet<&str> = model.lists.iter().filter_map(|list| list.document_number.as_deref()).collect();
        for (id, law) in LawId::each(model) {
            let published = law.document_number.as_deref().is_some_and(|number| numbers.contains(number));
            report(Owner::Law(id), "id", &law.id, &law.title, published || self.laws.contains(&law.id));
        }
    }

    /// What that leads to: successors of laws and laws named in what is said of them, wider topics and laws named in
    /// what they and kinds of department are.
    fn follow(&mut self, model: &Model, reader: &Reader) {
        let ids = |used: &Used| used.laws.len() + used.topics.len();
        let mut seen: HashSet<LawId> = HashSet::new();
        loop {
            let before = ids(self);
            for (id, topic) in
                TopicId::each(model).filter(|(_, topic)| self.topics.contains(&topic.slug)).collect::<Vec<_>>()
            {
                self.topics.extend(topic.broader.clone());
                if model.origins.is_of_program(Owner::Topic(id)) {
                    topic.definition.get(Lang::ZH).into_iter().for_each(|text| self.text(model, reader, text));
                }
            }
            for (id, law) in LawId::each(model) {
                if !self.laws.contains(&law.id) || !seen.insert(id) {
                    continue;
                }
                self.laws.extend(law.replaced_by.clone());
                let notes = law.amendments.iter().filter_map(|event| event.note.as_ref());
                for text in notes.chain([&law.source]).filter_map(|text| text.get(Lang::ZH)) {
                    self.text(model, reader, text);
                }
            }
            if ids(self) == before {
                break;
            }
        }
        let kinds = DepartmentId::each(model).filter(|(_, kind)| self.departments.contains(&kind.slug));
        let told: Vec<&str> = kinds.filter_map(|(_, kind)| kind.definition.as_ref()?.get(Lang::ZH)).collect();
        told.into_iter().for_each(|text| self.text(model, reader, text));
    }
}
