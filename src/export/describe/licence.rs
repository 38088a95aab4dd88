//! The site in, `LICENCE.txt` out: under which licence the files may be used, in every language of the site.

use crate::dataset::Context;
use crate::plan::Base;

/// The licence, the publisher and where the files come from, a paragraph per language.
pub fn licence(context: Context<'_>, base: &Base) -> Vec<u8> {
    let model = context.graph.model;
    let site = &model.site;
    let list = context.scope.map(|scope| &model[scope.list]);
    let mut text = String::new();
    for lang in model.languages() {
        let list = list.map(|list| format!("{}\n", list.title.best(*lang).1)).unwrap_or_default();
        text += &format!(
            "{}\n{list}{}\n{} ({})\n{}\n\n",
            site.title.best(*lang).1,
            site.publisher.name.best(*lang).1,
            site.licence.name.best(*lang).1,
            site.licence.id,
            site.licence.url,
        );
    }
    if base.is_known() {
        text += &format!("{}\n", base.absolute(""));
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text.into_bytes()
}
