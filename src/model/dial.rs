//! A phone as printed and the area code of its region in; the address that dials it out (RFC 3966).

/// What a telephone can dial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dial {
    /// The address: `tel:+86-310-7523747`, `tel:12315`.
    pub uri: String,
    /// Whether it is a number of a place whose area code is not known, so that it is good there alone.
    pub lacks_area: bool,
}

/// Characters that stand between two numbers.
const BETWEEN: [char; 7] = [',', '，', '、', '/', ';', '；', '\n'];

/// Words that stand before an extension.
const EXTENSION: [&str; 4] = ["转", "轉", "ext.", "ext"];

/// The address that dials a phone; nothing for what is not one number. `area` is the area code of the region with its
/// zero, as it is dialled within the country: `0310`.
///
/// ```
/// use qingdan::model::dial;
///
/// let uri = |phone, extension, area| dial(phone, extension, area).map(|dial| dial.uri);
/// assert_eq!(uri("7523747", None, Some("0310")).as_deref(), Some("tel:+86-310-7523747"));
/// assert_eq!(uri("0310-7523747转8001", None, None).as_deref(), Some("tel:+86-310-7523747;ext=8001"));
/// assert_eq!(uri("12315", None, Some("0310")).as_deref(), Some("tel:12315"));
/// assert_eq!(uri("7511860、7511867", None, Some("0310")), None);
/// ```
pub fn dial(printed: &str, extension: Option<&str>, area: Option<&str>) -> Option<Dial> {
    let printed = printed.trim();
    if printed.contains(BETWEEN) {
        return None;
    }
    let (number, own) = split(printed);
    let own = own.map(str::trim);
    let is_figures = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if own.is_some_and(|own| !is_figures(own)) {
        return None;
    }
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if !(3..=15).contains(&digits.len()) {
        return None;
    }
    let (base, lacks_area) = whole(&digits, number.starts_with('+'), area);
    let extension = own.or(extension.filter(|extension| is_figures(extension)));
    let extension = extension.map_or_else(String::new, |extension| format!(";ext={extension}"));
    Some(Dial { uri: format!("tel:{base}{extension}"), lacks_area })
}

/// The number and the extension printed behind it.
fn split(printed: &str) -> (&str, Option<&str>) {
    let found = EXTENSION.iter().find_map(|word| printed.split_once(word));
    found.map_or((printed, None), |(number, extension)| (number, Some(extension)))
}

/// The number as it can be dialled from anywhere, and whether an area code is missing for that.
fn whole(digits: &str, international: bool, area: Option<&str>) -> (String, bool) {
    let bytes = digits.as_bytes();
    if international {
        return (format!("+{digits}"), false);
    }
    match digits.len() {
        // 110, 12315, 12345, 95598: dialled alike everywhere.
        3..=6 => (digits.to_owned(), false),
        7 | 8 if bytes[0] != b'0' => match area.map(|area| area.trim_start_matches('0')) {
            Some(area) => (format!("+86-{area}-{digits}"), false),
            None => (digits.to_owned(), true),
        },
        11 if bytes[0] == b'1' && bytes[1] >= b'3' => (format!("+86{digits}"), false),
        10..=12 if bytes[0] == b'0' && bytes[1] != b'0' => {
            let area = if bytes[1] == b'1' || bytes[1] == b'2' { 3 } else { 4 };
            (format!("+86-{}-{}", &digits[1..area], &digits[area..]), false)
        }
        _ => (digits.to_owned(), false),
    }
}

#[cfg(test)]
mod tests {
    use super::dial;

    fn uri(phone: &str, extension: Option<&str>, area: Option<&str>) -> Option<String> {
        dial(phone, extension, area).map(|dial| dial.uri)
    }

    #[test]
    fn numbers_dial_from_anywhere_where_the_area_is_known() {
        let cases = [
            ("7523747", Some("0310"), "tel:+86-310-7523747"),
            ("87654321", Some("010"), "tel:+86-10-87654321"),
            ("0310-7523747", None, "tel:+86-310-7523747"),
            ("（0310）7523747", Some("0999"), "tel:+86-310-7523747"),
            ("010-12345678", None, "tel:+86-10-12345678"),
            ("021 1234 5678", None, "tel:+86-21-12345678"),
            ("0755-12345678", None, "tel:+86-755-12345678"),
            ("13800000000", Some("0310"), "tel:+8613800000000"),
            ("400-000-0000", Some("0310"), "tel:4000000000"),
            ("+86 310 7523747", None, "tel:+863107523747"),
            ("12365", Some("0310"), "tel:12365"),
            ("110", None, "tel:110"),
            ("7523747", None, "tel:7523747"),
        ];
        for (phone, area, expected) in cases {
            assert_eq!(uri(phone, None, area).as_deref(), Some(expected), "{phone}");
        }
    }

    #[test]
    fn an_extension_is_no_part_of_the_number() {
        assert_eq!(uri("7523747转801", None, Some("0310")).as_deref(), Some("tel:+86-310-7523747;ext=801"));
        assert_eq!(uri("0310-7523747", Some("801"), None).as_deref(), Some("tel:+86-310-7523747;ext=801"));
        assert_eq!(uri("7523747 转 801", Some("801"), Some("0310")).as_deref(), Some("tel:+86-310-7523747;ext=801"));
        assert_eq!(uri("7523747转801或802", None, None), None);
    }

    #[test]
    fn what_is_not_one_number_is_not_dialled() {
        for phone in ["7511860、7511867", "—", "", "12", "1234567890123456"] {
            assert_eq!(dial(phone, None, Some("0310")), None, "{phone}");
        }
        assert!(dial("7523747", None, None).is_some_and(|dial| dial.lacks_area));
        assert!(dial("12365", None, None).is_some_and(|dial| !dial.lacks_area));
        assert!(dial("0310-7523747", None, None).is_some_and(|dial| !dial.lacks_area));
    }
}
