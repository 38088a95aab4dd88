//! Former ids and reorganisations that do not fit what is there.

use std::collections::{HashMap, HashSet};

use crate::diag::{At, Code, Diagnostic, Message, Place, Sink, Trail};
use crate::model::former::{Circle, Former, circles, former_key, id_of, kind_of, living, record_key, side_key};
use crate::model::{Formerly, Id, List, Model, Owner, RegionId, Reorganisation, ReorganisationId};

use super::Rule;

static CODE: Code = Code {
    id: "E161",
    name: "bad-former-id",
    what: ["曾用编号或机构改革写得不对", "a former id or a reorganisation that does not fit"],
    why: [
        "旧网址按 formerly 和 reorganisations.yaml 转到现在的页面。写的旧编号现在还有，或者新编号不存在，读者就会走错或走不到。",
        "`formerly` and `reorganisations.yaml` lead from old addresses to the pages of today. Where an old id is still there, or a new one does not exist, readers are led astray or nowhere.",
    ],
    fix: [
        "formerly 和 from 写已经不用的编号，to 写现在的编号，或者后来又变动过的编号；清单写编号，科室写编号并在 list 写清单，记录写 清单/duties/编号 这样的全称。",
        "In `formerly` and `from` write ids that are no longer in use, in `to` those of today, or ones that a later entry leads on from. Of a list write its id, of an office its id with the list under `list`, of a record its whole id such as `list/duties/id`.",
    ],
    example: "- {id: licensing, formerly: licensing}",
};

/// Reorganisations that lead back to where they began.
pub(super) static CIRCLE: Code = Code {
    id: "E162",
    name: "endless-reorganisation",
    what: ["机构改革绕成了圈", "reorganisations that lead back to where they began"],
    why: [
        "甲并入乙，乙又并入甲，两个都已不在，旧网址就没有去处。",
        "Where one became another and that became the first again, and neither is there, an old address leads nowhere.",
    ],
    fix: ["改正其中一处，最后一次写现在有的编号。", "Correct one of them; the last one leads to an id of today."],
    example: "- {from: [a], to: [b]}\n- {from: [b], to: [a]}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    if is_silent(model) {
        return;
    }
    let living = living(model);
    let mut rule = Looking { living: &living, former: Former::of(model), circles: Vec::new(), sink };
    for (id, region) in RegionId::each(model) {
        let owner = Owner::Region(id);
        let root = &Trail::Root.index(model.origins.index(owner));
        let place = |at: usize| model.origins.place(owner, &root.key("formerly").index(at));
        rule.ids("region", &region.formerly, &|old| format!("regions/{old}"), &place);
    }
    for (list, origin) in model.lists.iter().zip(model.origins.lists.values()) {
        let root = &Trail::Root;
        let place = |at: usize| origin.place(&root.key("formerly").index(at));
        rule.ids("list", &list.formerly, &|old| format!("lists/{old}"), &place);
        of_records(list, &mut |kind, collection, index, formerly| {
            let at = |at: usize| origin.place(&root.key(collection).index(index).key("formerly").index(at));
            rule.ids(kind, formerly, &|old| former_key(list, collection, old), &at);
        });
    }
    rule.circles = circles(model);
    for (id, value) in ReorganisationId::each(model) {
        rule.reorganisation(model, id, value);
    }
}

/// Whether nothing is said of former ids.
fn is_silent(model: &Model) -> bool {
    let mut silent = model.reorganisations.is_empty() && model.regions.iter().all(|region| region.formerly.is_none());
    for list in &model.lists {
        silent &= list.formerly.is_none();
        of_records(list, &mut |_, _, _, formerly| silent &= formerly.is_none());
    }
    silent
}

/// Calls `visit` for the former ids of every office and record: kind, collection, place in it.
fn of_records(list: &List, visit: &mut dyn FnMut(&'static str, &'static str, usize, &Formerly)) {
    list.offices.iter().enumerate().for_each(|(at, of)| visit("office", "offices", at, &of.formerly));
    list.items.iter().enumerate().for_each(|(at, of)| visit("item", "items", at, &of.formerly));
    list.duties.iter().enumerate().for_each(|(at, of)| visit("duty", "duties", at, &of.formerly));
    list.boundaries.iter().enumerate().for_each(|(at, of)| visit("matter", "boundaries", at, &of.formerly));
    list.services.iter().enumerate().for_each(|(at, of)| visit("service", "services", at, &of.formerly));
    list.regimes.iter().enumerate().for_each(|(at, of)| visit("regime", "regimes", at, &of.formerly));
}

struct Looking<'l> {
    living: &'l HashMap<String, Owner>,
    former: Former,
    circles: Vec<Circle>,
    sink: &'l mut Sink,
}

