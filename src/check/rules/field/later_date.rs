//! A date that had not come when the list was made.

use crate::check::traverse::traverse;
use crate::diag::{Code, Diagnostic, Message, Sink};
use crate::model::walk::Node;
use crate::model::{Date, Lang, Model};

use super::{Rule, printed};

pub(in crate::check) static CODE: Code = Code {
    id: "E119",
    name: "later-date",
    what: ["日期晚于清单的日期", "a date later than that of the list"],
    why: [
        "清单不会引用发布以后才通过的法律或修订；日期对不上，不是日期录错，就是引文后来被换过。",
        "No list cites a law or a revision that came after it. Where the dates disagree, a date is wrong, or the citation was put in later.",
    ],
    fix: [
        "对照原文核对日期和引文；清单的日期录错的，改 published 或 compiled；原文如此的，在清单里写一条 waivers，说明理由。",
        "Hold date and citation against the paper; where the list's own date is wrong, correct `published` or `compiled`; where the paper has it so, write an entry under `waivers` of the list, with the reason.",
    ],
    example: "published: 2015-07\nduties:\n  - basis: [{law: product-quality-law, as_printed: 《产品质量法》（2018年修正）第八条}]",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

/// What happens to laws on a day.
const EVENTS: [&str; 8] = ["修订", "修正", "公布", "通过", "颁布", "发布", "施行", "修改"];

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| {
        // Remarks speak of what became of a law since, and are dated later by right.
        if matches!(node, Node::Note(_)) {
            return;
        }
        let Some(day) = spot.list.and_then(|list| list.published.or(list.compiled)) else { return };
        let Some(text) = printed(node) else { return };
        for (at, words, date) in events(text) {
            if day.is_before(date) != Some(true) {
                continue;
            }
            let message = Message::new(
                format!("清单日期是 {day}，这里写的“{words}”在它之后"),
                format!("the list is of {day}, and “{words}” came after that"),
            );
            sink.push(Diagnostic::warning(&CODE, spot.place().within(words, &text[..at]), message).help(help()));
        }
    });
}

fn help() -> Message {
    Message::new(
        "核对这个日期和清单的 published、compiled；原文如此的，用 waivers 说明",
        "look at this date and at `published` and `compiled` of the list; where it is so printed, say so under `waivers`",
    )
}

/// What texts say happened to a law and when: `2018年12月29日第三次修正`, with where it stands.
fn events(text: &str) -> Vec<(usize, &str, Date)> {
    let mut found = Vec::new();
    for (year_ends, _) in text.match_indices('年') {
        let Some(start) = year_ends.checked_sub(4) else { continue };
        let Some(year) = text.get(start..year_ends).and_then(|year| year.parse().ok()) else { continue };
        let mut rest = &text[year_ends + '年'.len_utf8()..];
        let month = figure(&mut rest, '月');
        let day = month.and_then(|_| figure(&mut rest, '日'));
        // 经2018年…会议第三次修正: a few words may stand between.
        let near: usize = rest.chars().take(8).take_while(|c| !"，。；、》".contains(*c)).map(char::len_utf8).sum();
        let Some(event) = EVENTS.iter().find_map(|event| rest[..near].find(event).map(|at| at + event.len())) else {
            continue;
        };
        let end = text.len() - rest.len() + event;
        let before = text[..start].chars().next_back();
        // 自2026年1月1日起施行 may well be printed before that day.
        if (1900..2200).contains(&year)
            && !text[start..end].contains(['起', '前', '底'])
            && !before.is_some_and(|c| "至到".contains(c))
        {
            found.push((start, &text[start..end], Date { year, month, day }));
        }
    }
    found
}

/// Figures that stand first and before a sign, which are taken off with it.
fn figure(rest: &mut &str, sign: char) -> Option<u8> {
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest[length..].strip_prefix(sign)?;
    let value = rest[..length].parse().ok().filter(|value| (1..=31).contains(value))?;
    *rest = behind;
    Some(value)
}

/// Reports lists that say to be made after the day by which somebody looks at them.
pub(in crate::check) fn as_of(model: &Model, day: Date, sink: &mut Sink) {
    for (list, origin) in model.lists.iter().zip(model.origins.lists.values()) {
        for (key, date) in [("compiled", list.compiled), ("published", list.published)] {
            let Some(date) = date.filter(|date| day.is_before(*date) == Some(true)) else { continue };
            let title = list.title.best(Lang::ZH).1;
            let message = Message::new(
                format!("“{title}”的 {key}（{date}）晚于 {day}"),
                format!("`{key}` of “{title}” ({date}) is later than {day}"),
            );
            let place = origin.place(&crate::diag::Trail::Root.key(key));
            sink.push(Diagnostic::warning(&CODE, place, message).help(help()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::events;

    #[test]
    fn dates_of_laws_are_read_and_those_to_come_are_not() {
        let found = |text| events(text).iter().map(|(_, words, date)| format!("{words} {date}")).collect::<Vec<_>>();
        assert_eq!(found("《产品质量法》（2018年12月29日第三次修正）第八条"), ["2018年12月29日第三次修正 2018-12-29"]);
        assert_eq!(found("（2019年修订）"), ["2019年修订 2019"]);
        for text in
            ["2025年底前完成", "自2026年1月1日起施行", "每年公布一次", "2015年，两局联合查处", "到2030年实现全部公布"]
        {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
