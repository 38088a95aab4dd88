//! Templates and strings in; a fault where a template asks for a string that a language lacks.

use crate::diag::Failure;
use crate::i18n::Strings;

use super::fault::placed;
use super::files::ThemeFile;

/// Looks up every `t.section.key` of a template in every language.
pub(super) fn check(file: &ThemeFile, source: &str, strings: &[Strings]) -> Result<(), Failure> {
    for (number, line) in source.lines().enumerate() {
        for (column, section, key) in asked(line) {
            if let Some(lacking) = strings.iter().find(|strings| strings.message(section, key).is_none()) {
                let message = format!("`t.{section}.{key}` is not among the strings of `{}`", lacking.lang);
                return Err(Failure::Theme {
                    path: file.origin.clone(),
                    message: placed(number + 1, column, &message),
                });
            }
        }
    }
    Ok(())
}

/// Column, section and key of every `t.section.key` in a line.
fn asked(line: &str) -> Vec<(usize, &str, &str)> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices("t.") {
        let before = line[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '"' | '/')) {
            continue;
        }
        let rest = &line[at + 2..];
        let word = |text: &str| text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
        let section = &rest[..word(rest)];
        let Some(tail) = rest[section.len()..].strip_prefix('.') else { continue };
        let key = &tail[..word(tail)];
        if !section.is_empty() && !key.is_empty() {
            found.push((line[..at].chars().count() + 1, section, key));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::asked;

    #[test]
    fn finds_what_a_template_asks_for() {
        let line = "{{ t.duty.items }} {% if a and not t.page.x %} {{ list.name }} {{ t.record[kind] }} 法t.a.b";
        let found: Vec<_> = asked(line).into_iter().map(|(_, section, key)| (section, key)).collect();
        assert_eq!(found, [("duty", "items"), ("page", "x")]);
    }
}
