//! Articles of a law in, their name as a language writes it out.

use crate::model::Articles;

use super::strings::Strings;

impl Strings {
    /// The name of an article, paragraph, item or range: `第四十九条第二款`, `Article 49, paragraph 2`.
    pub fn article(&self, articles: &Articles) -> String {
        let article = self.ordinal(articles.article);
        if let Some(to) = articles.to {
            return self.fill("article", "range", &[("from", &article), ("to", &self.ordinal(to))]);
        }
        let mut name = self.fill("article", "article", &[("n", &article)]);
        for (key, number) in [("paragraph", articles.paragraph), ("item", articles.item)] {
            if let Some(number) = number {
                name.push_str(&self.fill("article", key, &[("n", &self.ordinal(number))]));
            }
        }
        name
    }

    fn ordinal(&self, number: u16) -> String {
        if self.get("article", "numerals") == "han" { han(number) } else { number.to_string() }
    }
}

/// A number below 10,000 in Chinese numerals, in digits above.
fn han(number: u16) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if number >= 10_000 {
        return number.to_string();
    }
    let mut out = String::new();
    let mut gap = false;
    for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / unit % 10;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push_str(DIGITS[0]);
            gap = false;
        }
        // 十二 and not 一十二, where nothing stands before it.
        if !(unit == 10 && digit == 1 && out.is_empty()) {
            out.push_str(DIGITS[usize::from(digit)]);
        }
        out.push_str(name);
    }
    if out.is_empty() { DIGITS[0].into() } else { out }
}

#[cfg(test)]
mod tests {
    use super::han;

    #[test]
    fn counts_as_statutes_do() {
        let words = [1, 10, 12, 20, 49, 100, 101, 110, 115, 1003, 2050].map(han);
        let expected = [
            "一",
            "十",
            "十二",
            "二十",
            "四十九",
            "一百",
            "一百零一",
            "一百一十",
            "一百一十五",
            "一千零三",
            "二千零五十",
        ];
        assert_eq!(words, expected);
    }
}
