//! The name of another region in a list: what was left of the list that was taken as a pattern.

use std::collections::{HashMap, HashSet};

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Id, Lang, List, Model, Region};
use crate::register::divisions;

use super::Rule;

static CODE: Code = Code {
    id: "E116",
    name: "other-place",
    what: ["写的是别的地区的名称", "the name of another region"],
    why: [
        "照邻县的清单改写，常会漏改地名；读者会以为找错了清单，或去了别的县。",
        "Lists are often written after a neighbour's, and a name is forgotten. The reader believes to have the wrong list, or goes to another county.",
    ],
    fix: [
        "对照原文改正；原文就这样印的，在清单里写一条 waivers，说明理由。",
        "Correct it after the paper; where the paper has it so, write an entry under `waivers` of the list, with the reason.",
    ],
    example: "region: jize\nduties:\n  - statement: 负责邱县行政区域内的计量监督。",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// What names of regions end in.
const ENDINGS: [char; 7] = ['省', '市', '县', '区', '旗', '州', '盟'];

/// Characters of names that are as well said of no certain place: 新城区, 市中区, 江北区.
const COMMON: &str = "东西南北中新老城市关郊矿山江河湖海桥港口区县";

/// The fewest and the most characters of a name that is looked for; shorter ones stand inside other words too often.
const LENGTHS: (usize, usize) = (3, 11);

fn run(model: &Model, sink: &mut Sink) {
    let names = Names::new(model);
    let mut own: HashMap<&Id, Option<Own<'_>>> = HashMap::new();
    traverse(model, &mut |node, spot| {
        let Some(list) = spot.list else { return };
        let (Node::Prose(text) | Node::Name(text)) = node else { return };
        let Some(text) = text.get(Lang::ZH) else { return };
        for (at, name) in names.find(text) {
            let own = own.entry(&list.id).or_insert_with(|| names.around(list));
            let Some(own) = own.as_ref().filter(|own| !names.is_of_own(name, own)) else { continue };
            let here = own.region.name.best(Lang::ZH).1;
            let message =
                Message::new(format!("{here}的清单里写的是“{name}”"), format!("“{name}” in a list of {here}"));
            let help = Message::new(
                "多半是照别处的清单改写时漏改的；原文如此的，用 waivers 说明",
                "mostly left over from another list that this one was written after; where it is so printed, say so under `waivers`",
            );
            sink.push(Diagnostic::warning(&CODE, spot.place().within(name, &text[..at]), message).help(help));
        }
    });
}

/// A place that has a name: a division of the country by its code, or a region of the site.
#[derive(Clone, Copy)]
enum Bearer<'m> {
    Division(&'static str),
    Region(&'m Region),
}

/// The place of a list.
struct Own<'m> {
    region: &'m Region,
    /// What it and those above it are called, and what the list calls itself.
    names: HashSet<&'m str>,
}

/// Every name that a text is looked through for.
struct Names<'m> {
    bearers: HashMap<&'m str, Vec<Bearer<'m>>>,
    divisions: HashMap<&'static str, &'static str>,
    /// Regions of the site by slug and by code.
    regions: HashMap<&'m str, &'m Region>,
}

