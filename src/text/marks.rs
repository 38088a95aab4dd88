//! A text in; the first bracket or quote of Chinese that lacks its partner out.

/// A mark without its partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unpaired {
    /// The mark.
    pub mark: char,
    /// Where it stands, in bytes.
    pub at: usize,
    /// What would close or open it.
    pub partner: char,
    /// Whether it opens.
    pub opens: bool,
}

/// Marks that come in pairs. Round brackets of either width go together, since papers mix them.
const PAIRS: [(char, char); 11] = [
    ('《', '》'),
    ('〈', '〉'),
    ('（', '）'),
    ('(', ')'),
    ('【', '】'),
    ('〔', '〕'),
    ('［', '］'),
    ('「', '」'),
    ('『', '』'),
    ('“', '”'),
    ('〖', '〗'),
];

/// The first mark of a text that has no partner.
///
/// ```
/// use qingdan::text::unpaired;
///
/// let found = unpaired("依照《计量法第九条").expect("a mark");
/// assert_eq!((found.mark, found.partner, found.opens), ('《', '》', true));
/// assert!(unpaired("1）检定《秤》(试行）；“甲”").is_none());
/// ```
pub fn unpaired(text: &str) -> Option<Unpaired> {
    let round = |c: char| match c {
        '(' => '（',
        ')' => '）',
        c => c,
    };
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        if PAIRS.iter().any(|(opening, _)| *opening == c) {
            open.push((c, at));
        } else if let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| *closing == c) {
            match open.iter().rposition(|(have, _)| round(*have) == round(*opening)) {
                // What stands open within it is the one without a partner.
                Some(place) if place + 1 == open.len() => drop(open.pop()),
                Some(place) => return open.get(place + 1).map(|(mark, at)| opened(*mark, *at)),
                // `1）` and `a)` stand before a point of a text.
                None if round(c) == '）' && before.is_some_and(is_number) => {}
                None => return Some(Unpaired { mark: c, at, partner: *opening, opens: false }),
            }
        }
        before = Some(c);
    }
    open.first().map(|(mark, at)| opened(*mark, *at))
}

fn opened(mark: char, at: usize) -> Unpaired {
    let partner = PAIRS.iter().find(|(opening, _)| *opening == mark).map_or(mark, |(_, closing)| *closing);
    Unpaired { mark, at, partner, opens: true }
}

fn is_number(c: char) -> bool {
    c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(c) || matches!(c, '①'..='⑳')
}

#[cfg(test)]
mod tests {
    use super::unpaired;

    #[test]
    fn finds_the_mark_that_has_no_partner() {
        for (text, mark) in [
            ("《计量法", Some('《')),
            ("计量法》", Some('》')),
            ("（甲（乙）", Some('（')),
            ("“甲（”乙）", Some('（')),
            ("【甲", Some('【')),
            ("他说“甲。", Some('“')),
            ("《甲〈乙〉》（丙）“丁”", None),
            ("(甲）", None),
            ("1）甲 a)乙 一）丙", None),
            ("it's ’90s", None),
        ] {
            assert_eq!(unpaired(text).map(|found| found.mark), mark, "{text}");
        }
    }
}
