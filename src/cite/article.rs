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
    let (first, mut end) = one(text, start, true)?;
    let mut articles = vec![first];
    while articles.len() < RUN {
        let Some((joint, after)) = joint(text, end) else { break };
        let last = articles[articles.len() - 1];
        if joint == Joint::To {
            let Some((to, next)) = article_number(text, after) else { break };
            if last.to.is_some() || to <= last.article {
                break;
            }
            // A range ends where it ends: a paragraph named before or after it is not kept.
            let whole = Articles { article: last.article, to: Some(to), paragraph: None, item: None };
            *articles.last_mut()? = whole;
            end = next;
        } else if let Some((next_article, next)) = one(text, after, false) {
            articles.push(next_article);
            end = next;
        } else if let Some((part, next)) = part(text, after, last) {
            articles.push(part);
            end = next;
        } else {
            break;
        }
    }
    Some(Run { articles, end })
}

/// One article with its paragraph and item. A first one says 第; the next may leave it out.
fn one(text: &Folded, start: usize, first: bool) -> Option<(Articles, usize)> {
    if first && text.at(start) != '第' {
        return None;
    }
    let (article, mut end) = article_number(text, start)?;
    let mut found = Articles { article, to: None, paragraph: None, item: None };
    // 第十条之一 is an article of its own, which the register cannot name: it is read as the article it follows.
    if text.at(end) == '之'
        && let Some((_, next)) = number(text, end + 1).filter(|(_, next)| text.at(*next) != '条')
    {
        end = next;
    }
    if let Some((paragraph, next)) = ordinal(text, end, '款') {
        (found.paragraph, end) = (Some(paragraph), next);
    }
    if let Some((item, next)) = ordinal(text, end, '项') {
        (found.item, end) = (Some(item), next);
    }
    Some((found, end))
}

/// A further paragraph or item of the article named last: the `第三款` of `第十二条第二款、第三款`.
fn part(text: &Folded, start: usize, last: Articles) -> Option<(Articles, usize)> {
    if last.to.is_some() {
        return None;
    }
    if let Some((paragraph, mut end)) = ordinal(text, start, '款') {
        let mut found = Articles { paragraph: Some(paragraph), item: None, ..last };
        if let Some((item, next)) = ordinal(text, end, '项') {
            (found.item, end) = (Some(item), next);
        }
        return last.paragraph.map(|_| (found, end));
    }
    let (item, end) = ordinal(text, start, '项')?;
    last.item.map(|_| (Articles { item: Some(item), ..last }, end))
}

/// The number before 条, with or without 第; `第55条`, `五十五条`.
fn article_number(text: &Folded, start: usize) -> Option<(u16, usize)> {
    ordinal(text, start, '条').or_else(|| {
        let (value, end) = number(text, start)?;
        (text.at(end) == '条').then_some((value, end + 1))
    })
}

/// The number between 第 and a unit, in brackets or not: `第二款`, `第（三）项`.
fn ordinal(text: &Folded, start: usize, unit: char) -> Option<(u16, usize)> {
    if text.at(start) != '第' {
        return None;
    }
    let bracket = text.at(start + 1) == '(';
    let (value, mut end) = number(text, start + 1 + usize::from(bracket))?;
    if bracket {
        if text.at(end) != ')' {
            return None;
        }
        end += 1;
    }
    (text.at(end) == unit).then_some((value, end + 1))
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
