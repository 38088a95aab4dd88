//! Characters in; the numbers before a unit such as 条 or 项, and what joins them, out.

use super::fold::Folded;
use super::numeral::number;

/// Numbers at most before one unit.
const MOST: usize = 60;

/// A number, or the first and last of a range.
pub(super) type Numbers = (u16, Option<u16>);

/// The numbers before a unit, with 第 once or before each, in brackets or not: `第二款`, `第（三）项`, `（一）项`,
/// `第（一）、（四）项`, `第五、六条`, `第49-51条`. Where `loose`, they may do without 第 and brackets, and be ranges.
pub(super) fn ordinals(text: &Folded, start: usize, unit: char, loose: bool) -> Option<(Vec<Numbers>, usize)> {
    let mut at = start + usize::from(text.at(start) == '第');
    let ordinal = at > start;
    let mut found: Vec<Numbers> = Vec::new();
    while found.len() < MOST {
        let bracket = text.at(at) == '(';
        if !ordinal && !bracket && !loose {
            return None;
        }
        let (value, mut end) = number(text, at + usize::from(bracket))?;
        if bracket {
            end += (text.at(end) == ')').then_some(1)?;
        }
        found.push((value, None));
        if text.at(end) == unit {
            return Some((found, end + 1));
        }
        if loose && let Some((to, after)) = range(text, end) {
            found.pop();
            found.push((value, Some(to).filter(|to| *to > value)));
            return (text.at(after) == unit && to > value).then_some((found, after + 1));
        }
        let (joint, next) = joint(text, end)?;
        if joint == Joint::To || !ordinal && !bracket {
            return None;
        }
        at = next;
    }
    None
}

/// The last number of a range that goes on here without a unit between: the `-51` of `第49-51条`.
fn range(text: &Folded, start: usize) -> Option<(u16, usize)> {
    let (joint, after) = joint(text, start)?;
    if joint == Joint::To { number(text, after) } else { None }
}

/// How two articles are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// Both are named.
    And,
    /// All from the one to the other are.
    To,
}

/// What joins two articles, and where it ends.
pub(super) fn joint(text: &Folded, start: usize) -> Option<(Joint, usize)> {
    if let Some(length) = text.any(start, &["至", "到", "-"]) {
        return Some((Joint::To, start + length + usize::from(text.has(start, "--"))));
    }
    text.any(start, &["、", "以及", "和", "及", "或者", "或", "与", ","]).map(|length| (Joint::And, start + length))
}
