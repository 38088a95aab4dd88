//! Offices, phones, legal bases, sources and topics in; the views that many pages share out.

use serde::Serialize;

use crate::model::{Articles, Basis, Id, LawId, ListId, Source};
use crate::plan::Target;

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::LinkView;
use super::state::AboutView;

/// A phone as printed, and the digits to dial where they can be one number.
#[derive(Serialize)]
pub struct PhoneView<'a> {
    pub text: &'a str,
    pub dial: Option<String>,
}

impl<'a> PhoneView<'a> {
    /// Takes a phone as printed.
    pub fn new(text: &'a str) -> PhoneView<'a> {
        let separators = text.contains([',', '，', '、', '/', ';', '；', '转']);
        let digits: String = text.chars().filter(|c| c.is_ascii_digit()).collect();
        let plus = if text.trim_start().starts_with('+') { "+" } else { "" };
        let fits = !separators && (3..=15).contains(&digits.len());
        PhoneView { text, dial: fits.then(|| format!("{plus}{digits}")) }
    }
}

/// An office with its phones.
#[derive(Serialize)]
pub struct OfficeView<'a> {
    pub name: TextView<'a>,
    pub href: String,
    pub phones: Vec<PhoneView<'a>>,
}

/// A citation of a law.
#[derive(Serialize)]
pub struct BasisView<'a> {
    /// The law, at the first article cited.
    pub law: LinkView<'a>,
    /// The first article cited.
    pub article: Option<String>,
    /// What is known of the law, where the page has not said it before.
    pub about: Option<AboutView<'a>>,
    /// The other articles, each with a link to its place on the law's page.
    pub articles: Vec<LinkView<'a>>,
    /// The citation as printed, where the link does not say the same.
    pub printed: Option<TextView<'a>>,
    pub note: Option<TextView<'a>>,
}

/// Where a record is printed.
#[derive(Serialize)]
pub struct SourceView<'a> {
    pub document: Option<TextView<'a>>,
    pub url: Option<&'a str>,
    pub part: Option<TextView<'a>>,
    pub row: Option<TextView<'a>>,
    pub note: Option<TextView<'a>>,
}

impl<'a> Pen<'a> {
    /// The offices of a list with these slugs.
    pub fn offices(&self, list: ListId, slugs: &'a [Id]) -> Vec<OfficeView<'a>> {
        slugs.iter().filter_map(|slug| self.office(list, slug)).collect()
    }

    /// The office of a list with this slug.
    pub fn office(&self, list: ListId, slug: &str) -> Option<OfficeView<'a>> {
        let office = self.list(list).office(slug)?;
        Some(OfficeView {
            name: self.text(&office.name),
            href: self.href(Target::Offices(list), slug),
            phones: self.phones(&office.phones),
        })
    }

    /// The citations of a record.
    pub fn bases(&self, bases: &'a [Basis]) -> Vec<BasisView<'a>> {
        bases.iter().filter_map(|basis| self.basis(basis)).collect()
    }

    fn basis(&self, basis: &'a Basis) -> Option<BasisView<'a>> {
        let law = self.shared.graph.law(&basis.law)?;
        let LinkView { href, text } = self.law_link(law);
        let place = |articles: &Articles| format!("{href}#article-{}", articles.article);
        let name = |articles: &Articles| self.strings().article(articles);
        let mut articles = basis.articles.iter();
        let first = articles.next();
        // What the link says already is not said again.
        let said = |printed: &str| {
            printed == text.text || (basis.articles.len() == 1 && first.map(name).as_deref() == Some(printed))
        };
        let printed = self.quoted(basis).filter(|_| !basis.as_printed.as_deref().is_some_and(said));
        let more = articles.map(|articles| LinkView { href: place(articles), text: TextView::plain(name(articles)) });
        Some(BasisView {
            articles: more.collect(),
            article: first.map(name),
            about: self.about(law),
            law: LinkView { href: first.map_or_else(|| href.clone(), place), text },
            printed,
            note: self.remark(basis),
        })
    }

    /// The short title of a law as it stands in a sentence: `《产品质量法》`.
    pub fn law_title(&self, law: LawId) -> TextView<'a> {
        let mut title = self.text(self.model()[law].short());
        if title.lang.is_none() && !title.text.starts_with('《') {
            title.text = self.strings().fill("text", "title", &[("title", &title.text)]).into();
        }
        title
    }

    /// Where a record of a list is printed.
    pub fn source(&self, list: ListId, source: &'a Source) -> SourceView<'a> {
        let document = self.list(list).document(source.file.as_ref());
        let part = document.and_then(|document| document.parts.iter().find(|part| part.id == source.part));
        SourceView {
            document: document.map(|document| self.text(&document.title)),
            url: document.and_then(|document| document.url.as_deref()),
            part: part.map(|part| self.text(&part.title)),
            ..self.row(source)
        }
    }

    /// The row a record is printed in and what the paper says there, for a record inside another.
    pub fn row(&self, source: &'a Source) -> SourceView<'a> {
        SourceView {
            document: None,
            url: None,
            part: None,
            row: self.optional_printed(&source.row),
            note: self.optional_markdown(&source.note),
        }
    }

    /// Links to topics.
    pub fn topics(&self, slugs: &[Id]) -> Vec<LinkView<'a>> {
        let topics = slugs.iter().filter_map(|slug| self.shared.graph.topic(slug));
        topics.map(|topic| self.link(Target::Topic(topic))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::PhoneView;

    #[test]
    fn dials_what_can_be_one_number() {
        assert_eq!(PhoneView::new("0310-7523747").dial.as_deref(), Some("03107523747"));
        assert_eq!(PhoneView::new("12365").dial.as_deref(), Some("12365"));
        assert_eq!(PhoneView::new("7511860、7511867").dial, None);
        assert_eq!(PhoneView::new("—").dial, None);
    }
}
