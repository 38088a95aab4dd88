//! Older editions of lists under construction in; the same as a model of their own, held against the rules, out.

use std::collections::HashSet;

use crate::cite::Reader;
use crate::diag::{At, Code, Diagnostic, FileId, Message, Place, Sink, Step};
use crate::model::{Editions, Id, IdMap, List, ListId, ListOrigin, Model, Position};

use super::draft::{ListDraft, TakenNames};
use super::side_by_side::side_by_side;
use super::{inherit, read_bases, rules, unused};

/// An edition that is none of its list.
pub(super) static OTHER: Code = Code {
    id: "E151",
    name: "edition-of-another-list",
    what: ["旧版与清单不是同一机关的同一种清单", "an older edition of another agency or kind than its list"],
    why: [
        "一份清单的各版须属同一地区、同一类部门、同一种清单，网址和变更说明才对得上。",
        "The editions of a list are of one region, one kind of department and one kind of list; only then do addresses and \
         changes mean the same thing.",
    ],
    fix: [
        "改正旧版的 region、department、kind；如果确实是另一份清单，移到 lists/ 下自己的文件夹。",
        "Correct `region`, `department` or `kind` of the older edition; if it is another list indeed, move it to a folder of \
         its own in `lists/`.",
    ],
    example: "region: qingshui\nkind: responsibilities",
};

/// The older editions under construction, by list, of each the oldest first.
#[derive(Default)]
pub(super) struct Older {
    pub lists: Vec<List>,
    pub origins: Vec<ListOrigin>,
    pub names: TakenNames,
    series: Vec<usize>,
    ids: Vec<Id>,
}

impl Older {
    /// Notes which list each older edition is one of, in the order of `choose`.
    pub fn of(named: &[(usize, Id, ListDraft)]) -> Older {
        let series = named.iter().map(|(at, ..)| *at).collect();
        Older { series, ids: named.iter().map(|(_, id, _)| id.clone()).collect(), ..Older::default() }
    }

    /// The editions as a model of their own, held against every rule that looks at one list by itself; `newest` still has
    /// the whole registers of the program.
    pub fn check(mut self, newest: &Model, reader: &Reader, sink: &mut Sink) -> Editions<Model> {
        if self.lists.is_empty() {
            return Editions::default();
        }
        let own = std::mem::take(&mut self.lists);
        self.names.lists = self.series.iter().map(|at| newest.lists[*at].id.to_string()).collect();
        let mut model = Model { editions: Editions::default(), lists: own.into(), ..without_lists(newest) };
        model.origins.lists = std::mem::take(&mut self.origins).into();
        let mut found = Sink::new();
        rules::misnamed_file::run(&model, &self.names, &mut found);
        let misnamed: HashSet<FileId> = found.found().iter().map(|fault| fault.place.file).collect();
        for (at, list) in model.lists.iter_mut().enumerate() {
            let origin = &model.origins.lists.values()[at];
            if !misnamed.contains(&origin.header) {
                belongs(list, &newest.lists[self.series[at]], origin, &mut found);
            }
            // Editions of one list have one id; here each is looked at by itself.
            list.id = Id::new(&format!("edition-{}", at + 1));
        }
        found.absorb(side_by_side(rules::OF_AN_EDITION, |rule, found| (rule.run)(&model, found)));
        let files: HashSet<FileId> = (model.origins.lists.values().iter())
            .flat_map(|origin| origin.pieces.iter().map(|piece| piece.file).chain([origin.header]))
            .collect();
        // What is wrong in a register is said where the lists are checked.
        found.retain(|fault| files.contains(&fault.place.file));
        sink.absorb(found);
        for (list, at) in model.lists.iter_mut().zip(&self.series) {
            list.id = newest.lists[*at].id.clone();
        }
        read_bases::read_bases(&mut model, reader);
        // What of the registers nothing uses is said of the site as a whole.
        unused::drop_unused(&mut model, reader, HashSet::new(), &mut Sink::new());
        model.lists.iter_mut().for_each(inherit::inherit);
        let series = self.series.into_iter().map(ListId::new).collect();
        Editions { model: Some(Box::new(model)), series, ids: self.ids }
    }
}

/// The model without its lists.
pub(super) fn without_lists(model: &Model) -> Model {
    let mut origins = model.origins.clone();
    origins.lists = IdMap::default();
    Model {
        site: model.site.clone(),
        regions: model.regions.clone(),
        departments: model.departments.clone(),
        topics: model.topics.clone(),
        terms: model.terms.clone(),
        laws: model.laws.clone(),
        agencies: model.agencies.clone(),
        reorganisations: Vec::new(),
        addresses: Vec::new(),
        lists: Vec::new().into(),
        editions: Editions::default(),
        pages: Vec::new(),
        origins,
    }
}

/// Reports what an edition says otherwise than its list of whose it is and what.
fn belongs(edition: &List, newest: &List, origin: &ListOrigin, sink: &mut Sink) {
    let said = |value: Option<&str>| value.unwrap_or("—").to_owned();
    let both = [
        ("region", [edition.region.to_string(), newest.region.to_string()]),
        ("department", [said(edition.department.as_deref()), said(newest.department.as_deref())]),
        ("kind", [edition.kind.as_str().to_owned(), newest.kind.as_str().to_owned()]),
    ];
    for (key, [own, theirs]) in both {
        if own != theirs {
            let message = Message::new(
                format!("旧版的 {key} 是 `{own}`，清单的是 `{theirs}`"),
                format!("`{key}` of this edition is `{own}`, that of its list is `{theirs}`"),
            );
            let at = At::Value(vec![Step::Key(key.into())]);
            sink.push(Diagnostic::error(&OTHER, Place { file: origin.header, at }, message));
        }
    }
}
