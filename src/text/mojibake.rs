//! A text in; a run of characters out that is another text read in the wrong encoding, with that text.

use std::ops::Range;
use std::sync::LazyLock;

use encoding_rs::{GB18030, WINDOWS_1252};

/// What programs put in the place of bytes that they could not read, read wrongly once more.
const KNOWN: [&str; 4] = ["锟斤拷", "烫烫烫", "屯屯屯", "ï¿½"];

/// The first such run, and what it was, where that can be told.
pub(super) fn mojibake(text: &str) -> Option<(Range<usize>, Option<String>)> {
    let known = KNOWN
        .iter()
        .filter_map(|run| text.find(run).map(|at| (at..at + run.len(), None)))
        .min_by_key(|(run, _)| run.start);
    let european = runs(text, latin).into_iter().find_map(|run| {
        // Quotes around it are among the characters of such a text as well.
        let inner = text[run.clone()].trim_matches(['“', '”', '‘', '’', '—', '…', '·']);
        let start = run.start + text[run.clone()].find(inner).unwrap_or_default();
        let read = |part: Range<usize>| {
            let bytes = text[part.clone()].chars().map(byte).collect::<Option<Vec<u8>>>()?;
            let meant = whole(&bytes).or_else(|| short(text, &part, &bytes))?;
            Some((part, Some(meant)))
        };
        read(run).or_else(|| read(start..start + inner.len()))
    });
    let chinese = runs(text, gbk).into_iter().find_map(|run| {
        let (at, meant) = read_as_gbk(&text[run.clone()])?;
        Some((run.start + at..run.end, Some(meant)))
    });
    known.into_iter().chain(european).chain(chinese).min_by_key(|(run, _)| run.start)
}

/// The byte of a character in an encoding of western Europe: in that of Windows, or of ISO where Windows has another.
fn byte(c: char) -> Option<u8> {
    u8::try_from(u32::from(c)).ok().or_else(|| {
        let mut text = [0; 4];
        let (bytes, _, failed) = WINDOWS_1252.encode(c.encode_utf8(&mut text));
        if failed { None } else { bytes.first().copied() }
    })
}

/// UTF-8 of two Chinese characters at least, and of nothing else.
fn whole(bytes: &[u8]) -> Option<String> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // Of a text with an odd number of bytes the last character is lost.
        Err(error) if error.error_len().is_none() => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?,
        Err(_) => return None,
    };
    let chinese = |c: char| is_chinese(c) || matches!(c, '“'..='”' | '…');
    let many = text.chars().filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}')).count() >= 2;
    (many && text.chars().all(|c| chinese(c) || c.is_ascii())).then(|| text.to_owned())
}

/// UTF-8 of Chinese however short, a single character or mark included, where the run can be nothing else.
///
/// A letter with an accent stands in a word, and where it is one, what follows it are quotes, dashes and the like: `“é”—` and
/// `é\u{a0}»` are UTF-8 of a character as well.
fn short(text: &str, run: &Range<usize>, bytes: &[u8]) -> Option<String> {
    let meant = std::str::from_utf8(bytes).ok().filter(|meant| !meant.is_empty() && meant.chars().all(is_chinese))?;
    let letter = |c: char| c.is_alphabetic() && !gbk(c);
    let in_a_word =
        text[..run.start].chars().next_back().is_some_and(letter) || text[run.end..].chars().next().is_some_and(letter);
    let usual = text[run.clone()].chars().skip(1).all(|c| USUAL.contains(c));
    (!in_a_word && !usual).then(|| meant.to_owned())
}

/// What stands behind a letter in texts that were read right.
const USUAL: &str = "“”‘’„‚«»‹›—–…·•\u{a0}°™®©²³¹ªº";

/// A Chinese character or mark, quotes and dots apart that other scripts have as well.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

/// Runs of characters that may be such a text.
fn runs(text: &str, of: fn(char) -> bool) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| of(*c)) {
        let end = at + c.len_utf8();
        match found.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => found.push(at..end),
        }
    }
    found
}

