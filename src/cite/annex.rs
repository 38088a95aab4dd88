//! Characters in; the annex of a law, or the items of it, that are named at their beginning out.

use crate::model::{Articles, Span};

use super::fold::Folded;
use super::numeral::number;
use super::ordinal::{Numbers, ordinals};

/// Characters of the title of an annex, at most.
const TITLE: usize = 60;

/// What makes something else of a number behind 附件: 附件17项, 附件2013年.
const NO_NUMBER: &str = "项个份年月日条款页件种类张处并起同律切些";

/// What may follow 附件 without a number where it is the annex of the law named before it.
const AFTER: &str = "的中所规执办要及和与或,。;、";

/// The annex, or items of it, named from here on: `附件2第17项`, `附件第17、18项`, `附件2`.
pub(super) fn annex(text: &Folded, start: usize) -> Option<(Vec<Articles>, usize)> {
    let at = start + text.any(start, &["附件"])?;
    let (annex, end) = numbered(text, at);
    // An annex may have a title of its own between its number and the item.
    let behind = if text.at(end) == '《' {
        let close = (end..end + TITLE).find(|at| text.at(*at) == '》');
        close.map_or(end, |close| close + 1)
    } else {
        end
    };
    let lead = |at: usize| at + text.any(at, &["所列的", "所列", "中的", "中", "的"]).unwrap_or(0);
    if let Some(found) = items(text, lead(behind), annex) {
        return Some(found);
    }
    let alone = annex.is_some() || text.chars.len() == end || AFTER.contains(text.at(end));
    alone.then(|| (vec![Articles::Annex(annex)], end))
}

/// The number of an annex, with or without brackets; none where the law has one annex.
fn numbered(text: &Folded, start: usize) -> (Option<u16>, usize) {
    let bracket = usize::from(text.at(start) == '(');
    let found = number(text, start + bracket).filter(|(_, end)| bracket == 0 || text.at(*end) == ')');
    match found.map(|(value, end)| (value, end + bracket)) {
        Some((value, end)) if !NO_NUMBER.contains(text.at(end)) => (Some(value), end),
        _ => (None, start),
    }
}

/// Items of an annex: `第17项`, `第（三）项`, `第17-19项`, `序号17`.
pub(super) fn items(text: &Folded, start: usize, annex: Option<u16>) -> Option<(Vec<Articles>, usize)> {
    if let Some(length) = text.any(start, &["序号第", "序号"]) {
        let (item, end) = number(text, start + length)?;
        return Some((vec![Articles::AnnexItem { annex, item }], end + usize::from(text.at(end) == '项')));
    }
    if !matches!(text.at(start), '第' | '(') {
        return None;
    }
    let (numbers, end) = ordinals(text, start, '项', true)?;
    let one = |(item, to): Numbers| match to.and_then(|to| Span::new(item, to)) {
        Some(items) => Articles::AnnexItems { annex, items },
        None => Articles::AnnexItem { annex, item },
    };
    Some((numbers.into_iter().map(one).collect(), end))
}
