//! What the text has named so far in; the law that `本法`, `第六十五条` or `前款` can mean here out.
//!
//! A paragraph that opens with a title is about that law (`1.《标准化法》第二十四条：…`), and so are the paragraphs
//! below it, until one opens with another title or a section begins (`一、…`). A label before the title changes nothing;
//! one that names a law (`法律法规名称：`) opens an entry wherever it stands.

use std::collections::HashMap;

use crate::model::{ArticleNumber, Articles, LawId};

use super::fold::Folded;
use super::kind::self_word;
use super::label;
use super::names::Names;
use super::numeral;

/// What a reference without a title can mean.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// One law.
    Law(LawId),
    /// Several, or one that the text does not name.
    Open(Vec<LawId>),
    /// One that is named in the same entry, and that no register knows.
    Unregistered,
    /// Nothing was named: it is no citation.
    Nothing,
}

impl Meaning {
    /// This, or where it is nothing, the other.
    fn or(self, other: impl FnOnce() -> Meaning) -> Meaning {
        if self == Meaning::Nothing { other() } else { self }
    }
}

/// The law that a paragraph opens with.
#[derive(Clone, Debug)]
struct Heading {
    law: Option<LawId>,
    article: Option<ArticleNumber>,
    /// Whether a label says that it is the law of an entry.
    labelled: bool,
    /// Laws that open sentences of the same paragraph: below it, an article may be one of theirs.
    rivals: Vec<LawId>,
    /// Whether the paragraph has ended.
    past: bool,
}

/// A law that what a text belongs to cites, and the articles it cites of it.
pub type About<'a> = (LawId, &'a [Articles]);

/// What the text has named so far.
#[derive(Debug, Default)]
pub(super) struct Antecedents<'a> {
    /// What the text is about before it names anything.
    about: &'a [About<'a>],
    /// Where the words of the paragraph begin, after its number.
    opening: usize,
    /// Where the sentence begins.
    sentence: usize,
    heading: Option<Heading>,
    in_sentence: Vec<LawId>,
    in_paragraph: Vec<LawId>,
    in_section: Vec<LawId>,
    short: HashMap<String, Option<LawId>>,
}

impl<'a> Antecedents<'a> {
    /// Nothing is named yet, in a text that belongs to something with these citations.
    pub fn new(about: &'a [About<'a>]) -> Antecedents<'a> {
        Antecedents { about, ..Antecedents::default() }
    }

    /// Takes notice of what begins at a character: a section, a paragraph, a sentence.
    pub fn enter(&mut self, text: &Folded, at: usize) {
        if text.starts(at) {
            let (after, section) = numbering(text, at);
            (self.opening, self.sentence) = (after, after);
            self.in_sentence.clear();
            self.in_paragraph.clear();
            if section {
                self.heading = None;
                self.in_section.clear();
            }
            if let Some(heading) = &mut self.heading {
                heading.past = true;
            }
        }
        if label::names_law(text, at) {
            (self.opening, self.sentence) = (at, at);
            self.heading = None;
            self.in_sentence.clear();
            self.in_paragraph.clear();
        } else if matches!(text.before(at), '。' | ';' | '!' | '?') && !text.starts(at) {
            self.sentence = numbering(text, at).0;
            self.in_sentence.clear();
        }
    }

    /// Takes notice of a line that begins within a citation, which does not end what the paragraph is about.
    pub fn enter_quietly(&mut self, at: usize) {
        (self.opening, self.sentence) = (at + 1, at + 1);
    }

    /// Whether the words of a paragraph begin here.
    pub fn opens(&self, at: usize) -> bool {
        at == self.opening
    }

    /// Takes notice of a law named here, or of one that no register knows; `labelled` where a label says that the law of
    /// an entry is named.
    pub fn named(&mut self, start: usize, law: Option<LawId>, articles: &[Articles], labelled: bool) {
        if self.opens(start) {
            let article = last_article(articles);
            self.heading = Some(Heading { law, article, labelled, rivals: Vec::new(), past: false });
        } else if let (Some(heading), Some(law)) = (&mut self.heading, law)
            && start == self.sentence
            && heading.law != Some(law)
            && !heading.past
            && !heading.labelled
        {
            heading.rivals.push(law);
        }
        if let Some(law) = law {
            for list in [&mut self.in_sentence, &mut self.in_paragraph, &mut self.in_section] {
                list.retain(|have| *have != law);
                list.push(law);
            }
        }
    }

    /// Takes notice of an article of the law that the paragraph is about.
    pub fn at_article(&mut self, start: usize, articles: &[Articles]) {
        if let Some(heading) = &mut self.heading
            && (start == self.opening || start == self.sentence)
        {
            heading.article = last_article(articles);
        }
    }

    /// Takes notice of a short name that the text gives a law: （以下简称《规定》）.
    pub fn shorten(&mut self, name: String, law: Option<LawId>) {
        self.short.insert(name, law);
    }

    /// What a short name was given to: a law, or `Some(None)` for one that no register knows.
    pub fn shortened(&self, name: &str) -> Option<Option<LawId>> {
        self.short.get(name).copied()
    }

    /// What articles without a title belong to.
    pub fn article(&self, text: &Folded, start: usize, articles: &[Articles]) -> Meaning {
        let begins = start == self.sentence || start == self.opening || matches!(text.before(start), '“' | '"' | ':');
        if !begins && !self.in_sentence.is_empty() {
            return only(&self.in_sentence);
        }
        match &self.heading {
            Some(Heading { law: Some(law), past: true, rivals, .. }) if !rivals.is_empty() => {
                only(&rivals.iter().copied().chain([*law]).collect::<Vec<LawId>>())
            }
            Some(Heading { law: Some(law), .. }) => Meaning::Law(*law),
            Some(Heading { law: None, labelled: true, .. }) => Meaning::Unregistered,
            Some(Heading { law: None, .. }) => Meaning::Open(Vec::new()),
            None => only(&self.in_paragraph).or(|| only(&cited_beside(self.about, articles, |_| true))),
        }
    }

    /// The law of the entry whose number is labelled to stand here.
    pub fn entry(&self, text: &Folded, at: usize) -> Option<LawId> {
        let heading = self.heading.as_ref().filter(|heading| heading.labelled)?;
        heading.law.filter(|_| label::numbers_law(text, at))
    }

    /// What `本法`, `本条例` mean, or where `near`, `该法`.
    pub fn own(&self, names: &Names, word: &str, near: bool) -> Meaning {
        let fits = |law: &LawId| self_word(names.full(*law)) == Some(word);
        if near {
            let last = self.in_sentence.iter().chain(&self.in_paragraph).filter(|law| fits(law));
            return only(&last.copied().collect::<Vec<LawId>>()).or(|| only(&self.beside(fits)));
        }
        match &self.heading {
            Some(Heading { law: Some(law), .. }) if fits(law) => Meaning::Law(*law),
            Some(Heading { law: None, .. }) => Meaning::Open(Vec::new()),
            _ => only(&self.in_paragraph.iter().copied().filter(|law| fits(law)).collect::<Vec<LawId>>())
                .or(|| only(&self.beside(fits))),
        }
    }

    /// The article whose paragraphs `前款` counts back in, and its law.
    pub fn paragraph_before(&self) -> Option<(LawId, Articles)> {
        let heading = self.heading.as_ref()?;
        Some((heading.law?, heading.article?.into()))
    }

    /// The laws of the section that a title which names a kind alone can mean.
    pub fn of_kind(&self, names: &Names, word: &str) -> Meaning {
        let fits = |law: &LawId| names.full(*law).trim_end_matches("(试行)").ends_with(word);
        let found: Vec<LawId> = self.in_section.iter().copied().filter(fits).collect();
        let found = if found.is_empty() { self.beside(fits) } else { found };
        match only(&found) {
            Meaning::Nothing => Meaning::Open(Vec::new()),
            meaning => meaning,
        }
    }

    /// The laws that fit, of those that what the text belongs to cites.
    fn beside(&self, fits: impl Fn(&LawId) -> bool) -> Vec<LawId> {
        self.about.iter().map(|(law, _)| *law).filter(fits).collect()
    }
}

