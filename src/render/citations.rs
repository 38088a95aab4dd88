//! A text of the content in; the same with its citations as links to laws out.

use crate::cite::{About, Certainty, Mention, figures};
use crate::link::about;
use crate::model::{Articles, Basis, Lang, LawId, Text};
use crate::plan::Target;

use super::markdown::inline;
use super::names::law_title;
use super::page::Page;
use super::text::{TextView, escape};

/// What a character does in Markdown; a text without any is plain.
const MARKS: [char; 13] = ['*', '_', '`', '[', ']', '<', '&', '\\', '\n', '#', '!', '>', '~'];

/// How a citation that may be of one law or another is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    /// With a remark that says so.
    Marked,
    /// Like any words: it stands in a part of a text, the whole of which says more.
    Plain,
}

fn linked<'a>(view: TextView<'a>, html: Option<String>) -> TextView<'a> {
    match html {
        Some(html) => TextView { text: html.into(), html: true, ..view },
        None => view,
    }
}

/// A text whose citations are links. `bases` are the citations of the record it belongs to, which tell what
/// `第六十五条` is an article of. Not for texts that are links or headings themselves.
pub fn prose<'a>(page: &Page<'a>, text: &'a Text, bases: &[&'a [Basis]]) -> TextView<'a> {
    prose_about(page, text, &beside_citations(page, bases))
}

/// The same for a text that is known to be about these laws.
pub fn prose_about<'a>(page: &Page<'a>, text: &'a Text, about: &[About<'_>]) -> TextView<'a> {
    let view = page.text(text);
    let (lang, form) = text.best(page.lang);
    let mentions = page.shared.readings.of(&page.shared.graph.reader, text, lang, form, about);
    linked(view, lines(form, with_links(page, form, &mentions, Open::Marked)))
}

/// The lines of a text as lines of HTML: what its author wrote behind `|`, or in several lines of a cell.
fn lines(text: &str, html: Option<String>) -> Option<String> {
    if !text.contains('\n') {
        return html;
    }
    let html = html.unwrap_or_else(|| {
        let mut out = String::with_capacity(text.len() + 16);
        escape(text, &mut out);
        out
    });
    Some(html.replace('\n', "<br>"))
}

/// The same for the beginning of a text. What is open at its end may be settled in the rest.
pub fn prose_of<'a>(page: &Page<'a>, text: &'a Text, beginning: TextView<'a>, bases: &[&'a [Basis]]) -> TextView<'a> {
    let html = cited(page, text, text.best(page.lang).0, &beginning.text, &beside_citations(page, bases), Open::Plain);
    linked(beginning, html)
}

pub fn optional_prose<'a>(page: &Page<'a>, text: &'a Option<Text>, bases: &[&'a [Basis]]) -> Option<TextView<'a>> {
    text.as_ref().map(|text| prose(page, text, bases))
}

/// A text with inline Markdown whose citations are links, but for those in links of its own.
pub fn markdown<'a>(page: &Page<'a>, text: &'a Text) -> TextView<'a> {
    markdown_about(page, text, &[])
}

/// The same for a remark on citations.
pub fn markdown_about<'a>(page: &Page<'a>, text: &'a Text, bases: &[&'a [Basis]]) -> TextView<'a> {
    let view = page.text(text);
    if !view.text.contains(MARKS) {
        return prose(page, text, bases);
    }
    let about = beside_citations(page, bases);
    let lang = text.best(page.lang).0;
    let html =
        inline(&view.text, &|link| page.resolve(link), &|words| cited(page, text, lang, words, &about, Open::Marked));
    TextView { text: html.into(), html: true, ..view }
}

pub fn optional_markdown<'a>(page: &Page<'a>, text: &'a Option<Text>) -> Option<TextView<'a>> {
    text.as_ref().map(|text| markdown(page, text))
}

pub fn markdowns<'a>(page: &Page<'a>, texts: &'a [Text]) -> Vec<TextView<'a>> {
    texts.iter().map(|text| markdown(page, text)).collect()
}

/// Words on their own, in one language, with their citations as links.
pub fn link_words<'a>(page: &Page<'a>, lang: Lang, shown: TextView<'a>) -> TextView<'a> {
    let html = cited(page, &Text::default(), lang, &shown.text, &[], Open::Plain);
    linked(shown, html)
}