impl Looking<'_> {
    fn report(&mut self, place: Place, message: Message, help: Message) {
        self.sink.push(Diagnostic::error(&CODE, place, message).help(help));
    }

    /// The former ids of one thing.
    fn ids(&mut self, kind: &str, formerly: &Formerly, key: &dyn Fn(&str) -> String, place: &dyn Fn(usize) -> Place) {
        let mut seen = HashSet::new();
        for (at, old) in formerly.iter().enumerate() {
            // Where one id stands without a list, the value is the place.
            let place = || match (place(at), formerly.len()) {
                (Place { file, at: At::Value(mut steps) }, 1) => {
                    steps.pop();
                    Place { file, at: At::Value(steps) }
                }
                (place, _) => place,
            };
            let key = key(old);
            if kind_of(&key) != Some(kind) || !is_id(&key) {
                self.malformed(place(), old);
            } else if self.living.contains_key(&key) {
                self.stands(place(), old);
            } else if !seen.insert(key) {
                let message = Message::new(format!("`{old}` 写了两次"), format!("`{old}` stands twice"));
                self.report(place(), message, Message::new("留下一个", "keep one of them"));
            }
        }
    }

    fn malformed(&mut self, place: Place, old: &str) {
        self.report(
            place,
            Message::new(format!("`{old}` 不是这种编号"), format!("`{old}` is no id of this kind")),
            Message::new(
                "同一份清单的写编号；别的清单的写全，如 qingshui-market/duties/licensing",
                "of the same list write the id alone; of another the whole id, such as qingshui-market/duties/licensing",
            ),
        );
    }

    fn stands(&mut self, place: Place, old: &str) {
        self.report(
            place,
            Message::new(format!("`{old}` 现在还在用"), format!("`{old}` is still in use")),
            Message::new(
                "写已经不用的编号，或删去这一个",
                "write an id that is no longer in use, or take this one out",
            ),
        );
    }

    fn reorganisation(&mut self, model: &Model, id: ReorganisationId, value: &Reorganisation) {
        let owner = Owner::Reorganisation(id);
        let root = &Trail::Root.index(model.origins.index(owner));
        let place = |trail: &Trail<'_>| model.origins.place(owner, trail);
        if let Some(list) = value.list.as_ref().filter(|list| !self.is_known(&record_key(list))) {
            self.unknown(place(&root.key("list")), list);
        }
        if value.from.is_empty() && value.records.is_empty() {
            let message = Message::new("没有写变动以前是什么", "this does not say what was there before");
            self.report(
                place(&root.key("from")),
                message,
                Message::new("在 from 写旧编号", "write the old ids in `from`"),
            );
        }
        for (at, from) in value.from.iter().enumerate() {
            let (key, trail) = (side_key(value, from), root.key("from"));
            let goes_on = value.to.contains(from);
            if kind_of(&key).is_none() || !is_id(&key) {
                self.malformed(place(&trail.index(at)), from);
            } else if self.living.contains_key(&key) && !goes_on && value.records.is_empty() {
                self.stands(place(&trail.index(at)), from);
            }
        }
        if let Some(key) = self.circles.iter().find(|circle| circle.first == id).and_then(|circle| circle.keys.first())
        {
            let id = id_of(key);
            let message = Message::new(
                format!("`{id}` 绕回了自己，现在没有接替它的"),
                format!("`{id}` leads back to itself, and nothing of today took its place"),
            );
            let help = Message::new(
                "改正其中一处，最后写到现在有的编号",
                "correct one of them; the last leads to an id of today",
            );
            self.sink.push(Diagnostic::error(&CIRCLE, place(&root.key("from")), message).help(help));
        }
        for (at, to) in value.to.iter().enumerate() {
            if !self.is_known(&side_key(value, to)) {
                self.unknown(place(&root.key("to").index(at)), to);
            }
        }
        for (at, moved) in value.records.iter().enumerate() {
            let records = root.key("records");
            let entry = records.index(at);
            let key = record_key(&moved.from);
            if kind_of(&key).is_none() || !is_id(&key) {
                self.malformed(place(&entry.key("from")), &moved.from);
            } else if self.living.contains_key(&key) {
                self.stands(place(&entry.key("from")), &moved.from);
            }
            if let Some(to) = moved.to.as_ref().filter(|to| !self.is_known(&record_key(to))) {
                self.unknown(place(&entry.key("to")), to);
            }
        }
    }

    fn unknown(&mut self, place: Place, id: &str) {
        self.report(
            place,
            Message::new(
                format!("没有 `{id}`，也没有写明它的去向"),
                format!("there is no `{id}`, and nothing says what became of it"),
            ),
            Message::new(
                "改正编号，或补一条写明它后来变成了什么",
                "correct the id, or add an entry that says what it became later",
            ),
        );
    }

    /// Whether there is something, or something that took its place.
    fn is_known(&self, key: &str) -> bool {
        self.living.contains_key(key)
            || self.former.get(key).is_some_and(|old| old.fate.is_some())
            // That nothing is at the end of a circle is told of the circle.
            || self.circles.iter().any(|circle| circle.keys.iter().any(|one| one == key))
    }
}

/// Whether every part of a key has the form of an id.
fn is_id(key: &str) -> bool {
    key.split('/').all(|part| Id::new(part).is_well_formed())
}

#[cfg(test)]
mod tests {
    use super::is_id;

    #[test]
    fn parts_of_a_key_are_ids() {
        assert!(is_id("lists/a-b/duties/c"));
        assert!(!is_id("lists/A/duties/c") && !is_id("lists//duties"));
    }
}
