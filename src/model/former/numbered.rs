//! A model in; the keys of what stands in its records under a number alone out: citations, figures, items of provisions.

use std::collections::HashSet;

use super::super::Model;
use super::super::ids::{ListId, Position, ProvisionId, RegimeId};
use super::super::record::{Part, RecordRef};
use super::super::regime::{ProvisionItem, Regime};
use super::super::walk::{Node, walk_list};

/// Every such key, as the tables have their ids.
pub(super) fn numbered(model: &Model) -> HashSet<String> {
    let mut keys = HashSet::new();
    for (l, list) in ListId::each(model) {
        walk_list(list, l, &mut |node, at| {
            let (Node::Basis(_), Some(record)) = (node, at.record()) else { return };
            let (record, collection) = match record.part {
                Part::ItemDuties(item) => (RecordRef { part: Part::Item(item), ..record }, "duties-basis"),
                _ => (record, "basis"),
            };
            let number = at.trail.position().unwrap_or_default() + 1;
            keys.insert(format!("lists/{}/{collection}/{number}", record.uid(model)));
        });
        for (r, regime) in RegimeId::each(list) {
            of_regime(model, l, r, regime, &mut keys);
        }
    }
    keys
}

fn of_regime(model: &Model, list: ListId, id: RegimeId, regime: &Regime, keys: &mut HashSet<String>) {
    let own = RecordRef { list, part: Part::Regime(id) }.uid(model);
    for (collection, count) in [
        ("frequencies", regime.frequencies.len()),
        ("deadlines", regime.deadlines.len()),
        ("thresholds", regime.thresholds.len()),
    ] {
        keys.extend((1..=count).map(|number| format!("lists/{own}/{collection}/{number}")));
    }
    for (p, provision) in regime.provisions.iter().enumerate() {
        let own = RecordRef { list, part: Part::Provision(id, ProvisionId::new(p)) }.uid(model);
        items(&format!("lists/{own}"), &provision.items, keys);
    }
}

fn items(above: &str, items: &[ProvisionItem], keys: &mut HashSet<String>) {
    for (at, item) in items.iter().enumerate() {
        let key = format!("{above}/{}", at + 1);
        self::items(&key, &item.items, keys);
        keys.insert(key);
    }
}
