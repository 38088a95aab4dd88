//! Numbers of records that skip one or say one twice.

use std::collections::{BTreeMap, HashSet};

use crate::diag::{Code, Diagnostic, Message, Place, Sink, Trail};
use crate::model::{Id, List, ListId, ListOrigin, Model};

use super::Rule;

static CODE: Code = Code {
    id: "E110",
    name: "broken-numbering",
    what: ["序号跳号或重号", "numbers that skip one or repeat one"],
    why: [
        "序号断在哪里，哪里多半漏录了一行；读者照序号引用，重号就分不清是哪一项。",
        "Where the numbers break a row was probably left out; readers cite by number, and two with one number cannot be told apart.",
    ],
    fix: [
        "对照原文补上漏录的一行，或改正序号；原文就这样印的，在清单里写一条 waivers，说明理由。",
        "Look at the paper: enter the row that is missing, or correct the number. Where the paper has it so, write an entry under `waivers` of the list, with the reason.",
    ],
    example: "duties:\n  - {number: \"1\", …}\n  - {number: \"2\", …}\n  - {number: \"4\", …}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    for (l, list) in ListId::each(model) {
        of_list(list, &model.origins.lists[l], sink);
    }
}

fn of_list(list: &List, origin: &ListOrigin, sink: &mut Sink) {
    macro_rules! top {
        ($key:literal, $records:expr) => {{
            let numbers: Vec<(usize, &str)> = numbered($records.iter().map(|record| record.number.as_deref()));
            let key = &Trail::Root.key($key);
            series(&numbers, true, &|at| origin.place(&key.index(at).key("number")), sink);
        }};
    }
    macro_rules! inner {
        ($key:literal, $records:expr, $inside:literal, $inner:ident) => {{
            let key = &Trail::Root.key($key);
            for (at, record) in $records.iter().enumerate() {
                let numbers = numbered(record.$inner.iter().map(|inner| inner.number.as_deref()));
                let inside = &key.index(at);
                let inside = &inside.key($inside);
                series(&numbers, true, &|at| origin.place(&inside.index(at).key("number")), sink);
            }
        }};
    }
    top!("duties", list.duties);
    inner!("duties", list.duties, "work_items", work_items);
    inner!("duties", list.duties, "accountability", accountability);
    top!("boundaries", list.boundaries);
    top!("services", list.services);
    top!("regimes", list.regimes);
    inner!("regimes", list.regimes, "provisions", provisions);
    top!("mechanism", list.mechanism);
    // Items are numbered under each heading, sub-items under their item; that two have one number is E048.
    let mut groups: BTreeMap<_, Vec<(usize, &str)>> = BTreeMap::new();
    for (at, item) in list.items.iter().enumerate() {
        let part = item.source.as_ref().map(|source| &source.part);
        let group = (item.section.as_deref(), item.part_of.as_deref(), part.map(|part| &**part));
        groups.entry(group).or_default().extend(item.number.as_deref().map(|number| (at, number)));
    }
    let items = &Trail::Root.key("items");
    for numbers in groups.values() {
        series(numbers, false, &|at| origin.place(&items.index(at).key("number")), sink);
    }
}

fn numbered<'l>(numbers: impl Iterator<Item = Option<&'l str>>) -> Vec<(usize, &'l str)> {
    numbers.enumerate().filter_map(|(at, number)| Some((at, number?))).collect()
}

/// A number taken apart: what stands around its last figure, and that figure.
fn parse(number: &str) -> Option<(String, u32)> {
    if number.contains(['-', '—', '~', '～', '至', '、']) && !number.ends_with('、') {
        return None;
    }
    let figures = Id::of_number(number);
    let (above, last) = figures.rsplit_once('-').unwrap_or(("", &figures));
    let value = last.parse().ok()?;
    let signs: String = number.chars().filter(|c| !c.is_alphanumeric()).collect();
    Some((format!("{above} {signs} {}", number.is_ascii()), value))
}

/// Whether a number is said by those below it: 二（一） says 二.
fn is_said(heads: &HashSet<String>, style: &str, value: u32) -> bool {
    let above = style.split(' ').next().unwrap_or_default();
    heads.contains(&if above.is_empty() { value.to_string() } else { format!("{above}-{value}") })
}

