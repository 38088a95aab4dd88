//! Dates as precise as the paper prints them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An ISO 8601 calendar date of reduced precision: a year, a month, or a day.
///
/// Ordering is by year, month, day; a less precise date sorts before the days it contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year of the Gregorian calendar.
    pub year: u16,
    /// Month, 1–12, where known.
    pub month: Option<u8>,
    /// Day of the month, 1–31, where known; never without a month.
    pub day: Option<u8>,
}

impl Date {
    /// Whether every day it can be lies before every day the other can be; `None` where their precision does not say.
    ///
    /// ```
    /// use qingdan::model::Date;
    ///
    /// let date = |text: &str| text.parse::<Date>().unwrap();
    /// assert_eq!(date("2015-03-30").is_before(date("2015-04")), Some(true));
    /// assert_eq!(date("2015").is_before(date("2015-04")), None);
    /// ```
    pub fn is_before(self, other: Date) -> Option<bool> {
        let parts = |date: Date| [Some(date.year), date.month.map(u16::from), date.day.map(u16::from)];
        for (own, theirs) in parts(self).into_iter().zip(parts(other)) {
            match (own, theirs) {
                (Some(own), Some(theirs)) if own != theirs => return Some(own < theirs),
                (Some(_), Some(_)) => {}
                _ => return None,
            }
        }
        Some(false)
    }
}

/// What a string lacks to be a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Date, NotADate> {
        let mut parts = text.split('-');
        let year = number(parts.next(), 4)?.ok_or(NotADate)?;
        let month = number(parts.next(), 2)?.map(|m| m as u8);
        let day = number(parts.next(), 2)?.map(|d| d as u8);
        let month_exists = month.is_none_or(|m| (1..=12).contains(&m));
        if parts.next().is_some() || !month_exists || day.is_some_and(|d| d == 0 || d > days(year, month)) {
            return Err(NotADate);
        }
        Ok(Date { year, month, day })
    }
}

fn number(part: Option<&str>, digits: usize) -> Result<Option<u16>, NotADate> {
    match part {
        None => Ok(None),
        Some(p) if p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()) => {
            p.parse().map(Some).map_err(|_| NotADate)
        }
        Some(_) => Err(NotADate),
    }
}

fn days(year: u16, month: Option<u8>) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        Some(2) if leap => 29,
        Some(2) => 28,
        Some(4 | 6 | 9 | 11) => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| {
            de::Error::invalid_value(de::Unexpected::Str(&text), &"a date such as 2015-03-30, 2015-07 or 2015")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn reads_three_precisions_and_prints_them_back() {
        for text in ["2015", "2015-07", "2015-03-30", "2012-02-29", "1900-02-28"] {
            assert_eq!(text.parse::<Date>().map(|d| d.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn knows_what_it_does_not_know() {
        let before = |a: &str, b: &str| a.parse::<Date>().unwrap().is_before(b.parse().unwrap());
        assert_eq!(before("2014-12", "2015"), Some(true));
        assert_eq!(before("2015-03-30", "2015-04-24"), Some(true));
        assert_eq!(before("2015-04-24", "2015-04-24"), Some(false));
        assert_eq!(before("2015-05", "2015-04-24"), Some(false));
        assert_eq!(before("2015", "2015-04-24"), None);
        assert_eq!(before("2015-04-24", "2015-04"), None);
    }

    #[test]
    fn refuses_what_is_not_a_day() {
        for text in [
            "",
            "15",
            "2015-7",
            "2015-13",
            "2015-00",
            "2015-02-30",
            "1900-02-29",
            "2015-03-30-01",
            "2015/03/30",
            "二〇一五",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }
}
