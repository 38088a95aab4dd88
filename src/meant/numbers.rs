//! Articles and whole numbers as papers write them in, the same as the format writes them out.

use crate::cite::Reader;

use super::plain;

/// The articles, each as a citation writes it: `第十四条第二款` is `14.2`.
///
/// ```
/// use qingdan::meant::articles;
///
/// assert_eq!(articles("第十四条、第十五条第二款"), ["14", "15.2"]);
/// assert_eq!(articles("14条"), ["14"]);
/// assert_eq!([articles("134-1"), articles("134之一"), articles("十条之一")], [["134_1"], ["134_1"], ["10_1"]]);
/// assert_eq!(articles("第134条之一至第134条之三"), ["134_1-134_3"]);
/// assert!(articles("第几条").is_empty());
/// ```
pub fn articles(typed: &str) -> Vec<String> {
    let text = plain(typed);
    let solid: String = text.split_whitespace().collect();
    if solid.parse::<crate::model::Articles>().is_ok() {
        return vec![solid];
    }
    // As inserted articles are often written: 134-1, 134之一, 134_1至134_3.
    if let Some(articles) = inserted(&solid) {
        return vec![articles];
    }
    let named = solid.strip_prefix("Article").or_else(|| solid.strip_prefix("article")).unwrap_or(&solid);
    let named = if named.starts_with(|c: char| c.is_ascii_digit()) && named.contains(['条', '款', '项']) {
        format!("第{named}")
    } else if named.bytes().all(|b| b.is_ascii_digit()) && !named.is_empty() {
        format!("第{named}条")
    } else {
        named.to_owned()
    };
    // The reader of citations wants a law before its articles.
    let cited = format!("《某法》{named}");
    let mentions = Reader::new(&[]).read(&cited);
    let [mention] = &mentions[..] else { return Vec::new() };
    if mention.end != cited.chars().count() {
        return Vec::new();
    }
    mention.articles.iter().map(ToString::to_string).collect()
}

/// An article behind another, in whatever way it is written, or a range of such.
fn inserted(solid: &str) -> Option<String> {
    if !solid.contains(['之', '-', '_', '至', '到', '~', '～']) {
        return None;
    }
    let number = |text: &str| whole_number(text).filter(|number| *number > 0);
    let one = |text: &str| -> Option<String> {
        let text = text.strip_prefix('第').unwrap_or(text);
        let text = text.replace('条', "");
        match text.split_once(['之', '-', '_']) {
            Some((article, behind)) => Some(format!("{}_{}", number(article)?, number(behind)?)),
            None => Some(number(&text)?.to_string()),
        }
    };
    let range = solid.split_once(['至', '到', '~', '～']);
    let text = match range {
        Some((from, to)) => format!("{}-{}", one(from)?, one(to)?),
        None => one(solid)?,
    };
    text.parse::<crate::model::Articles>().is_ok().then_some(text)
}

/// The number that figures, in whatever width, or Chinese numerals say.
pub fn whole_number(typed: &str) -> Option<u32> {
    let text = plain(typed);
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    let (mut total, mut digit) = (0, None);
    for c in text.chars() {
        match c {
            '十' => total += 10 * digit.take().unwrap_or(1),
            '百' => total += 100 * digit.take().unwrap_or(1),
            _ => {
                let next = chinese_digit(c)?;
                if digit.replace(next).is_some_and(|before| before > 0) {
                    return None;
                }
            }
        }
    }
    (!text.is_empty()).then_some(total + digit.unwrap_or(0))
}

/// A row of Chinese digits, place by place: `二〇二四` is 2024.
pub(super) fn chinese_digits(text: &str) -> Option<String> {
    text.chars().map(|c| chinese_digit(c).map(|digit| digit.to_string())).collect()
}

fn chinese_digit(c: char) -> Option<u32> {
    let c = if matches!(c, '〇' | '○' | '０') { '零' } else { c };
    "零一二三四五六七八九".chars().position(|digit| digit == c).map(|at| at as u32)
}

#[cfg(test)]
mod tests {
    use super::{articles, whole_number};

    #[test]
    fn articles_of_every_kind() {
        let cases: [(&str, &[&str]); 12] = [
            ("第十四条", &["14"]),
            ("第十四条第二款", &["14.2"]),
            ("第十四条第二款第（三）项", &["14.2.3"]),
            ("第一百三十四条之一", &["134_1"]),
            ("14条", &["14"]),
            ("第14条", &["14"]),
            ("１４", &["14"]),
            ("“14”", &["14"]),
            ("Article 14", &["14"]),
            ("第十四条、第十五条", &["14", "15"]),
            ("第十四条等", &[]),
            ("十四", &[]),
        ];
        for (typed, expected) in cases {
            assert_eq!(articles(typed), expected, "{typed}");
        }
    }

    #[test]
    fn numbers_of_every_kind() {
        for (typed, expected) in [
            ("20", Some(20)),
            ("２０", Some(20)),
            ("二十", Some(20)),
            ("十二", Some(12)),
            ("三", Some(3)),
            ("若干", None),
        ] {
            assert_eq!(whole_number(typed), expected, "{typed}");
        }
    }
}
