//! A text in, the words by which the index of the database finds it out.
//!
//! SQLite takes a run of Chinese without spaces for a single word, and its own index of three characters never finds a
//! word of two. So a run of Chinese is cut into every piece of it of one to four characters; whoever asks for a word as
//! long as that, asks for a word of the index.

use super::fold::Fold;

/// The most characters of a piece.
const MOST: usize = 4;

/// A word of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term<'t> {
    /// One to four Chinese characters, two bytes each, the first highest.
    Packed(u64),
    /// Any other word.
    Spelled(&'t str),
}

/// Cuts texts; it has room that is used again.
pub(super) struct Grams {
    fold: Fold,
    run: String,
    units: Vec<Unit>,
}

/// A part of a run that is not cut: a Chinese character, or all that stands between two, such as the digits of `12365热线`.
struct Unit {
    start: usize,
    end: usize,
    /// A Chinese character that two bytes hold.
    code: Option<u16>,
}

impl Grams {
    /// Nothing is cut yet.
    pub fn new() -> rusqlite::Result<Grams> {
        Ok(Grams { fold: Fold::new()?, run: String::new(), units: Vec::new() })
    }

    /// Calls `take` with every word of a text and the place where it begins, counted in what is not cut.
    pub fn of(&mut self, text: &str, take: &mut impl FnMut(Term<'_>, u32)) -> rusqlite::Result<()> {
        let (mut place, mut open) = (0, false);
        self.run.clear();
        self.units.clear();
        for c in text.chars() {
            let Some(folded) = self.fold.of(c)? else {
                self.cut(&mut place, take);
                open = false;
                continue;
            };
            let chinese = c >= '\u{2E80}';
            let start = self.run.len();
            self.run.push(folded);
            let end = self.run.len();
            match self.units.last_mut() {
                Some(last) if open && !chinese => last.end = end,
                _ => {
                    let code = if chinese { u16::try_from(folded as u32).ok() } else { None };
                    self.units.push(Unit { start, end, code });
                }
            }
            open = !chinese;
        }
        self.cut(&mut place, take);
        Ok(())
    }

    /// Cuts the run that has been read and forgets it.
    fn cut(&mut self, place: &mut u32, take: &mut impl FnMut(Term<'_>, u32)) {
        for (at, first) in self.units.iter().enumerate() {
            let mut packed = Some(0);
            for (nth, unit) in self.units[at..].iter().take(MOST).enumerate() {
                packed = packed.zip(unit.code).map(|(before, code)| before | u64::from(code) << (48 - 16 * nth));
                take(packed.map_or_else(|| Term::Spelled(&self.run[first.start..unit.end]), Term::Packed), *place);
            }
            *place += 1;
        }
        self.run.clear();
        self.units.clear();
    }
}

/// The text of a word that is packed.
pub(super) fn unpacked(packed: u64) -> impl Iterator<Item = char> {
    (0..MOST)
        .map(move |nth| (packed >> (48 - 16 * nth)) as u16)
        .take_while(|code| *code != 0)
        .filter_map(|code| char::from_u32(code.into()))
}

#[cfg(test)]
mod tests {
    use super::{Grams, Term, unpacked};

    fn grams(text: &str) -> String {
        let mut words = Vec::new();
        let mut take = |term: Term<'_>, place: u32| {
            let word = match term {
                Term::Packed(packed) => unpacked(packed).collect(),
                Term::Spelled(word) => word.to_owned(),
            };
            words.push(format!("{place}{word}"));
        };
        Grams::new().and_then(|mut grams| grams.of(text, &mut take)).expect("a text");
        words.join(" ")
    }

    #[test]
    fn chinese_is_cut_into_pieces_and_other_words_are_not() {
        assert_eq!(
            grams("计量管理，Weighing scales"),
            "0计 0计量 0计量管 0计量管理 1量 1量管 1量管理 2管 2管理 3理 4weighing 5scales"
        );
        assert_eq!(grams("12365热线"), "012365 012365热 012365热线 1热 1热线 2线");
        assert_eq!(grams("㎡计Ⓐ量"), "0计 1量");
        assert_eq!(grams("Café 𠀀计"), "0cafe 1𠀀 1𠀀计 2计");
        assert_eq!(grams("—— "), "");
    }
}