/// How many numbers a series has at least, for one that is skipped to be worth asking about.
const SHORTEST: usize = 3;

fn series(numbers: &[(usize, &str)], repeats: bool, place: &dyn Fn(usize) -> Place, sink: &mut Sink) {
    let mut last: BTreeMap<String, (u32, HashSet<u32>)> = BTreeMap::new();
    let (mut skipped, mut twice) = (Vec::new(), Vec::new());
    let mut heads: HashSet<String> = HashSet::new();
    let mut before = "";
    for (at, number) in numbers {
        let Some((style, value)) = parse(number) else { continue };
        heads.extend(style.split(' ').next().map(str::to_owned));
        let missing = |after: u32| (after + 1..value).any(|one| !is_said(&heads, &style, one));
        let skips = last.get(&style).is_some_and(|(previous, seen)| !seen.is_empty() && missing(*previous));
        let (previous, seen) = last.entry(style).or_insert((value, HashSet::new()));
        if value == 1 {
            seen.clear();
        } else if seen.contains(&value) {
            twice.push((*at, *number));
        } else if skips {
            skipped.push((*at, *number, before));
        }
        seen.insert(value);
        *previous = value;
        before = number;
    }
    // A list that has a row here and there of a longer one is an extract, and no row is missing.
    let extract = numbers.len() < SHORTEST || skipped.len() > 1 && skipped.len() * 5 > numbers.len();
    for (at, number, before) in skipped.into_iter().filter(|_| !extract) {
        let message = Message::new(
            format!("序号从“{before}”跳到“{number}”"),
            format!("the numbers go from “{before}” to “{number}”"),
        );
        let help = Message::new(
            "对照原文，看中间有没有漏录的一行；原文如此的，用 waivers 说明",
            "look at the paper whether a row between them is missing; where it is so printed, say so under `waivers`",
        );
        sink.push(Diagnostic::warning(&CODE, place(at), message).help(help));
    }
    for (at, number) in twice.into_iter().filter(|_| repeats) {
        let message = Message::new(format!("序号“{number}”前面已有"), format!("the number “{number}” is there before"));
        let help = Message::new(
            "对照原文改正；原文如此的，用 waivers 说明",
            "correct it after the paper; where it is so printed, say so under `waivers`",
        );
        sink.push(Diagnostic::warning(&CODE, place(at), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::series;
    use crate::diag::{FileId, Place, Sink};

    fn faults(numbers: &[&str]) -> Vec<String> {
        let numbers: Vec<(usize, &str)> = numbers.iter().copied().enumerate().collect();
        let mut sink = Sink::new();
        series(&numbers, true, &|at| Place::file(FileId(at as u32)), &mut sink);
        sink.found().iter().map(|fault| format!("{} {}", fault.place.file.0, fault.message.en)).collect()
    }

    #[test]
    fn numbers_are_followed_in_whatever_form() {
        assert!(faults(&["1", "2", "3"]).is_empty());
        assert!(faults(&["1.1", "1.2", "2.1", "2.2"]).is_empty());
        assert!(faults(&["一", "（一）", "（二）", "二", "（一）", "三"]).is_empty());
        assert!(
            faults(&["一", "二（一）", "二（二）", "三"]).is_empty(),
            "a heading that is printed with its first part"
        );
        assert!(faults(&["1", "2", "1", "2"]).is_empty(), "they begin anew");
        assert_eq!(faults(&["（一）", "（二）", "（四）"]), ["2 the numbers go from “（二）” to “（四）”"]);
        assert_eq!(faults(&["1", "2", "2", "3"]), ["2 the number “2” is there before"]);
        assert_eq!(faults(&["九", "十", "十二"]), ["2 the numbers go from “十” to “十二”"]);
    }

    #[test]
    fn an_extract_skips_rows_and_lacks_none() {
        assert!(faults(&["3", "17", "45", "60"]).is_empty());
        assert!(faults(&["1", "5"]).is_empty());
    }
}
