//! A language in; its phrases out, to be found again in a text of a page.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::support::repository;

/// The words of the interface in one language.
pub struct Words(Value);

impl Words {
    /// Reads the strings of a language.
    pub fn read(lang: &str) -> Words {
        let path = repository("themes/default/strings").join(format!("{lang}.yaml"));
        Words(serde_yaml::from_str(&fs::read_to_string(path).expect("the strings")).expect("strings"))
    }

    /// A phrase: `topic.no_office`. Of a phrase with forms, that for many.
    pub fn say(&self, way: &str) -> &str {
        let found = way.split('.').fold(&self.0, |value, step| &value[step]);
        let found = if found.is_object() { &found["other"] } else { found };
        found.as_str().unwrap_or_else(|| panic!("no phrase {way}"))
    }

    /// Whether a text is one of these phrases.
    pub fn is(&self, text: &str, ways: &[&str]) -> bool {
        ways.iter().any(|way| self.say(way) == text)
    }

    /// The key of a section whose phrase a text is.
    pub fn key(&self, section: &str, text: &str) -> Option<&str> {
        let keys = self.0[section].as_object()?;
        keys.iter().find(|(_, phrase)| phrase.as_str() == Some(text)).map(|(key, _)| key.as_str())
    }

    /// The number in a count such as `3 duties`, whichever form it has.
    pub fn count(&self, key: &str, text: &str) -> Option<usize> {
        let forms = &self.0["count"][key];
        let forms: Vec<&str> = match forms.as_object() {
            Some(forms) => forms.values().filter_map(Value::as_str).collect(),
            None => forms.as_str().into_iter().collect(),
        };
        forms.into_iter().find_map(|form| number(&gaps(form, text)?["n"]))
    }
}

/// What stands in the gaps of a template where a text fits it.
pub fn gaps(template: &str, text: &str) -> Option<BTreeMap<String, String>> {
    let mut parts = template.split('{');
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut found = BTreeMap::new();
    for part in parts {
        let (name, literal) = part.split_once('}')?;
        let at = if literal.is_empty() { rest.len() } else { rest.find(literal)? };
        found.insert(name.to_owned(), rest[..at].to_owned());
        rest = &rest[at + literal.len()..];
    }
    rest.is_empty().then_some(found)
}

/// A number as pages write it.
pub fn number(text: &str) -> Option<usize> {
    let digits: String = text.trim().chars().filter(|c| *c != ',' && *c != '\u{2009}').collect();
    digits.parse().ok()
}

/// The first number in a text.
pub fn first_number(text: &str) -> Option<usize> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let digits = text[start..].split(|c: char| !c.is_ascii_digit() && c != ',').next()?;
    number(digits)
}

#[test]
fn gaps_are_found_again() {
    let found = gaps("of {laws}, {parts}.", "of 3 texts, 1 ended.").expect("it fits");
    assert_eq!((found["laws"].as_str(), found["parts"].as_str()), ("3 texts", "1 ended"));
    assert!(gaps("of {laws}.", "of 3 texts").is_none() && gaps("none", "nonesuch").is_none());
    assert_eq!((number("1,204"), first_number("of 12 lists")), (Some(1204), Some(12)));
}
