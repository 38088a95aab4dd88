//! A folder in, a theme out, every fault of its files named with the file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tera::Tera;

use crate::diag::{Failure, Finding};
use crate::i18n::Strings;
use crate::model::Lang;

use super::assets::{Assets, assets};
use super::fault::{fault, origin, placed};
use super::files::{Files, embedded, read, text};
use super::fingerprint::Fingerprint;
use super::footnotes;
use super::outdated::{outdated, renamed};
use super::policy::Policy;
use super::remarks::{self, Remark};
use super::strings::strings;
use super::{grown, turns, words};

/// What a template of the default theme is called when a theme has one of the same name.
const PREFIX: &str = "default/";

/// Templates, interface strings and assets: the default theme, file by file replaced by those of a folder.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    strings: Vec<Strings>,
    assets: Assets,
    pub(super) policy: Policy,
    dir: Option<PathBuf>,
    remarks: Vec<Remark>,
    marks: Marks,
}

/// Where the count of turns was put into templates, by their names.
type Marks = BTreeMap<String, Vec<(usize, usize, usize)>>;

impl Theme {
    /// Loads the theme of a folder, or the default theme alone.
    ///
    /// ```
    /// use qingdan::{model::Lang, theme::Theme};
    ///
    /// let theme = Theme::load(None)?;
    /// assert_eq!(theme.strings(Lang::EN)?.count("count", "lists", 2), "2 lists");
    ///
    /// let mut given = tera::Context::new();
    /// given.insert("file", &serde_json::json!({"href": "duties.csv", "format": "CSV", "size": "12 KB"}));
    /// let html = theme.templates().render_component("download", &given, None, true).expect("HTML");
    /// assert!(html.contains("<a href=\"duties.csv\" download>CSV</a>"));
    /// # Ok::<(), qingdan::diag::Failure>(())
    /// ```
    pub fn load(dir: Option<&Path>) -> Result<Theme, Failure> {
        let default = embedded();
        let own = dir.map(read).transpose()?.unwrap_or_default();
        let mut found = Vec::new();
        let (tera, marks) = templates(&default, &own, dir, &mut found)?;
        let strings = strings(&default, &own, &mut found)?;
        let mut merged = default;
        merged.extend(own);
        for (name, file) in &merged {
            if is_template(name) {
                let text = text(file)?;
                words::check(file, &renamed(text, &outdated(text)), &strings)?;
            }
        }
        let policy = Policy::of(&merged, is_template)?;
        let assets = assets(&merged)?;
        Ok(Theme { tera, strings, assets, policy, dir: dir.map(Path::to_owned), remarks: found, marks })
    }

    /// What the files of a folder are, in a word: another one for other names or bytes.
    ///
    /// # Errors
    ///
    /// Fails where the folder or a file in it cannot be read.
    pub fn print(dir: &Path) -> Result<Fingerprint, Failure> {
        let mut print = Fingerprint::default();
        for (name, file) in read(dir)? {
            print.add(name.as_bytes());
            print.add(&file.bytes.len().to_le_bytes());
            print.add(&file.bytes);
        }
        Ok(print)
    }

    /// Warnings for the author of the theme, in the order of its files, about a site in these languages.
    pub fn remarks(&self, langs: &[Lang]) -> impl Iterator<Item = &Finding> {
        let concerns = |lang: &Option<Lang>| lang.is_none_or(|lang| langs.contains(&lang));
        self.remarks.iter().filter(move |(lang, _)| concerns(lang)).map(|(_, finding)| finding)
    }

    /// The interface strings of a language.
    pub fn strings(&self, lang: Lang) -> Result<&Strings, Failure> {
        self.strings.iter().find(|strings| strings.lang == lang).ok_or_else(|| Failure::Theme {
            path: origin(&format!("strings/{lang}.yaml"), self.dir.as_deref(), PREFIX),
            message: format!("the site has the language `{lang}`, and there are no interface strings for it"),
        })
    }

    /// The template engine with every template, to be copied and given the shared values of a language.
    pub fn templates(&self) -> &Tera {
        &self.tera
    }

    /// What the engine says of a template, as a failure that names its file.
    pub fn fault(&self, error: &tera::Error) -> Failure {
        fault(error, &self.marks, |name| self.origin(name))
    }

    /// The file of a template.
    pub(super) fn origin(&self, name: &str) -> PathBuf {
        origin(name, self.dir.as_deref(), PREFIX)
    }

    /// Path of the style sheet from the root of the site.
    pub fn stylesheet(&self) -> &str {
        &self.assets.stylesheet
    }

    /// Path of a script from the root of the site; empty where the theme has none of the name.
    pub fn script(&self, name: &str) -> &str {
        self.assets.scripts.iter().find(|(have, _)| have == name).map_or("", |(_, path)| path)
    }

    /// Paths of all scripts by their names without the ending.
    pub fn scripts(&self) -> BTreeMap<&str, &str> {
        let scripts = self.assets.scripts.iter();
        scripts.map(|(name, path)| (name.strip_suffix(".js").unwrap_or(name), path.as_str())).collect()
    }

    /// Path from the root of the site and bytes of every file to publish beside the pages.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

fn is_template(name: &str) -> bool {
    name.ends_with(".html") && (name.starts_with("layouts/") || name.starts_with("components/"))
}

fn templates(
    default: &Files,
    own: &Files,
    dir: Option<&Path>,
    found: &mut Vec<Remark>,
) -> Result<(Tera, Marks), Failure> {
    let mut marks = Marks::new();
    let mut sources = Vec::new();
    for (prefix, files) in [(PREFIX, default), ("", own)] {
        for (name, file) in files.iter().filter(|(name, _)| is_template(name)) {
            let text = text(file)?;
            if let Some(at) = turns::uncounted(text) {
                return Err(endless(&file.origin, text, at));
            }
            let old = if prefix.is_empty() { outdated(text) } else { Vec::new() };
            found.extend(old.iter().map(|one| remarks::outdated(&file.origin, text, one)));
            let name = format!("{prefix}{name}");
            let counted = turns::counted(&renamed(text, &old));
            marks.insert(name.clone(), counted.marks);
            sources.push((name, counted.source));
        }
    }
    let place = |error: tera::Error| fault(&error, &marks, |name| origin(name, dir, PREFIX));
    let mut tera = Tera::new();
    tera.register_filter("footnotes", footnotes::filter);
    grown::register(&mut tera);
    tera.register_function(turns::NAME, turns::turn);
    tera.set_fallback_prefixes([PREFIX]).map_err(place)?;
    tera.add_raw_templates(sources).map_err(place)?;
    Ok((tera, marks))
}

/// A loop inside an expression, whose turns nobody can count.
fn endless(path: &Path, source: &str, at: usize) -> Failure {
    let line = source[..at].matches('\n').count() + 1;
    let column = source[..at].rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let message = "a loop inside an expression cannot be counted, and so not be stopped; write it as `{% for … %}`";
    Failure::Theme { path: path.to_owned(), message: placed(line, column, message) }
}
