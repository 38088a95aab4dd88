//! A text in; its characters as citations are read, each with its place in the text, out.
//!
//! White space and the mark-up of cells go, so that a title broken at the end of a line is whole again; letters,
//! digits and brackets of full width, characters that look like others and their many variants become one form each.

use super::variants;

/// Longest run between `<` and `>` that is taken for mark-up, in characters.
const TAG: usize = 40;

/// A text as the reader sees it.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// The characters that count.
    pub chars: Vec<char>,
    /// The place of each in the text: in characters and in bytes, from 0.
    places: Vec<(u32, u32)>,
    /// Whether a line, a cell or a paragraph of the text begins with it.
    starts: Vec<bool>,
}

impl Folded {
    /// Folds a text.
    pub fn new(text: &str) -> Folded {
        let mut folded = Folded::default();
        let mut start = true;
        let mut rest = text.char_indices();
        let mut place = 0;
        while let Some((at, c)) = rest.next() {
            let here = place;
            place += 1;
            if c == '<'
                && let Some(tag) = tag(&text[at..])
            {
                rest.nth(tag - 2);
                place += tag as u32 - 1;
                start = true;
                continue;
            }
            if let Some(spelled) = spelled(c) {
                // Each of them stands where the one character does.
                for c in spelled {
                    folded.push(c, (here, at as u32), start);
                    start = false;
                }
                continue;
            }
            match plain(c) {
                Some(c) => {
                    folded.push(c, (here, at as u32), start);
                    start = false;
                }
                None => start |= matches!(c, '\n' | '\r' | '\u{0b}' | '\u{0c}' | '\u{2028}' | '\u{2029}'),
            }
        }
        folded
    }

    fn push(&mut self, c: char, place: (u32, u32), start: bool) {
        self.chars.push(c);
        self.places.push(place);
        self.starts.push(start);
    }

    /// Where a run of the folded characters stands in the text: its first character and the one after its last.
    pub fn place(&self, start: usize, end: usize) -> (usize, usize) {
        (self.places[start].0 as usize, self.places[end - 1].0 as usize + 1)
    }

    /// A run of the folded characters as `text`, of which they were made, prints it.
    pub fn slice<'t>(&self, text: &'t str, start: usize, end: usize) -> &'t str {
        let last = self.places[end - 1].1 as usize;
        let after = text[last..].chars().next().map_or(last, |c| last + c.len_utf8());
        &text[self.places[start].1 as usize..after]
    }

    /// Whether a line begins here.
    pub fn starts(&self, at: usize) -> bool {
        self.starts.get(at).copied().unwrap_or(true)
    }

    /// The character here; a line end at either end of the text.
    pub fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\n')
    }

    /// The character before.
    pub fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\n', |at| self.chars[at])
    }

    /// Whether this word stands here.
    pub fn has(&self, at: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(offset, c)| self.chars.get(at + offset) == Some(&c))
    }

    /// Length in characters of the first of the words that stands here.
    pub fn any(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().find(|word| self.has(at, word)).map(|word| word.chars().count())
    }

    /// Whether one of the words ends here.
    pub fn ends(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| at.checked_sub(word.chars().count()).is_some_and(|start| self.has(start, word)))
    }
}

/// Length in characters of the mark-up that a text begins with.
fn tag(text: &str) -> Option<usize> {
    let inner = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let length = text.chars().take(TAG).position(|c| c == '>')?;
    text.chars().take(length).all(|c| c.is_ascii()).then_some(length + 1)
}

/// A number with its brackets or its stop in one character: `㈢`, `⑶`, `⒊`.
fn spelled(c: char) -> Option<Vec<char>> {
    let digits = |first: char| (c as u32 - first as u32 + 1).to_string();
    let spelled = match c {
        '㈠'..='㈩' => format!("({})", "一二三四五六七八九十".chars().nth(c as usize - '㈠' as usize)?),
        '⑴'..='⒇' => format!("({})", digits('⑴')),
        '⒈'..='⒛' => format!("{}.", digits('⒈')),
        _ => return None,
    };
    Some(spelled.chars().collect())
}

/// One form for the many of a character; `None` for what does not count.
fn plain(c: char) -> Option<char> {
    let plain = match c {
        c if c.is_whitespace() || c.is_control() => return None,
        // Marks of direction, joiners, soft hyphens and what chooses between forms are not seen.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => return None,
        '\u{feff}' | '\u{00ad}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => return None,
        '〔' | '［' | '【' | '〖' | '〘' | '〚' | '[' | '﹝' | '（' | '﹙' => '(',
        '〕' | '］' | '】' | '〗' | '〙' | '〛' | ']' | '﹞' | '）' | '﹚' => ')',
        '«' | '︽' | '≪' | '⟪' => '《',
        '»' | '︾' | '≫' | '⟫' => '》',
        '‹' | '<' | '＜' | '︿' | '﹤' | '⟨' => '〈',
        '›' | '>' | '＞' | '﹀' | '﹥' | '⟩' => '〉',
        '—' | '–' | '－' | '―' | '‐' | '‑' | '−' | '~' | '～' | '∼' | '〜' | 'ー' => '-',
        '〇' | '○' | '◯' => '零',
        '﹑' | '､' => '、',
        '﹐' => ',',
        '﹔' => ';',
        '﹕' | '︰' | '∶' => ':',
        '｡' => '。',
        '\u{1d7ce}'..='\u{1d7ff}' => char::from_digit((c as u32 - 0x1d7ce) % 10, 10).unwrap_or(c),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => variants::plain(c),
    };
    Some(plain)
}

/// Whether a character is a Chinese one.
pub(super) fn han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::Folded;

    #[test]
    fn keeps_places_through_breaks_and_mark_up() {
        let folded = Folded::new("<p>《产品质\n 量法》</p> 第６５条");
        assert_eq!(folded.chars.iter().collect::<String>(), "《产品质量法》第65条");
        assert_eq!(folded.place(0, 7), (3, 12));
        assert_eq!(folded.place(7, 8), (17, 18));
        let starts: Vec<usize> = (0..folded.chars.len()).filter(|at| folded.starts(*at)).collect();
        assert_eq!(starts, [0, 4, 7]);
    }

    #[test]
    fn one_form_for_what_looks_the_same() {
        let folded = Folded::new("《中华⼈⺠共和国計量法》笫⼗條㈢项⑵、⒊");
        assert_eq!(folded.chars.iter().collect::<String>(), "《中华人民共和国计量法》第十条(三)项(2)、3.");
        assert_eq!(folded.slice("第㈢项", 0, 1), "第");
        let folded = Folded::new("第㈢项");
        assert_eq!((folded.place(1, 4), folded.slice("第㈢项", 1, 5)), ((1, 2), "㈢项"));
        assert_eq!(Folded::new("第\u{200b}𝟗\u{fe0f}条").chars, ['第', '9', '条']);
    }

    #[test]
    fn one_form_for_every_bracket() {
        let folded = Folded::new("湘政办发［2014］34号（＜办法＞）");
        assert_eq!(folded.chars.iter().collect::<String>(), "湘政办发(2014)34号(〈办法〉)");
    }
}
