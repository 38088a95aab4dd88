//! What a citation names of a law in; whether it holds a place, where that place is and what numbers it has out.

use serde::Serialize;

/// The word that an annex is written with.
pub(super) const ANNEX: &str = "annex";

/// The number of an article; one that was inserted later bears the number of the article before it and a number of its
/// own: `134_1` is 第一百三十四条之一, which comes after 134 and before 135.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleNumber {
    /// The number, or that of the article before; at least 1.
    pub number: u16,
    /// The number among those inserted behind it; at least 1.
    pub inserted: Option<u16>,
}

/// From one to a later one, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span<T> {
    first: T,
    last: T,
}

/// What a citation names of a law: an article, one paragraph or item of it, a range of articles, an annex or items of
/// one.
///
/// Written `"65"`, `"12.2"` (paragraph 2), `"12.2.3"` (item 3 of it), `"12..3"` (item 3 of an article without
/// paragraphs), `"45-55"` (a range); `"134_1"` is the first article inserted behind Article 134 and takes the same
/// endings. `"annex"` is the annex of a law that has one, `"annex2"` the second of several, `"annex2.17"` item 17 of it,
/// `"annex2.17-19"` items 17 to 19.
///
/// ```
/// use qingdan::model::{Articles, LawPlace};
///
/// let cited: Articles = "134_1.2".parse().unwrap();
/// assert_eq!(cited.place().anchor(), "article-134-1");
/// assert!("134-136".parse::<Articles>().unwrap().holds("134_1".parse().unwrap()));
/// assert!(!"134".parse::<Articles>().unwrap().holds("134_1".parse().unwrap()));
/// assert_eq!("annex2.17".parse(), Ok(LawPlace::Annex { annex: Some(2), item: Some(17) }));
/// assert!("55-45".parse::<Articles>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Articles {
    /// An article, or a part of it.
    Article {
        /// Its number.
        article: ArticleNumber,
        /// The paragraph (款).
        paragraph: Option<u16>,
        /// The item (项).
        item: Option<u16>,
    },
    /// A range of articles.
    Range(Span<ArticleNumber>),
    /// An annex as a whole; without a number, the only one.
    Annex(Option<u16>),
    /// An item of an annex.
    AnnexItem {
        /// The number of the annex.
        annex: Option<u16>,
        /// The item.
        item: u16,
    },
    /// A range of items of an annex.
    AnnexItems {
        /// The number of the annex.
        annex: Option<u16>,
        /// The items.
        items: Span<u16>,
    },
}

/// What a citation names, in numbers; what does not apply is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ArticleParts {
    /// The article, or the first of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<u16>,
    /// The number of that article among those inserted behind the one with its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inserted: Option<u16>,
    /// The last article of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u16>,
    /// The number of that article among those inserted behind the one with its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_inserted: Option<u16>,
    /// The paragraph (款).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u16>,
    /// The annex: `annex` where the law has one, `annex2` for the second of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annex: Option<String>,
    /// The item (项) of an article, a paragraph or an annex, or the first of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<u16>,
    /// The last item of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_to: Option<u16>,
}

/// A place of a law that its page has a heading for: an article, an annex or an item of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LawPlace {
    /// An article.
    Article(ArticleNumber),
    /// An annex, or an item of it.
    Annex {
        /// The number of the annex; `None` where the law has one.
        annex: Option<u16>,
        /// The item; `None` for the annex as a whole.
        item: Option<u16>,
    },
}

impl<T: Copy + PartialOrd> Span<T> {
    /// From one to another, if that comes later.
    pub fn new(first: T, last: T) -> Option<Span<T>> {
        (first < last).then_some(Span { first, last })
    }

    /// Where it begins.
    pub fn first(&self) -> T {
        self.first
    }

    /// Where it ends.
    pub fn last(&self) -> T {
        self.last
    }

    fn contains(&self, one: T) -> bool {
        self.first <= one && one <= self.last
    }
}

impl From<u16> for ArticleNumber {
    fn from(number: u16) -> ArticleNumber {
        ArticleNumber { number, inserted: None }
    }
}

impl From<ArticleNumber> for Articles {
    fn from(article: ArticleNumber) -> Articles {
        Articles::Article { article, paragraph: None, item: None }
    }
}

impl From<LawPlace> for Articles {
    fn from(place: LawPlace) -> Articles {
        match place {
            LawPlace::Article(article) => article.into(),
            LawPlace::Annex { annex, item: None } => Articles::Annex(annex),
            LawPlace::Annex { annex, item: Some(item) } => Articles::AnnexItem { annex, item },
        }
    }
}

impl Articles {
    /// The place that it names, or that it begins with.
    pub fn place(&self) -> LawPlace {
        match *self {
            Articles::Article { article, .. } => LawPlace::Article(article),
            Articles::Range(span) => LawPlace::Article(span.first),
            Articles::Annex(annex) => LawPlace::Annex { annex, item: None },
            Articles::AnnexItem { annex, item } => LawPlace::Annex { annex, item: Some(item) },
            Articles::AnnexItems { annex, items } => LawPlace::Annex { annex, item: Some(items.first) },
        }
    }

