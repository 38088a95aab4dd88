//! A date as papers, people and spreadsheets write it in, the same as the format writes it out.

use super::numbers::{chinese_digits, whole_number};
use super::plain;

/// Day 0 of the days that spreadsheets count, as days before 1970-01-01.
const DAY_ZERO: i64 = 25_569;

/// The date in the form `2024-03-01`, `2024-03` or `2024`.
///
/// ```
/// use qingdan::meant::date;
///
/// for typed in ["2024年3月1日", "2024/3/1", "2024.3.1", "20240301", "45352", "２０２４－３－１", "二〇二四年三月一日"] {
///     assert_eq!(date(typed).as_deref(), Some("2024-03-01"), "{typed}");
/// }
/// assert_eq!(date("2024年3月").as_deref(), Some("2024-03"));
/// assert_eq!(date("2024年13月"), None);
/// ```
pub fn date(typed: &str) -> Option<String> {
    let text = plain(typed);
    // What spreadsheets add is the time of day.
    let text = text.split_once('T').map_or(&*text, |(day, _)| day);
    let text = text.split_once(' ').filter(|(_, time)| time.contains(':')).map_or(text, |(day, _)| day);
    let solid: String = text.split_whitespace().collect();
    let solid = solid.trim_end_matches(['.', '起', '止']);
    let parts: Vec<String> = if solid.bytes().all(|b| b.is_ascii_digit()) {
        match solid.len() {
            4 => vec![solid.to_owned()],
            5 => return serial(solid.parse().ok()?),
            6 => vec![solid[..4].to_owned(), solid[4..].to_owned()],
            8 => vec![solid[..4].to_owned(), solid[4..6].to_owned(), solid[6..].to_owned()],
            _ => return None,
        }
    } else {
        let parts = solid.split(['年', '月', '日', '号', '/', '.', '-', '\\']);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let (year, rest) = parts.split_first()?;
    let year = if year.is_ascii() { year.clone() } else { chinese_digits(year)? };
    let mut date = Some(year).filter(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))?;
    for part in rest {
        date += &format!("-{:02}", whole_number(part)?);
    }
    is_date(&date).then_some(date)
}

fn is_date(text: &str) -> bool {
    text.parse::<crate::model::Date>().is_ok()
}

/// The day that a spreadsheet keeps as a number, from 1954 to 2064: other numbers are no dates.
fn serial(number: i64) -> Option<String> {
    if !(20_000..=60_000).contains(&number) {
        return None;
    }
    // Days since 0000-03-01, in eras of 400 years.
    let days = number - DAY_ZERO + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * shifted + 2) / 5 + 1, if shifted < 10 { shifted + 3 } else { shifted - 9 });
    let year = year + era * 400 + i64::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates_of_every_kind() {
        let cases = [
            ("2024年3月1日", Some("2024-03-01")),
            ("2024 年 3 月 1 日", Some("2024-03-01")),
            ("2024-3-1", Some("2024-03-01")),
            ("2024-03-01 00:00:00", Some("2024-03-01")),
            ("2024-03-01T00:00:00", Some("2024-03-01")),
            ("202403", Some("2024-03")),
            ("2024.3", Some("2024-03")),
            ("2024年", Some("2024")),
            ("二〇一五年七月", Some("2015-07")),
            ("二○二四年十二月三十一日", Some("2024-12-31")),
            ("45351", Some("2024-02-29")),
            ("36526", Some("2000-01-01")),
            ("12345", None),
            ("2024-02-30", None),
            ("3月1日", None),
            ("去年", None),
            ("", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(date(typed).as_deref(), expected, "{typed}");
        }
    }
}
