//! A text of the content in, what a template prints for it out: marked and labelled where it is in another language.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use tera::Value;

use crate::i18n::Strings;
use crate::model::{Lang, Text};

/// A text as a template sees it.
///
/// A template prints it with `{{ name }}` and cannot go wrong: a plain text in the language of the page is escaped by
/// the engine; HTML made here from Markdown, and a text in another language with its `lang` and label, come as safe.
#[derive(Clone, Debug)]
pub struct TextView<'a> {
    /// The text, or HTML made from Markdown.
    pub text: Cow<'a, str>,
    /// Whether it is HTML.
    pub html: bool,
    /// Its language, where that is another than the page's.
    pub lang: Option<Lang>,
    /// Label to show where it should have been in the page's language.
    pub missing: Option<&'a str>,
}

impl<'a> TextView<'a> {
    /// A text in the language of the page.
    pub fn plain(text: impl Into<Cow<'a, str>>) -> TextView<'a> {
        TextView { text: text.into(), html: false, lang: None, missing: None }
    }

    /// A text of the content in the language of `strings`, or in another with mark and label.
    pub fn of(text: &'a Text, strings: &'a Strings) -> TextView<'a> {
        let (lang, form) = text.best(strings.lang);
        let foreign = lang != strings.lang;
        TextView {
            text: form.into(),
            html: false,
            lang: foreign.then_some(lang),
            missing: foreign.then(|| strings.get("text", "untranslated")),
        }
    }

    /// The mark-up of a text that needs more than to be escaped.
    fn markup(&self) -> Option<String> {
        if !self.html && self.lang.is_none() {
            return None;
        }
        let mut out = String::with_capacity(self.text.len() + 96);
        if let Some(lang) = self.lang {
            out.push_str("<span lang=\"");
            out.push_str(lang.as_str());
            out.push_str(if lang.is_rtl() { "\" dir=\"rtl\">" } else { "\">" });
        }
        if self.html {
            out.push_str(&self.text)
        } else {
            escape(&self.text, &mut out)
        }
        if self.lang.is_some() {
            out.push_str("</span>");
        }
        if let Some(label) = self.missing {
            out.push_str(" <small class=\"untranslated\">");
            escape(label, &mut out);
            out.push_str("</small>");
        }
        Some(out)
    }
}

impl Serialize for TextView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.markup() {
            Some(markup) => Value::safe_string(&markup).serialize(serializer),
            None => serializer.serialize_str(&self.text),
        }
    }
}

/// Appends a text as HTML.
pub fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// The first characters of a text, with an ellipsis where something was cut off; a word is not cut.
pub(super) fn shorten(text: &str, characters: usize) -> Cow<'_, str> {
    let Some((end, next)) = text.char_indices().nth(characters) else { return Cow::Borrowed(text) };
    let cut = &text[..end];
    // Chinese has no spaces, and may be cut anywhere.
    let within = next.is_ascii_alphanumeric() && cut.ends_with(|c: char| c.is_ascii_alphanumeric());
    let kept = if within { cut.rfind(' ').map_or(cut, |space| &cut[..space]) } else { cut };
    Cow::Owned(format!("{}…", kept.trim_end_matches([' ', ',', ';', '，', '；', '、'])))
}

#[cfg(test)]
mod tests {
    use super::{TextView, shorten};
    use crate::model::Lang;

    #[test]
    fn a_text_in_another_language_is_marked_and_labelled() {
        let view = TextView { lang: Some(Lang::ZH), missing: Some("not translated"), ..TextView::plain("计量<科>") };
        let markup = view.markup().expect("markup");
        assert_eq!(
            markup,
            "<span lang=\"zh\">计量&lt;科&gt;</span> <small class=\"untranslated\">not translated</small>"
        );
        assert!(TextView::plain("a").markup().is_none());
    }

    #[test]
    fn shortens_by_characters() {
        assert_eq!(shorten("计量检定", 2), "计量…");
        assert_eq!(shorten("计量", 2), "计量");
        assert_eq!(shorten("计量，检定", 3), "计量…");
        assert_eq!(shorten("Measuring instruments", 14), "Measuring…");
        assert_eq!(shorten("Measuring instruments", 10), "Measuring…");
        assert_eq!(shorten("Instruments", 5), "Instr…");
    }
}
