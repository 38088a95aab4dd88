//! Sources in, one model out: files of a list joined, the registers of the program added, what is named by a title or a
//! code settled, ids that may be left out filled in.

use std::collections::HashMap;

use crate::cite::Reader;
use crate::diag::{Diagnostic, FileId, Message, Place, Sink, Trail};
use crate::load::{ContentFile, MISSING_FILE, Sources, UNKNOWN_FILE};
use crate::model::{
    Collection, Date, Editions, Entry, FreePage, Id, IdMap, Law, LawId, List, ListOrigin, Lists, Model, Origins, Piece,
    Position, Site, Topic,
};
use crate::register::register;

use super::{references, registers, spare};

use super::draft::{ListDraft, TakenNames};
use super::editions::{Chosen, choose};
use super::item_ids::fill_in_item_ids;
use super::later::Later;
use super::older::Older;
use super::table_names;
use super::until::reorganisations_until;

/// The lists under construction, in the order of their files.
#[derive(Default)]
struct Drafts {
    all: Vec<ListDraft>,
    by_name: HashMap<String, usize>,
}

impl Drafts {
    fn add(&mut self, draft: ListDraft) {
        self.by_name.insert(draft.name.clone(), self.all.len());
        self.all.push(draft);
    }

    fn named(&mut self, name: &str) -> Option<&mut ListDraft> {
        self.by_name.get(name).and_then(|at| self.all.get_mut(*at))
    }
}

/// Joins the documents into a model, of each list the edition that was in force on `day`, where one is given; `None` where
/// there is no `site.yaml`.
pub(super) fn assemble(
    sources: &mut Sources,
    day: Option<Date>,
    reader: &mut dyn FnMut(&[Law]) -> Reader,
    sink: &mut Sink,
) -> Option<Assembled> {
    let Some((file, site)) = site(sources) else {
        let file = sources.file("site.yaml");
        sink.push(missing(file, "site.yaml"));
        return None;
    };
    let mut model = Model {
        site,
        regions: Vec::new(),
        departments: Vec::new(),
        topics: Vec::new(),
        terms: Vec::new(),
        laws: Vec::new(),
        agencies: Vec::new(),
        reorganisations: Vec::new(),
        addresses: Vec::new(),
        lists: Lists::default(),
        editions: Editions::default(),
        pages: Vec::new(),
        origins: Origins { site: file, ..Origins::default() },
    };
    let mut drafts = Drafts::default();
    let mut rest = Vec::new();
    for (file, document) in std::mem::take(&mut sources.documents) {
        match document {
            ContentFile::Regions(values) => enter(values, file, &mut model.regions, &mut model.origins.regions),
            ContentFile::Departments(values) => {
                enter(values, file, &mut model.departments, &mut model.origins.departments);
            }
            ContentFile::Topics(values) => enter(values, file, &mut model.topics, &mut model.origins.topics),
            ContentFile::Terms(values) => model.terms = values,
            ContentFile::Laws(values) => enter(values, file, &mut model.laws, &mut model.origins.laws),
            ContentFile::Agencies(values) => enter(values, file, &mut model.agencies, &mut model.origins.agencies),
            ContentFile::Reorganisations(values) => {
                enter(values, file, &mut model.reorganisations, &mut model.origins.reorganisations);
            }
            ContentFile::Addresses(lines) => {
                (model.addresses, model.origins.addresses) = (lines, Some(file));
            }
            ContentFile::List(name, list) => add_list(&mut drafts, name, *list, file, sink),
            ContentFile::Page(page) => model.pages.push(FreePage { file, ..*page }),
            document => rest.push((file, document)),
        }
    }
    // A table may call a topic by its name, one of the program's as well.
    let topics: Vec<Topic> = model.topics.iter().chain(&register().topics).cloned().collect();
    for (file, document) in rest {
        add_part(&mut drafts, file, document, &topics, sources, sink);
    }
    let mut names = TakenNames::default();
    if let Some(day) = day {
        reorganisations_until(&mut model, day);
    }
    let Chosen { newest, older: named, later } = choose(drafts.all, sources, day, &model.reorganisations, sink);
    let mut older = Older::of(&named);
    let (lists, editions) = (newest.len(), named.len());
    for draft in newest.into_iter().chain(named.into_iter().map(|(.., draft)| draft)).chain(later) {
        names.regimes.push(regime_names(&draft, sources));
        names.lists.push(draft.name);
        model.lists.push(draft.list);
        model.origins.lists.push(draft.origin);
    }
    let renamed = registers::join(&mut model, &sources.files);
    let reader = reader(&model.laws);
    references::laws(&mut model, &reader, &renamed);
    references::regions(&mut model);
    model.lists.iter_mut().for_each(fill_in);
    spare::spare_translations(&mut model);
    // Until here everything is done to every edition alike.
    let mut origins = std::mem::take(&mut model.origins.lists).values().to_vec();
    let later = Later { lists: model.lists.split_off(lists + editions), origins: origins.split_off(lists + editions) };
    names.regimes.truncate(lists + editions);
    older.lists = model.lists.split_off(lists);
    older.origins = origins.split_off(lists);
    model.origins.lists = origins.into();
    older.names.regimes = names.regimes.split_off(lists);
    names.lists.truncate(lists);
    later.unpublish(&mut model, &reader);
    Some(Assembled { model, older, names, reader })
}

