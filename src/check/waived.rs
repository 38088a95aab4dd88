//! Faults and what lists say of them in; the faults without those that are waived out, each waiver with how many it waives.

use std::collections::HashMap;

use crate::diag::{At, Code, Diagnostic, FileId, Message, Place, Sink, Step, Trail};
use crate::model::{List, ListId, ListOrigin, Model, RuleLevel};

use super::levels;

/// A rule that is named and that there is not.
pub(super) static UNKNOWN_RULE: Code = Code {
    id: "E125",
    name: "unknown-rule",
    what: ["没有这条规则", "a rule that there is not"],
    why: [
        "写错了代码，想关的规则没有关，想豁免的也没有豁免。",
        "With a slip in the code the rule that was meant is neither turned off nor waived.",
    ],
    fix: [
        "写规则的代码（E110）或名称（broken-numbering）；`qingdan explain` 列出全部规则。",
        "Write the code of a rule (E110) or its name (broken-numbering); `qingdan explain` lists them all.",
    ],
    example: "rules:\n  broken-numbers: off",
};

/// A waiver of something that is not found.
pub(super) static IDLE_WAIVER: Code = Code {
    id: "E127",
    name: "idle-waiver",
    what: ["没有用处的豁免", "a waiver that waives nothing"],
    why: [
        "错误已经改好，或记录换了编号；豁免留着，以后同样的错误就没人看见。",
        "What it waived was mended, or the record has another id. Left there, it hides the next fault of its kind.",
    ],
    fix: ["删去它，或改正 record。", "Take it out, or correct `record`."],
    example: "waivers:\n  - {rule: E110, record: duties/metrology, reason: 原件序号如此。}   # 那里没有 E110",
};

