//! A cell in, its entries or lines out, and the numbers that stand before them.

/// The entries of a cell: told apart by line ends and `、`, `;`, `；`, `,`, `，`, unless these stand in brackets.
pub(super) fn entries(cell: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_u32;
    let parts = cell.split(move |c: char| match c {
        '(' | '（' => {
            depth += 1;
            false
        }
        ')' | '）' => {
            depth = depth.saturating_sub(1);
            false
        }
        '\n' | '\r' => {
            depth = 0;
            true
        }
        '、' | ';' | '；' | ',' | '，' => depth == 0,
        _ => false,
    });
    parts.map(str::trim).filter(|entry| !entry.is_empty())
}

/// The lines of a cell.
pub(super) fn lines(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty())
}

/// A line with the number before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numbered<'t> {
    /// The number as printed, without the mark after it.
    pub number: &'t str,
    /// Its figure.
    pub figure: u32,
    /// How it is written, so that `1.` is not taken to go on after `（一）`.
    form: (bool, Figures),
    /// What follows.
    pub rest: &'t str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Figures {
    Arabic,
    Chinese,
    Circled,
}

/// Reads `（一）`, `一、`, `1.`, `1、`, `(1)`, `1）`, `①` at the beginning of a line.
pub(super) fn numbered(line: &str) -> Option<Numbered<'_>> {
    let bare = line.strip_prefix(['(', '（']);
    let bracket = bare.is_some();
    let bare = bare.unwrap_or(line);
    let end = bare.find(|c: char| value(c).is_none()).unwrap_or(bare.len());
    let (run, after) = bare.split_at(end);
    let (figure, figures) = figure(run)?;
    let rest = match (bracket, figures) {
        (true, _) => after.strip_prefix([')', '）'])?,
        (false, Figures::Circled) => after,
        (false, Figures::Chinese) => after.strip_prefix('、')?,
        // `1.5倍` is no number before a line.
        (false, Figures::Arabic) => {
            let rest = after.strip_prefix(['.', '．', '、', ')', '）'])?;
            if rest.starts_with(|c: char| c.is_ascii_digit()) && after.starts_with('.') {
                return None;
            }
            rest
        }
    };
    let number = if bracket { &line[..line.len() - rest.len()] } else { run };
    Some(Numbered { number, figure, form: (bracket, figures), rest: rest.trim_start() })
}

/// The lines without their numbers, where each has one and they run on from the first; else the lines as they are.
pub(super) fn without_numbers<'t>(lines: &[&'t str]) -> Vec<&'t str> {
    in_order(lines).unwrap_or_else(|| lines.to_vec())
}

/// The lines without their numbers; `None` where they do not run on from 1.
pub(super) fn in_order<'t>(lines: &[&'t str]) -> Option<Vec<&'t str>> {
    let mut form = None;
    let each = lines.iter().enumerate().map(|(at, line)| {
        let found = numbered(line).filter(|found| found.figure as usize == at + 1 && !found.rest.is_empty())?;
        (*form.get_or_insert(found.form) == found.form).then_some(found.rest)
    });
    each.collect()
}

/// The value of a figure in Arabic, Chinese or circled.
fn value(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '①'..='⑳' => Some(c as u32 - '①' as u32 + 1),
        '十' => Some(10),
        _ => "一二三四五六七八九".chars().position(|figure| figure == c).map(|at| at as u32 + 1),
    }
}

fn figure(run: &str) -> Option<(u32, Figures)> {
    let first = run.chars().next()?;
    if first.is_ascii_digit() {
        return run.parse().ok().map(|figure| (figure, Figures::Arabic));
    }
    if ('①'..='⑳').contains(&first) {
        return (run.chars().count() == 1).then_some((value(first)?, Figures::Circled));
    }
    let mut unit = None;
    let mut tens = None;
    for c in run.chars() {
        match value(c)? {
            10 if tens.is_none() => tens = Some(unit.take().unwrap_or(1) * 10),
            figure @ 1..=9 if unit.is_none() && !c.is_ascii() => unit = Some(figure),
            _ => return None,
        }
    }
    Some((tens.unwrap_or(0) + unit.unwrap_or(0), Figures::Chinese))
}

#[cfg(test)]
mod tests {
    use super::{entries, numbered, without_numbers};

    #[test]
    fn entries_are_told_apart_outside_of_brackets() {
        let cell = "行政审批股（法规股、政务服务股）、办公室；综合股\n信访股 ";
        assert_eq!(
            entries(cell).collect::<Vec<_>>(),
            ["行政审批股（法规股、政务服务股）", "办公室", "综合股", "信访股"]
        );
    }

    #[test]
    fn numbers_are_read_in_every_form() {
        let cases = [
            ("（一）甲", "（一）", 1),
            ("二十一、甲", "二十一", 21),
            ("十、甲", "十", 10),
            ("3.甲", "3", 3),
            ("3．甲", "3", 3),
            ("(12) 甲", "(12)", 12),
            ("4）甲", "4", 4),
            ("⑫甲", "⑫", 12),
        ];
        for (line, number, figure) in cases {
            let found = numbered(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.number, found.figure, found.rest), (number, figure, "甲"), "{line}");
        }
        for line in ["甲", "1.5倍罚款", "2015年", "一是", "（甲）", "", "十一十、甲", "①②甲", "99999999999.甲"]
        {
            assert!(numbered(line).is_none(), "{line}");
        }
    }

    #[test]
    fn numbers_go_where_they_run_on() {
        assert_eq!(without_numbers(&["1.甲", "2.乙"]), ["甲", "乙"]);
        for kept in [["1.甲", "3.乙"], ["2.甲", "3.乙"], ["1.甲", "（二）乙"], ["1.甲", "乙"], ["1.甲", "2."]]
        {
            assert_eq!(without_numbers(&kept), kept);
        }
    }
}
