//! Legal bases of a record and where a fact is printed.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::id::Id;
use super::text::Text;

/// One citation of one law by a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Id of the law, or any title that is registered for it.
    pub law: Id,
    /// Articles cited; empty where the law as a whole is.
    #[serde(default)]
    pub articles: Vec<Articles>,
    /// The citation exactly as the document prints it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_printed: Option<String>,
    /// A remark on the citation; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// An article, one paragraph or item of it, or a range of articles.
///
/// Written `"65"`, `"12.2"` (paragraph 2), `"12.2.3"` (item 3 of it), `"12..3"` (item 3 of an article without
/// paragraphs), `"45-55"` (a range).
///
/// ```
/// use qingdan::model::Articles;
///
/// let cited: Articles = "12.2.3".parse().unwrap();
/// assert_eq!((cited.article, cited.paragraph, cited.item), (12, Some(2), Some(3)));
/// assert!("45-55".parse::<Articles>().unwrap().holds(50));
/// assert!("55-45".parse::<Articles>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Articles {
    /// The article, or the first of a range; at least 1.
    pub article: u16,
    /// The last article of a range.
    pub to: Option<u16>,
    /// The paragraph (款).
    pub paragraph: Option<u16>,
    /// The item (项).
    pub item: Option<u16>,
}

impl Articles {
    /// Whether one of these begins with an article that this is, or holds.
    pub fn covers(&self, others: &[Articles]) -> bool {
        others.iter().any(|other| self.holds(other.article))
    }

    /// Whether this is an article, or a range that it stands in.
    pub fn holds(&self, article: u16) -> bool {
        (self.article..=self.to.unwrap_or(self.article)).contains(&article)
    }
}

/// What a string lacks to name an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnArticle;

impl FromStr for Articles {
    type Err = NotAnArticle;

    fn from_str(text: &str) -> Result<Articles, NotAnArticle> {
        if let Some((from, to)) = text.split_once('-') {
            let (article, to) = (ordinal(from)?, ordinal(to)?);
            return if article < to {
                Ok(Articles { article, to: Some(to), paragraph: None, item: None })
            } else {
                Err(NotAnArticle)
            };
        }
        let parts: Vec<&str> = text.split('.').collect();
        let (article, paragraph, item) = match parts[..] {
            [article] => (article, None, None),
            [article, paragraph] => (article, Some(paragraph), None),
            [article, "", item] => (article, None, Some(item)),
            [article, paragraph, item] => (article, Some(paragraph), Some(item)),
            _ => return Err(NotAnArticle),
        };
        Ok(Articles {
            article: ordinal(article)?,
            to: None,
            paragraph: paragraph.map(ordinal).transpose()?,
            item: item.map(ordinal).transpose()?,
        })
    }
}

fn ordinal(text: &str) -> Result<u16, NotAnArticle> {
    let clean = text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    text.parse().ok().filter(|_| clean).ok_or(NotAnArticle)
}

impl fmt::Display for Articles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.article)?;
        match (self.to, self.paragraph, self.item) {
            (Some(to), ..) => write!(f, "-{to}"),
            (None, None, None) => Ok(()),
            (None, Some(paragraph), None) => write!(f, ".{paragraph}"),
            (None, None, Some(item)) => write!(f, "..{item}"),
            (None, Some(paragraph), Some(item)) => write!(f, ".{paragraph}.{item}"),
        }
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
            de::Error::invalid_value(de::Unexpected::Str(&text), &"an article such as \"65\", \"12.2.3\" or \"45-55\"")
        })
    }
}

/// Where a fact is printed, and what the paper says where it is damaged or wrong.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id of the document among the list's sources; may be left out where the list has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Id>,
    /// Id of the part of the document.
    pub part: Id,
    /// Row or paragraph in the part, as printed or counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// What the paper prints where it is damaged or wrong; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

#[cfg(test)]
mod tests {
    use super::Articles;

    #[test]
    fn prints_what_it_reads() {
        for text in ["65", "12.2", "12.2.3", "12..3", "45-55"] {
            assert_eq!(text.parse::<Articles>().map(|a| a.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn refuses_what_is_no_article() {
        for text in ["", "0", "012", "12.", ".3", "55-45", "45-45", "1.2.3.4", "第六十五条", "-5", "70000"] {
            assert!(text.parse::<Articles>().is_err(), "{text}");
        }
    }
}
