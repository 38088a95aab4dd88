//! Answers of somebody who starts in, the files of a content folder or of one list out, as texts: nothing is written here.

mod about;
mod department;
mod english;
mod example;
mod list;
mod place;
mod registers;
mod site;
mod words;

use crate::diag::MessageLang;
use crate::model::{Date, Department, Lang, ListKind, Region};

pub use department::{Body, body};
pub use list::list_files;
pub use place::{Place, Where, place};
pub use registers::{Entries, appended};
pub use site::site_files;
pub use words::{kind_named, kind_words};

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
    /// Its list.
    pub list: ListAnswers,
}

impl ListAnswers {
    /// Whether the site has English.
    fn english(&self) -> bool {
        self.languages.contains(&Lang::EN)
    }

    /// A remark in the language of who starts.
    fn remark<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        if self.speech == MessageLang::Zh { zh } else { en }
    }

    /// A text of the content in the languages of the site.
    fn text(&self, zh: &str, en: &str) -> String {
        Name { zh: zh.to_owned(), en: Some(en.to_owned()) }.flow(self.english())
    }
}

impl Name {
    /// The name as a value of YAML; with English where it has some and the site wants it.
    fn flow(&self, english: bool) -> String {
        let zh = crate::yaml::flow(&self.zh);
        match self.en.as_deref().filter(|_| english) {
            Some(en) => format!("{{zh: {zh}, en: {}}}", crate::yaml::flow(en)),
            None => zh,
        }
    }
}
