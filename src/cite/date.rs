//! Characters in; the dates that are printed beside a title, and what happened on them, out.

use serde::Serialize;

use crate::model::Date;

use super::fold::Folded;

/// What happened on a date, by the word that follows it.
const VERBS: [(&str, &str); 14] = [
    ("修订", "revised"),
    ("修正", "amended"),
    ("修改", "amended"),
    ("通过", "adopted"),
    ("批准", "approved"),
    ("起施行", "effective"),
    ("起实施", "effective"),
    ("起执行", "effective"),
    ("施行", "effective"),
    ("公布", "published"),
    ("颁布", "published"),
    ("发布", "published"),
    ("印发", "published"),
    ("废止", "repealed"),
];

/// How far behind a date its verb may stand: 第十届人民代表大会常务委员会第二十七次会议通过.
const REACH: usize = 60;

/// A date printed with a citation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// The day, month or year.
    pub date: Date,
    /// What happened: adopted, approved, published, effective, amended, revised, repealed; `None` where no word says.
    pub event: Option<&'static str>,
}

/// The date that begins here and where it ends: `2009年2月28日`, `2013年12月`, `1988年`.
pub(super) fn date(text: &Folded, start: usize) -> Option<(Date, usize)> {
    if text.before(start).is_ascii_digit() {
        return None;
    }
    let (year, end) = digits(text, start, 4)?;
    if text.at(end) != '年' || !(1900..=2100).contains(&year) {
        return None;
    }
    let mut date = Date { year, month: None, day: None };
    let mut after = end + 1;
    if let Some((month, end)) =
        digits(text, after, 2).filter(|(month, end)| text.at(*end) == '月' && (1..=12).contains(month))
    {
        (date.month, after) = (Some(month as u8), end + 1);
        if let Some((day, end)) =
            digits(text, after, 2).filter(|(day, end)| text.at(*end) == '日' && (1..=31).contains(day))
        {
            (date.day, after) = (Some(day as u8), end + 1);
        }
    }
    Some((date, after))
}

/// Every date between two places, each with the verb that comes before the next.
pub(super) fn dates(text: &Folded, start: usize, end: usize) -> Vec<Dated> {
    let mut found: Vec<(Date, usize)> = Vec::new();
    let mut at = start;
    while at < end {
        match date(text, at) {
            Some((day, after)) if after <= end => {
                found.push((day, after));
                at = after;
            }
            _ => at += 1,
        }
    }
    let limits: Vec<usize> = found.iter().skip(1).map(|(_, after)| *after).chain([end]).collect();
    let verbs = |from: usize, to: usize| {
        let to = to.min(from + REACH);
        (from..to).find_map(|at| VERBS.iter().find(|(word, _)| text.has(at, word)).map(|(_, event)| *event))
    };
    found.iter().zip(limits).map(|((date, after), limit)| Dated { date: *date, event: verbs(*after, limit) }).collect()
}

fn digits(text: &Folded, start: usize, most: usize) -> Option<(u16, usize)> {
    let count = (0..=most).take_while(|offset| text.at(start + offset).is_ascii_digit()).count();
    if count == 0 || count > most {
        return None;
    }
    let value = (0..count).fold(0, |value, offset| value * 10 + text.at(start + offset).to_digit(10).unwrap_or(0));
    Some((value as u16, start + count))
}

#[cfg(test)]
mod tests {
    use super::{Folded, dates};

    #[test]
    fn reads_dates_with_what_happened() {
        let text = Folded::new("（１９８５年９月通过，2013年12月28日第二次修正，自2014年3月1日起施行）");
        let found: Vec<String> = dates(&text, 0, text.chars.len())
            .iter()
            .map(|dated| format!("{} {}", dated.date, dated.event.unwrap_or("?")))
            .collect();
        assert_eq!(found, ["1985-09 adopted", "2013-12-28 amended", "2014-03-01 effective"]);
    }
}