/// The laws of the sources and of the program, in the order of the files.
pub(super) fn laws(sources: Sources) -> Vec<Law> {
    let (mut own, mut places) = (Vec::new(), IdMap::<LawId, Entry>::default());
    for (file, document) in sources.documents {
        if let ContentFile::Laws(values) = document {
            enter(values, file, &mut own, &mut places);
        }
    }
    let own = own.into_iter().zip(places.values().iter().copied()).collect();
    registers::join_laws(own, &sources.files).0.into_iter().map(|(law, _)| law).collect()
}

/// Adds the entries of a file to a register.
fn enter<K: Position, T>(values: Vec<T>, file: FileId, register: &mut Vec<T>, places: &mut IdMap<K, Entry>) {
    places.extend((0..values.len()).map(|index| Entry::Own(file, index as u32)));
    register.extend(values);
}

/// A model whose references are settled, and what is needed to hold it against the rules.
pub(super) struct Assembled {
    /// The model, with the whole registers of the program.
    pub model: Model,
    /// The older editions of its lists.
    pub older: Older,
    /// The names that files and folders gave.
    pub names: TakenNames,
    /// Reads texts for citations of the laws of the model.
    pub reader: Reader,
}

fn site(sources: &mut Sources) -> Option<(FileId, Site)> {
    let at = sources.documents.iter().position(|(_, document)| matches!(document, ContentFile::Site(_)))?;
    match sources.documents.remove(at) {
        (file, ContentFile::Site(site)) => Some((file, *site)),
        _ => None,
    }
}

fn add_list(drafts: &mut Drafts, name: String, list: List, file: FileId, sink: &mut Sink) {
    if drafts.named(&name).is_some() {
        let message = Message::new(
            format!("清单 `{name}` 既有一个文件，又有一个文件夹"),
            format!("the list `{name}` is kept both as a file and as a folder"),
        );
        let help = Message::new("留下其中一个", "keep one of the two");
        sink.push(Diagnostic::error(&UNKNOWN_FILE, Place::file(file), message).help(help));
        return;
    }
    drafts.add(ListDraft {
        name,
        list,
        origin: ListOrigin { header: file, pieces: Vec::new(), translated: Vec::new() },
    });
}

