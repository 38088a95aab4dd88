//! Articles of a law in, their name as a language writes it out.

use crate::model::{ArticleNumber, Articles, LawPlace};

use super::strings::Strings;

impl Strings {
    /// The name of an article, paragraph, item or range: `第四十九条第二款`, `Article 49, paragraph 2`,
    /// `第一百三十四条之一`, `Annex 2, item 17`.
    pub fn article(&self, articles: &Articles) -> String {
        match *articles {
            Articles::Article { article, paragraph, item } => {
                let mut name = self.article_number(article);
                for (key, number) in [("paragraph", paragraph), ("item", item)] {
                    if let Some(number) = number {
                        name.push_str(&self.fill("article", key, &[("n", &self.ordinal(number))]));
                    }
                }
                name
            }
            Articles::Range(span) => {
                let (first, last) = (span.first(), span.last());
                if first.inserted.or(last.inserted).is_some() {
                    let (from, to) = (self.article_number(first), self.article_number(last));
                    return self.fill("article", "range_of_inserted", &[("from", &from), ("to", &to)]);
                }
                let (from, to) = (self.ordinal(first.number), self.ordinal(last.number));
                self.fill("article", "range", &[("from", &from), ("to", &to)])
            }
            Articles::Annex(annex) => self.annex(annex),
            Articles::AnnexItem { annex, item } => {
                self.annex(annex) + &self.fill("article", "annex_item", &[("n", &item.to_string())])
            }
            Articles::AnnexItems { annex, items } => {
                let (from, to) = (items.first().to_string(), items.last().to_string());
                self.annex(annex) + &self.fill("article", "annex_items", &[("from", &from), ("to", &to)])
            }
        }
    }

    /// The name of a place of a law.
    pub fn law_place(&self, place: LawPlace) -> String {
        self.article(&place.into())
    }

    fn article_number(&self, article: ArticleNumber) -> String {
        let number = self.ordinal(article.number);
        match article.inserted {
            None => self.fill("article", "article", &[("n", &number)]),
            Some(inserted) => {
                self.fill("article", "inserted", &[("n", &number), ("inserted", &self.ordinal(inserted))])
            }
        }
    }

    /// Annexes and their items bear figures in print, in Chinese as well.
    fn annex(&self, annex: Option<u16>) -> String {
        match annex {
            None => self.get("article", "annex").to_owned(),
            Some(annex) => self.fill("article", "annex_of_several", &[("n", &annex.to_string())]),
        }
    }

    fn ordinal(&self, number: u16) -> String {
        if self.get("article", "numerals") == "han" { han(number) } else { number.to_string() }
    }
}

/// A number below 10,000 in Chinese numerals, in digits above.
pub fn han(number: u16) -> String {
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
