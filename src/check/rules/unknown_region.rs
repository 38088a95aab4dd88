//! A region that a list or another region names and that is not registered.

use std::collections::HashSet;

use crate::check::traverse::register;
use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::meant;
use crate::model::{AgencyId, Lang, Model, Owner, RegionId};
use crate::register::{Division, division, divisions};

use super::{Rule, Target, dangling};

static CODE: Code = Code {
    id: "E016",
    name: "unknown-region",
    what: ["引用了没有登记的地区", "a region that is not registered"],
    why: [
        "清单按地区归类；上级地区写错，下级就找不到了。",
        "Lists are found by region; a region whose parent is wrong cannot be found from above.",
    ],
    fix: [
        "改正 slug，或写县的六位行政区划代码；代码表里没有的，先在 regions.yaml 登记。",
        "Correct the slug, or give the six-digit code of a county; what the table of codes does not have is registered in regions.yaml first.",
    ],
    example: "region: jizee",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// What is named.
static TARGET: Target = Target {
    kind: ["地区", "region"],
    register: [" regions.yaml ", "regions.yaml"],
    entry: Some(|slug, name| format!("{{slug: {slug}, name: {name}, level: …, parent: …}}")),
};

fn run(model: &Model, sink: &mut Sink) {
    let known = || model.regions.iter().map(|region| (region.slug.as_str(), region.name.best(Lang::ZH).1));
    let slugs: HashSet<&str> = known().map(|(slug, _)| slug).collect();
    let exists = |slug: &str| slugs.contains(slug);
    for (id, region) in RegionId::each(model) {
        if let Some(parent) = region.parent.as_deref().filter(|slug| !exists(slug)) {
            let place = register(model, Owner::Region(id), "parent");
            sink.push(dangling(&CODE, place, &TARGET, parent, known()));
        }
    }
    // A body may belong to a region that no list of the site is of: a code of the country is enough.
    for (id, agency) in AgencyId::each(model).filter(|(id, _)| !model.origins.is_of_program(Owner::Agency(*id))) {
        let known_to_nobody = |slug: &&str| !exists(slug) && division(slug).is_none();
        if let Some(region) = agency.region.as_deref().filter(known_to_nobody) {
            let place = register(model, Owner::Agency(id), "region");
            sink.push(dangling(&CODE, place, &TARGET, region, known()));
        }
    }
    for (list, origin) in model.lists.iter().zip(model.origins.lists.values()) {
        if !exists(&list.region) {
            let place = origin.place(&Trail::Root.key("region"));
            let mut fault = of_country(&list.region, origin.place(&Trail::Root.key("region")))
                .unwrap_or_else(|| dangling(&CODE, place, &TARGET, &list.region, known()));
            if list.region.bytes().all(|b| b.is_ascii_digit()) {
                fault.help = Some(Message::new(
                    "县级以上的代码表里没有它：核对代码，或在 regions.yaml 登记这个地区",
                    "the table of divisions down to the county does not have it: look at the code, or register the region in regions.yaml",
                ));
            }
            sink.push(fault);
        }
    }
}

/// Where it is the name of a place of the country: its code, or the codes of all that are called so.
fn of_country(name: &str, place: crate::diag::Place) -> Option<Diagnostic> {
    let name = meant::plain(name);
    let full = |division: &Division| {
        let above = division.above().map(|above| above.name).unwrap_or_default();
        format!("{above}{}", division.name)
    };
    let found: Vec<Division> =
        divisions().filter(|division| division.name == name || full(division) == name).take(8).collect();
    let first = found.first()?;
    let message = Message::new(
        format!("没有登记地区“{name}”，代码表里有"),
        format!("no region is registered as “{name}”, but the table of divisions has it"),
    );
    let fault = Diagnostic::error(&CODE, place, message);
    if found.len() == 1 {
        let code = first.code;
        let told = full(first);
        let help = Message::new(
            format!("写它的代码 `\"{code}\"`（{told}）"),
            format!("write its code, `\"{code}\"` ({told})"),
        );
        return Some(fault.help(help).fix(format!("\"{code}\"")));
    }
    let all: Vec<String> = found.iter().map(|one| format!("\"{}\" {}", one.code, full(one))).collect();
    Some(fault.help(Message::new(
        format!("同名的有几处，写其中一处的代码：{}", all.join("、")),
        format!("several places have the name; write the code of one: {}", all.join(", ")),
    )))
}
