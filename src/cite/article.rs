//! Characters in; the articles, paragraphs and items that are named at their beginning out.

use crate::model::Articles;

use super::fold::Folded;
use super::numeral::number;

/// Articles at most in one run; the rest is read as a run of its own.
const RUN: usize = 60;

/// Articles named one after the other.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// What they name, in order.
    pub articles: Vec<Articles>,
    /// Character after the last.
    pub end: usize,
}

/// The articles named from here on: `第七条和第十七条`, `第四十五条至五十五条`, `第十二条第二款第三项`.
pub(super) fn run(text: &Folded, start: usize) -> Option<Run> {
    let (mut articles, mut end) = one(text, start, true)?;
    while articles.len() < RUN {
        let Some((joint, after)) = joint(text, end) else { break };
        let last = articles[articles.len() - 1];
        if joint == Joint::To {
            let Some((to, next)) = ordinals(text, after, '条', true) else { break };
            let [(to, None)] = to[..] else { break };
            if last.to.is_some() || to <= last.article {
                break;
            }
            // A range ends where it ends: a paragraph named before or after it is not kept.
            let whole = Articles { article: last.article, to: Some(to), paragraph: None, item: None };
            *articles.last_mut()? = whole;
            end = next;
        } else if let Some((more, next)) = one(text, after, false).or_else(|| part(text, after, last)) {
            articles.extend(more);
            end = next;
        } else {
            break;
        }
    }
    Some(Run { articles, end })
}

/// One article, or several under one 条, each with the paragraphs and items that follow. A first one says 第; the next
/// may leave it out.
fn one(text: &Folded, start: usize, first: bool) -> Option<(Vec<Articles>, usize)> {
    if first && text.at(start) != '第' {
        return None;
    }
    let (numbers, mut end) = ordinals(text, start, '条', true)?;
    let mut found: Vec<Articles> = numbers
        .iter()
        .map(|(article, to)| Articles { article: *article, to: *to, paragraph: None, item: None })
        .collect();
    // 第十条之一 is an article of its own, which the register cannot name: it is read as the article it follows.
    if text.at(end) == '之'
        && let Some((_, next)) = number(text, end + 1).filter(|(_, next)| text.at(*next) != '条')
    {
        end = next;
    }
    let last = *found.last()?;
    if last.to.is_none()
        && let Some((parts, next)) = below(text, end, last)
    {
        found.pop();
        found.extend(parts);
        end = next;
    }
    Some((found, end))
}

/// The paragraphs and items that follow an article, or the items that follow a paragraph: 第二款第（一）、（二）项.
fn below(text: &Folded, start: usize, of: Articles) -> Option<(Vec<Articles>, usize)> {
    if let Some((paragraphs, end)) = ordinals(text, start, '款', false) {
        let mut found: Vec<Articles> = paragraphs
            .iter()
            .map(|(paragraph, _)| Articles { paragraph: Some(*paragraph), item: None, ..of })
            .collect();
        let last = *found.last()?;
        if let Some((items, end)) = items(text, end, last) {
            found.pop();
            found.extend(items);
            return Some((found, end));
        }
        return Some((found, end));
    }
    items(text, start, of)
}

fn items(text: &Folded, start: usize, of: Articles) -> Option<(Vec<Articles>, usize)> {
    let (items, end) = ordinals(text, start, '项', false)?;
    Some((items.iter().map(|(item, _)| Articles { item: Some(*item), ..of }).collect(), end))
}

/// A further paragraph or item of the article named last: the `第三款` of `第十二条第二款、第三款`.
fn part(text: &Folded, start: usize, last: Articles) -> Option<(Vec<Articles>, usize)> {
    if last.to.is_some() {
        return None;
    }
    if last.paragraph.is_some() && ordinals(text, start, '款', false).is_some() {
        return below(text, start, last);
    }
    items(text, start, last).filter(|_| last.item.is_some())
}

/// A number, or the first and last of a range.
type Span = (u16, Option<u16>);

