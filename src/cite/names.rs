//! The register of laws in; titles and numbers looked up in it out.

use std::collections::HashMap;

use crate::model::{IdMap, Lang, Law, LawId, Position};

use super::fold::Folded;
use super::number::regular;

/// What every national law begins with, and what short titles leave out.
const STATE: &str = "中华人民共和国";

/// A law found under a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// The law in the register.
    pub law: LawId,
    /// Whether it is the full title.
    pub exact: bool,
}

/// A title, and the laws that have it.
type Titled = (Vec<char>, Vec<Hit>);

/// Every title and number of the register, in the form in which texts are read.
#[derive(Debug, Default)]
pub(super) struct Names {
    titles: HashMap<String, Vec<Hit>>,
    /// Titles that begin with 关于 behind the name of their issuer, as texts print them within the marks.
    issued: HashMap<String, Vec<Hit>>,
    numbers: HashMap<String, Vec<LawId>>,
    /// Titles by their first two characters, the longest first.
    starts: HashMap<[char; 2], Vec<Titled>>,
    /// The number of each law, in its regular form and as it is read.
    own: IdMap<LawId, Option<(String, Vec<char>)>>,
    /// Full titles without brackets, for the suffixes of `本法`.
    full: IdMap<LawId, String>,
}

impl Names {
    /// Takes the Chinese titles, short titles, aliases and numbers of a register.
    pub fn new(laws: &[Law]) -> Names {
        let mut names = Names::default();
        for (position, law) in laws.iter().enumerate() {
            let id = LawId::new(position);
            let title = law.title.get(Lang::ZH).unwrap_or_default();
            names.full.push(key(&Folded::new(title).chars));
            names.add(title, Hit { law: id, exact: true });
            let short = law.short_titles.iter().filter_map(|title| title.get(Lang::ZH));
            for other in short.chain(law.aliases.iter().map(String::as_str)) {
                names.add(other, Hit { law: id, exact: false });
            }
            if let Some(issuer) = law.issuer.as_ref().and_then(|issuer| issuer.get(Lang::ZH))
                && title.starts_with("关于")
            {
                let key = key(&Folded::new(&format!("{issuer}{title}")).chars);
                names.issued.entry(key).or_default().push(Hit { law: id, exact: false });
            }
            let number = law.document_number.as_deref().and_then(regular);
            names.own.push(
                number
                    .clone()
                    .map(|number| (number, Folded::new(law.document_number.as_deref().unwrap_or_default()).chars)),
            );
            if let Some(number) = number {
                names.numbers.entry(number).or_default().push(id);
            }
        }
        let all: Vec<(Vec<char>, Vec<Hit>)> =
            names.titles.iter().map(|(key, hits)| (key.chars().collect(), hits.clone())).collect();
        for (key, hits) in all {
            if let [first, second, ..] = key[..] {
                names.starts.entry([first, second]).or_default().push((key, hits));
            }
        }
        for bucket in names.starts.values_mut() {
            bucket.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        }
        names
    }

    fn add(&mut self, title: &str, hit: Hit) {
        let hits = self.titles.entry(key(&Folded::new(title).chars)).or_default();
        if !hits.iter().any(|have| have.law == hit.law) {
            hits.push(hit);
        }
    }

    /// The laws with a title that reads so.
    pub fn title(&self, title: &[char]) -> &[Hit] {
        self.find(&key(title))
    }

    /// The laws whose title this is but for what texts add or leave out: the name of the state, 试行, the frame of a
    /// notice (`关于印发…的通知`), a remark in brackets.
    pub fn loosely(&self, title: &[char]) -> Vec<Hit> {
        let mut key = key(title);
        if let Some(hits) = self.issued.get(&key) {
            return hits.clone();
        }
        for _ in 0..4 {
            let found = [key.clone(), format!("{STATE}{key}"), key.replacen(STATE, "", 1), format!("{key}(试行)")]
                .into_iter()
                .map(|form| self.find(&form))
                .find(|hits| !hits.is_empty());
            if let Some(hits) = found {
                return hits.iter().map(|hit| Hit { exact: false, ..*hit }).collect();
            }
            let Some(inner) = unframed(&key) else { break };
            key = inner.to_owned();
        }
        Vec::new()
    }

    fn find(&self, key: &str) -> &[Hit] {
        self.titles.get(key).map_or(&[], Vec::as_slice)
    }

    /// The laws with a number, in its regular form.
    pub fn number(&self, normalized: &str) -> &[LawId] {
        self.numbers.get(normalized).map_or(&[], Vec::as_slice)
    }

    /// The number of a law, in its regular form.
    pub fn number_of(&self, law: LawId) -> Option<&str> {
        self.own[law].as_ref().map(|(number, _)| number.as_str())
    }

    /// The number of a law as it is read in a text.
    pub fn own_number(&self, law: LawId) -> Option<&[char]> {
        self.own[law].as_ref().map(|(_, read)| read.as_slice())
    }

    /// The longest title that begins here, its laws and where it ends; brackets between its characters do not count.
    pub fn starting(&self, text: &Folded, at: usize) -> Option<(&[Hit], usize)> {
        let bucket = self.starts.get(&[text.at(at), text.at(at + 1)])?;
        bucket.iter().find_map(|(key, hits)| {
            let same = key.iter().enumerate().all(|(offset, c)| text.at(at + offset) == *c);
            same.then_some((hits.as_slice(), at + key.len()))
        })
    }

    /// Full title of a law, without brackets.
    pub fn full(&self, law: LawId) -> &str {
        &self.full[law]
    }
}

/// A title as it is looked up: without marks and quotes.
fn key(title: &[char]) -> String {
    title.iter().filter(|c| !"《》〈〉“”‘’\"'「」『』".contains(**c)).collect()
}

/// A title without the outermost of what may stand around it.
fn unframed(key: &str) -> Option<&str> {
    if let Some(before) = key.strip_suffix(')').and_then(|rest| rest.rfind('(').map(|at| &rest[..at])) {
        return Some(before);
    }
    if let Some(inner) = ["的通知", "的公告", "的函"].iter().find_map(|end| key.strip_suffix(end)) {
        let start = ["关于印发", "关于转发", "关于发布", "关于公布", "关于颁布", "印发", "转发"];
        return Some(start.iter().find_map(|word| inner.split_once(word)).map_or(inner, |(_, inner)| inner));
    }
    None
}
