//! A phone as printed in; what to show and what to dial out.

use serde::Serialize;

/// A phone as printed, and the digits to dial where they can be one number.
#[derive(Serialize)]
pub struct PhoneView<'a> {
    pub text: &'a str,
    pub dial: Option<String>,
}

impl<'a> PhoneView<'a> {
    /// Takes a phone as printed.
    pub fn new(text: &'a str) -> PhoneView<'a> {
        let separators = text.contains([',', '，', '、', '/', ';', '；', '转']);
        let digits: String = text.chars().filter(|c| c.is_ascii_digit()).collect();
        let plus = if text.trim_start().starts_with('+') { "+" } else { "" };
        let fits = !separators && (3..=15).contains(&digits.len());
        PhoneView { text, dial: fits.then(|| format!("{plus}{digits}")) }
    }

    /// The same with the extension to dial after it.
    pub fn with_extension(text: &'a str, extension: Option<&str>) -> PhoneView<'a> {
        let phone = PhoneView::new(text);
        let digits = extension.filter(|extension| extension.bytes().all(|b| b.is_ascii_digit()));
        match (&phone.dial, digits) {
            // A pause, then the extension (RFC 3966 has `;ext=`, which few telephones follow).
            (Some(number), Some(extension)) => PhoneView { dial: Some(format!("{number},{extension}")), ..phone },
            _ => phone,
        }
    }

    /// Takes each of several phones.
    pub fn all(phones: &'a [String]) -> Vec<PhoneView<'a>> {
        phones.iter().map(|phone| PhoneView::new(phone)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::PhoneView;

    #[test]
    fn dials_what_can_be_one_number() {
        assert_eq!(PhoneView::new("0310-7523747").dial.as_deref(), Some("03107523747"));
        assert_eq!(PhoneView::new("12365").dial.as_deref(), Some("12365"));
        assert_eq!(PhoneView::new("7511860、7511867").dial, None);
        assert_eq!(PhoneView::new("—").dial, None);
    }
}
