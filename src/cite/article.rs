//! Characters in; the articles, paragraphs and items, and the items of annexes, that are named at their beginning out.

use crate::model::{ArticleNumber, Articles, Span};

use super::annex;
use super::fold::Folded;
use super::numeral::number;
use super::ordinal::{Joint, joint, ordinals};

/// Articles at most in one run; the rest is read as a run of its own.
const RUN: usize = 60;

/// Behind 之一, what makes a word of it that is no number of an article: 之一切, 之一部分.
const NO_NUMBER: &str = "条项切些般部样定律经旦次种个分半";

/// Articles named one after the other.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// What they name, in order.
    pub articles: Vec<Articles>,
    /// Character after the last.
    pub end: usize,
}

/// What is named, in order, and where it ends.
type Found = (Vec<Articles>, usize);

/// The articles named from here on: `第七条和第十七条`, `第四十五条至五十五条`, `第十二条第二款第三项`,
/// `第一百二十条之一至之六`.
pub(super) fn run(text: &Folded, start: usize) -> Option<Run> {
    one(text, start, None).map(|first| follow(text, first))
}

/// The same where an annex is named first: `附件2第17项、第19项`.
pub(super) fn annexed(text: &Folded, start: usize) -> Option<Run> {
    annex::annex(text, start).map(|first| follow(text, first))
}

/// Takes in whatever is joined to what is named first.
fn follow(text: &Folded, (mut articles, mut end): Found) -> Run {
    while articles.len() < RUN {
        let (Some(last), Some((joint, after))) = (articles.last_mut(), joint(text, end)) else { break };
        if joint == Joint::To {
            let Some((range, next)) = range(text, after, *last) else { break };
            // A range ends where it ends: a paragraph named before or after it is not kept.
            *last = range;
            end = next;
        } else if let Some((more, next)) = one(text, after, Some(*last))
            .or_else(|| annex::annex(text, after))
            .or_else(|| inserted_behind(text, after, *last))
            .or_else(|| part(text, after, *last))
        {
            articles.extend(more);
            end = next;
        } else {
            break;
        }
    }
    Run { articles, end }
}

/// The range from what is named last to what stands here, and where it ends.
fn range(text: &Folded, start: usize, last: Articles) -> Option<(Articles, usize)> {
    match last {
        Articles::Article { article: first, .. } => {
            let (last, end) = match ordinals(text, start, '条', true) {
                Some((to, end)) => {
                    let [(number, None)] = to[..] else { return None };
                    let inserted = inserted(text, end);
                    let end = inserted.map_or(end, |(_, end)| end);
                    (ArticleNumber { number, inserted: inserted.map(|(inserted, _)| inserted) }, end)
                }
                None => behind(text, start, first)?,
            };
            Some((Articles::Range(Span::new(first, last)?), end))
        }
        Articles::AnnexItem { annex, item } => {
            let (to, end) = ordinals(text, start, '项', true)?;
            let [(to, None)] = to[..] else { return None };
            Some((Articles::AnnexItems { annex, items: Span::new(item, to)? }, end))
        }
        _ => None,
    }
}

/// One article, or several under one 条, each with the paragraphs and items that follow. A first one says 第; the next
/// may leave it out.
fn one(text: &Folded, start: usize, previous: Option<Articles>) -> Option<Found> {
    if previous.is_none() && text.at(start) != '第' {
        return None;
    }
    if let Some((article, end)) = hyphened(text, start) {
        return Some(with_parts(text, vec![article.into()], end));
    }
    let (numbers, mut end) = ordinals(text, start, '条', true)?;
    let number = |number: u16| ArticleNumber::from(number);
    let mut found: Vec<Articles> = numbers
        .iter()
        .map(|(article, to)| match to.and_then(|to| Span::new(number(*article), number(to))) {
            Some(span) => Articles::Range(span),
            None => number(*article).into(),
        })
        .collect();
    if let Some((inserted, after)) = inserted(text, end).filter(|(_, after)| !one_of(text, *after, &found, previous))
        && let Some(Articles::Article { article, .. }) = found.last_mut()
    {
        article.inserted = Some(inserted);
        end = after;
    }
    Some(with_parts(text, found, end))
}

