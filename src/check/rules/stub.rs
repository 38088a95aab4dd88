//! A title that no register has, or an id, in; an entry to paste into `laws/` out.

use std::collections::HashSet;

use crate::i18n::reading;
use crate::model::{Lang, LawKind, Model};
use crate::register::divisions;
use crate::yaml::plain_or_quoted;

/// Letters of an id for what stands between the place and the kind of a title, at most.
const LETTERS: usize = 24;

/// Last words of titles, with the kind of text that a national law, and one of a place, is likely to be, and the word for
/// it in an id.
const ENDS: [(&str, [LawKind; 2], &str); 20] = [
    ("法", [LawKind::Law, LawKind::Law], "law"),
    ("法典", [LawKind::Law, LawKind::Law], "code"),
    ("条例", [LawKind::AdministrativeRegulation, LawKind::LocalRegulation], "regulation"),
    ("实施细则", [LawKind::DepartmentalRule, LawKind::LocalGovernmentRule], "implementing-rules"),
    ("实施办法", [LawKind::DepartmentalRule, LawKind::LocalGovernmentRule], "implementing-measures"),
    ("办法", [LawKind::DepartmentalRule, LawKind::LocalGovernmentRule], "measures"),
    ("规定", [LawKind::DepartmentalRule, LawKind::LocalGovernmentRule], "provisions"),
    ("细则", [LawKind::DepartmentalRule, LawKind::LocalGovernmentRule], "rules"),
    ("规则", [LawKind::DepartmentalRule, LawKind::LocalGovernmentRule], "rules"),
    ("解释", [LawKind::JudicialInterpretation, LawKind::JudicialInterpretation], "interpretation"),
    ("批复", [LawKind::JudicialInterpretation, LawKind::NormativeDocument], "reply"),
    ("标准", [LawKind::Standard, LawKind::Standard], "standard"),
    ("规范", [LawKind::Standard, LawKind::Standard], "specification"),
    ("规程", [LawKind::Standard, LawKind::Standard], "code-of-practice"),
    ("通则", [LawKind::Standard, LawKind::Standard], "general-rules"),
    ("技术条件", [LawKind::Standard, LawKind::Standard], "conditions"),
    ("通知", [LawKind::NormativeDocument, LawKind::NormativeDocument], "notice"),
    ("意见", [LawKind::NormativeDocument, LawKind::NormativeDocument], "opinions"),
    ("决定", [LawKind::NormativeDocument, LawKind::NormativeDocument], "decision"),
    ("公告", [LawKind::NormativeDocument, LawKind::NormativeDocument], "announcement"),
];

/// The entry for a law of this title.
pub(super) fn titled(model: &Model, title: &str) -> String {
    let title = title.trim_matches(|c: char| "《》〈〉".contains(c) || c.is_whitespace());
    let own: Vec<&str> = model.regions.iter().filter_map(|region| region.name.get(Lang::ZH)).collect();
    let (id, kind) = guess(title, &own);
    let taken: HashSet<&str> = model.laws.iter().map(|law| law.id.as_str()).collect();
    let free = (2..).map(|n| format!("{id}-{n}")).find(|id| !taken.contains(id.as_str()));
    let id = if taken.contains(id.as_str()) { free.unwrap_or(id) } else { id };
    entry(model, &id, title, kind)
}

/// The entries for laws of these titles that a list cites, in Chinese alone; `source` says which list.
pub(super) fn cited(model: &Model, titles: &[String], source: &str) -> String {
    let own: Vec<&str> = model.regions.iter().filter_map(|region| region.name.get(Lang::ZH)).collect();
    let mut taken: HashSet<String> = model.laws.iter().map(|law| law.id.to_string()).collect();
    let mut out = "# 种类（kind）按名称推测，请核对；效力状态未知。\n".to_owned();
    for title in titles {
        let (wanted, kind) = guess(title, &own);
        let others = (2..).map(|n| format!("{wanted}-{n}"));
        let id = std::iter::once(wanted.clone()).chain(others).find(|id| !taken.contains(id)).unwrap_or_default();
        let [shown, source] = [title, source].map(plain_or_quoted);
        let kind = kind.as_str();
        // What is cited by its number alone is known by that.
        let is_number = title.ends_with('号') && title.contains('〔');
        let number = if is_number { format!("  document_number: {shown}\n") } else { String::new() };
        out.push_str(&format!(
            "- id: {id}\n  title: {shown}\n  kind: {kind}\n{number}  status: unknown\n  source: {source}\n"
        ));
        taken.insert(id);
    }
    out
}

