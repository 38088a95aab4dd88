//! The rules by what a site may say of them in; how grave each is taken out.

use std::collections::HashMap;

use crate::diag::{At, Diagnostic, Message, Place, Severity, Sink, Trail, closest};
use crate::load;
use crate::model::{Model, RuleLevel};

use super::codes::codes;
use super::said_of_rules::{FIXED_RULE, UNKNOWN_RULE};
use super::traverse::site;

/// Rules that a site may turn off or take for a warning, since pages and data are right without them. What they find may
/// be waived in a list as well, but for those that look at more than lists (see `OF_THE_SITE`).
const FREE: [&str; 46] = [
    "E025", "E028", "E031", "E032", "E034", "E035", "E036", "E037", "E038", "E039", "E046", "E048", "E049", "E050",
    "E051", "E052", "E053", "E056", "E058", "E059", "E060", "E066", "E067", "E101", "E102", "E106", "E110", "E111",
    "E112", "E113", "E114", "E115", "E116", "E117", "E118", "E119", "E120", "E121", "E122", "E123", "E124", "E127",
    "E130", "E131", "E172", "E173",
];

/// Of them, rules of no list, or that look for something after lists were checked.
const OF_THE_SITE: [&str; 9] = ["E035", "E036", "E046", "E124", "E127", "E130", "E131", "E172", "E173"];

/// Codes and names of faults that later stages find. This stage imports none of those, so a test holds
/// them together.
const LATER: [(&str, &str); 17] = [
    ("E040", "address-taken"),
    ("E041", "dead-link"),
    ("E042", "dead-anchor"),
    ("E043", "duplicate-anchor"),
    ("E044", "orphan-page"),
    ("E045", "heading-order"),
    ("E046", "formula-cell"),
    ("E080", "workbook-row"),
    ("E081", "workbook-column"),
    ("E082", "workbook-fixed-value"),
    ("E083", "workbook-outdated"),
    ("E084", "workbook-cell"),
    ("E090", "static-file-taken"),
    ("E105", "bad-redirect"),
    ("E130", "lacking-strings"),
    ("E131", "outdated-name"),
    ("E160", "lost-address"),
];

/// Code and name of every fault that there is.
fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    let known = load::CODES.into_iter().chain(codes()).map(|code| (code.id, code.name));
    known.chain(LATER)
}

/// Whether a rule is there and how it is called, by its code or its name.
pub(super) fn rule(named: &str) -> Option<&'static str> {
    let same = |(id, name): &(&str, &str)| id.eq_ignore_ascii_case(named) || *name == named;
    all().find(same).map(|(id, _)| id)
}

/// Whether pages and data are right without what a rule asks.
pub(super) fn is_free(id: &str) -> bool {
    FREE.contains(&id)
}

/// Whether a list may say of what a rule finds that it is right.
pub(super) fn is_waivable(id: &str) -> bool {
    is_free(id) && !OF_THE_SITE.contains(&id)
}

/// What was meant by a name that no rule has.
pub(super) fn meant(named: &str) -> Option<&'static str> {
    let upper = named.to_uppercase();
    closest(named, all().map(|(_, name)| name)).or_else(|| closest(&upper, all().map(|(id, _)| id)))
}

/// A name that no rule has.
pub(super) fn unknown(place: Place, named: &str) -> Diagnostic {
    let message = Message::new(format!("没有规则 `{named}`"), format!("there is no rule `{named}`"));
    let help = match meant(named) {
        Some(near) => Message::new(format!("是不是 `{near}`？"), format!("did you mean `{near}`?")),
        None => Message::new(
            "写规则的代码或名称；`qingdan explain` 列出全部规则",
            "write the code or the name of a rule; `qingdan explain` lists them all",
        ),
    };
    Diagnostic::error(&UNKNOWN_RULE, place, message).help(help)
}

/// Takes the faults to be as grave as the site says.
pub(super) fn take(model: &Model, sink: &mut Sink) -> HashMap<&'static str, RuleLevel> {
    let mut said = HashMap::new();
    let root = &Trail::Root.key("rules");
    for (named, level) in &model.site.rules {
        let place = Place { at: At::Key(root.key(named).steps()), ..site(model, root) };
        let Some(id) = rule(named) else {
            sink.push(unknown(place, named));
            continue;
        };
        if *level != RuleLevel::Error && !is_free(id) {
            let message = Message::new(
                format!("{id} 守着网站本身，不能写成 {}", level.as_str()),
                format!("{id} guards the site itself and cannot be `{}`", level.as_str()),
            );
            let help = Message::new("删去这一行", "take the line out");
            sink.push(Diagnostic::error(&FIXED_RULE, place, message).help(help));
            continue;
        }
        said.insert(id, *level);
    }
    let severity = |level: &RuleLevel| match level {
        RuleLevel::Error => Some(Severity::Error),
        RuleLevel::Warning => Some(Severity::Warning),
        RuleLevel::Off => None,
    };
    sink.take_as(said.iter().map(|(id, level)| (*id, severity(level))).collect());
    said
}
