//! Strings that a language lacks, and those of other languages, in; what takes their place out, marked as another language.

use crate::model::Lang;

use super::plural::CATEGORIES;
use super::strings::{Message, Strings};

/// What a language lacked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lacked {
    /// Keys, as `section.key`, or `section.key.form` of a plural form; each with the language that stands in.
    pub keys: Vec<(String, Lang)>,
}

/// Takes what a language lacks of the keys, each as a section and a key in it, from the first of the others that has it; a
/// plural form that is missing, from the last form of the same message. Returns what was missing.
pub fn stand_in(strings: &mut Strings, keys: &[(String, String)], others: &[&Strings]) -> Lacked {
    let mut lacked = Lacked::default();
    for (section, key) in keys {
        let own = strings.message(section, key).map(|message| (message.clone(), strings.lang));
        let is_own = own.is_some();
        let from = || others.iter().find_map(|other| Some((other.message(section, key)?.clone(), other.lang)));
        let Some((mut message, lang)) = own.or_else(from) else { continue };
        let missing = complete(&mut message, &strings.needed());
        if !is_own {
            lacked.keys.push((format!("{section}.{key}"), lang));
        } else if missing.is_empty() {
            continue;
        } else {
            lacked.keys.extend(missing.iter().map(|form| (format!("{section}.{key}.{form}"), lang)));
        }
        strings.put(section, key, message, lang);
    }
    lacked
}

/// Gives a message the plural forms that are needed; the names of those that it lacked.
fn complete(message: &mut Message, needed: &[&'static str]) -> Vec<&'static str> {
    let Message::Plural(forms) = message else { return Vec::new() };
    let Some(last) = forms.iter().rev().flatten().next().cloned() else { return Vec::new() };
    let mut missing = Vec::new();
    for (name, form) in CATEGORIES.into_iter().zip(forms.iter_mut()) {
        if form.is_none() && needed.contains(&name) {
            *form = Some(last.clone());
            missing.push(name);
        }
    }
    missing
}