/// The entry for a law of this id, whose title is not known.
pub(super) fn named(model: &Model, id: &str) -> String {
    let kind = if id.ends_with("-law") { LawKind::Law } else { LawKind::Other };
    entry(model, id, "…", kind)
}

fn entry(model: &Model, id: &str, title: &str, kind: LawKind) -> String {
    // The languages of the site, of which the first form is known.
    let others: String =
        model.languages().iter().filter(|lang| **lang != Lang::ZH).map(|lang| format!(", {lang}: …")).collect();
    let kind = kind.as_str();
    format!(
        "- id: {id}\n  title: {{zh: {title}{others}}}\n  kind: {kind}\n  status: unknown\n  source: {{zh: …{others}}}"
    )
}

/// An id and a kind, after the words of a title; the regions of the site are told beside those of the country.
fn guess(title: &str, own: &[&str]) -> (String, LawKind) {
    let bare = title.strip_prefix("中华人民共和国").unwrap_or(title);
    let bare =
        ["（试行）", "(试行)", "（暂行）", "(暂行)"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
    let place = place(bare, own);
    let rest = place.map_or(bare, |place| &bare[place.len()..]);
    let local = usize::from(place.is_some());
    // The longest of the last words that fit.
    let end = ENDS.iter().filter(|(end, ..)| rest.ends_with(end)).max_by_key(|(end, ..)| end.len());
    let (body, kind, word) = match end {
        Some((end, kinds, word)) => (&rest[..rest.len() - end.len()], kinds[local], *word),
        None => (rest, LawKind::Other, "text"),
    };
    // What carries a law out in a province is adopted by its congress.
    let carries_out = rest.starts_with("实施〈") || rest.starts_with("实施《") || rest.starts_with("实施<");
    let kind = if local == 1 && carries_out { LawKind::LocalRegulation } else { kind };
    let mut words: Vec<String> = Vec::new();
    words.extend(place.map(|place| reading(shortened(place), LETTERS)));
    words.push(reading(body, LETTERS));
    words.push(word.to_owned());
    words.retain(|word| !word.is_empty());
    (words.join("-"), kind)
}

/// The place that a title begins with.
fn place<'p>(title: &str, own: &[&'p str]) -> Option<&'p str> {
    let names = divisions().map(|division| division.name).chain(own.iter().copied());
    names.filter(|name| title.starts_with(name)).max_by_key(|name| name.len())
}

/// The name of a place without the word for what it is.
fn shortened(name: &str) -> &str {
    ["省", "市", "县", "区", "自治区"].iter().rev().find_map(|unit| name.strip_suffix(unit)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::model::{Id, LawKind};

    #[test]
    fn guesses_an_id_and_a_kind() {
        let cases = [
            ("中华人民共和国石桥法", "shiqiao-law", LawKind::Law),
            ("石桥保护条例", "shiqiaobaohu-regulation", LawKind::AdministrativeRegulation),
            ("河北省石桥保护条例", "hebei-shiqiaobaohu-regulation", LawKind::LocalRegulation),
            ("邯郸市石桥管理办法（试行）", "handan-shiqiaoguanli-measures", LawKind::LocalGovernmentRule),
            ("石桥管理规定", "shiqiaoguanli-provisions", LawKind::DepartmentalRule),
            ("石桥验收规范", "shiqiaoyanshou-specification", LawKind::Standard),
            ("关于修桥的通知", "guanyuxiuqiaode-notice", LawKind::NormativeDocument),
            ("某县修桥办法", "mou-xiuqiao-measures", LawKind::LocalGovernmentRule),
            ("桥", "qiao-text", LawKind::Other),
        ];
        for (title, id, kind) in cases {
            assert_eq!(guess(title, &["某县"]), (id.to_owned(), kind), "{title}");
            assert!(Id::new(id).is_well_formed());
        }
    }
}
