//! A figure of a regime in; what it says, in one form, out: by that the figures of several lists are held against each other.

use super::regime::{Amount, Deadline, Frequency, Multiple, Penalty, Range, Threshold};
use super::registers::TopicSubject;
use super::vocabulary::Bound;

impl TopicSubject {
    /// Whether a printed subject is this one, by its words.
    pub fn fits(&self, printed: &str) -> bool {
        self.words.iter().any(|way| {
            let mut words = way.split_whitespace().peekable();
            words.peek().is_some() && words.all(|word| printed.contains(word))
        })
    }
}

impl Frequency {
    /// How often, and how much of it; nothing where no figure is printed. Every year is once a year.
    pub fn said(&self) -> Option<String> {
        let times = match (self.minimum, self.maximum, self.per) {
            (None, None, Some(_)) => ends(Some(1), Some(1)),
            (min, max, _) => ends(min, max),
        };
        let per = self.per.map(|per| {
            format!("/{}{}", self.every.filter(|n| *n > 1).map_or_else(String::new, |n| n.to_string()), per.as_str())
        });
        let share = self.coverage_percent.map(|share| format!(" {}%", range(share)));
        let parts = [times, per, share];
        parts.iter().any(Option::is_some).then(|| parts.into_iter().flatten().collect())
    }
}

impl Deadline {
    /// How long, and on which side of it.
    pub fn said(&self) -> String {
        let limit = self.limit;
        let working = if limit.working_days { " working" } else { "" };
        format!("{} {}{working} {}", limit.value, limit.unit.as_str(), self.bound.unwrap_or(Bound::Within).as_str())
    }
}

impl Penalty {
    /// Amount, share of gains and multiple; nothing where none is printed.
    pub fn said(&self) -> Option<String> {
        let amount = self.amount.map(|Amount { min, max, currency }| {
            format!("{} {}", ends(min, max).unwrap_or_default(), currency.as_str())
        });
        let share = self.percent_of_gains.map(|share| format!("{}% of gains", range(share)));
        let multiple = self.multiple.as_ref().map(|Multiple { min, max, of }| {
            format!("{} × {}", ends(*min, *max).unwrap_or_default(), of.best(super::Lang::ZH).1)
        });
        let parts: Vec<String> = [amount, share, multiple].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

impl Threshold {
    /// The figure with its unit.
    pub fn said(&self) -> Option<String> {
        Some(format!("{} {}", ends(self.minimum, self.maximum)?, self.unit.best(super::Lang::ZH).1))
    }
}

fn range(range: Range) -> String {
    ends(range.min, range.max).unwrap_or_default()
}

/// A figure by its ends, of which either may be open; nothing where both are.
fn ends<N: std::fmt::Display + PartialEq>(min: Option<N>, max: Option<N>) -> Option<String> {
    match (min, max) {
        (None, None) => None,
        (Some(min), Some(max)) if min == max => Some(min.to_string()),
        (Some(min), Some(max)) => Some(format!("{min}–{max}")),
        (Some(min), None) => Some(format!("≥{min}")),
        (None, Some(max)) => Some(format!("≤{max}")),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{FigureKind, Frequency, FrequencyKind, Id, Period, Range, Text, TopicSubject};

    fn frequency(minimum: Option<u32>, maximum: Option<u32>, per: Option<Period>) -> Frequency {
        Frequency {
            subject: Text::zh("获证企业"),
            kind: FrequencyKind::Routine,
            minimum,
            maximum,
            every: None,
            per,
            coverage_percent: None,
            provision: Id::default(),
            note: None,
        }
    }

    #[test]
    fn every_year_is_once_a_year_and_at_least_once_is_not() {
        let yearly = frequency(None, None, Some(Period::Year)).said();
        assert_eq!(yearly, frequency(Some(1), Some(1), Some(Period::Year)).said());
        assert_ne!(yearly, frequency(Some(1), None, Some(Period::Year)).said());
        assert_ne!(yearly, frequency(None, None, Some(Period::Quarter)).said());
        assert_eq!(frequency(None, None, None).said(), None);
    }

    #[test]
    fn a_share_of_the_subjects_is_a_figure() {
        let share = |min| Frequency {
            coverage_percent: Some(Range { min: Some(min), max: None }),
            ..frequency(None, None, None)
        };
        assert_eq!(share(8.0).said().as_deref(), Some(" ≥8%"));
        assert_ne!(share(8.0).said(), share(9.0).said());
    }

    #[test]
    fn every_word_of_one_way_to_say_it_must_stand_there() {
        let subject = TopicSubject {
            id: Id::new("holders"),
            name: Text::zh("获证企业"),
            of: FigureKind::Frequency,
            words: vec!["获证 企业".into(), "取证企业".into(), " ".into()],
        };
        assert!(subject.fits("辖区内获证企业的巡查") && subject.fits("取证企业"));
        assert!(!subject.fits("获证检验机构") && !subject.fits("企业自查"));
    }
}
