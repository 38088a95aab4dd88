//! The figures of a regime in; phrases such as `每年不少于2次` and `at least 2 times a year` out.

use crate::model::{Amount, Bound, Frequency, Lang, Limit, Multiple, Range, Text, Threshold, TimeUnit};

use super::fill::fill;
use super::strings::Strings;

/// A phrase made of a figure and a word of the content, which may lack a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The phrase.
    pub text: String,
    /// Language of the word, where it is another than that of the phrase.
    pub lang: Option<Lang>,
}

impl Strings {
    /// How often, and how much of the subjects; `None` where the record gives no figure.
    pub fn frequency(&self, frequency: &Frequency) -> Option<String> {
        let every = u64::from(frequency.every.unwrap_or(1));
        let times = self.times(frequency.minimum, frequency.maximum);
        let single = if times.is_some() { "each" } else { "alone" };
        let period = frequency.per.map(|per| match every {
            1 => self.get(single, per.as_str()).to_owned(),
            _ => self.fill("every", per.as_str(), &[("n", &self.integer(every))]),
        });
        let often = match (times, period) {
            (Some(times), Some(period)) => {
                Some(self.fill("frequency", "with_period", &[("times", &times), ("period", &period)]))
            }
            (times, period) => times.or(period),
        };
        let share = frequency.coverage_percent.and_then(|share| self.coverage(share));
        match (often, share) {
            (Some(often), Some(share)) => Some(often + self.get("frequency", "and") + &share),
            (often, share) => often.or(share),
        }
    }

    fn times(&self, min: Option<u32>, max: Option<u32>) -> Option<String> {
        self.range("times", min.map(f64::from), max.map(f64::from), |count| self.number(count))
    }

    fn coverage(&self, share: Range) -> Option<String> {
        let percent = self.percent(share.min, share.max)?;
        Some(self.fill("frequency", "coverage", &[("share", &percent)]))
    }

    /// A time limit and on which side of it to act.
    pub fn limit(&self, limit: Limit, bound: Option<Bound>) -> String {
        let unit = match limit.unit {
            TimeUnit::Day if limit.working_days => "working-day",
            unit => unit.as_str(),
        };
        let length = self.count("time", unit, u64::from(limit.value));
        self.fill("bound", bound.unwrap_or(Bound::Within).as_str(), &[("length", &length)])
    }

    /// An amount of money or a range of amounts.
    pub fn amount(&self, amount: Amount) -> Option<String> {
        self.range("amount", amount.min, amount.max, |sum| self.money(sum))
    }

    fn money(&self, sum: f64) -> String {
        let myriad = self.get("amount", "myriad");
        if !myriad.is_empty() && sum >= 10_000.0 && sum % 100.0 == 0.0 {
            return fill(myriad, &[("n", &self.number(sum / 10_000.0))]);
        }
        self.fill("amount", "unit", &[("n", &self.number(sum))])
    }

    /// A share of unlawful gains.
    pub fn percent_of_gains(&self, share: Range) -> Option<String> {
        let percent = self.percent(share.min, share.max)?;
        Some(self.fill("penalty", "percent_of_gains", &[("share", &percent)]))
    }

    /// A multiple of some value.
    pub fn multiple(&self, multiple: &Multiple) -> Option<Phrase> {
        let times = self.range("range", multiple.min, multiple.max, |n| self.number(n))?;
        let number = multiple.max.or(multiple.min).unwrap_or_default() as u64;
        Some(
            self.phrase(&multiple.of, |of| {
                fill(self.form("penalty", "multiple", number), &[("n", &times), ("of", of)])
            }),
        )
    }

    /// Any other figure that binds, with its unit.
    pub fn threshold(&self, threshold: &Threshold) -> Option<Phrase> {
        let range = self.range("range", threshold.minimum, threshold.maximum, |n| self.number(n))?;
        Some(self.phrase(&threshold.unit, |unit| range + self.get("text", "separator") + unit))
    }

    fn phrase(&self, word: &Text, write: impl FnOnce(&str) -> String) -> Phrase {
        let (lang, word) = word.best(self.lang);
        Phrase { text: write(word), lang: (lang != self.lang).then_some(lang) }
    }
}
