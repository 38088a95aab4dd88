//! A character in; the one that stands for it in the index out: small, without an accent, of the common width.

/// Latin letters with an accent, after the letter that stands for them; `ü` with a tone is `v`, as pinyin is typed. The client
/// has the same.
const ACCENTS: [&str; 20] = [
    "aàáâãäåāăąǎ",
    "cçćĉċč",
    "dďđ",
    "eèéêëēĕėęě",
    "gĝğġģ",
    "hĥħ",
    "iìíîïĩīĭįǐ",
    "jĵ",
    "kķ",
    "lĺļľł",
    "nñńņňǹ",
    "oòóôõöøōŏőǒ",
    "rŕŗř",
    "sśŝşšș",
    "tţťŧț",
    "uùúûũūŭůűųǔ",
    "vüǖǘǚǜ",
    "wŵ",
    "yýÿŷ",
    "zźżž",
];

/// What a character is in the index.
pub fn fold(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let c = match c {
        // Full-width figures and letters.
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => narrow(c).to_ascii_lowercase(),
        '\u{2e80}'.. => return c,
        _ => small(c),
    };
    if !('\u{c0}'..'\u{220}').contains(&c) {
        return c;
    }
    ACCENTS.iter().find(|letters| letters.contains(c)).and_then(|letters| letters.chars().next()).unwrap_or(c)
}

/// The small letter, where it is one letter.
fn small(c: char) -> char {
    let mut letters = c.to_lowercase();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => letter,
        _ => c,
    }
}

fn narrow(c: char) -> char {
    char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn forms_of_a_letter_are_one() {
        let folded = |text: &str| text.chars().map(fold).collect::<String>();
        assert_eq!(folded("CCC ＣＣＣ３ Café LǛSÈ"), "ccc ccc3 cafe lvse");
        assert_eq!(folded("Лифт ΣΑΣ 電梯（《"), "лифт σασ 電梯（《");
    }
}
