//! What is asked of somebody who starts, and what comes of it, as plain data.

use crate::diag::MessageLang;
use crate::model::{Date, Department, Lang, Level, ListKind, Region};
use crate::yaml::flow;

/// A service that runs jobs for a repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ci {
    /// GitHub Actions.
    Github,
    /// GitLab CI/CD.
    Gitlab,
    /// Gitee Go.
    Gitee,
}

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its path, with `/`, from the folder that was asked for.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// A name in Chinese and, where it is known, in English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: Option<String>,
}

/// What a content folder has already.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Languages of the site.
    pub languages: Vec<Lang>,
    /// Whether a government body publishes it.
    pub official: bool,
    /// Its own regions.
    pub regions: Vec<Region>,
    /// Its own kinds of department.
    pub departments: Vec<Department>,
    /// Ids of its lists.
    pub lists: Vec<String>,
}

/// What is asked about a list.
#[derive(Clone, Debug)]
pub struct ListAnswers {
    /// Its id.
    pub id: String,
    /// Whose place it is.
    pub place: Place,
    /// The department; `None` for the list of a government.
    pub body: Option<Body>,
    /// The publishing agency.
    pub agency: Name,
    /// What kind of list it is.
    pub kind: ListKind,
    /// Its title.
    pub title: Name,
    /// Day of publication, where it is known.
    pub published: Option<Date>,
    /// Languages of the site.
    pub languages: Vec<Lang>,
    /// Language of the remarks in the files.
    pub speech: MessageLang,
}

/// What is asked about a site.
#[derive(Clone, Debug)]
pub struct SiteAnswers {
    /// Title of the site.
    pub title: Name,
    /// Who publishes it.
    pub publisher: Name,
    /// Domain and identification code, where a government body publishes it.
    pub official: Option<(String, String)>,
    /// Services whose files it gets.
    pub ci: Vec<Ci>,
    /// Its list.
    pub list: ListAnswers,
}

impl ListAnswers {
    /// Whether the site has English.
    pub(super) fn english(&self) -> bool {
        self.languages.contains(&Lang::EN)
    }

    /// The path of a file of the list, from the content folder.
    pub(super) fn path(&self, name: &str) -> String {
        format!("lists/{}/{name}", self.id)
    }

    /// A remark in the language of who starts.
    pub(super) fn remark<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        if self.speech == MessageLang::Zh { zh } else { en }
    }

    /// A text of the content in the languages of the site.
    pub(super) fn text(&self, zh: &str, en: &str) -> String {
        Name { zh: zh.to_owned(), en: Some(en.to_owned()) }.flow(self.english())
    }
}

impl Name {
    /// The name as a value of YAML; with English where it has some and the site wants it.
    pub(super) fn flow(&self, english: bool) -> String {
        let zh = flow(&self.zh);
        match self.en.as_deref().filter(|_| english) {
            Some(en) => format!("{{zh: {zh}, en: {}}}", flow(en)),
            None => zh,
        }
    }
}

/// The place of a list.
#[derive(Clone, Debug)]
pub struct Place {
    /// What `list.yaml` says under `region`.
    pub region: String,
    /// Its name.
    pub name: Name,
    /// Its name with those above it, for who has to tell it from others.
    pub full: String,
    /// A word for ids.
    pub slug: String,
    /// Its level.
    pub level: Level,
    /// Entries that `regions.yaml` needs and lacks.
    pub entries: Vec<Region>,
}

impl Place {
    /// Gives it an English name, in its entry as well.
    pub fn call(&mut self, english: &str) {
        self.name.en = Some(english.to_owned());
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.slug.as_str() == self.region) {
            entry.name = std::mem::take(&mut entry.name).with(Lang::EN, english);
        }
    }
}

/// The department whose list it is.
#[derive(Clone, Debug)]
pub struct Body {
    /// Slug of its kind.
    pub slug: String,
    /// Name of its kind.
    pub kind: Name,
    /// What it is called behind the name of its place, such as `教育局`.
    pub bureau: String,
    /// The entry that `departments.yaml` needs, where no register has the kind.
    pub entry: Option<Department>,
    /// A registered name that differs little from what was typed, where no register has that.
    pub near: Option<String>,
}