/// Takes the faults out that lists say are right as they are, counts them, and reports waivers that are of no use.
pub(super) fn waive(model: &mut Model, said: &HashMap<&'static str, RuleLevel>, sink: &mut Sink) {
    let mut faults = Vec::new();
    let mut of_rule: HashMap<ListId, Vec<Option<&'static str>>> = HashMap::new();
    for (l, list) in ListId::each(model).filter(|(_, list)| !list.waivers.is_empty()) {
        let rules = list.waivers.iter().enumerate();
        let rules = rules.map(|(at, waiver)| {
            let place = model.origins.lists[l].place(&Trail::Root.key("waivers").index(at).key("rule"));
            match levels::rule(&waiver.rule) {
                Some(id) if levels::is_waivable(id) => Some(id),
                Some(id) => {
                    let message =
                        Message::new(format!("{id} 不能在清单里豁免"), format!("{id} cannot be waived in a list"));
                    let help = if levels::is_free(id) {
                        Message::new(
                            "要关闭它，写在 site.yaml 的 rules 里",
                            "to turn it off, write it under `rules` of site.yaml",
                        )
                    } else {
                        Message::new(
                            "删去这条豁免，改正它所报的错误",
                            "take the waiver out and mend what the rule reports",
                        )
                    };
                    faults.push(Diagnostic::error(&levels::FIXED_RULE, place, message).help(help));
                    None
                }
                None => {
                    faults.push(levels::unknown(place, &waiver.rule));
                    None
                }
            }
        });
        of_rule.insert(l, rules.collect());
    }
    let files = files(model, &of_rule);
    let mut counts: HashMap<(ListId, usize), u32> = HashMap::new();
    if !files.is_empty() {
        sink.retain(|fault| {
            let Some(l) = files.get(&fault.place.file) else { return true };
            let list = &model[*l];
            let rules = &of_rule[l];
            let record = record_of(list, &model.origins.lists[*l], &fault.place).unwrap_or_default();
            let waives = |at: &usize| rules[*at] == Some(fault.code.id) && covers(list, *at, &record);
            let Some(at) = (0..rules.len()).find(waives) else { return true };
            *counts.entry((*l, at)).or_default() += 1;
            false
        });
    }
    let mut known: Vec<(ListId, &Vec<Option<&'static str>>)> = of_rule.iter().map(|(l, rules)| (*l, rules)).collect();
    known.sort();
    for (l, rules) in known {
        for (at, id) in rules.iter().enumerate() {
            let Some(id) = *id else { continue };
            let findings = counts.get(&(l, at)).copied().unwrap_or(0);
            let idle = findings == 0 && said.get(id) != Some(&RuleLevel::Off);
            if idle {
                faults.push(useless(&model[l], &model.origins.lists[l], at, id));
            }
            let waiver = &mut model.lists[crate::model::Position::get(l)].waivers[at];
            waiver.findings = findings;
            waiver.rule = id.to_owned();
            waiver.what =
                super::codes().chain(crate::load::CODES).find(|code| code.id == id).map_or([""; 2], |code| code.what);
        }
    }
    faults.into_iter().for_each(|fault| sink.push(fault));
}

fn useless(list: &List, origin: &ListOrigin, at: usize, id: &str) -> Diagnostic {
    let place = origin.place(&Trail::Root.key("waivers").index(at));
    let [zh, en] = match &list.waivers[at].record {
        Some(record) => [format!("`{record}` 那里"), format!("in `{record}`")],
        None => ["这份清单里".to_owned(), "in this list".to_owned()],
    };
    let message = Message::new(format!("{zh}没有 {id} 所报的错误"), format!("there is no {id} {en}"));
    let help = Message::new("删去这条豁免，或改正 record", "take the waiver out, or correct `record`");
    Diagnostic::warning(&IDLE_WAIVER, place, message).help(help)
}

/// The files of lists that waive something.
fn files(model: &Model, lists: &HashMap<ListId, Vec<Option<&'static str>>>) -> HashMap<FileId, ListId> {
    let of = |l: ListId| {
        let origin = &model.origins.lists[l];
        origin.pieces.iter().map(|piece| piece.file).chain([origin.header]).map(move |file| (file, l))
    };
    lists.keys().flat_map(|l| of(*l)).collect()
}

/// Whether a waiver of a list is of a record or of what it stands in.
fn covers(list: &List, at: usize, record: &str) -> bool {
    let Some(waived) = &list.waivers[at].record else { return true };
    let waived = waived.strip_prefix(&format!("{}/", list.id)).unwrap_or(waived);
    record.strip_prefix(waived).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The id in its list of the record that a fault is in; `None` for what is in no record.
fn record_of(list: &List, origin: &ListOrigin, place: &Place) -> Option<String> {
    let (At::Value(steps) | At::Key(steps) | At::Within(steps, _)) = &place.at else { return None };
    let index = |step: Option<&Step>| match step {
        Some(Step::Index(index)) => Some(*index as usize),
        _ => None,
    };
    let mut pieces = origin.pieces.iter().filter(|piece| piece.file == place.file);
    let (key, at, inside) = if let Some(whole) = pieces.clone().find(|piece| piece.whole) {
        (whole.collection.as_str(), whole.start as usize, &steps[..])
    } else {
        let Some(Step::Key(key)) = steps.first() else { return None };
        let at = index(steps.get(1))?;
        let piece = pieces.find(|piece| piece.collection.as_str() == &**key);
        (&**key, piece.map_or(0, |piece| piece.start as usize) + at, &steps[2..])
    };
    let (within, inner) = (inside.first(), index(inside.get(1)));
    let below = |folder: &str, id: Option<&str>| id.map_or_else(String::new, |id| format!("/{folder}/{id}"));
    let is = |name: &str| matches!(within, Some(Step::Key(key)) if &**key == name);
    Some(match key {
        "offices" => format!("offices/{}", list.offices.get(at)?.slug),
        "items" => format!("items/{}", list.items.get(at)?.id),
        "services" => format!("services/{}", list.services.get(at)?.id),
        "mechanism" => format!("accountability/{}", list.mechanism.get(at)?.id),
        "duties" => {
            let duty = list.duties.get(at)?;
            let part = if is("work_items") {
                below("work-items", inner.and_then(|at| Some(&*duty.work_items.get(at)?.id)))
            } else if is("accountability") {
                below("accountability", inner.and_then(|at| Some(&*duty.accountability.get(at)?.id)))
            } else {
                String::new()
            };
            format!("duties/{}{part}", duty.id)
        }
        "boundaries" => {
            let matter = list.boundaries.get(at)?;
            let side = inner.filter(|_| is("participants")).and_then(|at| Some(&*matter.participants.get(at)?.id));
            format!("boundaries/{}{}", matter.id, below("participants", side))
        }
        "regimes" => {
            let regime = list.regimes.get(at)?;
            let part = inner.filter(|_| is("provisions")).and_then(|at| Some(&*regime.provisions.get(at)?.id));
            format!("regimes/{}{}", regime.id, below("provisions", part))
        }
        _ => return None,
    })
}
