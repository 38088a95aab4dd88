//! A number and the name of a kind of numbering of Word in, the number as Word writes it out.

/// Writes a number.
pub(super) fn figures(number: u32, kind: &str) -> String {
    let listed = |all: &str| match number.checked_sub(1).and_then(|at| all.chars().nth(at as usize)) {
        Some(c) => c.to_string(),
        None => number.to_string(),
    };
    match kind {
        "decimalZero" => format!("{number:02}"),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperLetter" => letters(number),
        "lowerLetter" => letters(number).to_lowercase(),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => counted(number, "〇一二三四五六七八九", ["", "十", "百", "千"], true),
        "chineseLegalSimplified" => counted(number, "零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟"], false),
        "ideographLegalTraditional" => counted(number, "零壹貳參肆伍陸柒捌玖", ["", "拾", "佰", "仟"], false),
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => each(number, "〇一二三四五六七八九"),
        "decimalFullWidth" | "decimalFullWidth2" => each(number, "０１２３４５６７８９"),
        "ideographTraditional" => listed("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => listed("子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            listed("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿")
        }
        "decimalEnclosedFullstop" => listed("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        "decimalEnclosedParen" => listed("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        "ideographEnclosedCircle" => listed("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
        "numberInDash" => format!("- {number} -"),
        "none" => String::new(),
        _ => number.to_string(),
    }
}

fn roman(number: u32) -> String {
    let signs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")];
    let small = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let (mut left, mut roman) = (number, String::new());
    for (value, sign) in signs.into_iter().chain(small) {
        while left >= value {
            roman.push_str(sign);
            left -= value;
        }
    }
    roman
}

/// A to Z, then AA, BB and so on, as Word counts.
fn letters(number: u32) -> String {
    let Some(at) = number.checked_sub(1).filter(|at| *at < 26 * 30) else { return number.to_string() };
    let letter = char::from(b'A' + (at % 26) as u8);
    std::iter::repeat_n(letter, at as usize / 26 + 1).collect()
}

fn each(number: u32, digits: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    number.to_string().bytes().filter_map(|byte| digits.get(usize::from(byte - b'0'))).collect()
}

/// 一百零五, 二十, and, where ten is short, 十一.
fn counted(number: u32, digits: &str, places: [&str; 4], short_ten: bool) -> String {
    if !(1..10_000).contains(&number) {
        return each(number, digits);
    }
    let digits: Vec<char> = digits.chars().collect();
    let figures: Vec<usize> = number.to_string().bytes().map(|byte| usize::from(byte - b'0')).collect();
    let (mut text, mut zero) = (String::new(), false);
    for (at, &figure) in figures.iter().enumerate() {
        if figure == 0 {
            zero = true;
            continue;
        }
        if zero && !text.is_empty() {
            text.push('零');
        }
        zero = false;
        let place = figures.len() - 1 - at;
        if !(short_ten && figure == 1 && place == 1 && at == 0) {
            text.push(digits[figure]);
        }
        text.push_str(places[place]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        for (number, kind, text) in [
            (1, "decimal", "1"),
            (10, "chineseCounting", "十"),
            (12, "chineseCountingThousand", "十二"),
            (20, "japaneseCounting", "二十"),
            (105, "chineseCountingThousand", "一百零五"),
            (110, "chineseCountingThousand", "一百一十"),
            (11, "chineseLegalSimplified", "壹拾壹"),
            (10, "ideographDigital", "一〇"),
            (28, "lowerLetter", "bb"),
            (14, "upperRoman", "XIV"),
            (3, "decimalEnclosedCircleChinese", "③"),
            (99, "decimalEnclosedCircle", "99"),
            (2, "ideographTraditional", "乙"),
            (12, "decimalFullWidth", "１２"),
            (0, "lowerLetter", "0"),
            (0, "ideographZodiac", "0"),
            (u32::MAX, "upperLetter", "4294967295"),
        ] {
            assert_eq!(figures(number, kind), text, "{kind}");
        }
    }
}
