//! An official code in; how it stands in the address of its page out.

/// Up to how many characters of a code stand in an address.
const LONGEST_CODE: usize = 60;

/// A code as it stands in an address: its letters and digits in small letters. Where that leaves anything out, or is too
/// long for a file system, a hash of the code tells it from others.
pub(super) fn code_slug(code: &str) -> String {
    let words = code.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let plain: String = words.map(str::to_ascii_lowercase).collect::<Vec<String>>().join("-");
    let usual = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    if !plain.is_empty() && code.chars().all(usual) && plain.len() == code.len() && plain.len() <= LONGEST_CODE {
        return plain;
    }
    let bytes = code
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let beginning: String = plain.chars().take(LONGEST_CODE).collect();
    format!("{beginning}-{:08x}", (bytes >> 32) ^ (bytes & 0xffff_ffff)).trim_start_matches('-').to_owned()
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
