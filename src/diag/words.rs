//! A message in the two languages that Qingdan itself speaks.

/// The language that messages are printed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MessageLang {
    /// Chinese.
    Zh,
    /// English.
    #[default]
    En,
}

/// A message in Chinese and English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Message {
    /// Takes both forms.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Message {
        Message { zh: zh.into(), en: en.into() }
    }

    /// The form in one language.
    pub fn say(&self, speech: MessageLang) -> &str {
        match speech {
            MessageLang::Zh => &self.zh,
            MessageLang::En => &self.en,
        }
    }
}
