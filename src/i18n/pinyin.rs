//! A Chinese text in, its reading in plain Latin letters out: the order of indexes and the keys of the search.

use pinyin::{ToPinyin, ToPinyinMulti};

/// Characters that are read in two ways in names of the field, each with the way that is not its first.
const OTHER: [(char, &str); 27] = [
    ('重', "chong"),
    ('长', "chang"),
    ('行', "hang"),
    ('调', "tiao"),
    ('校', "jiao"),
    ('乐', "yue"),
    ('会', "kuai"),
    ('参', "shen"),
    ('系', "ji"),
    ('给', "ji"),
    ('都', "du"),
    ('朝', "zhao"),
    ('省', "xing"),
    ('藏', "zang"),
    ('传', "zhuan"),
    ('弹', "tan"),
    ('率', "lv"),
    ('角', "jue"),
    ('降', "xiang"),
    ('卡', "qia"),
    ('血', "xie"),
    ('还', "huan"),
    ('轧', "zha"),
    ('单', "shan"),
    ('称', "chen"),
    ('车', "ju"),
    ('炔', "que"),
];

/// Readings of a text, at most.
const READINGS: usize = 8;

/// One syllable for every Chinese character of a text, without tones; other characters have none.
pub fn syllables(text: &str) -> Vec<(char, Option<&'static str>)> {
    text.chars().map(|c| (c, c.to_pinyin().map(|reading| reading.plain()))).collect()
}

/// Every way to read a text: a syllable for each Chinese character, each letter and figure as it is; none where it holds
/// anything else.
pub fn ways_to_read(text: &str) -> Vec<Vec<String>> {
    let mut ways: Vec<Vec<String>> = vec![Vec::new()];
    for (c, syllable) in syllables(text) {
        let first = match syllable {
            // As it is typed.
            Some(syllable) => syllable.replace('ü', "v"),
            None if c.is_ascii_alphanumeric() => c.to_ascii_lowercase().to_string(),
            None => return Vec::new(),
        };
        let other = OTHER.iter().filter(|(of, _)| *of == c).map(|(_, other)| (*other).to_owned());
        let other: Vec<String> = other.filter(|other| *other != first && ways.len() < READINGS).collect();
        let further: Vec<Vec<String>> = ways
            .iter()
            .flat_map(|way| other.iter().map(|other| [way.as_slice(), std::slice::from_ref(other)].concat()))
            .collect();
        ways.iter_mut().for_each(|way| way.push(first.clone()));
        ways.extend(further);
    }
    ways
}

/// Every way to read a text, without blanks.
pub fn readings(text: &str) -> Vec<String> {
    ways_to_read(text).into_iter().map(|way| way.concat()).collect()
}

/// The tones of the first reading of a text: a figure for each Chinese character, a full stop where it may be read in several.
pub fn tones(text: &str) -> String {
    let tone = |c: char| {
        let (first, all) = (c.to_pinyin()?.plain(), c.to_pinyin_multi()?);
        let same = all.into_iter().filter(|reading| reading.plain() == first);
        let mut tones: Vec<char> = same.filter_map(|reading| reading.with_tone_num_end().chars().last()).collect();
        tones.sort_unstable();
        tones.dedup();
        Some(if tones.len() == 1 && tones[0].is_ascii_digit() { tones[0] } else { '.' })
    };
    text.chars().filter_map(tone).collect()
}

/// The reading of a text as one word of small letters and figures, whole syllables up to so many letters; empty where
/// nothing of it can be read.
pub fn reading(text: &str, most: usize) -> String {
    let mut letters = String::new();
    for (c, syllable) in syllables(text) {
        let next = syllable.map(str::to_owned).unwrap_or_else(|| c.to_ascii_lowercase().to_string());
        let next: String = next.chars().filter(char::is_ascii_alphanumeric).collect();
        if letters.len() + next.len() > most {
            break;
        }
        letters += &next;
    }
    letters
}

/// What a text is put in order by: its reading in small letters, other characters as they are.
pub fn sort_key(text: &str) -> String {
    let mut key = String::new();
    for (c, syllable) in syllables(text) {
        match syllable {
            Some(syllable) => key.push_str(syllable),
            None => key.extend(c.to_lowercase()),
        }
        key.push(' ');
    }
    key
}

/// The capital letter under which a text stands in an index; `#` for what opens with no letter.
pub fn initial(text: &str) -> char {
    let key = sort_key(text.trim_start_matches(['《', '“', '"', '(', '（']));
    key.chars().next().filter(char::is_ascii_alphabetic).map_or('#', |c| c.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::{initial, readings, sort_key, tones};

    #[test]
    fn a_character_of_two_readings_is_read_both_ways() {
        for (name, reading) in [
            ("重庆市", "chongqingshi"),
            ("长期", "changqi"),
            ("县长", "xianzhang"),
            ("行政处罚", "xingzhengchufa"),
            ("银行", "yinhang"),
            ("调解", "tiaojie"),
            ("校准", "jiaozhun"),
            ("校服", "xiaofu"),
            ("轧花", "yahua"),
            ("乙炔", "yique"),
            ("法律", "falv"),
            ("3C认证", "3crenzheng"),
        ] {
            assert!(readings(name).iter().any(|one| one == reading), "{name}: {:?}", readings(name));
        }
        assert!(readings("“质量月”").is_empty());
        assert_eq!(readings("重重重重重重").len(), 8);
    }

    #[test]
    fn what_is_read_alike_differs_by_its_tones() {
        assert_eq!(readings("医保"), readings("易爆"));
        assert_eq!(["医保", "易爆", "3C认证", "中标"].map(tones), [".3", "44", "44", ".1"]);
    }

    #[test]
    fn chinese_is_ordered_by_its_reading() {
        assert_eq!(sort_key("电梯"), "dian ti ");
        assert_eq!(['D', 'L', '#'], [initial("《电梯》"), initial("lifts"), initial("12365")]);
    }
}
