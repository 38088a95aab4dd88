//! A language and a number in, the CLDR plural category out.

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use crate::model::Lang;

/// Names of the plural categories in CLDR.
pub(super) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The plural rules of one language.
pub(super) struct Plurals(Option<PluralRules>);

impl Plurals {
    /// The rules of a language; one form for everything where CLDR does not know it.
    pub fn new(lang: Lang) -> Plurals {
        let tag = lang.as_str().split('-').next().unwrap_or_default();
        let rules = tag
            .parse::<LanguageIdentifier>()
            .ok()
            .and_then(|tag| PluralRules::create(tag, PluralRuleType::CARDINAL).ok());
        Plurals(rules)
    }

    /// Index into [`CATEGORIES`] for a number.
    pub fn category(&self, number: u64) -> usize {
        match self.0.as_ref().and_then(|rules| rules.select(number).ok()) {
            Some(PluralCategory::ZERO) => 0,
            Some(PluralCategory::ONE) => 1,
            Some(PluralCategory::TWO) => 2,
            Some(PluralCategory::FEW) => 3,
            Some(PluralCategory::MANY) => 4,
            _ => 5,
        }
    }

    /// The categories that whole numbers of the language fall in.
    pub fn needed(&self) -> Vec<&'static str> {
        let mut seen = [false; CATEGORIES.len()];
        for number in (0..=200).chain([1_000, 1_000_000]) {
            seen[self.category(number)] = true;
        }
        CATEGORIES.into_iter().zip(seen).filter(|(_, seen)| *seen).map(|(name, _)| name).collect()
    }
}

impl std::fmt::Debug for Plurals {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_some() { "Plurals" } else { "Plurals(none)" })
    }
}

#[cfg(test)]
mod tests {
    use super::Plurals;
    use crate::model::Lang;

    #[test]
    fn knows_the_forms_of_a_language() {
        assert_eq!(Plurals::new(Lang::ZH).needed(), ["other"]);
        assert_eq!(Plurals::new(Lang::EN).needed(), ["one", "other"]);
        let russian = Lang::new("ru").expect("a tag");
        assert_eq!(Plurals::new(russian).needed(), ["one", "few", "many"]);
    }
}
