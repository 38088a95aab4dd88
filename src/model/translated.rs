//! What is known of the translations of a list: of which Chinese each was made. A translation is named by what it says, so
//! that moving, sorting and numbering anew change nothing.

use super::id::Id;
use super::lang::Lang;
use super::text::Text;

/// A translation and the Chinese that it was made of, both by a print of their characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Translated {
    /// Language of the translation.
    pub lang: Lang,
    /// Print of the translation.
    pub form: String,
    /// Print of the Chinese.
    pub of: String,
}

impl Translated {
    /// The translations that a text has of its Chinese.
    pub fn of(text: &Text) -> impl Iterator<Item = Translated> {
        let print = |text: &str| Id::hash(text.bytes());
        let of = text.get(Lang::ZH).map(print);
        let forms = text.forms().filter(|(lang, _)| *lang != Lang::ZH);
        forms.filter_map(move |(lang, form)| Some(Translated { lang, form: print(form), of: of.clone()? }))
    }
}
