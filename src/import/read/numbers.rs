//! A number of a spreadsheet and its format in, what the cell shows out: codes whole, dates as dates.

use super::number_format::{Dated, NumberFormat, Section, Token};
use crate::import::document::Doubt;

/// Digits that a spreadsheet keeps of a number.
const DIGITS: usize = 15;

/// What a cell with a number shows. `raw` is the number as the file writes it, where it writes it in figures.
pub(super) fn show(value: f64, raw: Option<&str>, format: &NumberFormat, from_1904: bool) -> (String, Option<Doubt>) {
    if !value.is_finite() {
        return (raw.unwrap_or_default().to_owned(), Some(Doubt::Formula));
    }
    let doubt = (value.fract() == 0.0 && value.abs() >= 1e15).then_some(Doubt::Digits);
    // What a program wrote out in figures is more than what a spreadsheet would keep of it.
    let figures =
        raw.filter(|raw| doubt.is_some() && raw.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit()));
    if let Some(figures) = figures {
        return (figures.to_owned(), doubt);
    }
    match format {
        NumberFormat::Date(dated) => date(value, *dated, from_1904).unwrap_or_else(|| (general(value), doubt)),
        NumberFormat::Sections(sections) if doubt.is_none() => {
            let text = formatted(value, sections).unwrap_or_else(|| general(value));
            (text, doubt)
        }
        _ => (general(value), doubt),
    }
}

/// A number without a format, never in the notation of powers of ten where a reader would expect figures.
pub(super) fn general(value: f64) -> String {
    let number = Decimal::of(value);
    if !(-20..=40).contains(&number.point) {
        return format!("{value:e}");
    }
    number.plain()
}

/// A number in decimal figures: `0.digits × 10^point`.
struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    point: i32,
}

impl Decimal {
    /// As many digits as a spreadsheet keeps, so that `0.1 + 0.2` is `0.3`.
    fn of(value: f64) -> Decimal {
        let text = format!("{:.*e}", DIGITS - 1, value.abs());
        let (figures, power) = text.split_once('e').unwrap_or((&text, "0"));
        let mut digits: Vec<u8> = figures.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect();
        while digits.last() == Some(&0) {
            digits.pop();
        }
        let point = if digits.is_empty() { 0 } else { power.parse().unwrap_or(0) + 1 };
        Decimal { negative: value < 0.0 && !digits.is_empty(), digits, point }
    }

    /// Rounded to so many figures behind the point, half away from zero.
    fn round(&mut self, behind: usize) {
        let keep = self.point + i32::try_from(behind).unwrap_or(i32::MAX / 2);
        let Ok(keep) = usize::try_from(keep) else {
            self.digits.clear();
            return;
        };
        if keep >= self.digits.len() {
            return;
        }
        let up = self.digits[keep] >= 5;
        self.digits.truncate(keep);
        if up {
            let nines = self.digits.iter().rev().take_while(|digit| **digit == 9).count();
            self.digits.truncate(keep - nines);
            match self.digits.last_mut() {
                Some(digit) => *digit += 1,
                None => {
                    self.digits.push(1);
                    self.point += 1;
                }
            }
        }
    }

    /// The figures before the point, without leading zeros, and those behind it.
    fn parts(&self) -> (String, String) {
        let digit = |at: i32| {
            let digit = usize::try_from(at).ok().and_then(|at| self.digits.get(at)).copied().unwrap_or(0);
            char::from(b'0' + digit)
        };
        let last = i32::try_from(self.digits.len()).unwrap_or(0);
        ((0..self.point).map(digit).collect(), (self.point..last).map(digit).collect())
    }

    fn plain(&self) -> String {
        let (whole, behind) = self.parts();
        let sign = if self.negative { "-" } else { "" };
        let whole = if whole.is_empty() { "0" } else { &whole };
        if behind.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{behind}") }
    }
}

