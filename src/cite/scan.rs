//! A text and the register in; every citation, in the order of the text, out.

use crate::model::{Articles, LawId};

use super::article::{self, Run};
use super::behind::{annex, chapter, closing, short_name};
use super::context::{About, Antecedents, Meaning};
use super::date::{self, Dated};
use super::fold::Folded;
use super::kind::SELVES;
use super::label;
use super::mention::{Certainty, Mention};
use super::names::{Hit, Names};
use super::number::{DocumentNumber, Numbered, numbers};
use super::title::{Title, titles};

/// Characters of a number that are left before a page ends, at least, and characters of other cells before it goes on,
/// at most.
const BROKEN: usize = 2;
const APART: usize = 600;

/// What has articles and is no law.
const OTHERS: [&str; 8] = ["合同", "协议", "协议书", "合同书", "公约", "制度", "守则", "章程"];

/// What has an annex, as a text calls it after it was named: 该决定附件第3项.
const WITH_ANNEX: [&str; 9] = ["决定", "目录", "通知", "意见", "办法", "规定", "条例", "规则", "细则"];

/// Reads a text from its beginning to its end.
pub(super) struct Scan<'a> {
    text: &'a str,
    folded: &'a Folded,
    names: &'a Names,
    numbers: Vec<Numbered>,
    context: Antecedents<'a>,
    found: Vec<Mention>,
    /// Where the last citation ends, in folded characters, and where its title began.
    last: (usize, usize),
}

/// A citation being put together, in folded characters.
#[derive(Default)]
struct CitationDraft {
    start: usize,
    end: usize,
    title: Option<String>,
    hits: Vec<Hit>,
    number: Option<Numbered>,
    articles: Vec<Articles>,
    dates: Vec<Dated>,
    short: Option<String>,
}

impl CitationDraft {
    /// A reference without a title.
    fn of(start: usize, run: Run) -> CitationDraft {
        CitationDraft { start, end: run.end, articles: run.articles, ..CitationDraft::default() }
    }
}