/// Articles with the paragraphs and items that follow the last.
fn with_parts(text: &Folded, mut found: Vec<Articles>, end: usize) -> Found {
    if let Some(Articles::Article { article, .. }) = found.last().copied()
        && let Some((parts, next)) = below(text, end, article)
    {
        found.pop();
        found.extend(parts);
        return (found, next);
    }
    (found, end)
}

/// The number of an article that was inserted behind the one named, and where it ends: `之一`, in brackets as well.
fn inserted(text: &Folded, start: usize) -> Option<(u16, usize)> {
    if text.at(start) == '(' && text.at(start + 1) == '之' {
        let (value, end) = number(text, start + 2)?;
        return (value < 100 && text.at(end) == ')').then_some((value, end + 1));
    }
    if text.at(start) != '之' {
        return None;
    }
    number(text, start + 1).filter(|(value, end)| *value < 100 && !NO_NUMBER.contains(text.at(*end)))
}

/// Whether 之一 says that it is one of several articles: `第七条、第八条之一的，…`.
fn one_of(text: &Folded, end: usize, found: &[Articles], previous: Option<Articles>) -> bool {
    let several = found.len() > 1 || previous.is_some_and(|previous| !same_number(previous, found));
    several && text.before(end) == '一' && text.at(end) == '的' && ",。;:、".contains(text.at(end + 1))
}

/// Whether the article named before bears the number of the one that is being read.
fn same_number(previous: Articles, found: &[Articles]) -> bool {
    let number = |articles: &Articles| articles.parts().article;
    found.first().and_then(number) == number(&previous)
}

/// An inserted article with a hyphen, as in `第134-1条`: it is no range, since that would run backwards.
fn hyphened(text: &Folded, start: usize) -> Option<(ArticleNumber, usize)> {
    let at = start + usize::from(text.at(start) == '第');
    let (number, dash) = number(text, at).filter(|(_, end)| text.at(at).is_ascii_digit() && text.at(*end) == '-')?;
    let (inserted, end) = self::number(text, dash + 1)?;
    (inserted < number && inserted < 20 && text.at(end) == '条')
        .then_some((ArticleNumber { number, inserted: Some(inserted) }, end + 1))
}

/// An article inserted behind the same one as the one named last: the `之六` of `之一至之六`, the `二` of `之一、二`.
fn behind(text: &Folded, start: usize, last: ArticleNumber) -> Option<(ArticleNumber, usize)> {
    let bare = || number(text, start).filter(|(_, end)| last.inserted.is_some() && ends(text, *end));
    let (inserted, end) = inserted(text, start).or_else(bare)?;
    Some((ArticleNumber { number: last.number, inserted: Some(inserted) }, end))
}

/// Whether nothing that could be counted stands here.
fn ends(text: &Folded, at: usize) -> bool {
    at == text.chars.len() || ",。;:、)》的规追处移立".contains(text.at(at))
}

/// Such an article with its paragraphs and items.
fn inserted_behind(text: &Folded, start: usize, last: Articles) -> Option<Found> {
    let Articles::Article { article, .. } = last else { return None };
    let (article, end) = behind(text, start, article)?;
    Some(with_parts(text, vec![article.into()], end))
}

/// The paragraphs and items that follow an article, or the items that follow a paragraph: 第二款第（一）、（二）项.
fn below(text: &Folded, start: usize, article: ArticleNumber) -> Option<Found> {
    let Some((paragraphs, end)) = ordinals(text, start, '款', false) else { return items(text, start, article, None) };
    let paragraph = |(paragraph, _): &(u16, _)| Articles::Article { article, paragraph: Some(*paragraph), item: None };
    let mut found: Vec<Articles> = paragraphs.iter().map(paragraph).collect();
    let last = paragraphs.last().map(|(last, _)| *last);
    if let Some((items, end)) = items(text, end, article, last) {
        found.pop();
        found.extend(items);
        return Some((found, end));
    }
    Some((found, end))
}

fn items(text: &Folded, start: usize, article: ArticleNumber, paragraph: Option<u16>) -> Option<Found> {
    let (items, end) = ordinals(text, start, '项', false)?;
    let item = |(item, _): &(u16, _)| Articles::Article { article, paragraph, item: Some(*item) };
    Some((items.iter().map(item).collect(), end))
}