impl<'m> Names<'m> {
    fn new(model: &'m Model) -> Names<'m> {
        let mut bearers: HashMap<&str, Vec<Bearer<'_>>> = HashMap::new();
        let of_site =
            model.regions.iter().filter_map(|region| Some((region.name.get(Lang::ZH)?, Bearer::Region(region))));
        let of_country = divisions().map(|division| (division.name, Bearer::Division(division.code)));
        for (name, bearer) in of_country.chain(of_site) {
            let long = (LENGTHS.0..=LENGTHS.1).contains(&name.chars().count());
            if long && name.ends_with(ENDINGS) && !name.chars().all(|c| COMMON.contains(c)) {
                bearers.entry(name).or_default().push(bearer);
            }
        }
        let ids =
            |region: &'m Region| region.code.as_deref().into_iter().chain([&*region.slug]).map(move |id| (id, region));
        Names {
            bearers,
            divisions: divisions().map(|division| (division.code, division.name)).collect(),
            regions: model.regions.iter().flat_map(ids).collect(),
        }
    }

    /// The names in a text with where each stands, without those between the marks of titles.
    fn find<'t>(&self, text: &'t str) -> Vec<(usize, &'t str)> {
        let mut found = Vec::new();
        let mut starts: Vec<usize> = Vec::new();
        let mut titles = 0_usize;
        for (at, c) in text.char_indices() {
            match c {
                '《' => titles += 1,
                '》' => titles = titles.saturating_sub(1),
                _ => {}
            }
            starts.push(at);
            if titles > 0 || !ENDINGS.contains(&c) {
                continue;
            }
            let end = at + c.len_utf8();
            // 和平县级 is no 和平县.
            if text[end..].starts_with(['级', '域', '内', '直']) {
                continue;
            }
            let longest_first = (LENGTHS.0..=LENGTHS.1.min(starts.len())).rev();
            let names = longest_first.map(|length| &text[starts[starts.len() - length]..end]);
            let name = names.into_iter().find(|name| self.bearers.contains_key(name));
            found.extend(name.map(|name| (end - name.len(), name)));
        }
        found
    }

    /// A region and those above it.
    fn way(&self, region: &'m Region) -> impl Iterator<Item = &'m Region> {
        let above = |below: &&'m Region| self.regions.get(&**below.parent.as_ref()?).copied();
        std::iter::successors(Some(region), above).take(8)
    }

    /// The place of a list; `None` where its region is not known.
    fn around(&self, list: &'m List) -> Option<Own<'m>> {
        let region = self.regions.get(&*list.region).copied()?;
        let mut names: HashSet<&str> = self.way(region).filter_map(|region| region.name.get(Lang::ZH)).collect();
        if let Some(code) = region.code.as_deref() {
            let padded = [2, 4, 6].into_iter().filter_map(|digits| Some(format!("{:0<6}", code.get(..digits)?)));
            names.extend(padded.filter_map(|code| self.divisions.get(&*code)));
        }
        // What the list is called by is its place, whatever region it is entered for.
        let called = [&list.agency, &list.title].into_iter().filter_map(|text| text.get(Lang::ZH));
        names.extend(called.flat_map(|text| self.find(text)).map(|(_, name)| name));
        Some(Own { region, names })
    }

    /// Whether a name is that of the place of a list, of one above it or of one below it.
    fn is_of_own(&self, name: &str, own: &Own<'m>) -> bool {
        let below = |bearer: &Bearer<'m>| match bearer {
            Bearer::Division(code) => own.region.code.as_deref().is_some_and(|own| code.starts_with(head(own))),
            Bearer::Region(region) => self.way(region).any(|above| above.slug == own.region.slug),
        };
        own.names.contains(name) || self.bearers.get(name).is_some_and(|bearers| bearers.iter().any(below))
    }
}

/// The figures that the codes of everything below a division begin with.
fn head(code: &str) -> &str {
    match code.trim_end_matches("00") {
        head if head.len().is_multiple_of(2) => head,
        _ => code,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{Bearer, Names, head};

    #[test]
    fn names_are_found_outside_of_titles_and_not_inside_of_words() {
        let bearer = vec![Bearer::Division("350628")];
        let names = Names {
            bearers: HashMap::from([("双榆县", bearer.clone()), ("平和县", bearer)]),
            divisions: HashMap::new(),
            regions: HashMap::new(),
        };
        let found = |text| names.find(text).iter().map(|(at, name)| (*at, (*name).to_owned())).collect::<Vec<_>>();
        assert_eq!(found("负责双榆县的用水"), [(6, "双榆县".to_owned())]);
        assert_eq!(found("按《双榆县用水办法》办理"), []);
        assert_eq!(found("公平和县级审批"), []);
    }

    #[test]
    fn what_lies_below_begins_as_it_does() {
        assert_eq!(["130000", "130400", "130431", "130431100"].map(head), ["13", "1304", "130431", "130431100"]);
    }
}
