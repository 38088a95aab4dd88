//! English text in; the citations of laws that it names by the English titles of the register out.
//!
//! A title counts where it stands as the register has it; articles count before it (`articles 45 to 55 of the …`) or
//! right behind it (`…, article 9`), and so do items of its annexes (`item 17 of Annex 2 to the …`). An article without a title belongs to the law that the text named last, if one
//! fits, or to what the text is about.

use std::collections::HashMap;

use crate::model::{ArticleNumber, Articles, IdMap, Lang, Law, LawId, Position, Span};

use super::context::{About, cited_beside};
use super::mention::{Certainty, Mention};
use super::names::Hit;
use super::ordinal::Numbers;

/// Words by which a text calls a law it has named: `that Regulation`, `the Law`.
const KINDS: [&str; 7] = ["Law", "Regulations", "Regulation", "Rules", "Measures", "Provisions", "Standard"];

/// The English titles of the register.
#[derive(Debug, Default)]
pub(super) struct Titles {
    /// Titles by their first word, the longest first.
    starts: HashMap<String, Vec<(String, Vec<Hit>)>>,
    full: IdMap<LawId, String>,
}

/// A title where it stands, in bytes.
struct Named<'t> {
    end: usize,
    title: &'t str,
    hits: &'t [Hit],
}

impl Titles {
    /// Takes the English titles and short titles of a register.
    pub fn new(laws: &[Law]) -> Titles {
        let mut by_title: HashMap<String, Vec<Hit>> = HashMap::new();
        let mut titles = Titles::default();
        for (position, law) in laws.iter().enumerate() {
            let id = LawId::new(position);
            let own = law.title.get(Lang::EN).map(plain);
            titles.full.push(own.clone().unwrap_or_default());
            let short = law.short_titles.iter().filter_map(|title| title.get(Lang::EN).map(plain));
            for (title, exact) in own.into_iter().map(|title| (title, true)).chain(short.map(|title| (title, false))) {
                let hits = by_title.entry(title).or_default();
                if !hits.iter().any(|hit| hit.law == id) {
                    hits.push(Hit { law: id, exact });
                }
            }
        }
        for (title, hits) in by_title {
            titles.starts.entry(word(&title).to_owned()).or_default().push((title, hits));
        }
        for bucket in titles.starts.values_mut() {
            bucket.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        }
        titles
    }