/// What bytes of UTF-8 are in an encoding of western Europe.
fn latin(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{ff}' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ÿ' | 'Ž' | 'ž' | 'ƒ' | 'ˆ' | '˜')
        || matches!(
            c,
            '–' | '—'
                | '‘'
                | '’'
                | '‚'
                | '“'
                | '”'
                | '„'
                | '†'
                | '‡'
                | '•'
                | '…'
                | '‰'
                | '‹'
                | '›'
                | '€'
                | '™'
        )
}

/// What is no punctuation and may stand among bytes of UTF-8 in GBK: also letters of Greek, Cyrillic and Bopomofo.
fn gbk(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{4ff}' | '\u{3100}'..='\u{9fff}' | '\u{e000}'..='\u{f8ff}' | '€' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Where in a run a text of UTF-8 begins that was read as GBK, and that text.
fn read_as_gbk(run: &str) -> Option<(usize, String)> {
    // To write a run as GBK takes long, so that is done of those alone that have the characters for it: one in three is of the
    // bytes that a Chinese character begins with, and hardly any of those is of use.
    let beginnings = run.chars().filter(|c| begins(*c)).count();
    if beginnings == 0 || beginnings * 6 < run.chars().count() {
        return None;
    }
    run.char_indices().filter(|(_, c)| begins(*c)).take(8).find_map(|(at, _)| {
        let (bytes, _, failed) = GB18030.encode(&run[at..]);
        let meant = if failed { None } else { whole(&bytes) }?;
        Some((at, meant))
    })
}

/// Whether a character is, in GBK, the first two of the three bytes of a Chinese character in UTF-8.
fn begins(c: char) -> bool {
    const FIRST: u32 = 0x4e00;
    // Every character of every text is asked for: a bit each.
    static BEGINNINGS: LazyLock<Vec<u64>> = LazyLock::new(|| {
        let pairs = (0xe4..=0xe9_u8).flat_map(|first| (0x80..=0xbf_u8).map(move |second| [first, second]));
        let mut bits = vec![0; 0x5200 / 64];
        for c in pairs.filter_map(|pair| GB18030.decode_without_bom_handling(&pair).0.chars().next()) {
            let place = u32::from(c).wrapping_sub(FIRST) as usize;
            if let Some(word) = bits.get_mut(place / 64) {
                *word |= 1_u64 << (place % 64);
            }
        }
        bits
    });
    let place = u32::from(c).wrapping_sub(FIRST) as usize;
    BEGINNINGS.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::mojibake;

    #[test]
    fn tells_a_text_read_wrongly_from_one_read_right() {
        let meant = |text: &str| mojibake(text).map(|(_, meant)| meant);
        assert_eq!(meant("é¸¡æ³½å\u{8e}¿"), Some(Some("鸡泽县".to_owned())));
        assert_eq!(meant("鍏充簬"), Some(Some("关于".to_owned())));
        assert_eq!(meant("浜у搧璐ㄩ噺鐩戠潱"), Some(Some("产品质量监督".to_owned())));
        assert_eq!(meant("鸡泽县：鍏充簬鎴戜滑"), Some(Some("关于我们".to_owned())));
        assert_eq!(meant("锟斤拷"), Some(None));
        for (text, was) in [
            ("负责ä¸\u{ad}央事务", "中"),
            ("鸡泽åŽ¿市场监督管理局", "县"),
            ("“å±€”", "局"),
            ("质量ï¼Œ计量", "，"),
            ("见ã€Š计量法》", "《"),
            ("the character ä¸\u{ad} of it", "中"),
            ("产品çš„ï¼ˆ质量）", "的（"),
        ] {
            assert_eq!(meant(text), Some(Some(was.to_owned())), "{text}");
        }
        for text in [
            "计量管理，监督检查定量包装商品。",
            "中华人民共和国产品质量法",
            "café “naïve” — §65 °C",
            "联通",
            "鸡泽县质量技术监督局",
            "䶮镇",
            // What has accents, and what is UTF-8 of a character by chance.
            "读作 zhōng，声母 zh，韵母“é”——第二声",
            "“é”—",
            "è…”",
            "« é\u{a0}»",
            "Lycée “Molière”—",
            "Škoda、Žižkov、Besançon、Ångström",
            "å 是瑞典文的一个字母，ä、ö 也是",
            "naïve¼Œuvre",
            "GB/T 19001—2016、10 °C±2 °C、5 µm²",
        ] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
