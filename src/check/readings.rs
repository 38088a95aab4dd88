//! A model and a reader in; what every Chinese text of the lists cites, read once for all that ask, out.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::cite::{Mention, Reader};
use crate::model::walk::Node;
use crate::model::{Lang, Model, Text};

use super::traverse::{Spot, traverse};

/// What is called for each text that cites anything: the node, its text, what that cites, where it stands.
type Visit<'v, 'm> = dyn FnMut(Node<'m>, &'m Text, &[Mention], &Spot<'_, 'm>) + 'v;

/// What the Chinese texts of the lists cite, each read for itself.
pub(super) struct Readings<'r> {
    /// The reader, which knows the whole register.
    pub reader: &'r Reader,
    /// The mentions of each text, in the order of the walk.
    found: Vec<Vec<Mention>>,
}

impl<'r> Readings<'r> {
    /// Reads all texts, by as many threads as there are.
    pub fn new(model: &Model, reader: &'r Reader) -> Readings<'r> {
        let mut texts: Vec<&Text> = Vec::new();
        traverse(model, &mut |node, spot| texts.extend(node.text().filter(|_| spot.list.is_some())));
        let read = |text: &&Text| text.get(Lang::ZH).map(|form| reader.read(form)).unwrap_or_default();
        Readings { reader, found: texts.par_iter().map(read).collect() }
    }

    /// Calls `visit` for every text of the lists that cites anything in Chinese.
    pub fn each<'m>(&self, model: &'m Model, visit: &mut Visit<'_, 'm>) {
        let mut read = self.found.iter();
        traverse(model, &mut |node, spot| {
            let Some(text) = node.text().filter(|_| spot.list.is_some()) else { return };
            if let Some(mentions) = read.next().filter(|mentions| !mentions.is_empty()) {
                visit(node, text, mentions, spot);
            }
        });
    }
}