/// A further paragraph or item of what is named last: the `第三款` of `第十二条第二款、第三款`, the `第19项` of
/// `附件2第17项、第19项`.
fn part(text: &Folded, start: usize, last: Articles) -> Option<Found> {
    match last {
        Articles::Article { article, paragraph: Some(_), .. } if ordinals(text, start, '款', false).is_some() => {
            below(text, start, article)
        }
        Articles::Article { article, paragraph, item: Some(_) } => items(text, start, article, paragraph),
        Articles::AnnexItem { annex, .. } | Articles::AnnexItems { annex, .. } => annex::items(text, start, annex),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, annexed, run};

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
            ("第十条之一", "10_1"),
            ("第一百一十四条", "114"),
            ("第十二条第（一）、（四）项", "12..1 12..4"),
            ("第十二条第二款第（一）、（二）项", "12.2.1 12.2.2"),
            ("第十四条（一）项", "14..1"),
            ("第49-51条", "49-51"),
            ("第五、六条", "5 6"),
            ("第六十条、六十一条", "60 61"),
            ("第⑨条", "9"),
            ("第㈨条㈢项", "9..3"),
            ("第二十—条", "21"),
            ("第一百三十四条之一", "134_1"),
            ("第134条之1", "134_1"),
            ("第134-1条", "134_1"),
            ("第一百三十四条之一第一款第（三）项", "134_1.1.3"),
            ("第一百二十条之一至之六", "120_1-120_6"),
            ("第一百二十条之一至六", "120_1-120_6"),
            ("第一百二十条之一至第一百二十条之六", "120_1-120_6"),
            ("第一百二十条至第一百二十条之六", "120-120_6"),
            ("第一百二十条之一、之二", "120_1 120_2"),
            ("第一百二十条之一、二", "120_1 120_2"),
            ("第二百八十七条之一第一款、之二", "287_1.1 287_2"),
            ("第二百八十七条及之一", "287 287_1"),
            ("第一百三十四条、第一百三十四条之一", "134 134_1"),
            ("第二十条和附件2第4项", "20 annex2.4"),
        ] {
            assert_eq!(read(text), (expected.to_owned(), Folded::new(text).chars.len()), "{text}");
        }
    }

    #[test]
    fn reads_annexes() {
        for (text, expected) in [
            ("附件第172项", "annex.172"),
            ("附件2第17项", "annex2.17"),
            ("附件（2）第（十七）项", "annex2.17"),
            ("附件二中第十七项", "annex2.17"),
            ("附件2第17、18项", "annex2.17 annex2.18"),
            ("附件2第17项、第19项", "annex2.17 annex2.19"),
            ("附件2第17-19项", "annex2.17-19"),
            ("附件2第17项至第19项", "annex2.17-19"),
            ("附件1第3项和附件2第1项", "annex1.3 annex2.1"),
            ("附件2序号17", "annex2.17"),
            ("附件1《取消的项目目录》第9项", "annex1.9"),
            ("附件2", "annex2"),
            ("附件", "annex"),
        ] {
            let run = annexed(&Folded::new(text), 0).map(|run| {
                let names: Vec<String> = run.articles.iter().map(ToString::to_string).collect();
                (names.join(" "), run.end)
            });
            assert_eq!(run, Some((expected.to_owned(), text.chars().count())), "{text}");
        }
        for text in ["附件材料", "附件：表", "附件17项", "附件3份", "附表2第3项"] {
            let found = annexed(&Folded::new(text), 0).map(|run| run.articles);
            assert!(found.is_none(), "{text}: {found:?}");
        }
    }

    #[test]
    fn stops_where_the_run_stops() {
        assert_eq!(read("第六条、第七章"), ("6".into(), 3));
        assert_eq!(read("第六条至第三条"), ("6".into(), 3));
        assert_eq!(read("六十五条"), (String::new(), 0));
        assert_eq!(read("第六章"), (String::new(), 0));
        assert_eq!(read("第十条之一切"), ("10".into(), 3));
        assert_eq!(read("第三条、第四条之一的，"), ("3 4".into(), 7));
        assert_eq!(read("第四条之一的，"), ("4_1".into(), 5));
        assert_eq!(read("第三条之五至之二"), ("3_5".into(), 5));
        assert_eq!(read("第三条之二条"), ("3".into(), 3));
    }
}