/// The number of an item as printed: `第五十六条` under the title of a law is an article of it.
pub fn printed_about<'a>(page: &Page<'a>, number: &'a Option<String>, about: &[About<'_>]) -> Option<TextView<'a>> {
    let number = number.as_deref()?;
    let html = cited(page, &Text::default(), Lang::ZH, number, about, Open::Plain);
    let shown = linked(page.printed(number), html);
    Some(match shown.lang.and_then(|_| figures(number)) {
        Some(figure) => page.beside_figure(&figure, &shown),
        None => shown,
    })
}

/// A citation as the document prints it, as a link: the paper may be damaged, but it is known which law it means.
pub fn quoted<'a>(page: &Page<'a>, basis: &'a Basis) -> Option<TextView<'a>> {
    let printed = basis.as_printed.as_deref()?;
    let law = page.shared.graph.law(&basis.law)?;
    let view = page.printed(printed);
    let about: &[About<'_>] = &[(law, &basis.articles)];
    let own = |mention: &Mention| mention.law == Some(law);
    if page.target == Target::Law(law) && page.shared.graph.reader.read_about(printed, about).iter().all(own) {
        return Some(view);
    }
    let html = cited(page, &Text::default(), Lang::ZH, printed, about, Open::Plain).unwrap_or_else(|| {
        let mut out = String::new();
        citation_link(page, law, &basis.articles, printed, &mut out);
        out
    });
    Some(TextView { text: html.into(), html: true, ..view })
}

/// The remark on a citation, which is about the law cited.
pub fn remark<'a>(page: &Page<'a>, basis: &'a Basis) -> Option<TextView<'a>> {
    basis.note.as_ref().map(|note| markdown_about(page, note, &[std::slice::from_ref(basis)]))
}

/// What the texts beside citations are about.
pub fn beside_citations<'a>(page: &Page<'a>, bases: &[&'a [Basis]]) -> Vec<About<'a>> {
    about(bases, &|id| page.shared.graph.law(id))
}

/// HTML of a part of a text in one language with its citations as links; `None` where it has none.
fn cited(page: &Page<'_>, text: &Text, lang: Lang, words: &str, about: &[About<'_>], open: Open) -> Option<String> {
    with_links(page, words, &page.shared.graph.reader.read_in(lang, words, text, about), open)
}

/// HTML of words with these citations as links; `None` where there are none.
fn with_links(page: &Page<'_>, words: &str, mentions: &[Mention], open: Open) -> Option<String> {
    if mentions.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(words.len() + 80 * mentions.len());
    let places: Vec<usize> = words.char_indices().map(|(at, _)| at).chain([words.len()]).collect();
    let mut at = 0;
    for mention in mentions {
        let (start, end) = (places[mention.start], places[mention.end]);
        escape(&words[at..start], &mut out);
        one(page, mention, &words[start..end], open, &mut out);
        at = end;
    }
    escape(&words[at..], &mut out);
    Some(out)
}

/// One citation: a link to its law, or with what it may be behind it. A law that is not registered cannot be linked
/// to; in the texts of a list it is a fault.
fn one(page: &Page<'_>, mention: &Mention, printed: &str, open: Open, out: &mut String) {
    if let Some(law) = mention.law {
        return citation_link(page, law, &mention.articles, printed, out);
    }
    escape(printed, out);
    if mention.certainty == Certainty::Unregistered || open == Open::Plain {
        return;
    }
    out.push_str(" <small class=\"open\">");
    escape(page.t("citation", if mention.candidates.is_empty() { "open" } else { "either" }), out);
    for (index, law) in mention.candidates.iter().enumerate() {
        out.push_str(if index > 0 { page.t("text", "separator") } else { " " });
        let title = law_title(page, *law);
        citation_link(page, *law, &mention.articles, &title.text, out);
    }
    out.push_str("</small>");
}

/// A link to a law, at the first article named where its page has a place for it.
fn citation_link(page: &Page<'_>, law: LawId, articles: &[Articles], words: &str, out: &mut String) {
    let graph = page.shared.graph;
    let place = articles.first().map(Articles::place).filter(|place| graph.has_place(law, *place));
    let anchor = place.map(|place| place.anchor()).unwrap_or_default();
    // A law's own page is not linked to from itself.
    if page.target == Target::Law(law) && anchor.is_empty() {
        return escape(words, out);
    }
    out.push_str("<a href=\"");
    escape(&page.href(Target::Law(law), &anchor), out);
    out.push_str("\">");
    escape(words, out);
    out.push_str("</a>");
}
