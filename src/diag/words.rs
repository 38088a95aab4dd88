//! A message in the two languages that Qingdan itself speaks.

/// The language that messages are printed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speech {
    /// Chinese.
    Zh,
    /// English.
    #[default]
    En,
}

/// A message in Chinese and English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Words {
    /// Takes both forms.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Words {
        Words { zh: zh.into(), en: en.into() }
    }

    /// The form in one language.
    pub fn say(&self, speech: Speech) -> &str {
        match speech {
            Speech::Zh => &self.zh,
            Speech::En => &self.en,
        }
    }
}
