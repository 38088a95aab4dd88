//! The model in; for each law, the entries of registers whose texts name it, out: a topic in its definition, another law
//! in the account of what happened to it. No list stands on a law for that, so these are told apart from its citations.

use crate::cite::Reader;
use crate::model::walk::{Node, walk_registers};
use crate::model::{IdMap, Lang, LawId, Model, Owner};

/// Who of the registers names a law in running text, in the order of the registers; a law does not name itself.
pub(super) fn named_by_registers(model: &Model, reader: &Reader) -> IdMap<LawId, Vec<Owner>> {
    let mut named: IdMap<LawId, Vec<Owner>> = IdMap::filled(model.laws.len(), Vec::new());
    walk_registers(model, &mut |node, at| {
        let (Node::Prose(text) | Node::Note(text)) = node else { return };
        for law in reader.read_form(text, Lang::ZH, &[]).iter().filter_map(|mention| mention.law) {
            if at.owner != Owner::Law(law) && !named[law].contains(&at.owner) {
                named[law].push(at.owner);
            }
        }
    });
    named
}
