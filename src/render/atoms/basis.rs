//! The citations of a record in; the laws they name, each described where the page first cites it, out.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::{Articles, Basis, LawId, LawStatus};

use super::super::citations::{optional_prose, quoted, remark};
use super::super::page::Page;
use super::super::text::TextView;
use super::law_state::StateView;
use super::link::LinkView;

/// The laws that a page has described so far, in the order in which its parts are made.
///
/// A law is described where a page first cites it. So whatever makes citations is handed this, and a view makes the
/// parts of its page that cite one after the other, in the order in which they stand there.
#[derive(Default)]
pub struct DescribedLaws(BTreeSet<LawId>);

impl DescribedLaws {
    /// Whether this is the first citation of the law on the page.
    fn first(&mut self, law: LawId) -> bool {
        self.0.insert(law)
    }
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
    /// The words of the article, as the document quotes them.
    pub quote: Option<TextView<'a>>,
    pub note: Option<TextView<'a>>,
}

/// What is known of a law.
#[derive(Serialize)]
pub struct AboutView<'a> {
    /// Its kind; absent where the page has described the law before.
    kind: Option<&'a str>,
    number: Option<TextView<'a>>,
    state: StateView<'a>,
}

impl<'a> BasisView<'a> {
    /// The citations of a record, which come next on the page.
    pub fn all(page: &Page<'a>, bases: &'a [Basis], described: &mut DescribedLaws) -> Vec<BasisView<'a>> {
        // What was read in a column as printed stands there, on the same page.
        bases.iter().filter(|basis| !basis.read).filter_map(|basis| BasisView::new(page, basis, described)).collect()
    }

    fn new(page: &Page<'a>, basis: &'a Basis, described: &mut DescribedLaws) -> Option<BasisView<'a>> {
        let law = page.shared.graph.law(&basis.law)?;
        let LinkView { href, text } = LinkView::law(page, law);
        let place = |articles: &Articles| format!("{href}#{}", articles.place().anchor());
        let name = |articles: &Articles| page.strings().article(articles);
        let mut articles = basis.articles.iter();
        let first = articles.next();
        // What the link says already is not said again.
        let said = |printed: &str| {
            printed == text.text || (basis.articles.len() == 1 && first.map(name).as_deref() == Some(printed))
        };
        let printed = quoted(page, basis).filter(|_| !basis.as_printed.as_deref().is_some_and(said));
        let more = articles.map(|articles| LinkView { href: place(articles), text: TextView::plain(name(articles)) });
        Some(BasisView {
            articles: more.collect(),
            article: first.map(name),
            about: AboutView::new(page, law, described.first(law)),
            law: LinkView { href: first.map_or_else(|| href.clone(), place), text },
            printed,
            quote: optional_prose(page, &basis.quote, &[std::slice::from_ref(basis)]),
            note: remark(page, basis),
        })
    }
}

impl<'a> AboutView<'a> {
    /// Kind, number and state of a law where a page cites it for the first time; after that only that it is out of
    /// force, if it is.
    fn new(page: &Page<'a>, law: LawId, first: bool) -> Option<AboutView<'a>> {
        let record = &page.model()[law];
        let state = StateView::new(page, law);
        if first {
            let kind = Some(page.t("law_kind", record.kind.as_str()));
            return Some(AboutView { kind, number: page.optional_printed(&record.document_number), state });
        }
        let over = matches!(record.state(), LawStatus::Repealed | LawStatus::Replaced);
        let state = state.alone();
        over.then_some(AboutView { kind: None, number: None, state })
    }
}
