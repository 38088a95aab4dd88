//! A text before and after in; the same cut into what both have, what was taken out and what was put in, out.

/// A piece of two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Both have it.
    Same(&'t str),
    /// Only the earlier has it.
    Out(&'t str),
    /// Only the later has it.
    In(&'t str),
}

/// Up to how many words of one text by words of the other are looked through; longer texts are told as a whole.
const MOST: usize = 1_500_000;

/// Cuts two texts into pieces. A piece ends between words, in Chinese between characters.
pub fn marks<'t>(old: &'t str, new: &'t str) -> Vec<Piece<'t>> {
    let (a, b) = (words(old), words(new));
    let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (middle_a, middle_b) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    let mut kinds: Vec<(u8, usize)> = vec![(0, head)];
    if middle_a.len().saturating_mul(middle_b.len()) > MOST {
        kinds.extend([(1, middle_a.len()), (2, middle_b.len())]);
    } else {
        kinds.extend(longest(middle_a, middle_b));
    }
    kinds.push((0, tail));
    pieces(old, new, &a, &b, &tidy(kinds))
}

/// The longest run of words that both have, in order, as a way through both: 0 for a word of both, 1 and 2 for one of one.
fn longest(a: &[&str], b: &[&str]) -> Vec<(u8, usize)> {
    let width = b.len() + 1;
    let mut lengths = vec![0u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * width + j] = if a[i] == b[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut way = Vec::new();
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            way.push((0, 1));
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
            way.push((1, 1));
            i += 1;
        } else {
            way.push((2, 1));
            j += 1;
        }
    }
    way
}

/// Joins runs of one kind, what is taken out before what is put in. A single word that both have between changes is told as
/// changed with them, so that a reader is not led through crumbs.
fn tidy(kinds: Vec<(u8, usize)>) -> Vec<(u8, usize)> {
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    // Each run is words of both, then words of the one and of the other.
    for (kind, len) in kinds.into_iter().filter(|(_, len)| *len > 0) {
        match (kind, runs.last_mut()) {
            (0, Some((same, 0, 0))) => *same += len,
            (0, _) => runs.push((len, 0, 0)),
            (1, Some((_, out, _))) => *out += len,
            (_, Some((_, _, put))) => *put += len,
            (1, None) => runs.push((0, len, 0)),
            (_, None) => runs.push((0, 0, len)),
        }
    }
    let mut joined: Vec<(usize, usize, usize)> = Vec::new();
    for (same, out, put) in runs {
        match joined.last_mut() {
            Some((_, before, after)) if same == 1 && *before + *after > 0 && out + put > 0 => {
                *before += same + out;
                *after += same + put;
            }
            _ => joined.push((same, out, put)),
        }
    }
    joined
        .into_iter()
        .flat_map(|(same, out, put)| [(0, same), (1, out), (2, put)])
        .filter(|(_, len)| *len > 0)
        .collect()
}

fn pieces<'t>(old: &'t str, new: &'t str, a: &[&str], b: &[&str], kinds: &[(u8, usize)]) -> Vec<Piece<'t>> {
    let (mut i, mut j, mut at_a, mut at_b) = (0, 0, 0, 0);
    let bytes = |words: &[&str]| words.iter().map(|word| word.len()).sum::<usize>();
    let mut pieces = Vec::new();
    for (kind, len) in kinds {
        let (len_a, len_b) = match kind {
            0 => (*len, *len),
            1 => (*len, 0),
            _ => (0, *len),
        };
        let (in_a, in_b) = (bytes(&a[i..i + len_a]), bytes(&b[j..j + len_b]));
        pieces.push(match kind {
            1 => Piece::Out(&old[at_a..at_a + in_a]),
            2 => Piece::In(&new[at_b..at_b + in_b]),
            _ => Piece::Same(&new[at_b..at_b + in_b]),
        });
        (i, j, at_a, at_b) = (i + len_a, j + len_b, at_a + in_a, at_b + in_b);
    }
    pieces
}

/// The words of a text: runs of letters and figures, and every other character by itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut within = false;
    for (at, c) in text.char_indices() {
        let letter = c.is_ascii_alphanumeric();
        if at > start && !(letter && within) {
            words.push(&text[start..at]);
            start = at;
        }
        within = letter;
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Piece, marks};

    #[test]
    fn pieces_give_both_texts_again() {
        let cases = [
            ("负责计量检定", "负责计量检定和校准"),
            ("每年检查1次", "每年检查2次"),
            ("", "新的"),
            ("旧的", ""),
            ("Weekdays 9 to 17", "Weekdays 8 to 18, not on holidays"),
            ("甲乙丙丁", "丁丙乙甲"),
        ];
        for (old, new) in cases {
            let pieces = marks(old, new);
            let text = |out: bool| -> String {
                let own = pieces.iter().map(|piece| match piece {
                    Piece::Same(text) => *text,
                    Piece::Out(text) => {
                        if out {
                            text
                        } else {
                            ""
                        }
                    }
                    Piece::In(text) => {
                        if out {
                            ""
                        } else {
                            text
                        }
                    }
                });
                own.collect()
            };
            assert_eq!((text(true).as_str(), text(false).as_str()), (old, new));
        }
        assert_eq!(
            marks("每年检查1次", "每年检查12次"),
            [Piece::Same("每年检查"), Piece::Out("1"), Piece::In("12"), Piece::Same("次")]
        );
    }
}