/// The numbers before a unit, with 第 once or before each, in brackets or not: `第二款`, `第（三）项`, `（一）项`,
/// `第（一）、（四）项`, `第五、六条`, `第49-51条`. Articles alone may do without 第 and brackets, and be ranges.
fn ordinals(text: &Folded, start: usize, unit: char, articles: bool) -> Option<(Vec<Span>, usize)> {
    let mut at = start + usize::from(text.at(start) == '第');
    let ordinal = at > start;
    let mut found: Vec<Span> = Vec::new();
    while found.len() < RUN {
        let bracket = text.at(at) == '(';
        if !ordinal && !bracket && !articles {
            return None;
        }
        let (value, mut end) = number(text, at + usize::from(bracket))?;
        if bracket {
            end += (text.at(end) == ')').then_some(1)?;
        }
        found.push((value, None));
        if text.at(end) == unit {
            return Some((found, end + 1));
        }
        if articles && let Some((to, after)) = range(text, end) {
            found.pop();
            found.push((value, Some(to).filter(|to| *to > value)));
            return (text.at(after) == unit && to > value).then_some((found, after + 1));
        }
        let (joint, next) = joint(text, end)?;
        if joint == Joint::To || !ordinal && !bracket {
            return None;
        }
        at = next;
    }
    None
}

/// The last number of a range that goes on here without a unit between: the `-51` of `第49-51条`.
fn range(text: &Folded, start: usize) -> Option<(u16, usize)> {
    let (joint, after) = joint(text, start)?;
    if joint == Joint::To { number(text, after) } else { None }
}

#[derive(PartialEq)]
enum Joint {
    And,
    To,
}

/// What joins two articles, and where it ends.
fn joint(text: &Folded, start: usize) -> Option<(Joint, usize)> {
    if let Some(length) = text.any(start, &["至", "到", "-"]) {
        return Some((Joint::To, start + length + usize::from(text.has(start, "--"))));
    }
    text.any(start, &["、", "以及", "和", "及", "或者", "或", "与", ","]).map(|length| (Joint::And, start + length))
}

#[cfg(test)]
mod tests {
    use super::{Folded, run};

    fn read(text: &str) -> (String, usize) {
        run(&Folded::new(text), 0).map_or((String::new(), 0), |run| {
            let names: Vec<String> = run.articles.iter().map(ToString::to_string).collect();
            (names.join(" "), run.end)
        })
    }

    #[test]
    fn reads_runs_and_ranges() {
        for (text, expected) in [
            ("第六十五条", "65"),
            ("第65条", "65"),
            ("第四十五条至五十五条", "45-55"),
            ("第四十五条至第五十五条", "45-55"),
            ("第45条—第55条", "45-55"),
            ("第七十八条、第七十九条、第八十条", "78 79 80"),
            ("第七条和第十七条", "7 17"),
            ("第十二条第二款第三项", "12.2.3"),
            ("第十二条第（三）项", "12..3"),
            ("第十二条第二款、第三款", "12.2 12.3"),
            ("第十二条第二款第三项、第五项", "12.2.3 12.2.5"),
            ("第十条之一", "10"),
            ("第一百一十四条", "114"),
            ("第十二条第（一）、（四）项", "12..1 12..4"),
            ("第十二条第二款第（一）、（二）项", "12.2.1 12.2.2"),
            ("第十四条（一）项", "14..1"),
            ("第49-51条", "49-51"),
            ("第五、六条", "5 6"),
            ("第六十条、六十一条", "60 61"),
        ] {
            assert_eq!(read(text), (expected.to_owned(), text.chars().count()), "{text}");
        }
    }

    #[test]
    fn stops_where_the_run_stops() {
        assert_eq!(read("第六条、第七章"), ("6".into(), 3));
        assert_eq!(read("第六条至第三条"), ("6".into(), 3));
        assert_eq!(read("六十五条"), (String::new(), 0));
        assert_eq!(read("第六章"), (String::new(), 0));
    }
}
