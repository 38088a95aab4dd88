//! Answers of somebody who starts in, the files of a content folder or of one list out, as texts: nothing is written here.

mod about;
mod answers;
mod ci;
mod department;
mod english;
mod example;
mod list;
mod place;
mod registers;
mod site;
mod words;

pub use answers::{Body, Ci, Known, ListAnswers, Name, NewFile, Place, SiteAnswers};
pub use ci::service_file;
pub use department::body;
pub use list::list_files;
pub use place::{Where, place};
pub use registers::{Entries, can_be_added};
pub use site::site_files;
pub use words::{kind_named, kind_words};
