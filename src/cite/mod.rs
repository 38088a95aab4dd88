//! Text and the register of laws in; every legal citation in the text, resolved as far as it can be, out.
//!
//! Chinese is read in one pass: the text is folded ([`fold`]), numbers and titles are found in it, then every title, number and
//! article is put together with what belongs to it and settled against the register. Titles are held against the
//! register first and against the words that laws end with second, so that forms and certificates in the same marks
//! are told apart. What the text leaves open stays open: it is ambiguous, never guessed. English is read by the titles of
//! the register alone ([`english`]), since a translation names laws as the register does.

mod annex;
mod article;
mod behind;
mod context;
mod date;
mod english;
mod figures;
mod fold;
mod kind;
mod label;
mod memory;
mod mention;
mod names;
mod number;
mod numeral;
mod ordinal;
mod scan;
mod title;
mod variants;

use std::sync::Arc;

use crate::model::{Lang, Law, LawId, Text};

pub use context::About;
pub use date::Dated;
pub use figures::figures;
pub use memory::Memory;
pub use mention::{Certainty, Mention};
pub use number::DocumentNumber;

/// Finds citations of the laws of one register.
#[derive(Debug)]
pub struct Reader {
    names: names::Names,
    english: english::Titles,
    /// What was read before, where that is kept.
    memory: Option<Arc<memory::Readings>>,
}

impl Reader {
    /// A reader that knows the titles, aliases and numbers of these laws.
    pub fn new(laws: &[Law]) -> Reader {
        Reader { names: names::Names::new(laws), english: english::Titles::new(laws), memory: None }
    }

    /// The same, which does not read again what was read before with these laws.
    pub fn remembering(laws: &[Law], memory: &mut Memory) -> Reader {
        Reader { memory: Some(memory.of(laws)), ..Reader::new(laws) }
    }

    /// Every citation in a Chinese text, in its order; they do not overlap. Laws are indices in the register.
    ///
    /// ```
    /// use qingdan::cite::{Certainty, Reader};
    /// use qingdan::model::Law;
    ///
    /// let register: Vec<Law> = serde_yaml::from_str(
    ///     "[{id: metrology-law, title: 中华人民共和国计量法, kind: law, status: unknown, source: 清单原文}]",
    /// )?;
    /// let mentions = Reader::new(&register).read("依据《计量法》第九条第二款和《建筑法》");
    /// assert_eq!(mentions[0].text, "《计量法》第九条第二款");
    /// assert_eq!(mentions[0].articles, ["9.2".parse().unwrap()]);
    /// assert_eq!(mentions[1].certainty, Certainty::Unregistered);
    /// # Ok::<(), serde_yaml::Error>(())
    /// ```
    pub fn read(&self, text: &str) -> Vec<Mention> {
        self.read_about(text, &[])
    }

    /// The same for a text that belongs to something with citations of its own: `第六十五条` in the account of a duty
    /// that cites one law is an article of that law.
    pub fn read_about(&self, text: &str, about: &[About<'_>]) -> Vec<Mention> {
        let read = || scan::scan(text, &fold::Folded::new(text), &self.names, about);
        match &self.memory {
            Some(memory) => memory.get(text, about, read),
            None => read(),
        }
    }

    /// The law that has this title, short title or alias, with or without title marks; none where several have it. What
    /// texts add to a title or leave out does not count.
    pub fn called(&self, title: &str) -> Option<LawId> {
        let title = fold::Folded::new(title.trim()).chars;
        let hits = self.names.title(&title);
        let loosely = if hits.is_empty() { self.names.loosely(&title) } else { hits.to_vec() };
        match loosely[..] {
            [hit] => Some(hit.law),
            _ => loosely.iter().find(|hit| hit.exact).map(|hit| hit.law),
        }
    }

    /// Every citation in one language's form of a text.
    pub fn read_form(&self, text: &Text, lang: Lang, about: &[About<'_>]) -> Vec<Mention> {
        text.get(lang).map(|form| self.read_in(lang, form, text, about)).unwrap_or_default()
    }

    /// Every citation in words of one language's form of a text: Chinese and English are read, other languages are
    /// not. What the English leaves open the Chinese may settle.
    pub fn read_in(&self, lang: Lang, words: &str, text: &Text, about: &[About<'_>]) -> Vec<Mention> {
        match lang {
            Lang::ZH => self.read_about(words, about),
            Lang::EN => self.english.read(words, about, &|| self.read_form(text, Lang::ZH, about)),
            _ => Vec::new(),
        }
    }
}
