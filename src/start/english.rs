//! The Chinese name of a place in, how it is commonly called in English out, where that is a matter of spelling alone.

use crate::i18n::syllables;

/// Provinces that are not called by their reading.
const PROVINCES: [(&str, &str); 7] = [
    ("内蒙古自治区", "Inner Mongolia Autonomous Region"),
    ("广西壮族自治区", "Guangxi Zhuang Autonomous Region"),
    ("西藏自治区", "Xizang Autonomous Region"),
    ("宁夏回族自治区", "Ningxia Hui Autonomous Region"),
    ("新疆维吾尔自治区", "Xinjiang Uygur Autonomous Region"),
    ("陕西省", "Shaanxi Province"),
    ("重庆市", "Chongqing Municipality"),
];

/// Municipalities under the central government with the usual reading.
const MUNICIPALITIES: [&str; 3] = ["北京市", "天津市", "上海市"];

/// Endings of names and what they are called; longer ones first.
const ENDINGS: [(&str, &str); 15] = [
    ("经济技术开发区", "Economic and Technological Development Zone"),
    ("高新技术产业开发区", "High-Tech Industrial Development Zone"),
    ("经济开发区", "Economic Development Zone"),
    ("开发区", "Development Zone"),
    ("街道", "Subdistrict"),
    ("新区", "New Area"),
    ("地区", "Prefecture"),
    ("省", "Province"),
    ("市", "City"),
    ("县", "County"),
    ("区", "District"),
    ("旗", "Banner"),
    ("盟", "League"),
    ("镇", "Town"),
    ("乡", "Township"),
];

/// The English name that the Chinese one spells, such as `Jize County`; `None` where it takes more than spelling, as with
/// the names of peoples. Somebody who knows the place should look at it: some characters have several readings.
pub(super) fn proposed(name: &str) -> Option<String> {
    if let Some((_, english)) = PROVINCES.into_iter().find(|(chinese, _)| *chinese == name) {
        return Some(english.to_owned());
    }
    if name.contains("自治") || name.contains("民族") {
        return None;
    }
    let (ending, kind) = ENDINGS.into_iter().find(|(ending, _)| name.ends_with(ending) && name != *ending)?;
    let kind = if MUNICIPALITIES.contains(&name) { "Municipality" } else { kind };
    let base = name.strip_suffix(ending)?;
    // 易县 is Yixian County: a name of one character keeps its ending.
    let base = if base.chars().count() == 1 { name } else { base };
    Some(format!("{} {kind}", spelled(base)?))
}

/// The reading as one word, with a capital letter and an apostrophe before an inner vowel.
fn spelled(text: &str) -> Option<String> {
    let mut word = String::new();
    for (_, syllable) in syllables(text) {
        let syllable = syllable?;
        if !word.is_empty() && syllable.starts_with(['a', 'e', 'o']) {
            word.push('\'');
        }
        word.push_str(syllable);
    }
    let first = word.chars().next()?.to_ascii_uppercase();
    Some(word.chars().enumerate().map(|(at, c)| if at == 0 { first } else { c }).collect())
}

/// The reading of a place or a body in small letters, as a word of an id: `jize` for 鸡泽县; empty where there is none.
pub(super) fn slug(name: &str) -> String {
    let endings = ENDINGS.into_iter().map(|(ending, _)| ending).chain(["自治区", "自治州", "自治县", "州"]);
    let base = endings.filter_map(|ending| name.strip_suffix(ending)).find(|base| base.chars().count() > 1);
    let base = base.unwrap_or(name);
    syllables(base)
        .into_iter()
        .filter_map(|(c, syllable)| match syllable {
            Some(syllable) => Some(syllable.replace('ü', "v")),
            None => c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase().to_string()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{proposed, slug};

    #[test]
    fn names_are_spelled_where_that_is_all_it_takes() {
        for (name, english) in [
            ("鸡泽县", "Jize County"),
            ("易县", "Yixian County"),
            ("保定市", "Baoding City"),
            ("西安市", "Xi'an City"),
            ("陕西省", "Shaanxi Province"),
            ("北京市", "Beijing Municipality"),
            ("柳坪镇", "Liuping Town"),
        ] {
            assert_eq!(proposed(name).as_deref(), Some(english));
        }
        assert_eq!(proposed("丰宁满族自治县"), None);
        assert_eq!([slug("鸡泽县"), slug("吕梁市"), slug("易县")], ["jize", "lvliang", "yixian"].map(String::from));
    }
}
