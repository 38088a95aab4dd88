//! A release of the data: an edition that people cite.

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::text::Text;

/// A release of the data of the site: what was published as a version on a day, and what is different in it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// What the version is called: numbers with dots between them, such as `1.2.0`.
    pub version: String,
    /// Day on which it was published.
    pub date: Date,
    /// What changed since the version before it.
    pub changes: Text,
    /// Digital object identifier that was given to this version, such as `10.5281/zenodo.1234567`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
}

impl Release {
    /// The address under which the version is found by its identifier.
    pub fn doi_url(&self) -> Option<String> {
        self.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"))
    }
}

/// The numbers of a version, up to four of them; `None` where it is not made of numbers. A number has no zero before it, but
/// for months and days (`2026.03`).
pub fn version_numbers(version: &str) -> Option<Vec<u32>> {
    let number = |part: &str| {
        let plain = (1..=9).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let zero = part.len() > 2 && part.starts_with('0');
        (plain && !zero).then(|| part.parse().ok()).flatten()
    };
    let numbers: Option<Vec<u32>> = version.split('.').map(number).collect();
    numbers.filter(|numbers| numbers.len() <= 4)
}

/// Which of two versions comes first: what is left out counts as nothing, so that `1.0` is `1.0.0`.
pub fn compare_versions(one: &[u32], other: &[u32]) -> Ordering {
    let at = |numbers: &[u32], index: usize| numbers.get(index).copied().unwrap_or_default();
    (0..one.len().max(other.len()))
        .map(|index| at(one, index).cmp(&at(other, index)))
        .fold(Ordering::Equal, Ordering::then)
}

/// Whether this has the form of a digital object identifier: `10.`, a number, a slash, and no blank.
pub fn is_doi(text: &str) -> bool {
    let Some((prefix, suffix)) = text.strip_prefix("10.").and_then(|rest| rest.split_once('/')) else { return false };
    let number = prefix.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    number
        && prefix.len() >= 4
        && !suffix.is_empty()
        && suffix
            .chars()
            .all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '{' | '}' | '^' | '`' | '|'))
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::{compare_versions, is_doi, version_numbers};

    #[test]
    fn versions_are_numbers() {
        for good in ["1", "1.0", "1.0.0", "2026.03", "2026.3.1", "0.1.0", "1.2.3.4"] {
            assert!(version_numbers(good).is_some(), "{good}");
        }
        for bad in ["", "v1.0", "1.", ".1", "1..2", "1.0.0.0.0", "1.0-beta", "001", "１.０", "第一版", "1.0 "] {
            assert!(version_numbers(bad).is_none(), "{bad}");
        }
        let order = |a: &str, b: &str| compare_versions(&version_numbers(a).unwrap(), &version_numbers(b).unwrap());
        assert_eq!(order("1.0", "1.0.0"), Ordering::Equal);
        assert_eq!(order("1.10.0", "1.9.3"), Ordering::Greater);
        assert_eq!(order("2025.12", "2026.03"), Ordering::Less);
    }

    #[test]
    fn an_identifier_begins_with_its_prefix() {
        assert!(is_doi("10.5281/zenodo.1234567") && is_doi("10.1000.10/a(b)c"));
        for bad in ["https://doi.org/10.5281/zenodo.1", "doi:10.5281/x", "10.5281", "10.5281/", "10.52/x y", "10.a/b"] {
            assert!(!is_doi(bad), "{bad}");
        }
    }
}
