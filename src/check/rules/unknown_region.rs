//! A region that a list or another region names and that is not registered.

use crate::check::traverse::register;
use crate::diag::{Code, Message, Sink, Trail};
use crate::model::{Lang, Model, Owner, RegionId};

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
    register: ["regions.yaml", "regions.yaml"],
    entry: Some(|slug, name| format!("{{slug: {slug}, name: {name}, level: …, parent: …}}")),
};

fn run(model: &Model, sink: &mut Sink) {
    let known = || model.regions.iter().map(|region| (region.slug.as_str(), region.name.best(Lang::ZH).1));
    let exists = |slug: &str| model.regions.iter().any(|region| &*region.slug == slug);
    for (id, region) in RegionId::each(model) {
        if let Some(parent) = region.parent.as_deref().filter(|slug| !exists(slug)) {
            let place = register(model, Owner::Region(id), "parent");
            sink.push(dangling(&CODE, place, &TARGET, parent, known()));
        }
    }
    for (list, origin) in model.lists.iter().zip(model.origins.lists.values()) {
        if !exists(&list.region) {
            let place = origin.place(&Trail::Root.key("region"));
            let mut fault = dangling(&CODE, place, &TARGET, &list.region, known());
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
