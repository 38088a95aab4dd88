//! Figures in, figures as a language writes them out.

use super::fill::fill;
use super::strings::Strings;

impl Strings {
    /// A whole number with its thousands set off as the language does.
    pub fn integer(&self, number: u64) -> String {
        group(&number.to_string(), self.get("number", "group"))
    }

    /// A number with at most two decimals.
    pub fn number(&self, number: f64) -> String {
        if number >= 0.0 && number.fract() == 0.0 && number < 1e15 {
            return self.integer(number as u64);
        }
        let text = format!("{number:.2}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let whole = group(whole, self.get("number", "group"));
        if decimals.is_empty() { whole } else { format!("{whole}{}{decimals}", self.get("number", "decimal")) }
    }

    /// A size of a file.
    pub fn bytes(&self, bytes: u64) -> String {
        let (key, size) = match bytes {
            0..1_024 => ("bytes", bytes as f64),
            1_024..1_048_576 => ("kilobytes", (bytes as f64 / 102.4).round() / 10.0),
            _ => ("megabytes", (bytes as f64 / 104_857.6).round() / 10.0),
        };
        fill(self.form("number", key, size as u64), &[("n", &self.number(size))])
    }

    /// Which of `exactly`, `at_least`, `at_most` and `between` two ends of a range call for; `None` where both are open.
    pub(super) fn side<T: PartialEq>(min: Option<T>, max: Option<T>) -> Option<&'static str> {
        match (min, max) {
            (Some(min), Some(max)) if min == max => Some("exactly"),
            (Some(_), Some(_)) => Some("between"),
            (Some(_), None) => Some("at_least"),
            (None, Some(_)) => Some("at_most"),
            (None, None) => None,
        }
    }

    /// A range of numbers, each end put through `write`, in the words of a section.
    pub(super) fn range(
        &self,
        section: &str,
        min: Option<f64>,
        max: Option<f64>,
        write: impl Fn(f64) -> String,
    ) -> Option<String> {
        let key = Strings::side(min, max)?;
        let least = min.map(&write).unwrap_or_default();
        let most = max.map(&write).unwrap_or_default();
        let one = if min.is_some() { &least } else { &most };
        let plain = |end: Option<f64>| end.map(|end| self.number(end)).unwrap_or_default();
        let (bare_min, bare_max) = (plain(min), plain(max));
        let values =
            [("n", one.as_str()), ("min", &least), ("max", &most), ("bare_min", &bare_min), ("bare_max", &bare_max)];
        let number = max.or(min).unwrap_or_default() as u64;
        Some(fill(self.form(section, key, number), &values))
    }

    /// A share in percent, or a range of shares.
    pub fn percent(&self, min: Option<f64>, max: Option<f64>) -> Option<String> {
        self.range("range", min, max, |share| self.fill("number", "percent", &[("n", &self.number(share))]))
    }
}

fn group(digits: &str, separator: &str) -> String {
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits),
    };
    if digits.len() <= 4 && separator.is_empty() || digits.len() < 4 {
        return format!("{sign}{digits}");
    }
    let mut out = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}