fn add_part(
    drafts: &mut Drafts,
    file: FileId,
    document: ContentFile,
    topics: &[Topic],
    sources: &mut Sources,
    sink: &mut Sink,
) {
    let name = match &document {
        ContentFile::Part(name, _)
        | ContentFile::Table(name, _)
        | ContentFile::Regime(name, _)
        | ContentFile::Translated(name, _) => name.clone(),
        _ => return,
    };
    let Some(draft) = drafts.named(&name) else {
        // The header may be there and have faults of its own; only its absence is reported, and once.
        let path = format!("lists/{name}/list.yaml");
        let known = sources.files.iter().any(|have| have.as_os_str() == path.as_str());
        if !known {
            let file = sources.file(&path);
            sink.push(missing(file, &path));
        }
        return;
    };
    let pieces = &mut draft.origin.pieces;
    let table = matches!(document, ContentFile::Table(..));
    let mut joined = |collection: Collection, start: usize, len: usize, whole: bool| {
        pieces.push(Piece { file, collection, start: start as u32, len: len as u32, whole, table });
    };
    let list = &mut draft.list;
    match document {
        ContentFile::Part(_, part) => {
            joined(Collection::Items, list.items.len(), part.items.len(), false);
            joined(Collection::Duties, list.duties.len(), part.duties.len(), false);
            joined(Collection::Boundaries, list.boundaries.len(), part.boundaries.len(), false);
            joined(Collection::Services, list.services.len(), part.services.len(), false);
            joined(Collection::Mechanism, list.mechanism.len(), part.mechanism.len(), false);
            list.items.extend(part.items);
            list.duties.extend(part.duties);
            list.boundaries.extend(part.boundaries);
            list.services.extend(part.services);
            list.mechanism.extend(part.mechanism);
        }
        ContentFile::Table(_, mut items) => {
            let start = list.items.len();
            joined(Collection::Items, start, items.len(), false);
            let place = |trail: &Trail<'_>| draft.origin.place(trail);
            table_names::resolve(&mut items, list, topics, &mut table_names::Cells { start, place: &place, sink });
            list.items.extend(items);
        }
        ContentFile::Translated(_, lines) => {
            // No record stands in it, and yet it is a file of the list.
            joined(Collection::Items, list.items.len(), 0, false);
            draft.origin.translated = lines;
        }
        ContentFile::Regime(_, regime) => {
            joined(Collection::Regimes, list.regimes.len(), 1, true);
            list.regimes.push(*regime);
        }
        _ => {}
    }
}

/// Gives items, accountability rows and participants the ids that their files may leave out.
fn fill_in(list: &mut List) {
    fill_in_item_ids(list);
    for duty in &mut list.duties {
        for (index, row) in duty.accountability.iter_mut().enumerate() {
            if row.id.is_empty() {
                row.id = match row.basis.first() {
                    // What no law is called is a fault already, and no id.
                    Some(basis) if basis.law.is_well_formed() => basis.law.clone(),
                    _ => Id::new(&format!("row-{}", index + 1)),
                };
            }
        }
    }
    for matter in &mut list.boundaries {
        for participant in &mut matter.participants {
            if participant.id.is_empty() {
                participant.id = participant.department.clone();
            }
        }
    }
}

fn regime_names(draft: &ListDraft, sources: &Sources) -> Vec<Option<String>> {
    let file_of = |index: usize| {
        let index = index as u32;
        let whole = draft
            .origin
            .pieces
            .iter()
            .find(|piece| piece.whole && piece.collection == Collection::Regimes && piece.start == index)?;
        let path = sources.files.get(whole.file.0 as usize)?;
        Some(path.file_stem()?.to_str()?.to_owned())
    };
    (0..draft.list.regimes.len()).map(file_of).collect()
}

fn missing(file: FileId, path: &str) -> Diagnostic {
    let message = Message::new(format!("缺少 {path}"), format!("{path} is missing"));
    let help = Message::new("按 docs/data-format.md 建立这个文件", "write the file as docs/data-format.md says");
    Diagnostic::error(&MISSING_FILE, Place::file(file), message).help(help)
}
