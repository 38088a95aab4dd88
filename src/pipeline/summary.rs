//! A model in, the figures of the build out.

use crate::diag::Trail;
use crate::model::Model;
use crate::model::walk::{Node, walk_department, walk_law, walk_list, walk_region, walk_site, walk_topic};

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
}

/// Counts what the model holds; pages and files are filled in by the build.
pub(super) fn count(model: &Model) -> Summary {
    let mut summary = Summary { lists: model.lists.len(), ..Summary::default() };
    let languages = model.languages();
    let mut untranslated = 0;
    let mut records = 0;
    let mut visit = |node: Node<'_>, _: &Trail<'_>| match node {
        Node::Text(value) | Node::Markdown(value) => {
            untranslated += languages.iter().filter(|lang| value.get(**lang).is_none()).count();
        }
        Node::Duty(_)
        | Node::WorkItem(_)
        | Node::Accountability(_)
        | Node::Matter(_)
        | Node::Participant(_)
        | Node::Service(_)
        | Node::Regime(_)
        | Node::Provision(_)
        | Node::Mechanism(_) => records += 1,
        _ => {}
    };
    let root = &Trail::Root;
    walk_site(&model.site, &mut visit);
    model.regions.iter().for_each(|region| walk_region(region, root, &mut visit));
    model.departments.iter().for_each(|department| walk_department(department, root, &mut visit));
    model.topics.iter().for_each(|topic| walk_topic(topic, root, &mut visit));
    model.laws.iter().for_each(|law| walk_law(law, root, &mut visit));
    model.lists.iter().for_each(|list| walk_list(list, &mut visit));
    summary.untranslated = untranslated;
    summary.records = records;
    summary
}
