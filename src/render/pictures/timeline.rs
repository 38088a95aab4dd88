//! Dated things in, a picture of rows on one line of years out.

use crate::model::Date;

use super::svg::{Drawing, EM, Svg, wrap};

/// Width of the words of a row.
const NAMES: u32 = 184;

/// Width of the line of years.
const LINE: u32 = 160;

/// Height of a row, and of every further line of its words.
const ROW: u32 = 24;
const MORE: u32 = 15;

/// Room for half of the last year's number.
const MARGIN: u32 = 16;

/// Something that happened, under its name.
pub struct Moment {
    pub date: Date,
    pub name: String,
    /// Whether it is drawn as a ring, with a line down the whole picture.
    pub ring: bool,
}

/// Draws a row for each moment, the earliest first. A date that is a year alone is as long as the year.
pub fn timeline(id: &str, (title, desc): (&str, &str), moments: &[Moment]) -> Drawing {
    let years = || moments.iter().map(|moment| u32::from(moment.date.year));
    let (first, last) = (years().min().unwrap_or(0), years().max().unwrap_or(0) + 1);
    let days = (last - first) * 372;
    let at = |date: Date, end: bool| {
        let far = if end { 1 } else { 0 };
        let month =
            date.month.map_or(12 * far, |month| u32::from(month) - 1 + if date.day.is_none() { far } else { 0 });
        let day = date.day.map_or(0, |day| u32::from(day) - 1);
        NAMES + ((u32::from(date.year) - first) * 372 + month * 31 + day) * LINE / days
    };
    let words: Vec<Vec<String>> = moments.iter().map(|moment| wrap(&moment.name, NAMES / EM, 2)).collect();
    let rows = |lines: &Vec<String>| ROW + (lines.len().max(1) as u32 - 1) * MORE;
    let height = 20 + words.iter().map(rows).sum::<u32>();
    let mut svg = Svg::new();
    let step = [1, 2, 5, 10, 20, 50].into_iter().find(|step| (last - first) / step <= 4).unwrap_or(100);
    for year in (first..=last).filter(|year| year % step == 0) {
        let x = NAMES + (year - first) * LINE / (last - first);
        svg.path("rule", &format!("M{x} 18v{}", height - 18));
        svg.text("quiet n", (x, 12), &year.to_string());
    }
    for moment in moments.iter().filter(|moment| moment.ring) {
        svg.path(
            "q2",
            &format!(
                "M{} 18H{}V{height}H{}z",
                at(moment.date, false),
                at(moment.date, true) + 1,
                at(moment.date, false)
            ),
        );
    }
    let mut y = 20;
    for (moment, lines) in moments.iter().zip(&words) {
        for (at, line) in (0..).zip(lines) {
            svg.text("", (0, y + 16 + at * MORE), line);
        }
        let (from, to) = (at(moment.date, false), at(moment.date, true));
        let class = if moment.ring { "ring" } else { "bar" };
        let outline = format!("M{from} {}a5 5 0 1 0 0 10h{}a5 5 0 1 0 0-10z", y + 7, to - from);
        svg.path(class, &outline);
        y += rows(lines);
    }
    svg.finish(id, (NAMES + LINE + MARGIN, height), title, desc)
}

#[cfg(test)]
mod tests {
    use super::{Moment, timeline};

    #[test]
    fn a_year_alone_is_as_long_as_the_year() {
        let moment = |date: &str, ring| Moment { date: date.parse().expect("a date"), name: "甲".into(), ring };
        let drawn = timeline("t", ("T", "D"), &[moment("2001-01-01", false), moment("2004", true)]).svg;
        assert!(drawn.contains("d=\"M184 27a5 5 0 1 0 0 10h0"), "{drawn}");
        assert!(drawn.contains("d=\"M304 51a5 5 0 1 0 0 10h40"), "{drawn}");
        assert!(drawn.contains("class=\"q2\" d=\"M304 18H345V68H304z\""), "{drawn}");
    }

    #[test]
    fn long_words_take_a_second_line_and_are_not_cut() {
        let moment =
            |date: &str, name: &str| Moment { date: date.parse().expect("a date"), name: name.into(), ring: false };
        let moments = [moment("2009-02-28", "28 February 2009 Adopted or issued"), moment("2012", "2012 Revised")];
        let drawn = timeline("t", ("T", "D"), &moments).svg;
        assert!(drawn.contains(">28 February 2009 Adopted</text>") && drawn.contains(">or issued</text>"), "{drawn}");
        assert!(drawn.contains("y=\"75\">2012 Revised</text>") && drawn.contains("viewBox=\"0 0 360 83\""), "{drawn}");
    }
}
