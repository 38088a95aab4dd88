//! The terms of the register in; the view of the page that explains them in plain words out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::i18n::{initial, sort_key};
use crate::model::{Lang, Term};

use super::super::page::Page;
use super::super::text::TextView;

/// The terms of the trade.
#[derive(Serialize)]
pub struct GlossaryView<'a> {
    /// Terms that are explained, by the letter that they are found under.
    letters: Vec<LetterView<'a>>,
    /// Terms that have a translation and no explanation.
    others: Vec<TermView<'a>>,
}

#[derive(Serialize)]
struct LetterView<'a> {
    letter: char,
    terms: Vec<TermView<'a>>,
}

#[derive(Serialize)]
struct TermView<'a> {
    id: String,
    /// The term in Chinese, which lists print.
    term: TextView<'a>,
    /// The English that this site uses for it.
    english: Option<TextView<'a>>,
    plain: Option<TextView<'a>>,
    note: Option<TextView<'a>>,
    /// What it is sorted by.
    #[serde(skip)]
    key: &'a str,
}

/// The view of the page of terms: on a Chinese page by the reading of the term, on others by its English.
pub(in super::super) fn glossary<'a>(page: &Page<'a>) -> GlossaryView<'a> {
    let mut terms: Vec<TermView<'a>> = page.model().terms.iter().map(|term| view(page, term)).collect();
    terms.sort_by_cached_key(|term| sort_key(term.key));
    let (explained, others): (Vec<_>, Vec<_>) = terms.into_iter().partition(|term| term.plain.is_some());
    let mut letters: BTreeMap<char, Vec<TermView<'a>>> = BTreeMap::new();
    for term in explained {
        letters.entry(initial(term.key)).or_default().push(term);
    }
    let letters = letters.into_iter().map(|(letter, terms)| LetterView { letter, terms });
    GlossaryView { letters: letters.collect(), others }
}

fn view<'a>(page: &Page<'a>, term: &'a Term) -> TermView<'a> {
    let english = term.en.first().map(String::as_str);
    let foreign = page.lang != Lang::EN;
    TermView {
        id: term.anchor(),
        term: page.printed(&term.zh),
        english: english.map(|english| TextView { lang: foreign.then_some(Lang::EN), ..TextView::plain(english) }),
        plain: page.optional(&term.plain),
        note: term.note.as_deref().map(TextView::plain),
        key: if page.lang == Lang::ZH { &term.zh } else { english.unwrap_or(&term.zh) },
    }
}
