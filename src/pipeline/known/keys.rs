//! What a site is made from in; for each list, a key of all that its pages and files are made from, out.
//!
//! Shared by all lists are the program, the theme, the options, every file that is of no list, the registers, and what the
//! stages draw from all lists together, of which each prints its own. Beside that a list is made from its own files and from
//! those of the lists that were looked at while it was made.

use std::hash::{Hash, Hasher};

use crate::audit::Addresses;
use crate::dataset::{Context, latest};
use crate::load::Sources;
use crate::model::{IdMap, ListId, ListOrigin, LookedAt, Model, Position};
use crate::render::Renderer;

use super::super::making::Making;
use super::print::Print;

/// SHA-256 of what something is made from.
pub(super) type Key = [u8; 32];

/// What a site is made from and that is known before the stages that make it.
pub(in crate::pipeline) struct Outside {
    /// Program, theme, and files that are of no list.
    shared: Key,
    /// The files of each list.
    lists: IdMap<ListId, Key>,
}

impl Outside {
    /// Takes the prints of program and theme, and the files as they were read.
    pub fn new(program: &str, theme: &str, sources: &Sources, model: &Model) -> Outside {
        let of = |origin: &ListOrigin| {
            let mut files: Vec<_> = origin.pieces.iter().map(|piece| piece.file).chain([origin.header]).collect();
            files.sort();
            files.dedup();
            files
        };
        let named = |file: &crate::diag::FileId| (sources.files.get(file.0 as usize), sources.digests.get(file));
        // The pages of a list tell of its older editions.
        let with_older = |at: ListId, origin: &ListOrigin| {
            let older = model.editions.of(at).map(ListId::new);
            let older = older.filter_map(|at| Some(&model.editions.model.as_ref()?.origins.lists[at]));
            let mut files = of(origin);
            files.extend(older.flat_map(of));
            files
        };
        let lists = &model.origins.lists;
        let mut of_lists: Vec<_> = lists.iter().flat_map(|(at, origin)| with_older(at, origin)).collect();
        of_lists.sort();
        let mut rest: Vec<_> = sources.digests.keys().filter(|file| of_lists.binary_search(file).is_err()).collect();
        rest.sort();
        let rest: Vec<_> = rest.into_iter().map(named).collect();
        let own = |(at, origin): (ListId, &ListOrigin)| {
            // What is waived may lie in two lists, so that the files of the one do not say how much it is.
            let waived: Vec<u32> = model.lists[at.get()].waivers.iter().map(|waiver| waiver.findings).collect();
            Print::of(&(with_older(at, origin).iter().map(named).collect::<Vec<_>>(), waived))
        };
        Outside { shared: Print::of(&(program, theme, rest)), lists: lists.iter().map(own).collect() }
    }

    /// The same with what the stages made of it.
    pub fn keys(&self, from: Making<'_>, renderer: &Renderer<'_>, addresses: &Addresses) -> Keys {
        let Making { graph, plan, theme: _, statics: _ } = from;
        let mut shared = Print::default();
        self.shared.hash(&mut shared);
        registers(graph.model, &mut shared);
        graph.print(&mut shared);
        plan.print(&mut shared);
        renderer.print(&mut shared);
        addresses.print(&mut shared);
        latest(Context::new(graph, plan)).hash(&mut shared);
        Keys { shared: shared.done(), lists: self.lists.clone() }
    }
}

/// The registers with what the program adds to them, as later stages see them.
fn registers(model: &Model, into: &mut impl Hasher) {
    // Taken apart, so that a further register does not compile before it is thought of here.
    let Model {
        site,
        regions,
        departments,
        topics,
        terms,
        laws,
        agencies,
        reorganisations,
        addresses,
        lists: _,
        // The files of an older edition are among those of its list, and what it uses of registers is theirs.
        editions: _,
        pages,
        origins: _,
    } = model;
    let all = serde_json::to_vec(&(site, regions, departments, topics, terms, laws, agencies, reorganisations));
    all.unwrap_or_default().hash(into);
    addresses.iter().for_each(|address| address.path.hash(into));
    for page in pages {
        (&page.name, page.lang, &page.title, &page.body).hash(into);
    }
}

/// What each list is made from.
pub(in crate::pipeline) struct Keys {
    shared: Key,
    lists: IdMap<ListId, Key>,
}

impl Keys {
    /// The key of a list whose pages and files show something of others: of these, or of all where there is no saying.
    pub fn of(&self, list: ListId, others: Option<&[ListId]>) -> Key {
        let others = others.map(|others| others.iter().map(|other| (*other, self.lists[*other])).collect::<Vec<_>>());
        let all = others.is_none().then(|| self.lists.values());
        Print::of(&(self.shared, list, self.lists[list], others, all))
    }

    /// The key of a list that was made, and the others that were looked at meanwhile.
    pub fn after(&self, list: ListId, looked_at: &LookedAt) -> (Key, Option<Vec<ListId>>) {
        let mut others = looked_at.lists();
        if let Some(others) = &mut others {
            others.retain(|other| *other != list);
        }
        (self.of(list, others.as_deref()), others)
    }
}
