//! Characters in; the labels of a form that stand among them, and what they label, out.
//!
//! Lists of powers print their bases as a form: `法律法规名称：《…》；依据文号：…；条款号：第三十九条；条款内容：…`, or
//! behind a label (`实施依据：《…》第四条`, `【部门规章】《…》第二条`).

use super::fold::Folded;

/// Labels of the title of a law: an entry of its own begins.
const TITLES: [&str; 7] =
    ["法律法规名称:", "法律法规规章名称:", "法律名称:", "法规名称:", "依据名称:", "文件名称:", "法律法规标题:"];

/// Labels of the number of the law whose title stands in the same entry.
const NUMBERS: [&str; 4] = ["文号:", "文件号:", "字号:", "令号:"];

/// Labels of what is cited of that law.
const PLACES: [&str; 5] = ["条款号:", "条款:", "条款项:", "条文号:", "条目:"];

/// Last words of the labels that a paragraph on a law may open with.
const BASES: [&str; 14] =
    ["依据", "名称", "法律", "法规", "规章", "文件", "法条", "条款", "条款号", "条文", "标准", "条例", "解释", "决定"];

/// Characters of a label, at most.
const LONGEST: usize = 16;

/// Whether the title of a law is labelled to stand here.
pub(super) fn names_law(text: &Folded, at: usize) -> bool {
    text.before(at) == ':' && text.ends(at, &TITLES)
}

/// Whether the number of a law is labelled to stand here.
pub(super) fn numbers_law(text: &Folded, at: usize) -> bool {
    text.before(at) == ':' && text.ends(at, &NUMBERS)
}

/// Whether a place of a law is labelled to stand here.
pub(super) fn names_place(text: &Folded, at: usize) -> bool {
    text.before(at) == ':' && text.ends(at, &PLACES)
}

/// Where the label ends that a paragraph opens with here: `实施依据：`, `【部门规章】`.
pub(super) fn opening(text: &Folded, start: usize) -> Option<usize> {
    let bracket = text.at(start) == '(';
    let first = start + usize::from(bracket);
    let close = if bracket { ')' } else { ':' };
    let end = (first..first + LONGEST).find(|at| text.at(*at) == close)?;
    let word = (first..end).all(|at| super::fold::han(text.at(at)) || "()、/".contains(text.at(at)));
    (end > first && word && text.ends(end, &BASES)).then(|| end + 1 + usize::from(bracket && text.at(end + 1) == ':'))
}