/// Every citation of a text that belongs to something with these citations.
pub(super) fn scan(text: &str, folded: &Folded, names: &Names, about: &[About<'_>]) -> Vec<Mention> {
    let numbers = numbers(folded, &|number| !names.number(number).is_empty());
    let titles = titles(folded, names);
    let context = Antecedents::new(about);
    let mut scan = Scan { text, folded, names, numbers, context, found: Vec::new(), last: (0, 0) };
    let mut title = titles.into_iter().peekable();
    let mut number = 0;
    let mut at = 0;
    while at < folded.chars.len() {
        scan.context.enter(folded, at);
        while title.next_if(|title| title.start < at).is_some() {}
        while scan.numbers.get(number).is_some_and(|number| number.start < at) {
            number += 1;
        }
        let next = if let Some(title) = title.next_if(|title| title.start == at) {
            Some(scan.titled(title, None))
        } else if let Some(numbered) = scan.numbers.get(number).filter(|number| number.start == at).cloned() {
            let after = title.next_if(|title| title.start == numbered.end || closes(folded, &numbered, title.start));
            match after {
                Some(title) => Some(scan.titled(title, Some(numbered))),
                None => scan.numbered(numbered),
            }
        } else {
            scan.untitled(at)
        };
        // What a citation runs over may hold the beginning of a line: the context is told of it.
        let end = next.unwrap_or(at + 1).max(at + 1);
        (at + 1..end).filter(|at| folded.starts(*at)).for_each(|at| scan.context.enter_quietly(at));
        at = end;
    }
    scan.found
}

/// Whether a number in brackets of its own stands before a title: （国务院令第591号）《…》.
fn closes(text: &Folded, number: &Numbered, title: usize) -> bool {
    text.before(number.start) == '(' && text.at(number.end) == ')' && title == number.end + 1
}

impl Scan<'_> {
    /// A title, with what stands before and behind it; where it ends.
    fn titled(&mut self, title: Title, before: Option<Numbered>) -> usize {
        let bracket = |number: &Numbered| usize::from(number.end < title.start);
        let start = before.as_ref().map_or(title.start, |number| number.start - bracket(number));
        let mut draft = CitationDraft {
            start,
            end: title.end,
            title: Some(title.name.clone()),
            hits: title.hits,
            number: before,
            ..CitationDraft::default()
        };
        self.behind(&mut draft);
        let given = self.context.shortened(&title.name).filter(|_| draft.hits.is_empty());
        if let Some(law) = given {
            let certainty = if law.is_some() { Certainty::Inherited } else { Certainty::Unregistered };
            return self.push(draft, law, Vec::new(), certainty);
        }
        if title.generic && draft.number.is_none() {
            let (law, candidates, certainty) = match self.context.of_kind(self.names, &title.name) {
                Meaning::Law(law) => (Some(law), Vec::new(), Certainty::Inherited),
                Meaning::Open(laws) => (None, laws, Certainty::Ambiguous),
                Meaning::Unregistered => (None, Vec::new(), Certainty::Unregistered),
                Meaning::Nothing => (None, Vec::new(), Certainty::Ambiguous),
            };
            return self.push(draft, law, candidates, certainty);
        }
        self.settle(draft)
    }

    /// A number without a title; where it ends.
    fn numbered(&mut self, number: Numbered) -> Option<usize> {
        if self.names.number(&number.normalized).is_empty() && !number.sure {
            return None;
        }
        let mut draft =
            CitationDraft { start: number.start, end: number.end, number: Some(number), ..CitationDraft::default() };
        self.behind(&mut draft);
        let unknown = draft.number.as_ref().is_some_and(|number| self.names.number(&number.normalized).is_empty());
        if let Some(law) = self.context.entry(self.folded, draft.start).filter(|_| unknown) {
            return Some(self.push(draft, Some(law), Vec::new(), Certainty::Inherited));
        }
        Some(self.settle(draft))
    }

    /// A reference without a title: an article, `本法第…条`, `前款`; where it ends.
    fn untitled(&mut self, at: usize) -> Option<usize> {
        let text = self.folded;
        match text.at(at) {
            '第' => {
                if text.ends(at, &OTHERS) {
                    return None;
                }
                let run = article::run(text, at)?;
                let meaning = self.context.article(text, at, &run.articles);
                let cited = text.ends(at, &["依照", "按照", "依据", "根据", "违反", "按", "依", "适用"]);
                if meaning == Meaning::Nothing && !cited {
                    return None;
                }
                self.context.at_article(at, &run.articles);
                let draft = CitationDraft::of(at, run);
                Some(self.inherit(draft, meaning))
            }
            // Anything may have an annex: only a label says whose it is.
            '附' if label::names_place(text, at) => {
                let run = article::annexed(text, at)?;
                let meaning = self.context.article(text, at, &run.articles);
                let draft = CitationDraft::of(at, run);
                (meaning != Meaning::Nothing).then(|| self.inherit(draft, meaning))
            }
            '该' if let Some(word) = WITH_ANNEX.iter().find(|word| self.calls_annexed(at + 1, word)) => {
                let run = article::annexed(text, at + 1 + word.chars().count())?;
                let meaning = self.context.of_kind(self.names, word);
                let draft = CitationDraft::of(at, run);
                Some(self.inherit(draft, meaning))
            }
            '本' | '该' => {
                let word = SELVES.iter().find(|word| text.has(at + 1, word))?;
                let end = at + 1 + word.chars().count();
                let start = chapter(text, end).unwrap_or(end);
                if text.at(at) == '本' && matches!(text.before(at), '基' | '根' | '文' | '版' | '成' | '样') {
                    return None;
                }
                let run = article::run(text, start)?;
                let meaning = self.context.own(self.names, word, text.at(at) == '该');
                let draft = CitationDraft::of(at, run);
                Some(self.inherit(draft, meaning))
            }
            '前' if text.at(at + 1) == '款' => {
                let (law, article) = self.context.paragraph_before()?;
                let draft =
                    CitationDraft { start: at, end: at + 2, articles: vec![article], ..CitationDraft::default() };
                Some(self.inherit(draft, Meaning::Law(law)))
            }
            _ => None,
        }
    }

    /// Whether a law is called by this word, with its annex behind it.
    fn calls_annexed(&self, at: usize, word: &str) -> bool {
        self.folded.has(at, word) && self.folded.has(at + word.chars().count(), "附件")
    }

    fn inherit(&mut self, draft: CitationDraft, meaning: Meaning) -> usize {
        match meaning {
            Meaning::Law(law) => self.push(draft, Some(law), Vec::new(), Certainty::Inherited),
            Meaning::Open(laws) => self.push(draft, None, laws, Certainty::Ambiguous),
            Meaning::Unregistered => self.push(draft, None, Vec::new(), Certainty::Unregistered),
            Meaning::Nothing => self.push(draft, None, Vec::new(), Certainty::Ambiguous),
        }
    }

    /// Takes in what stands behind a title: 的通知, brackets with a number or dates, a number, articles.
    fn behind(&self, draft: &mut CitationDraft) {
        let text = self.folded;
        for _ in 0..6 {
            if text.at(draft.end) == '(' {
                if !self.bracket(draft) {
                    break;
                }
            } else if let Some(length) =
                text.any(draft.end, &["的通知", "的公告"]).filter(|length| text.at(draft.end + length) == '(')
            {
                draft.end += length;
            } else if let Some(number) = self.number_at(draft.end).filter(|_| draft.number.is_none()) {
                draft.end = number.end;
                draft.number = Some(number.clone());
            } else {
                break;
            }
        }
        let at = chapter(text, draft.end).unwrap_or(draft.end);
        // Below a heading that is a title, a line that opens with an article is the text of that article.
        let below = text.starts(at) && self.context.opens(draft.start);
        let articles = || article::run(text, at).filter(|_| !below);
        // 《…》和附件, without a number: any annex may be meant.
        let vague =
            |run: &Run| matches!(text.at(draft.end), '及' | '和') && run.articles[..] == [Articles::Annex(None)];
        let annex = || article::annexed(text, annex(text, draft.end)).filter(|run| !below && !vague(run));
        if let Some(run) = articles().or_else(annex) {
            draft.end = run.end;
            draft.articles.extend(run.articles);
        }
    }

    /// Takes in a pair of brackets, where it says something of the law; whether it did.
    fn bracket(&self, draft: &mut CitationDraft) -> bool {
        let text = self.folded;
        let open = draft.end;
        if let Some(number) = self.broken(draft, open) {
            draft.end = number.end;
            draft.number = Some(number);
            return true;
        }
        let Some(close) = closing(text, open) else {
            // The closing bracket is missing: the number that follows is still the law's.
            let number = self.number_at(open + 1).filter(|_| draft.number.is_none());
            if let Some(number) = number {
                draft.end = number.end;
                draft.number = Some(number.clone());
            }
            return number.is_some();
        };
        let inside = self.numbers.iter().skip(self.numbers.partition_point(|number| number.start <= open));
        let number = inside.clone().next().filter(|number| number.end <= close);
        let dates = date::dates(text, open + 1, close);
        let short = short_name(text, open + 1, close);
        let trial = text.any(open + 1, &["试行", "暂行", "修订", "修正", "现行"]).is_some();
        draft.short = draft.short.take().or(short);
        if number.is_none() && dates.is_empty() && !trial {
            return false;
        }
        // （国务院令第412号，附件第172项）
        let annex = number.and_then(|number| article::annexed(text, number.end + text.any(number.end, &[",", "、"])?));
        draft.articles.extend(annex.filter(|run| run.end == close).map(|run| run.articles).unwrap_or_default());
        draft.number = draft.number.take().or_else(|| number.cloned());
        draft.dates.extend(dates);
        draft.end = close + 1;
        true
    }

    /// The registered number of the law, broken off in a bracket at the end of a page: other cells stand before the line
    /// that goes on with it.
    fn broken(&self, draft: &CitationDraft, open: usize) -> Option<Numbered> {
        let [Hit { law, .. }] = draft.hits[..] else { return None };
        if draft.number.is_some() {
            return None;
        }
        let (text, whole) = (self.folded, self.names.own_number(law)?);
        let here = |at: usize, c: char| text.at(at) == c && !text.starts(at);
        let kept = whole.iter().enumerate().take_while(|(offset, c)| here(open + 1 + offset, **c)).count();
        let end = open + 1 + kept;
        if kept < BROKEN || kept == whole.len() || !text.starts(end) {
            return None;
        }
        let goes_on = |at: &usize| {
            let rest = &whole[kept..];
            text.starts(*at)
                && rest.iter().enumerate().all(|(offset, c)| text.at(at + offset) == *c)
                && text.at(at + rest.len()) == ')'
        };
        // What goes on at once is only broken over two lines, and read like any number.
        let at = (end..(end + APART).min(text.chars.len())).find(goes_on).filter(|at| *at > end)?;
        let rest = Some((at, at + whole.len() - kept));
        Some(Numbered { normalized: self.names.number_of(law)?.to_owned(), sure: true, start: open + 1, end, rest })
    }

    fn number_at(&self, at: usize) -> Option<&Numbered> {
        let index = self.numbers.partition_point(|number| number.start < at);
        self.numbers.get(index).filter(|number| number.start == at)
    }

    /// Decides which law a title or a number names.
    fn settle(&mut self, draft: CitationDraft) -> usize {
        let numbered: &[LawId] = draft.number.as_ref().map_or(&[], |number| self.names.number(&number.normalized));
        let (law, candidates, certainty) = match (&draft.hits[..], numbered) {
            ([hit], _) => (Some(hit.law), Vec::new(), if hit.exact { Certainty::Exact } else { Certainty::Alias }),
            ([], [law]) => (Some(*law), Vec::new(), Certainty::Alias),
            ([], []) => (None, Vec::new(), Certainty::Unregistered),
            ([], laws) => (None, laws.to_vec(), Certainty::Ambiguous),
            (hits, laws) => {
                let both: Vec<LawId> = hits.iter().map(|hit| hit.law).filter(|law| laws.contains(law)).collect();
                match both[..] {
                    [law] => (Some(law), Vec::new(), Certainty::Alias),
                    _ => (None, hits.iter().map(|hit| hit.law).collect(), Certainty::Ambiguous),
                }
            }
        };
        self.push(draft, law, candidates, certainty)
    }

    fn push(
        &mut self,
        draft: CitationDraft,
        law: Option<LawId>,
        candidates: Vec<LawId>,
        certainty: Certainty,
    ) -> usize {
        let CitationDraft { start, end, .. } = draft;
        if draft.title.is_some() || draft.number.is_some() {
            self.context.named(start, law, &draft.articles, label::names_law(self.folded, start));
        }
        if let Some(name) = draft.short {
            self.context.shorten(name, law);
        }
        let slice = |start, end| self.folded.slice(self.text, start, end);
        let number = draft.number.map(|number| DocumentNumber {
            as_printed: slice(number.start, number.end).to_owned()
                + number.rest.map_or("", |(start, end)| slice(start, end)),
            normalized: number.normalized,
        });
        self.share(start, number.as_ref());
        let (from, to) = self.folded.place(start, end);
        self.found.push(Mention {
            start: from,
            end: to,
            text: self.folded.slice(self.text, start, end).to_owned(),
            title: draft.title,
            law,
            candidates,
            articles: draft.articles,
            document_number: number,
            dates: draft.dates,
            certainty,
        });
        self.last = (start, end);
        end
    }

    /// A number behind two titles that touch is the number of both: 《…规则》《…参照标准》的通知（…）.
    fn share(&mut self, start: usize, number: Option<&DocumentNumber>) {
        let touches = self.last.1 == start && self.folded.before(start) == '》';
        if let (true, Some(number), Some(before)) = (touches, number, self.found.last_mut())
            && before.title.is_some()
            && before.document_number.is_none()
            && before.articles.is_empty()
        {
            before.document_number = Some(number.clone());
        }
    }
}
