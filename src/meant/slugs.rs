//! A name in, an id that could stand for it out.

use crate::i18n::syllables;
use crate::model::Id;

/// Letters of what is read out of Chinese, at most.
const LETTERS: usize = 40;

/// What of a text can stand in an id: small letters and digits, Chinese by its reading. `None` where it has nothing.
///
/// ```
/// use qingdan::meant::slug;
///
/// assert_eq!(slug("我的清单").as_deref(), Some("wodeqingdan"));
/// assert_eq!(slug("Special Equipment").as_deref(), Some("special-equipment"));
/// assert_eq!(slug("metrology_Law").as_deref(), Some("metrology-law"));
/// ```
pub fn slug(text: &str) -> Option<String> {
    let mut letters = String::new();
    let mut chinese = false;
    for (c, syllable) in syllables(&super::plain(text)) {
        let next = match syllable {
            Some(syllable) => syllable.to_owned(),
            None => c.to_string(),
        };
        // A word of Latin letters stands apart from Chinese read out.
        if chinese != syllable.is_some() && c.is_alphanumeric() {
            letters.push(' ');
        }
        chinese = syllable.is_some();
        if letters.len() + next.len() > LETTERS {
            break;
        }
        letters.push_str(&next);
    }
    Some(Id::words(&letters)).filter(|slug| !slug.is_empty())
}