/// A number as its format shows it, or nothing where the format shows no figure.
fn formatted(value: f64, sections: &[Section]) -> Option<String> {
    let (section, own_sign) = match sections {
        [_, negative, ..] if value < 0.0 => (negative, true),
        [_, _, zero, ..] if value == 0.0 => (zero, false),
        [first, ..] => (first, false),
        [] => return None,
    };
    if !section.tokens.iter().any(|token| matches!(token, Token::Digit(_))) {
        return None;
    }
    let mut number = Decimal::of(value);
    if !number.digits.is_empty() {
        number.point += 2 * i32::from(section.percent) - 3 * i32::from(section.thousandths);
    }
    let split = section.tokens.iter().position(|token| *token == Token::Point).unwrap_or(section.tokens.len());
    let (before, after) = section.tokens.split_at(split);
    number.round(after.iter().filter(|token| matches!(token, Token::Digit(_))).count());
    let (whole, behind) = number.parts();
    let sign = if number.negative && !number.digits.is_empty() && !own_sign { "-" } else { "" };
    Some(format!("{sign}{}{}", shown_before(before, &whole, section.grouped), shown_behind(after, &behind)))
}

/// The part before the point, filled in from the right; the first place takes all figures that are left.
fn shown_before(tokens: &[Token], whole: &str, grouped: bool) -> String {
    let mut left: Vec<char> = whole.chars().collect();
    let first = tokens.iter().position(|token| matches!(token, Token::Digit(_)));
    let mut reversed = String::new();
    let mut count = 0;
    let mut put = |reversed: &mut String, digit: char| {
        if grouped && count > 0 && count % 3 == 0 {
            reversed.push(',');
        }
        count += 1;
        reversed.push(digit);
    };
    for (at, token) in tokens.iter().enumerate().rev() {
        match token {
            Token::Literal(text) => reversed.extend(text.chars().rev()),
            Token::Digit(place) => {
                match left.pop() {
                    Some(digit) => put(&mut reversed, digit),
                    None if *place == '0' => put(&mut reversed, '0'),
                    None => {}
                }
                while first == Some(at)
                    && let Some(digit) = left.pop()
                {
                    put(&mut reversed, digit);
                }
            }
            Token::Point => {}
        }
    }
    // A format without a place before the point, such as `.00`.
    if first.is_none() {
        reversed.extend(left.iter().rev());
    }
    reversed.chars().rev().collect()
}

/// The point and what is behind it.
fn shown_behind(tokens: &[Token], behind: &str) -> String {
    let mut digits = behind.chars();
    let mut shown = String::new();
    for token in tokens {
        match token {
            Token::Point => shown.push('.'),
            Token::Literal(text) => shown.push_str(text),
            Token::Digit(place) => match digits.next() {
                Some(digit) => shown.push(digit),
                None if *place == '0' => shown.push('0'),
                None => {}
            },
        }
    }
    match shown.strip_suffix('.') {
        Some(rest) => rest.to_owned(),
        None => shown,
    }
}

/// A date or a time, or nothing where the number is none.
fn date(value: f64, dated: Dated, from_1904: bool) -> Option<(String, Option<Doubt>)> {
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    let seconds = (value.fract() * 86_400.0).round() as u32;
    let (days, seconds) = (value.trunc() as i64 + i64::from(seconds / 86_400), seconds % 86_400);
    let clock = |hours: i64| {
        let (minutes, rest) = (seconds / 60 % 60, seconds % 60);
        if dated.second || rest > 0 {
            format!("{hours:02}:{minutes:02}:{rest:02}")
        } else {
            format!("{hours:02}:{minutes:02}")
        }
    };
    let hours = i64::from(seconds / 3600);
    if !dated.year && !dated.month && !dated.day {
        return Some((clock(if dated.elapsed { days * 24 + hours } else { hours }), None));
    }
    // The calendar of Excel has a 29 February 1900 that never was; before it, days are one further on.
    let since_1970 = match (from_1904, days) {
        (true, days) => days - 24_107,
        (false, ..60) => days - 25_568,
        (false, days) => days - 25_569,
    };
    let (year, month, day) = civil(since_1970);
    let (text, doubt) = match (dated.year, dated.month, dated.day) {
        (true, false, false) => (format!("{year}"), None),
        (true, true, false) => (format!("{year}-{month:02}"), dated.short_year.then_some(Doubt::Date)),
        (year_shown, ..) => (format!("{year}-{month:02}-{day:02}"), (!year_shown).then_some(Doubt::Date)),
    };
    let text = if dated.hour && seconds > 0 { format!("{text} {}", clock(hours)) } else { text };
    Some((text, doubt))
}

