//! Phrases of the descriptions, which are in Chinese and English whatever the languages of the site, in; the words for
//! its readers out.

use crate::model::{Lang, Model, Text};

/// A phrase in Chinese and English.
pub type Bilingual = [&'static str; 2];

/// A text of the content in the first language of the site, else in another.
pub fn first<'m>(text: &'m Text, model: &Model) -> &'m str {
    model.languages().first().map_or("", |lang| text.best(*lang).1)
}

/// A phrase of the descriptions in the first language of the site, in English where that is not Chinese.
pub fn own([zh, en]: Bilingual, model: &Model) -> &'static str {
    let chinese = model.languages().first().is_some_and(|lang| lang.as_str().starts_with("zh"));
    if chinese { zh } else { en }
}

/// A phrase of the descriptions as a text with both languages.
pub fn text([zh, en]: Bilingual) -> Text {
    Text::zh(zh).with(Lang::EN, en)
}
