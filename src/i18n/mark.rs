//! A text of another language than those around it in, the same between marks that say so out.

use crate::model::Lang;

/// What stands before the tag of a language, between the tag and a text of that language, and behind the text. No text has
/// them: they are no characters.
pub const MARKS: [char; 3] = ['\u{fdd0}', '\u{fdd1}', '\u{fdd2}'];

/// The text between marks.
pub(super) fn mark(text: &str, lang: Lang) -> String {
    let [before, between, behind] = MARKS;
    format!("{before}{}{between}{text}{behind}", lang.as_str())
}
