//! What an edition says in a field in; the same as a page shows it, and what changed in it, out.

use crate::editions::{Piece, marks};
use crate::link::Said;
use crate::model::Lang;

use super::super::page::Page;
use super::super::text::{TextView, escape};

/// A value in the language of the page, else in another, marked; its lines one below the other.
pub fn said(page: &Page<'_>, value: &Said) -> TextView<'static> {
    let own = place(page);
    let told = value.told();
    let at = Some(own).filter(|at| told.get(*at).is_some_and(|text| !text.is_empty()));
    let at = at.or_else(|| told.iter().position(|text| !text.is_empty())).unwrap_or(own);
    let text = told.get(at).map_or("", String::as_str);
    let mut html = String::with_capacity(text.len() + 16);
    lines(text, &mut html);
    marked(page, value, at, html)
}

/// What a value says otherwise than before: what was taken out and put in is marked up as that, which browsers show, print
/// and read aloud.
pub fn change(page: &Page<'_>, old: &Said, new: &Said) -> TextView<'static> {
    let own = place(page);
    let form = |value: &Said, at: usize| value.told().get(at).cloned().unwrap_or_default();
    let data = |value: &Said, at: usize| value.data.get(at).cloned().unwrap_or_default();
    let languages = page.model().languages().len();
    let differs = |at: &usize| data(old, *at) != data(new, *at);
    let at = Some(own).filter(differs).or_else(|| (0..languages).find(differs)).unwrap_or(own);
    let (mut before, mut after) = (form(old, at), form(new, at));
    if before == after {
        (before, after) = (data(old, at), data(new, at));
    }
    let mut html = String::with_capacity(before.len() + after.len() + 64);
    let mut out = false;
    for piece in marks(&before, &after) {
        // What took the place of a word stands apart from it: a thin line alone does not part them.
        if std::mem::replace(&mut out, matches!(piece, Piece::Out(_))) && matches!(piece, Piece::In(_)) {
            html.push(' ');
        }
        match piece {
            Piece::Same(text) => lines(text, &mut html),
            Piece::Out(text) => element("del", text, &mut html),
            Piece::In(text) => element("ins", text, &mut html),
        }
    }
    let value = if new.is_empty() { old } else { new };
    marked(page, value, at, html)
}

/// The place of the language of the page among those of the site.
fn place(page: &Page<'_>) -> usize {
    page.model().languages().iter().position(|lang| *lang == page.lang).unwrap_or_default()
}

fn element(name: &str, text: &str, html: &mut String) {
    html.push_str(&format!("<{name}>"));
    lines(text, html);
    html.push_str(&format!("</{name}>"));
}

fn lines(text: &str, html: &mut String) {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            html.push_str("<br>");
        }
        escape(line, html);
    }
}

/// The mark-up of the form of a value at a place among the languages.
fn marked(page: &Page<'_>, value: &Said, at: usize, html: String) -> TextView<'static> {
    let form = page.model().languages().get(at).copied().unwrap_or(page.lang);
    let text = value.told().get(at).map_or("", String::as_str);
    let (lang, missing) = if value.translated {
        (Some(form).filter(|form| *form != page.lang), form != page.lang)
    } else {
        (Some(Lang::ZH).filter(|zh| *zh != page.lang && !text.is_ascii()), false)
    };
    // A label that a page owns; the words of a theme outlive no view.
    let html = match missing {
        true => {
            let mut labelled = format!("<span lang=\"{form}\">{html}</span> <small class=\"untranslated\">");
            escape(page.t("text", "untranslated"), &mut labelled);
            labelled + "</small>"
        }
        false => html,
    };
    TextView { html: true, lang: lang.filter(|_| !missing), ..TextView::plain(html) }
}
