//! What is published, in as soon as it is known; for pages made before that, what is known beforehand, out: which tables there
//! are and where their files will lie.

use std::sync::OnceLock;

use crate::dataset::{Catalogue, Context, FileEntry, Published, Survey, TableEntry, tables};
use crate::export::{Measure, TableFormat, Written};
use crate::link::Quality;
use crate::model::{Date, IdMap, Lang, ListId, Publishing};

/// A catalogue that is not known from the beginning.
pub(super) struct Pending {
    known: OnceLock<Catalogue>,
    before: Catalogue,
}

impl Pending {
    /// Nothing is written yet.
    pub fn new(context: Context<'_>, data: &Publishing) -> Pending {
        let model = context.graph.model;
        let before = Catalogue {
            tables: outlines(data, model.languages()),
            lists: IdMap::filled(model.lists.len(), Vec::new()),
            day: crate::dataset::latest(context),
            ..Catalogue::default()
        };
        Pending { known: OnceLock::new(), before }
    }

    /// All is written.
    pub fn settle(&self, catalogue: Catalogue) {
        let _ = self.known.set(catalogue);
    }

    /// The files of lists are written, and nothing else will be.
    pub fn settle_lists(&self, lists: IdMap<ListId, Vec<FileEntry>>) {
        self.settle(Catalogue { lists, ..self.before.clone() });
    }

    fn now(&self) -> &Catalogue {
        self.known.get().unwrap_or(&self.before)
    }
}

/// The tables as far as they are known before their files are written.
pub(super) fn outlines(data: &Publishing, languages: &[Lang]) -> Vec<TableEntry> {
    let unwritten = |table| {
        let files = TableFormat::published(data).map(|format| (format, Measure::default())).collect();
        Written { table, survey: Survey::begin(table, languages), files }.entry()
    };
    tables().iter().map(unwritten).collect()
}

impl Published for Pending {
    fn tables(&self) -> usize {
        self.now().tables()
    }

    fn table(&self, at: usize) -> &TableEntry {
        self.now().table(at)
    }

    fn outline(&self, at: usize) -> &TableEntry {
        self.before.table(at)
    }

    fn files(&self) -> &[FileEntry] {
        self.now().files()
    }

    fn of_list(&self, list: ListId) -> &[FileEntry] {
        self.now().of_list(list)
    }

    fn quality(&self) -> &IdMap<ListId, Quality> {
        self.now().quality()
    }

    fn day(&self) -> Option<Date> {
        self.now().day()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::Pending;
    use crate::dataset::Context;
    use crate::dataset::tests::sample::{model, with};
    use crate::diag::Sink;
    use crate::pipeline::data::write_data;
    use crate::pipeline::{Progress, Stage};
    use crate::publish::Staging;
    use crate::render::Renderer;
    use crate::theme::Theme;

    struct Silence;

    impl Progress for Silence {
        fn stage(&self, _: Stage, _: Option<u64>) {}
        fn done(&self, _: u64) {}
    }

    /// Every page and what lies beside it, by kind, with whether such pages wait.
    type Pages = BTreeMap<(&'static str, bool, String), Vec<u8>>;

    #[test]
    fn pages_that_do_not_wait_are_the_same_before_the_data_are_written() {
        let mut model = model();
        // The sample stands in no file, so nothing of it can be warned of.
        model.lists[1].duties[0].work_items.truncate(1);
        for phone in model.lists[1].offices.iter_mut().flat_map(|office| &mut office.phones) {
            *phone = phone.trim_start_matches('+').to_owned();
        }
        let folder = tempfile::tempdir().expect("a folder");
        let staging = Staging::open(&folder.path().join("site")).expect("a staging folder");
        let (before, after) = with(&model, |graph, plan| {
            let theme = Theme::load(None).expect("the theme");
            let pages = |renderer: &Renderer<'_>| -> Pages {
                let mut pages = Pages::new();
                for target in &plan.targets {
                    for lang in model.languages() {
                        let kind = target.kind();
                        let mut bytes = Vec::new();
                        renderer.page(*target, *lang, &mut bytes).expect("a page");
                        pages.insert((kind.name, kind.waits, plan.file(*target, *lang)), bytes);
                        for (name, bytes) in renderer.beside(*target, *lang).expect("files") {
                            let path = format!("{}{name}", plan.path_in(*target, *lang));
                            pages.insert((kind.name, kind.waits, path), bytes);
                        }
                    }
                }
                pages
            };
            let pending = Pending::new(Context::new(graph, plan), &plan.data);
            let before = pages(&Renderer::new(graph, plan, &theme, &pending).expect("a renderer"));
            let catalogue = write_data(graph, plan, Some(&staging), None, &Silence, &mut Sink::new()).expect("data");
            pending.settle(catalogue);
            let after = pages(&Renderer::new(graph, plan, &theme, &pending).expect("a renderer"));
            (before, after)
        });
        let differing = before.iter().filter(|(page, bytes)| after.get(*page) != Some(*bytes));
        let differing: BTreeSet<(&str, bool)> = differing.map(|((kind, waits, _), _)| (*kind, *waits)).collect();
        let waiting: BTreeSet<(&str, bool)> =
            before.keys().filter(|(_, waits, _)| *waits).map(|(kind, waits, _)| (*kind, *waits)).collect();
        assert!(differing.is_subset(&waiting), "{differing:?}");
        assert_eq!(differing, waiting, "a kind that waits for nothing");
    }
}
