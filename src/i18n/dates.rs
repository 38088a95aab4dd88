//! A date of any precision in, the date as a language writes it out.

use crate::model::Date;

use super::fill::fill;
use super::strings::Strings;

impl Strings {
    /// The date in words, no more precise than it is.
    pub fn date(&self, date: Date) -> String {
        let year = date.year.to_string();
        let month = date.month.map(|month| month.to_string()).unwrap_or_default();
        let day = date.day.map(|day| day.to_string()).unwrap_or_default();
        let month_name = date.month.map(|month| self.month(month)).unwrap_or_default();
        let key = match (date.month, date.day) {
            (None, _) => "year",
            (Some(_), None) => "month",
            (Some(_), Some(_)) => "day",
        };
        let values = [("year", year.as_str()), ("month", &month), ("month_name", month_name), ("day", &day)];
        fill(self.get("date", key), &values)
    }

    /// The name of a month, 1–12; empty for any other number.
    pub fn month(&self, month: u8) -> &str {
        let place = usize::from(month).wrapping_sub(1);
        self.get("date", "month_names").split(' ').nth(place).unwrap_or_default()
    }
}
