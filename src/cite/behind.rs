//! Characters in; what stands behind a title: where its bracket closes, which short name it is given, where its articles
//! or its annex begin, out.

use super::fold::Folded;
use super::numeral;

/// Characters in a pair of brackets behind a title, at most.
const BRACKET: usize = 160;

/// Where the bracket that opens here closes.
pub(super) fn closing(text: &Folded, open: usize) -> Option<usize> {
    let mut depth = 0usize;
    for at in open..text.chars.len().min(open + BRACKET) {
        match text.at(at) {
            '(' => depth += 1,
            ')' if depth == 1 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The short name that a bracket gives: 以下简称《规定》.
pub(super) fn short_name(text: &Folded, start: usize, end: usize) -> Option<String> {
    let after = (start..end).find_map(|at| text.any(at, &["简称", "下称"]).map(|length| at + length))?;
    let name: String = text.chars[after..end].iter().filter(|c| !"《》“”\"为:".contains(**c)).collect();
    (!name.is_empty() && name.chars().count() <= 20).then_some(name)
}

/// Where the annex behind a title begins: 《…》的附件2, 《…》所附附件2.
pub(super) fn annex(text: &Folded, start: usize) -> usize {
    let lead = text.any(start, &["中的", "中", "的", "之", "所附", "及其", "及", "和"]);
    start + lead.filter(|length| text.has(start + length, "附件")).unwrap_or(0)
}

/// Where the article behind a title begins, after 中, 的 and the chapter: 《…》中第三章第十四条.
pub(super) fn chapter(text: &Folded, start: usize) -> Option<usize> {
    let mut at = start;
    for _ in 0..4 {
        if let Some(length) = text.any(at, &["中的", "中", "的", "之", ":", ","]) {
            at += length;
        } else if let Some((_, end)) =
            Some(at).filter(|at| text.at(*at) == '第').and_then(|at| numeral::number(text, at + 1))
        {
            let Some(length) = text.any(end, &["章", "节", "编", "部分"]) else { break };
            at = end + length;
        } else {
            break;
        }
    }
    (at > start).then_some(at)
}
