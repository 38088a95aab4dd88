//! A plan and a path that somebody asks for in; what of the site is there out.

use crate::export::{self, ListFile};
use crate::model::{Lang, ListId};
use crate::plan::{Plan, Target};

use super::data::{DataFile, partition, whole_site};

/// What somebody asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A page.
    Page(Target, Lang),
    /// A file in the folder of a page: one that its script loads, or its feed.
    Beside(Target, Lang, String),
    /// A data file beside a page, counted from 0.
    Record(Target, u32),
    /// A file of a search index: the language, its path below the folder of the indexes of the language.
    Index(Lang, String),
    /// A file of data.
    Data(DataFile),
    /// What the theme brings, and what leads programs to the site.
    Other,
    /// A folder whose slash was forgotten.
    Folder,
}

/// What is at a path from the root of the site.
pub(super) fn find(plan: &Plan<'_>, path: &str) -> Wanted {
    let languages = plan.model.languages();
    if let Some(rest) = path.strip_prefix("search/") {
        let (lang, name) = rest.split_once('/').unwrap_or((rest, ""));
        if let Some(lang) = languages.iter().find(|have| have.as_str() == lang).filter(|_| name.ends_with(".js")) {
            return Wanted::Index(*lang, name.to_owned());
        }
    }
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    for lang in languages.iter().rev() {
        let prefix = plan.prefix(*lang);
        let within = |path: &str| Some(format!("{path}/").strip_prefix(&prefix)?.trim_end_matches('/').to_owned());
        let page = |path: &str| plan.at(&within(path)?);
        let asked = if name.is_empty() { format!("{path}index.html") } else { path.to_owned() };
        let wanted = if matches!(name, "" | "index.html") { folder } else { path };
        if let Some(target) = page(wanted) {
            let file = plan.file(target, *lang);
            if file == asked {
                return Wanted::Page(target, *lang);
            }
            if file == format!("{path}/index.html") {
                return Wanted::Folder;
            }
        }
        if let Some(target) = page(folder) {
            let number = record_number(name).filter(|_| plan.has_data(target));
            if let Some(number) = number.filter(|number| plan.record_file(target, *number) == path) {
                return Wanted::Record(target, number);
            }
            let script = name.ends_with(".js") && format!("{}{name}", plan.path_in(target, *lang)) == path;
            if script || plan.feed(target, *lang).as_deref() == Some(path) {
                return Wanted::Beside(target, *lang, name.to_owned());
            }
        }
    }
    let list = ListId::each(plan.model).find_map(|(id, list)| {
        ListFile::ALL.into_iter().find(|of| of.path(list) == path).map(|of| DataFile::List(id, of))
    });
    if let Some(file) = list.or_else(|| whole_site(path)).or_else(|| partition(plan, path)) {
        return Wanted::Data(file);
    }
    if path.ends_with(".schema.json") && export::paths(plan).iter().any(|schema| schema == path) {
        return Wanted::Data(DataFile::Schema);
    }
    Wanted::Other
}

/// Which of the data files beside a page has this name.
fn record_number(name: &str) -> Option<u32> {
    let number = name.strip_prefix("index")?.strip_suffix(".json")?;
    match number.strip_prefix('-') {
        Some(further) => further.parse::<u32>().ok()?.checked_sub(1).filter(|number| *number > 0),
        None => number.is_empty().then_some(0),
    }
}

/// The language of the page for an address that does not exist.
pub(super) fn language_of(plan: &Plan<'_>, path: &str) -> Option<Lang> {
    let languages = plan.model.languages();
    let named = languages.iter().skip(1).find(|lang| path.starts_with(&plan.prefix(**lang)));
    named.or(languages.first()).copied()
}
