//! Phrases of the content and of the descriptions in, the words of a site's first language out.

use crate::model::{Model, Text};

use super::column::Both;

/// A text of the content in the first language of the site, else in another.
pub fn first<'m>(text: &'m Text, model: &Model) -> &'m str {
    model.languages().first().map_or("", |lang| text.best(*lang).1)
}

/// A phrase of the descriptions in the first language of the site, in English where that is not Chinese.
pub fn own([zh, en]: Both, model: &Model) -> &'static str {
    let chinese = model.languages().first().is_some_and(|lang| lang.as_str().starts_with("zh"));
    if chinese { zh } else { en }
}
