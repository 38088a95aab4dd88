//! A text of the content in; the same with its citations as links to laws out.

use crate::cite::{About, Certainty, Mention};
use crate::link::about;
use crate::model::{Articles, Basis, Lang, LawId, Text};
use crate::plan::Target;

use super::markdown::inline;
use super::pen::Pen;
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

impl<'a> Pen<'a> {
    /// A text whose citations are links. `bases` are the citations of the record it belongs to, which tell what
    /// `第六十五条` is an article of. Not for texts that are links or headings themselves.
    pub fn prose(&self, text: &'a Text, bases: &[&'a [Basis]]) -> TextView<'a> {
        self.prose_about(text, &self.beside_citations(bases))
    }

    /// The same for a text that is known to be about these laws.
    pub fn prose_about(&self, text: &'a Text, about: &[About<'_>]) -> TextView<'a> {
        let view = self.text(text);
        let html = self.cited(text, text.best(self.lang).0, &view.text, about, Open::Marked);
        linked(view, html)
    }

    /// The same for the beginning of a text. What is open at its end may be settled in the rest.
    pub fn prose_of(&self, text: &'a Text, beginning: TextView<'a>, bases: &[&'a [Basis]]) -> TextView<'a> {
        let html =
            self.cited(text, text.best(self.lang).0, &beginning.text, &self.beside_citations(bases), Open::Plain);
        linked(beginning, html)
    }

    pub fn optional_prose(&self, text: &'a Option<Text>, bases: &[&'a [Basis]]) -> Option<TextView<'a>> {
        text.as_ref().map(|text| self.prose(text, bases))
    }

    /// A text with inline Markdown whose citations are links, but for those in links of its own.
    pub fn markdown(&self, text: &'a Text) -> TextView<'a> {
        self.markdown_about(text, &[])
    }

    /// The same for a remark on citations.
    pub fn markdown_about(&self, text: &'a Text, bases: &[&'a [Basis]]) -> TextView<'a> {
        let view = self.text(text);
        if !view.text.contains(MARKS) {
            return self.prose(text, bases);
        }
        let about = self.beside_citations(bases);
        let lang = text.best(self.lang).0;
        let html = inline(&view.text, &|link| self.resolve(link), &|words| {
            self.cited(text, lang, words, &about, Open::Marked)
        });
        TextView { text: html.into(), html: true, ..view }
    }

    pub fn optional_markdown(&self, text: &'a Option<Text>) -> Option<TextView<'a>> {
        text.as_ref().map(|text| self.markdown(text))
    }

    pub fn markdowns(&self, texts: &'a [Text]) -> Vec<TextView<'a>> {
        texts.iter().map(|text| self.markdown(text)).collect()
    }

    /// Words on their own, in one language, with their citations as links.
    pub fn link_words(&self, lang: Lang, shown: TextView<'a>) -> TextView<'a> {
        let html = self.cited(&Text::default(), lang, &shown.text, &[], Open::Plain);
        linked(shown, html)
    }

    /// The number of an item as printed: `第五十六条` under the title of a law is an article of it.
    pub fn printed_about(&self, number: &'a Option<String>, about: &[About<'_>]) -> Option<TextView<'a>> {
        let number = number.as_deref()?;
        let html = self.cited(&Text::default(), Lang::ZH, number, about, Open::Plain);
        Some(linked(self.printed(number), html))
    }

    /// A citation as the document prints it, as a link: the paper may be damaged, but it is known which law it means.
    pub fn quoted(&self, basis: &'a Basis) -> Option<TextView<'a>> {
        let printed = basis.as_printed.as_deref()?;
        let law = self.shared.graph.law(&basis.law)?;
        let view = self.printed(printed);
        let about: &[About<'_>] = &[(law, &basis.articles)];
        let own = |mention: &Mention| mention.law == Some(law);
        if self.target == Target::Law(law) && self.shared.graph.reader.read_about(printed, about).iter().all(own) {
            return Some(view);
        }
        let html = self.cited(&Text::default(), Lang::ZH, printed, about, Open::Plain).unwrap_or_else(|| {
            let mut out = String::new();
            self.citation_link(law, &basis.articles, printed, &mut out);
            out
        });
        Some(TextView { text: html.into(), html: true, ..view })
    }

    /// The remark on a citation, which is about the law cited.
    pub fn remark(&self, basis: &'a Basis) -> Option<TextView<'a>> {
        basis.note.as_ref().map(|note| self.markdown_about(note, &[std::slice::from_ref(basis)]))
    }

    /// What the texts beside citations are about.
    pub fn beside_citations(&self, bases: &[&'a [Basis]]) -> Vec<About<'a>> {
        about(bases, &|id| self.shared.graph.law(id))
    }

    /// HTML of a part of a text in one language with its citations as links; `None` where it has none.
    fn cited(&self, text: &Text, lang: Lang, words: &str, about: &[About<'_>], open: Open) -> Option<String> {
        let mentions = self.shared.graph.reader.read_in(lang, words, text, about);
        if mentions.is_empty() {
            return None;
        }
        let mut out = String::with_capacity(words.len() + 80 * mentions.len());
        let places: Vec<usize> = words.char_indices().map(|(at, _)| at).chain([words.len()]).collect();
        let mut at = 0;
        for mention in &mentions {
            let (start, end) = (places[mention.start], places[mention.end]);
            escape(&words[at..start], &mut out);
            self.one(mention, &words[start..end], open, &mut out);
            at = end;
        }
        escape(&words[at..], &mut out);
        Some(out)
    }

    /// One citation: a link to its law, or with what it may be behind it. A law that is not registered cannot be linked
    /// to; in the texts of a list it is a fault.
    fn one(&self, mention: &Mention, printed: &str, open: Open, out: &mut String) {
        if let Some(law) = mention.law {
            return self.citation_link(law, &mention.articles, printed, out);
        }
        escape(printed, out);
        if mention.certainty == Certainty::Unregistered || open == Open::Plain {
            return;
        }
        out.push_str(" <small class=\"open\">");
        escape(self.say("citation", if mention.candidates.is_empty() { "open" } else { "either" }), out);
        for (index, law) in mention.candidates.iter().enumerate() {
            out.push_str(if index > 0 { self.say("text", "separator") } else { " " });
            let title = self.law_title(*law);
            self.citation_link(*law, &mention.articles, &title.text, out);
        }
        out.push_str("</small>");
    }

    /// A link to a law, at the first article named where its page has a place for it.
    fn citation_link(&self, law: LawId, articles: &[Articles], words: &str, out: &mut String) {
        let graph = self.shared.graph;
        let article = articles.first().map(|first| first.article);
        let anchor = article.filter(|article| graph.has_article(law, *article));
        let anchor = anchor.map(|article| format!("article-{article}")).unwrap_or_default();
        // A law's own page is not linked to from itself.
        if self.target == Target::Law(law) && anchor.is_empty() {
            return escape(words, out);
        }
        out.push_str("<a href=\"");
        escape(&self.href(Target::Law(law), &anchor), out);
        out.push_str("\">");
        escape(words, out);
        out.push_str("</a>");
    }
}
