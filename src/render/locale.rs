//! A language of the site in; its words, and its templates with what every page of it shares, out.

use tera::Tera;

use crate::diag::Failure;
use crate::i18n::Strings;
use crate::model::Lang;

use super::shared::Shared;
use super::site::site;

/// A language of the site, ready to render in.
pub(super) struct Locale<'a> {
    pub lang: Lang,
    pub strings: &'a Strings,
    /// The templates, with the shared values as globals.
    pub tera: Tera,
    /// What stands before every path of the language.
    pub prefix: String,
}

impl<'a> Locale<'a> {
    pub fn new(shared: &Shared<'a>, lang: Lang) -> Result<Locale<'a>, Failure> {
        let (plan, model, theme) = (shared.plan, shared.graph.model, shared.theme);
        let strings = theme.strings(lang)?;
        let mut tera = theme.templates().clone();
        let site = site(plan, model, strings, theme);
        let globals = tera.global_context();
        globals.insert_value("lang", tera::Value::normal_string(lang.as_str()));
        globals.insert_value("dir", tera::Value::normal_string(lang.direction()));
        for (name, value) in
            [("t", tera::Value::try_from_serializable(strings)), ("site", tera::Value::try_from_serializable(&site))]
        {
            globals.insert_value(name, value.map_err(|error| theme.fault(&error))?);
        }
        Ok(Locale { lang, strings, tera, prefix: plan.prefix(lang) })
    }
}