    /// Whether one of these begins with a place that this is, or holds.
    pub fn covers(&self, others: &[Articles]) -> bool {
        others.iter().any(|other| self.holds(other.place()))
    }

    /// Whether this is a place, a part of it, or a range or an annex that it stands in.
    pub fn holds(&self, place: LawPlace) -> bool {
        match (*self, place) {
            (Articles::Article { article, .. }, LawPlace::Article(one)) => article == one,
            (Articles::Range(span), LawPlace::Article(one)) => span.contains(one),
            (
                Articles::Annex(annex) | Articles::AnnexItem { annex, .. } | Articles::AnnexItems { annex, .. },
                LawPlace::Annex { annex: other, item },
            ) => {
                annex == other
                    && item.is_none_or(|one| match *self {
                        Articles::AnnexItem { item, .. } => item == one,
                        Articles::AnnexItems { items, .. } => items.contains(one),
                        _ => true,
                    })
            }
            _ => false,
        }
    }
}

impl Articles {
    /// The same in numbers.
    pub fn parts(&self) -> ArticleParts {
        let none = ArticleParts::default();
        let annexed = |annex| ArticleParts { annex: Some(annex_name(annex)), ..ArticleParts::default() };
        match *self {
            Articles::Article { article, paragraph, item } => {
                ArticleParts { article: Some(article.number), inserted: article.inserted, paragraph, item, ..none }
            }
            Articles::Range(Span { first, last }) => ArticleParts {
                article: Some(first.number),
                inserted: first.inserted,
                to: Some(last.number),
                to_inserted: last.inserted,
                ..none
            },
            Articles::Annex(annex) => annexed(annex),
            Articles::AnnexItem { annex, item } => ArticleParts { item: Some(item), ..annexed(annex) },
            Articles::AnnexItems { annex, items } => {
                ArticleParts { item: Some(items.first), item_to: Some(items.last), ..annexed(annex) }
            }
        }
    }
}

/// An annex by its number: `annex`, `annex2`.
pub(super) fn annex_name(annex: Option<u16>) -> String {
    annex.map_or(ANNEX.to_owned(), |annex| format!("{ANNEX}{annex}"))
}

impl LawPlace {
    /// The anchor of its heading on the page of the law: `article-134-1`, `annex`, `annex2`, `annex-17` (item 17 of the
    /// only annex), `annex-2-17`.
    pub fn anchor(&self) -> String {
        match *self {
            LawPlace::Article(ArticleNumber { number, inserted: None }) => format!("article-{number}"),
            LawPlace::Article(ArticleNumber { number, inserted: Some(inserted) }) => {
                format!("article-{number}-{inserted}")
            }
            LawPlace::Annex { annex, item: None } => annex_name(annex),
            LawPlace::Annex { annex: None, item: Some(item) } => format!("{ANNEX}-{item}"),
            LawPlace::Annex { annex: Some(annex), item: Some(item) } => format!("{ANNEX}-{annex}-{item}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Articles, LawPlace};

    #[test]
    fn an_inserted_article_comes_behind_its_article() {
        let in_order = ["134", "134_1", "134_2", "134_10", "135", "annex", "annex.1", "annex.2", "annex2", "annex2.1"];
        let places: Vec<LawPlace> = in_order.iter().map(|text| text.parse().expect("a place")).collect();
        assert!(places.is_sorted(), "{places:?}");
    }

    #[test]
    fn holds_what_stands_in_it() {
        let holds = |cited: &str, place: &str| {
            let cited: Articles = cited.parse().expect("articles");
            cited.holds(place.parse().expect("a place"))
        };
        for (cited, place) in [
            ("45-55", "50"),
            ("45-55", "50_1"),
            ("134", "134"),
            ("134.2", "134"),
            ("134_1.2", "134_1"),
            ("134_1-134_6", "134_3"),
            ("134-134_2", "134"),
            ("annex2", "annex2.17"),
            ("annex2.17", "annex2"),
            ("annex2.17-19", "annex2.18"),
            ("annex", "annex.3"),
        ] {
            assert!(holds(cited, place), "{cited} {place}");
        }
        for (cited, place) in [
            ("45-55", "55_1"),
            ("134", "134_1"),
            ("134_1", "134"),
            ("134_1-134_6", "134"),
            ("134_1-134_6", "135"),
            ("annex2", "annex3"),
            ("annex", "annex2.3"),
            ("annex2.17", "annex2.18"),
            ("17", "annex.17"),
            ("annex.17", "17"),
        ] {
            assert!(!holds(cited, place), "{cited} {place}");
        }
    }

    #[test]
    fn every_place_has_an_anchor_of_its_own() {
        let places = ["134", "134_1", "annex", "annex2", "annex.2", "annex2.17", "annex.17", "annex17"];
        let anchors: Vec<String> =
            places.iter().map(|text| text.parse::<LawPlace>().expect("a place").anchor()).collect();
        let expected =
            ["article-134", "article-134-1", "annex", "annex2", "annex-2", "annex-2-17", "annex-17", "annex17"];
        assert_eq!(anchors, expected);
    }
}
