//! The steps that every walk takes: through sequences, and past what many records have.

use crate::model::basis::{Basis, Source};
use crate::model::id::Id;
use crate::model::ids::Position;
use crate::model::phone::Phone;
use crate::model::text::Text;

use super::node::{Node, Setting, Visit};

/// Through a sequence.
pub(super) fn each<'m, T>(values: &'m [T], at: &Setting<'_, 'm>, mut visit: impl FnMut(&'m T, &Setting<'_, 'm>)) {
    for (index, value) in values.iter().enumerate() {
        visit(value, &at.index(index));
    }
}

/// Through a collection of records.
pub(super) fn each_record<'m, K: Position, T>(
    values: &'m [T],
    at: &Setting<'_, 'm>,
    mut visit: impl FnMut(K, &'m T, &Setting<'_, 'm>),
) {
    for (index, value) in values.iter().enumerate() {
        visit(K::new(index), value, &at.index(index));
    }
}

/// Past running text, where there is one.
pub(super) fn prose<'m>(text: &'m Option<Text>, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    if let Some(text) = text {
        visit(Node::Prose(text), at);
    }
}

/// Past a label, where there is one.
pub(super) fn label<'m>(text: &'m Option<Text>, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    if let Some(text) = text {
        visit(Node::Label(text), at);
    }
}

/// Past a string, where there is one.
pub(super) fn plain<'m>(text: &'m Option<String>, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    if let Some(text) = text {
        visit(Node::Plain(text), at);
    }
}

/// Past a remark, where there is one. It speaks about the paper, so it stands beside no citations.
pub(super) fn note<'m>(text: &'m Option<Text>, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    if let Some(text) = text {
        visit(Node::Note(text), &at.beside(&[], &[]));
    }
}

/// Past the remarks of a record.
pub(super) fn notes<'m>(texts: &'m [Text], at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    each(texts, &at.key("notes").beside(&[], &[]), |note, at| visit(Node::Note(note), at));
}

/// Past other names.
pub(super) fn aliases<'m>(names: &'m [String], at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    each(names, at, |name, at| visit(Node::Alias(name), at));
}

/// Past phones.
pub(super) fn phones<'m>(numbers: &'m [String], at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    each(numbers, &at.key("phones"), |number, at| visit(Node::Phone(number), at));
}

/// Past the topics of a record.
pub(super) fn topics<'m>(slugs: &'m [Id], at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    each(slugs, &at.key("topics"), |slug, at| visit(Node::TopicRef(slug), at));
}

/// Past the offices of a record.
pub(super) fn offices<'m>(slugs: &'m [Id], at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    each(slugs, &at.key("offices"), |slug, at| visit(Node::OfficeRef(slug), at));
}

/// Past phones that say what they are for.
pub(super) fn numbers<'m>(phones: &'m [Phone], at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    each(phones, &at.key("phones"), |phone, at| {
        let Phone { number, kind, extension } = phone;
        let bare = kind.is_none() && extension.is_none();
        visit(Node::Phone(number), &if bare { *at } else { at.key("number") });
        plain(extension, &at.key("extension"), visit);
    });
}

/// Past the citations of a record; a remark on one is about the law cited.
pub(super) fn bases<'m>(bases: &'m [Basis], at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    cited(bases, &at.key("basis"), visit);
}

/// Past citations under another key. The words of an article are about the law that they are quoted from.
pub(super) fn cited<'m>(bases: &'m [Basis], at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    each(bases, at, |basis, at| {
        let Basis { law: _, articles: _, as_printed, quote, note, read: _ } = basis;
        visit(Node::Basis(basis), at);
        plain(as_printed, &at.key("as_printed"), visit);
        prose(quote, &at.key("quote").beside(std::slice::from_ref(basis), &[]), visit);
        if let Some(note) = note {
            visit(Node::Note(note), &at.key("note").beside(std::slice::from_ref(basis), &[]));
        }
    });
}

/// Past the place where something is printed.
pub(super) fn source<'m>(source: &'m Source, at: &Setting<'_, 'm>, visit: &mut Visit<'_, 'm>) {
    let Source { file: _, part: _, row, note: remark } = source;
    let at = &at.key("source");
    visit(Node::Source(source), at);
    plain(row, &at.key("row"), visit);
    note(remark, &at.key("note"), visit);
}
