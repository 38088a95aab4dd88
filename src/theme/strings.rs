//! Strings files of the default theme and of a theme's folder in; the words of every language, none of which lacks any, and
//! what had to stand in, out.

use std::collections::BTreeSet;
use std::path::Path;

use crate::diag::Failure;
use crate::i18n::{Strings, stand_in};
use crate::model::Lang;

use super::files::{Files, ThemeFile, text};
use super::remarks::{Remark, lacking};

/// The words of every language. What the program asks for, and what stands in any language of the folder, stands in all: where a
/// file of the folder lacks it, what the default theme has in that language, else in Chinese, else in English.
pub(super) fn strings(default: &Files, own: &Files, found: &mut Vec<Remark>) -> Result<Vec<Strings>, Failure> {
    let spare: Vec<Strings> = read(default)?.into_iter().map(|(strings, _)| strings).collect();
    let mut all: Vec<Strings> = Vec::new();
    let read = read(own)?;
    let mut keys: BTreeSet<(String, String)> =
        Strings::required().map(|(section, key)| (section.to_owned(), key.to_owned())).collect();
    for strings in spare.iter().chain(read.iter().map(|(strings, _)| strings)) {
        keys.extend(strings.entries().map(|(section, key, _)| (section.to_owned(), key.to_owned())));
    }
    let keys: Vec<(String, String)> = keys.into_iter().collect();
    let others = |lang: Lang| {
        let mut others: Vec<&Strings> = spare.iter().chain(read.iter().map(|(strings, _)| strings)).collect();
        let rank = |other: Lang| [lang, Lang::ZH, Lang::EN].iter().position(|first| *first == other).unwrap_or(3);
        others.sort_by_key(|other| rank(other.lang));
        others
    };
    for (file, origin) in own_and_spare(default, own) {
        let (mut strings, path) = one(file, origin)?;
        let others = others(strings.lang);
        let lacked = stand_in(&mut strings, &keys, &others);
        strings.complete().map_err(|message| Failure::Theme { path: path.to_owned(), message })?;
        // What the folder alone asks for, it may have in its own languages alone.
        if !lacked.keys.is_empty() && own.contains_key(file) {
            found.push(lacking(path, strings.lang, &lacked, keys.len()));
        }
        all.push(strings);
    }
    Ok(all)
}

/// The strings files, each of the folder in the place of that of the default theme.
fn own_and_spare<'f>(default: &'f Files, own: &'f Files) -> Vec<(&'f str, &'f ThemeFile)> {
    let mut files: ByName<'f> = ByName::new();
    files.extend(default.iter().map(|(name, file)| (name.as_str(), file)));
    files.extend(own.iter().map(|(name, file)| (name.as_str(), file)));
    files.into_iter().filter(|(name, _)| lang(name).is_some()).collect()
}

type ByName<'f> = std::collections::BTreeMap<&'f str, &'f ThemeFile>;

fn lang(name: &str) -> Option<Lang> {
    name.strip_prefix("strings/").and_then(|rest| rest.strip_suffix(".yaml")).and_then(Lang::new)
}

fn read(files: &Files) -> Result<Vec<(Strings, &Path)>, Failure> {
    files.iter().filter(|(name, _)| lang(name).is_some()).map(|(name, file)| one(name, file)).collect()
}

fn one<'f>(name: &str, file: &'f ThemeFile) -> Result<(Strings, &'f Path), Failure> {
    let lang = lang(name).unwrap_or(Lang::ZH);
    Ok((Strings::read(&file.origin, lang, text(file)?)?, &file.origin))
}
