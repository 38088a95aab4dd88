//! A text in, the words by which the index of the database finds it out.
//!
//! SQLite takes a run of Chinese without spaces for a single word, and its own index of three characters never finds a
//! word of two. So a run of Chinese is written out as every piece of it of one to four characters; whoever asks for a
//! word as long as that, asks for a word of the index.

/// The most characters of a piece.
const MOST: usize = 4;

/// The words of a text, with spaces between them.
pub(super) fn grams(text: &str) -> String {
    let mut words = String::with_capacity(text.len() * 3);
    // What the tokenizer of SQLite splits at, near enough; what else it splits at, it splits again.
    for run in text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()) {
        let units = units(run);
        for start in 0..units.len() {
            for end in start + 1..=units.len().min(start + MOST) {
                words.push_str(&run[units[start].0..units[end - 1].1]);
                words.push(' ');
            }
        }
    }
    words.pop();
    words
}

/// Where the pieces of a run begin and end that are not cut: a Chinese character, or all that stands between two, such
/// as the digits of `12365热线`.
fn units(run: &str) -> Vec<(usize, usize)> {
    let mut units: Vec<(usize, usize)> = Vec::new();
    let mut open = false;
    for (at, c) in run.char_indices() {
        let end = at + c.len_utf8();
        let han = c >= '\u{2E80}';
        match units.last_mut() {
            Some(last) if open && !han => last.1 = end,
            _ => units.push((at, end)),
        }
        open = !han;
    }
    units
}

#[cfg(test)]
mod tests {
    use super::grams;

    #[test]
    fn chinese_is_cut_into_pieces_and_other_words_are_not() {
        assert_eq!(
            grams("计量管理，Weighing scales"),
            "计 计量 计量管 计量管理 量 量管 量管理 管 管理 理 Weighing scales"
        );
        assert_eq!(grams("12365热线"), "12365 12365热 12365热线 热 热线 线");
        assert_eq!(grams("—— "), "");
    }
}
