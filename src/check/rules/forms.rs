//! A model in; every text of its authors in every language, and every free page as its file has it, each with its places, out.

use std::ops::Range;

use crate::check::traverse::traverse;
use crate::diag::{At, Place};
use crate::model::walk::Node;
use crate::model::{Lang, Model};

/// One form of a text.
pub(super) struct Form<'m> {
    /// The text.
    pub text: &'m str,
    /// Its language; none for a string that is the same in every language.
    pub lang: Option<Lang>,
    /// What it is.
    pub kind: FormKind,
    /// Its place, which is only worked out for a fault.
    place: &'m dyn Fn() -> Place,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FormKind {
    /// What a record is called, or a short text that is shown as it stands.
    Name,
    /// Running text.
    Prose,
    /// A remark, which may quote what a paper has wrong.
    Note,
    /// A number, a phone, another name, or what a paper prints, exactly as it does.
    Printed,
    /// The file of a free page, Markdown with its heading.
    Page,
}

impl Form<'_> {
    /// The place of a part of the text, given by its bytes.
    pub fn part(&self, bytes: Range<usize>) -> Place {
        if self.kind == FormKind::Page {
            return Place { at: At::Bytes(bytes), ..self.place() };
        }
        let (before, part) = (&self.text[..bytes.start], &self.text[bytes]);
        self.place().within(part, before)
    }

    /// The place of the whole text.
    pub fn place(&self) -> Place {
        (self.place)()
    }
}

/// Calls `visit` for every form, in the order of the registers, the lists and the pages.
pub(super) fn each(model: &Model, visit: &mut dyn FnMut(&Form<'_>)) {
    traverse(model, &mut |node, spot| {
        if let Some(text) = node.string() {
            visit(&Form { text, lang: None, kind: FormKind::Printed, place: &|| spot.place() });
        }
        let Some(text) = node.text() else { return };
        let kind = match node {
            Node::Name(_) | Node::Label(_) => FormKind::Name,
            Node::Note(_) => FormKind::Note,
            _ => FormKind::Prose,
        };
        let alone = text.forms().count() == 1;
        for (lang, form) in text.forms() {
            let place = || if alone { spot.place() } else { spot.inside(lang.as_str()) };
            visit(&Form { text: form, lang: Some(lang), kind, place: &place });
        }
    });
    for page in &model.pages {
        let place = || Place::file(page.file);
        visit(&Form { text: &page.raw, lang: Some(page.lang), kind: FormKind::Page, place: &place });
    }
}

/// Calls `visit` for the place of every text that is made plain as it is read: all but those that are exactly as printed.
pub(in crate::check) fn folded(model: &Model, visit: &mut dyn FnMut(Place)) {
    each(model, &mut |form| {
        if form.kind != FormKind::Printed {
            visit(form.place());
        }
    });
}
