//! A model in, the figures of the build out.

use crate::model::Model;
use crate::model::walk::{Node, walk};
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
        records += usize::from(matches!(
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
        ));
    });
    summary.untranslated = untranslated;
    summary.records = records;
    summary
}
