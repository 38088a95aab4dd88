//! What a change goes through in every record: texts, citations, items, places.

use crate::model::basis::{Basis, Source};
use crate::model::regime::ProvisionItem;
use crate::model::text::Text;

/// What may be changed.
#[derive(Debug)]
pub enum Editable<'m> {
    /// A text.
    Text(&'m mut Text),
    /// A citation.
    Basis(&'m mut Basis),
}

/// What is called for each of them.
pub(super) type Edit<'e> = dyn FnMut(Editable<'_>) + 'e;

/// The items of a provision or a stage.
pub(super) fn provision_items(below: &mut [ProvisionItem], edit: &mut Edit<'_>) {
    for ProvisionItem { number: _, text, items: further } in below {
        texts([text], edit);
        provision_items(further, edit);
    }
}

/// Texts, each by itself.
pub(super) fn texts<'m>(texts: impl IntoIterator<Item = &'m mut Text>, edit: &mut Edit<'_>) {
    texts.into_iter().for_each(|text| edit(Editable::Text(text)));
}

/// Citations, with the texts beside each.
pub(super) fn bases(bases: &mut [Basis], edit: &mut Edit<'_>) {
    for basis in bases {
        texts(basis.quote.iter_mut().chain(&mut basis.note), edit);
        edit(Editable::Basis(basis));
    }
}

/// The remark on where something is printed.
pub(super) fn source(source: &mut Source, edit: &mut Edit<'_>) {
    let Source { file: _, part: _, row: _, note } = source;
    texts(note, edit);
}