    /// Every citation in a text, in order. `chinese` reads the same text in Chinese, which settles what two laws share.
    pub fn read(&self, text: &str, about: &[About<'_>], chinese: &dyn Fn() -> Vec<Mention>) -> Vec<Mention> {
        let folded = plain(text);
        let mut found: Vec<Mention> = Vec::new();
        let mut named: Vec<LawId> = Vec::new();
        let (mut at, mut characters, mut counted) = (0, 0, 0);
        while at < folded.len() {
            let begins = folded[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            let draft = if begins { self.citation(&folded, at, &named, about) } else { None };
            let Some(mut draft) = draft else {
                at += folded[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            if draft.law.is_none() && draft.candidates.len() > 1 {
                let same: Vec<LawId> = chinese().iter().filter_map(|mention| mention.law).collect();
                draft.candidates.retain(|law| same.contains(law));
                if let [law] = draft.candidates[..] {
                    (draft.law, draft.certainty) = (Some(law), Certainty::Alias);
                    draft.candidates.clear();
                }
            }
            named.extend(draft.law);
            characters += folded[counted..at].chars().count();
            let length = folded[at..draft.end].chars().count();
            (draft.start, at, counted) = (characters, draft.end, draft.end);
            draft.end = characters + length;
            draft.text = text.chars().skip(draft.start).take(length).collect();
            characters += length;
            found.push(draft);
        }
        found
    }

    /// The citation that begins here; its end is in bytes for now.
    fn citation(&self, text: &str, at: usize, named: &[LawId], about: &[About<'_>]) -> Option<Mention> {
        if let Some(title) = self.title(text, at) {
            let (articles, end) = behind(text, title.end).unwrap_or((Vec::new(), title.end));
            return Some(mention(end, title.title, articles, title.hits));
        }
        let (articles, end) = run(text, at)?;
        let annexed =
            matches!(articles[..], [Articles::Annex(_) | Articles::AnnexItem { .. } | Articles::AnnexItems { .. }, ..]);
        let after = chapter(text, end).unwrap_or(end);
        let Some(of) = ["of the ", "of that ", "of those ", "of this ", "of ", "in the ", "to the "]
            .iter()
            .filter(|word| annexed || **word != "to the ")
            .find_map(|word| text[after..].trim_start_matches([' ', ',']).strip_prefix(word))
            .map(|rest| text.len() - rest.len())
        else {
            return (!annexed).then(|| self.inherited(end, articles, named, about, ""));
        };
        if let Some(title) = self.title(text, of) {
            return Some(mention(title.end, title.title, articles, title.hits));
        }
        // Anything may have an annex.
        if annexed {
            return None;
        }
        let kind = KINDS.iter().find(|kind| stands(text, of, kind));
        Some(match kind {
            Some(kind) => self.inherited(of + kind.len(), articles, named, about, kind),
            None => self.inherited(end, articles, &[], &[], ""),
        })
    }

    /// The longest title that stands here as a whole.
    fn title<'t>(&'t self, text: &str, at: usize) -> Option<Named<'t>> {
        let bucket = self.starts.get(word(&text[at..]))?;
        let (title, hits) = bucket.iter().find(|(title, _)| stands(text, at, title))?;
        Some(Named { end: at + title.len(), title, hits })
    }

    /// Articles whose law is named earlier, or cited by what the text belongs to; of this kind, where one is named.
    fn inherited(
        &self,
        end: usize,
        articles: Vec<Articles>,
        named: &[LawId],
        about: &[About<'_>],
        kind: &str,
    ) -> Mention {
        let fits = |law: &LawId| self.full[*law].split([' ', ',']).any(|word| word == kind || kind.is_empty());
        let last = named.iter().rev().find(|law| fits(law)).copied();
        let beside = || cited_beside(about, &articles, fits);
        let candidates = last.map_or_else(beside, |law| vec![law]);
        let law = if let [law] = candidates[..] { Some(law) } else { None };
        Mention {
            law,
            candidates: if law.is_some() { Vec::new() } else { candidates },
            certainty: if law.is_some() { Certainty::Inherited } else { Certainty::Ambiguous },
            ..mention(end, "", articles, &[])
        }
    }
}

fn mention(end: usize, title: &str, articles: Vec<Articles>, hits: &[Hit]) -> Mention {
    let law = if let [hit] = hits { Some(hit) } else { None };
    let certainty = match law {
        Some(hit) if hit.exact => Certainty::Exact,
        Some(_) => Certainty::Alias,
        None => Certainty::Ambiguous,
    };
    Mention {
        start: 0,
        end,
        text: String::new(),
        title: (!title.is_empty()).then(|| title.to_owned()),
        law: law.map(|hit| hit.law),
        candidates: if law.is_some() { Vec::new() } else { hits.iter().map(|hit| hit.law).collect() },
        articles,
        document_number: None,
        dates: Vec::new(),
        certainty,
    }
}

/// The same text with straight apostrophes and plain spaces, character for character.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '’' | '‘' => '\'',
            '\u{a0}' | '\n' | '\t' => ' ',
            c => c,
        })
        .collect()
}

/// The first word of a text.
fn word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// Whether words stand here as a whole.
fn stands(text: &str, at: usize, words: &str) -> bool {
    let rest = text[at..].strip_prefix(words);
    rest.is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
}

/// Articles right behind a title: `…, articles 9 and 10`, unless they are those of another.
fn behind(text: &str, end: usize) -> Option<(Vec<Articles>, usize)> {
    let rest = text[end..].trim_start_matches([',', ' ', '(']);
    let (articles, after) = run(text, text.len() - rest.len())?;
    let next = text[chapter(text, after).unwrap_or(after)..].trim_start_matches([',', ' ']);
    (!next.starts_with("of ")).then_some((articles, after))
}

/// `articles 45 to 55`, `Article 33, paragraph 1, item 2`, `articles 78, 79 and 80`, `Article 134-1`, and items of
/// annexes.
fn run(text: &str, at: usize) -> Option<(Vec<Articles>, usize)> {
    articles(text, at).or_else(|| annexed(text, at))
}

fn articles(text: &str, at: usize) -> Option<(Vec<Articles>, usize)> {
    let rest =
        ["articles ", "Articles ", "article ", "Article "].iter().find_map(|word| text[at..].strip_prefix(word))?;
    let (first, mut end) = article(text, text.len() - rest.len())?;
    let mut found: Vec<Articles> = vec![first.into()];
    loop {
        let last = found.last_mut()?;
        let behind =
            |words: &[&str]| words.iter().find_map(|word| Some(text.len() - text[end..].strip_prefix(word)?.len()));
        let part = |words: &[&str]| ordinal(text, behind(words)?);
        let next = |words: &[&str]| words.iter().find_map(|word| article(text, behind(&[word])?));
        if let Articles::Article { paragraph, item, .. } = last {
            if let Some((number, after)) = part(&[", paragraph ", " paragraph "]) {
                *paragraph = Some(number);
                end = after;
                continue;
            }
            if let Some((number, after)) = part(&[", item ", " item "]) {
                *item = Some(number);
                end = after;
                continue;
            }
        }
        if let Articles::Article { article, .. } = *last
            && let Some((span, after)) =
                next(&[" to ", "–", "-"]).and_then(|(to, after)| Some((Span::new(article, to)?, after)))
        {
            *last = Articles::Range(span);
            end = after;
        } else if let Some((article, after)) = next(&[", and ", ", ", " and ", " or "]) {
            found.push(article.into());
            end = after;
        } else {
            return Some((found, end));
        }
    }
}

/// The number of an article, and where it ends: `134`, `134-1`. What could be a range is none.
fn article(text: &str, at: usize) -> Option<(ArticleNumber, usize)> {
    let (number, end) = ordinal(text, at)?;
    let inserted = text[end..].strip_prefix('-').and_then(|_| ordinal(text, end + 1));
    Some(match inserted.filter(|(inserted, _)| *inserted < number) {
        Some((inserted, end)) => (ArticleNumber { number, inserted: Some(inserted) }, end),
        None => (number.into(), end),
    })
}

/// `Annex 2, item 17`, `item 17 of Annex 2`, `items 17 to 19 of the annex`.
fn annexed(text: &str, at: usize) -> Option<(Vec<Articles>, usize)> {
    if let Some((annex, end)) = annex(text, at) {
        let behind = [", ", " "].iter().find_map(|word| Some(text.len() - text[end..].strip_prefix(word)?.len()));
        if let Some((items, end)) = behind.and_then(|at| items(text, at)) {
            return Some((of_annex(annex, items), end));
        }
        return annex.is_some().then(|| (vec![Articles::Annex(annex)], end));
    }
    let (items, end) = items(text, at)?;
    let rest = [" of the ", " of "].iter().find_map(|word| text[end..].strip_prefix(word))?;
    let (annex, end) = annex(text, text.len() - rest.len())?;
    Some((of_annex(annex, items), end))
}

/// An annex with its number, if it has one.
fn annex(text: &str, at: usize) -> Option<(Option<u16>, usize)> {
    let end = ["Annex", "annex"].iter().find(|word| stands(text, at, word)).map(|word| at + word.len())?;
    let number = text[end..].strip_prefix(' ').and_then(|_| ordinal(text, end + 1));
    Some(number.map_or((None, end), |(number, end)| (Some(number), end)))
}

/// `item 17`, `items 17, 18 and 20 to 22`.
fn items(text: &str, at: usize) -> Option<(Vec<Numbers>, usize)> {
    let rest = ["items ", "item "].iter().find_map(|word| text[at..].strip_prefix(word))?;
    let (first, mut end) = ordinal(text, text.len() - rest.len())?;
    let mut found = vec![(first, None)];
    loop {
        let next = |words: &[&str]| {
            words.iter().find_map(|word| ordinal(text, text.len() - text[end..].strip_prefix(word)?.len()))
        };
        let last = found.last_mut()?;
        if let Some((to, after)) = next(&[" to ", "–", "-"]).filter(|(to, _)| last.1.is_none() && *to > last.0) {
            last.1 = Some(to);
            end = after;
        } else if let Some((item, after)) = next(&[", and ", ", ", " and ", " or "]) {
            found.push((item, None));
            end = after;
        } else {
            return Some((found, end));
        }
    }
}

fn of_annex(annex: Option<u16>, items: Vec<Numbers>) -> Vec<Articles> {
    let one = |(item, to): Numbers| match to.and_then(|to| Span::new(item, to)) {
        Some(items) => Articles::AnnexItems { annex, items },
        None => Articles::AnnexItem { annex, item },
    };
    items.into_iter().map(one).collect()
}

/// Where ` in chapter 4` ends that stands here.
fn chapter(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].trim_start_matches([',', ' ']).strip_prefix("in chapter ")?;
    ordinal(text, text.len() - rest.len()).map(|(_, end)| end)
}

/// A number that an article can have, and where it ends.
fn ordinal(text: &str, at: usize) -> Option<(u16, usize)> {
    let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let number = text[at..at + digits].parse().ok().filter(|number| *number > 0)?;
    Some((number, at + digits))
}
