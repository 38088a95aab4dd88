//! The characters on both sides of a line break in; what stands between them where the lines become one out.
//!
//! Editors and people break lines of a text where the window ends. Chinese has no blanks between words, so there a break is
//! nothing; between Latin words it is a blank. Between the two it is what people type: nothing beside a Chinese stop, a bracket
//! or a figure (`第` `65条`), a blank between a Chinese character and a Latin word.

/// What a line break is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// Nothing: the two belong together.
    Nothing,
    /// A blank.
    Blank,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A character of Chinese or Japanese, also a bracket of theirs.
    Han,
    /// A stop of Chinese, behind or before which no blank is typed.
    Stop,
    /// A mark that both use, as quotes are.
    Shared,
    /// A figure.
    Figure,
    /// Anything else: letters, marks of ASCII.
    Other,
}

/// What a line break between these two characters is.
///
/// ```
/// use qingdan::text::{Joint, joint};
///
/// assert_eq!(joint('定', '量'), Joint::Nothing);
/// assert_eq!(joint('s', 'm'), Joint::Blank);
/// assert_eq!([joint('第', '6'), joint('，', 'E'), joint('用', 'E')], [Joint::Nothing, Joint::Nothing, Joint::Blank]);
/// ```
pub fn joint(before: char, after: char) -> Joint {
    use Kind::{Figure, Han, Other, Shared, Stop};
    match (kind(before), kind(after)) {
        (Stop, _) | (_, Stop) => Joint::Nothing,
        (Han, Han | Shared | Figure) | (Shared | Figure, Han) => Joint::Nothing,
        (Han, Other) if "()[]%/:".contains(after) => Joint::Nothing,
        (Other, Han) if "()[]%/".contains(before) => Joint::Nothing,
        (Han | Shared | Figure | Other, Han | Shared | Figure | Other) => Joint::Blank,
    }
}

fn kind(c: char) -> Kind {
    match c {
        '，' | '。' | '、' | '；' | '：' | '！' | '？' | '．' | '｡' | '､' => Kind::Stop,
        '“' | '”' | '‘' | '’' | '—' | '…' | '·' => Kind::Shared,
        '0'..='9' => Kind::Figure,
        // Figures in circles and units, which stand beside Chinese as its characters do.
        '\u{2460}'..='\u{24ff}' | '℃' | '℉' | '‰' | '№' => Kind::Han,
        // Radicals, kana, bopomofo, characters of every plane, forms of full width; not Hangul, which is written with blanks.
        '\u{2e80}'..='\u{312f}' | '\u{31a0}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' => {
            Kind::Han
        }
        '\u{ff01}'..='\u{ff9f}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3ffff}' => Kind::Han,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Joint, joint};

    #[test]
    fn joins_as_people_type() {
        for pair in [
            "定量", "，违", "量，", "《计", "》第", "法《", "第6", "5条", "，E", "E，", "“检", "秤”", "はれ", "①检",
            "①②", "5℃", "℃以", "𠮷村",
        ] {
            let (Some(before), Some(after)) = (pair.chars().next(), pair.chars().last()) else { continue };
            assert_eq!(joint(before, after), Joint::Nothing, "{pair}");
        }
        for pair in ["ab", "用E", "E表", "a1", "1a", ".A", "”a", "a“", "12", "한국", "n《", "》a"] {
            let (Some(before), Some(after)) = (pair.chars().next(), pair.chars().last()) else { continue };
            assert_eq!(joint(before, after), Joint::Blank, "{pair}");
        }
    }
}
