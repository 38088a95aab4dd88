//! A string such as `12.2.3`, `134_1` or `annex2.17` in, the place of a law that it names out; and back.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::articles::{ANNEX, ArticleNumber, Articles, LawPlace, Span, annex_name};

/// What a string lacks to name an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnArticle;

impl FromStr for ArticleNumber {
    type Err = NotAnArticle;

    fn from_str(text: &str) -> Result<ArticleNumber, NotAnArticle> {
        match text.split_once('_') {
            Some((number, inserted)) => {
                Ok(ArticleNumber { number: ordinal(number)?, inserted: Some(ordinal(inserted)?) })
            }
            None => ordinal(text).map(ArticleNumber::from),
        }
    }
}

impl FromStr for Articles {
    type Err = NotAnArticle;

    fn from_str(text: &str) -> Result<Articles, NotAnArticle> {
        if let Some(annex) = text.strip_prefix(ANNEX) {
            return annexed(annex);
        }
        if let Some((from, to)) = text.split_once('-') {
            return Span::new(from.parse()?, to.parse()?).map(Articles::Range).ok_or(NotAnArticle);
        }
        let parts: Vec<&str> = text.split('.').collect();
        let (article, paragraph, item) = match parts[..] {
            [article] => (article, None, None),
            [article, paragraph] => (article, Some(paragraph), None),
            [article, "", item] => (article, None, Some(item)),
            [article, paragraph, item] => (article, Some(paragraph), Some(item)),
            _ => return Err(NotAnArticle),
        };
        Ok(Articles::Article {
            article: article.parse()?,
            paragraph: paragraph.map(ordinal).transpose()?,
            item: item.map(ordinal).transpose()?,
        })
    }
}

/// What stands behind the word for an annex: its number, and an item or a range of items.
fn annexed(text: &str) -> Result<Articles, NotAnArticle> {
    let (annex, items) = match text.split_once('.') {
        Some((annex, items)) => (annex, Some(items)),
        None => (text, None),
    };
    let annex = if annex.is_empty() { None } else { Some(ordinal(annex)?) };
    let Some(items) = items else { return Ok(Articles::Annex(annex)) };
    match items.split_once('-') {
        Some((first, last)) => {
            let items = Span::new(ordinal(first)?, ordinal(last)?).ok_or(NotAnArticle)?;
            Ok(Articles::AnnexItems { annex, items })
        }
        None => Ok(Articles::AnnexItem { annex, item: ordinal(items)? }),
    }
}

fn ordinal(text: &str) -> Result<u16, NotAnArticle> {
    let clean = text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    text.parse().ok().filter(|_| clean).ok_or(NotAnArticle)
}

impl FromStr for LawPlace {
    type Err = NotAnArticle;

    fn from_str(text: &str) -> Result<LawPlace, NotAnArticle> {
        let articles: Articles = text.parse()?;
        let place = articles.place();
        if Articles::from(place) == articles { Ok(place) } else { Err(NotAnArticle) }
    }
}

impl fmt::Display for ArticleNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.number)?;
        self.inserted.map_or(Ok(()), |inserted| write!(f, "_{inserted}"))
    }
}

impl fmt::Display for Articles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Articles::Article { article, paragraph: None, item: None } => write!(f, "{article}"),
            Articles::Article { article, paragraph: Some(paragraph), item: None } => write!(f, "{article}.{paragraph}"),
            Articles::Article { article, paragraph: None, item: Some(item) } => write!(f, "{article}..{item}"),
            Articles::Article { article, paragraph: Some(paragraph), item: Some(item) } => {
                write!(f, "{article}.{paragraph}.{item}")
            }
            Articles::Range(span) => write!(f, "{}-{}", span.first(), span.last()),
            Articles::Annex(annex) => f.write_str(&annex_name(annex)),
            Articles::AnnexItem { annex, item } => write!(f, "{}.{item}", annex_name(annex)),
            Articles::AnnexItems { annex, items } => {
                write!(f, "{}.{}-{}", annex_name(annex), items.first(), items.last())
            }
        }
    }
}

impl fmt::Display for LawPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Articles::from(*self).fmt(f)
    }
}

impl Serialize for Articles {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Articles {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Articles, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| {
            let wanted = &"an article such as \"65\", \"12.2.3\", \"134_1\" or \"45-55\", or a place in an annex such as \
                           \"annex2.17\"";
            de::Error::invalid_value(de::Unexpected::Str(&text), wanted)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Articles;

    #[test]
    fn prints_what_it_reads() {
        for text in [
            "65",
            "12.2",
            "12.2.3",
            "12..3",
            "45-55",
            "134_1",
            "134_1.2",
            "134_1.2.3",
            "134_1..3",
            "134_1-134_6",
            "134-134_2",
            "134_1-135",
            "annex",
            "annex2",
            "annex.17",
            "annex2.17",
            "annex2.17-19",
            "annex.1-2",
        ] {
            assert_eq!(text.parse::<Articles>().map(|a| a.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn refuses_what_is_no_article() {
        for text in [
            "",
            "0",
            "012",
            "12.",
            ".3",
            "55-45",
            "45-45",
            "1.2.3.4",
            "第六十五条",
            "-5",
            "70000",
            "134_",
            "_1",
            "134_0",
            "134_1_2",
            "134_2-134_1",
            "134_1-134",
            "134_1-134_1",
            "12.2-13",
            "annex0",
            "annex.",
            "annex2.",
            "annex-2",
            "annex_2",
            "annex2.17.1",
            "annex2.19-17",
            "annex2.17-17",
            "annex2-3",
            "Annex2",
            "annex 2",
        ] {
            assert!(text.parse::<Articles>().is_err(), "{text}");
        }
    }
}
