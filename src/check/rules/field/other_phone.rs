//! A phone of another place: another area code than the region's, or the number of another region's list.

use std::collections::HashMap;

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Id, Lang, Model, Region, dial};

use super::Rule;

static CODE: Code = Code {
    id: "E120",
    name: "other-phone",
    what: ["写的是别处的电话", "a phone of another place"],
    why: [
        "照别县的清单改写，电话常常忘了换；读者打过去，是另一个县在接。",
        "Lists are often written after another county's, and its phone is forgotten: who calls it speaks to another county.",
    ],
    fix: [
        "核对并改成本地的号码；确实由上级或别处接听的，在清单里写一条 waivers，说明理由。",
        "Look it up and write the number of the place; where a higher level or another place does take the calls, write an entry under `waivers` of the list, with the reason.",
    ],
    example: "region: jize   # 区号 0310\nphones: [\"0319-7600382\"]",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let regions: HashMap<&Id, &Region> = model.regions.iter().map(|region| (&region.slug, region)).collect();
    let up = |slug: &Id| {
        let mut way: Vec<&Region> = Vec::new();
        let mut next = regions.get(slug).copied();
        while let Some(region) = next.filter(|_| way.len() < 8) {
            way.push(region);
            next = region.parent.as_ref().and_then(|parent| regions.get(parent)).copied();
        }
        way
    };
    let ways: HashMap<&Id, Vec<&Region>> = model.lists.iter().map(|list| (&list.region, up(&list.region))).collect();
    let mut first: HashMap<String, (&Id, &str)> = HashMap::new();
    traverse(model, &mut |node, spot| {
        let (Node::Phone(phone), Some(list)) = (node, spot.list) else { return };
        let Some(way) = ways.get(&list.region) else { return };
        if way.is_empty() {
            return;
        }
        let area = way.iter().find_map(|region| region.area_code.as_deref());
        let area = area.filter(|area| area.starts_with('0') && area.bytes().all(|b| b.is_ascii_digit()));
        let Some(uri) = dial(phone, None, area).map(|dial| dial.uri) else { return };
        // Hotlines are dialled alike everywhere.
        let Some(number) = uri.strip_prefix("tel:+86") else { return };
        let here = way.first().map_or("", |region| region.name.best(Lang::ZH).1);
        let other = number.strip_prefix('-').and_then(|number| number.split_once('-'));
        if let (Some((own, _)), Some(area)) = (other, area)
            && area.trim_start_matches('0') != own
        {
            let message = Message::new(
                format!("`{phone}` 的区号是 0{own}，{here}的区号是 {area}"),
                format!("the area code of `{phone}` is 0{own}, that of {here} is {area}"),
            );
            sink.push(Diagnostic::warning(&CODE, spot.place(), message).help(help()));
            return;
        }
        let (region, title) = *first.entry(number.to_owned()).or_insert((&list.region, list.title.best(Lang::ZH).1));
        let above =
            |one: &Id, other: &Id| ways.get(one).is_some_and(|way| way.iter().any(|region| region.slug == *other));
        if !above(region, &list.region) && !above(&list.region, region) {
            let message = Message::new(
                format!("`{phone}` 也是“{title}”里的电话"),
                format!("`{phone}` is a phone of “{title}” as well"),
            );
            sink.push(Diagnostic::warning(&CODE, spot.place(), message).help(help()));
        }
    });
}

fn help() -> Message {
    Message::new(
        "核对并改成本地的号码；确由别处接听的，用 waivers 说明",
        "look it up and write the number of the place; where another does take the calls, say so under `waivers`",
    )
}
