//! A model in, the figures of the build out.

use crate::model::walk::{Node, walk, walk_list};
use crate::model::{ListId, Model};
use crate::publish::Changes;

/// Figures of a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Lists.
    pub lists: usize,
    /// Records of lists: duties, work items, matters, participants, services, regimes, provisions and so on.
    pub records: usize,
    /// Pages in all languages.
    pub pages: usize,
    /// Files written.
    pub files: u64,
    /// Size of the files in bytes.
    pub bytes: u64,
    /// Lists whose pages and files are those of the site before; `None` where that was not looked for.
    pub as_before: Option<usize>,
    /// Texts that lack a language.
    pub untranslated: usize,
    /// What is another than in the site before; `None` where nothing was written.
    pub changes: Option<Changes>,
}

/// Counts what the model holds; pages and files are filled in by the build.
pub(super) fn count(model: &Model) -> Summary {
    let mut summary = Summary { lists: model.lists.len(), ..Summary::default() };
    let languages = model.languages();
    let mut untranslated = 0;
    let mut records = 0;
    walk(model, &mut |node, _| {
        if let Some(text) = node.text() {
            untranslated += languages.iter().filter(|lang| text.get(**lang).is_none()).count();
        }
        records += usize::from(is_record(&node));
    });
    summary.untranslated = untranslated;
    summary.records = records;
    summary
}

/// How many lists there are, and how many records they have.
pub(super) fn count_of(model: &Model, lists: &[ListId]) -> (usize, usize) {
    let mut records = 0;
    for list in lists {
        walk_list(&model[*list], *list, &mut |node, _| records += usize::from(is_record(&node)));
    }
    (lists.len(), records)
}

fn is_record(node: &Node<'_>) -> bool {
    matches!(
        node,
        Node::Item(_)
            | Node::Duty(_)
            | Node::WorkItem(_)
            | Node::Accountability(_)
            | Node::Matter(_)
            | Node::Participant(_)
            | Node::Service(_)
            | Node::Regime(_)
            | Node::Provision(_)
            | Node::Mechanism(_)
    )
}