/// The laws that fit, of those that what the text belongs to cites: those cited with one of these articles, else any.
pub(super) fn cited_beside(about: &[About<'_>], articles: &[Articles], fits: impl Fn(&LawId) -> bool) -> Vec<LawId> {
    let fitting = || about.iter().filter(|(law, _)| fits(law));
    let with = fitting().filter(|(_, cited)| cited.iter().any(|cited| cited.covers(articles)));
    let with: Vec<LawId> = with.map(|(law, _)| *law).collect();
    let mut laws = if with.is_empty() { fitting().map(|(law, _)| *law).collect() } else { with };
    laws.sort_unstable();
    laws.dedup();
    laws
}

/// The article named last, where a single one is.
fn last_article(articles: &[Articles]) -> Option<ArticleNumber> {
    match articles.last() {
        Some(Articles::Article { article, .. }) => Some(*article),
        _ => None,
    }
}

fn only(laws: &[LawId]) -> Meaning {
    let mut laws = laws.to_vec();
    laws.sort_unstable();
    laws.dedup();
    match laws[..] {
        [] => Meaning::Nothing,
        [law] => Meaning::Law(law),
        _ => Meaning::Open(laws),
    }
}

/// Where the words of a line begin after its number, and whether the number is that of a section: `一、`.
fn numbering(text: &Folded, start: usize) -> (usize, bool) {
    let mut at = start;
    let mut section = false;
    for _ in 0..4 {
        let before = at;
        if matches!(text.at(at), '①'..='⑳' | '-' | '·' | '•' | '“' | '"') {
            at += 1;
        } else if text.at(at) == '(' {
            if let Some((_, end)) = numeral::number(text, at + 1).filter(|(_, end)| text.at(*end) == ')') {
                at = end + 1;
            } else if let Some(end) = label::opening(text, at) {
                at = end;
            }
        } else if let Some((_, end)) =
            numeral::number(text, at).filter(|(_, end)| matches!(text.at(*end), '、' | '.' | ','))
        {
            section = !text.at(at).is_ascii_digit() && text.at(end) == '、';
            at = end + 1;
        } else if let Some(end) = label::opening(text, at) {
            at = end;
        }
        if at == before {
            break;
        }
    }
    (at, section)
}