/// The date that lies so many days after 1 January 1970.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::show;
    use crate::import::document::Doubt;
    use crate::import::read::number_format::NumberFormat;

    fn shown(value: f64, code: &str) -> String {
        show(value, None, &NumberFormat::of_code(code), false).0
    }

    #[test]
    fn numbers_are_shown_as_typed() {
        for (value, text) in [
            (0.1 + 0.2, "0.3"),
            (45352.0, "45352"),
            (370_612_198_001_011_000.0, "370612198001011000"),
            (-12.5, "-12.5"),
            (0.0, "0"),
            (-0.0, "0"),
            (1e-7, "0.0000001"),
            (1e100, "1e100"),
            (99.999_999_999_999_99, "100"),
        ] {
            assert_eq!(shown(value, "General"), text);
        }
        let code = show(3.70612198001011e17, Some("3.70612198001011E+17"), &NumberFormat::General, false);
        assert_eq!(code, ("370612198001011000".to_owned(), Some(Doubt::Digits)));
        let written = show(370612198001011234.0, Some("370612198001011234"), &NumberFormat::of_code("0"), false);
        assert_eq!(written, ("370612198001011234".to_owned(), Some(Doubt::Digits)));
    }

    #[test]
    fn formats_are_applied() {
        for (value, code, text) in [
            (0.05, "0%", "5%"),
            (0.1234, "0.00%", "12.34%"),
            (1234567.0, "#,##0", "1,234,567"),
            (1234.5, "#,##0.00", "1,234.50"),
            (7.0, "000000", "000007"),
            (3.0, "\"第\"0\"条\"", "第3条"),
            (1.005, "0.00", "1.01"),
            (9.995, "0.00", "10.00"),
            (-5.0, "0;(0)", "(5)"),
            (0.0, "0;-0;\"无\"", "0"),
            (5_468_888_888.0, "0000-0000000", "0546-8888888".trim_start_matches('x')),
            (12.0, "0.##", "12"),
            (5.0, ";;;", "5"),
            (12345.0, "0.00E+00", "12345"),
            (1_234_567.0, "0,", "1235"),
            (3.5, "G/通用格式", "3.5"),
            (3.0, "[DBNum1][$-804]General", "3"),
            (20.0, "[$¥-804]#,##0.00", "¥20.00"),
            (-3.0, "#,##0_ ;[Red]\\-#,##0\\ ", "-3 "),
            (0.5, "# ?/?", "0.5"),
            (0.0, "#", ""),
        ] {
            assert_eq!(shown(value, code), text, "{code}");
        }
    }

    #[test]
    fn dates_are_dates() {
        for (value, code, text) in [
            (45352.0, "yyyy/m/d", "2024-03-01"),
            (45352.0, "yyyy\"年\"m\"月\"d\"日\"", "2024-03-01"),
            (45352.0, "[$-804]yyyy\"年\"m\"月\"", "2024-03"),
            (45352.0, "yyyy", "2024"),
            (45_352.354_166_667, "yyyy-mm-dd hh:mm", "2024-03-01 08:30"),
            (0.354_166_667, "h:mm", "08:30"),
            (1.5, "[h]:mm:ss", "36:00:00"),
            (1.0, "yyyy-m-d", "1900-01-01"),
            (59.0, "yyyy-m-d", "1900-02-28"),
            (61.0, "yyyy-m-d", "1900-03-01"),
            (45352.0, "m/d/yy", "2024-03-01"),
            (-1.0, "yyyy-m-d", "-1"),
            (45352.0, "e\"年\"m\"月\"d\"日\"", "2024-03-01"),
        ] {
            assert_eq!(shown(value, code), text, "{code}");
        }
        let short = show(45293.0, None, &NumberFormat::of_code("m\"月\"d\"日\""), false);
        assert_eq!(short, ("2024-01-02".to_owned(), Some(Doubt::Date)));
        assert_eq!(show(43890.0, None, &NumberFormat::of_id(14), true).0, "2024-03-01");
    }
}
