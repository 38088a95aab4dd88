//! An official code in; how it stands in the address of its page out.

use crate::model::Id;

/// Up to how many characters of a code stand in an address.
const LONGEST_CODE: usize = 60;

/// A code as it stands in an address: its letters and digits in small letters. Where that leaves anything out, or is too
/// long for a file system, a hash of the code tells it from others.
pub(super) fn code_slug(code: &str) -> String {
    let plain = Id::words(code);
    let usual = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    if !plain.is_empty() && code.chars().all(usual) && plain.len() == code.len() && plain.len() <= LONGEST_CODE {
        return plain;
    }
    let beginning: String = plain.chars().take(LONGEST_CODE).collect();
    format!("{beginning}-{}", Id::hash(code.bytes())).trim_start_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::code_slug;

    #[test]
    fn tells_codes_apart_on_any_disk() {
        assert_eq!(code_slug("370100-XK-001"), "370100-xk-001");
        let codes = ["A1", "a1", "A 1", "A/1", "编一", "编二", "-", "", &"编".repeat(90), &"X".repeat(90)];
        let mut slugs: Vec<String> = codes.iter().map(|code| code_slug(code)).collect();
        assert!(slugs.iter().all(|slug| slug.len() < 80 && !slug.is_empty()), "{slugs:?}");
        slugs.sort();
        slugs.dedup();
        assert_eq!(slugs.len(), codes.len());
    }
}
