//! Tables as they were written in, files that describe them to programs out; one file per description.

mod citation;
mod csvw;
mod datapackage;
mod datasette;
mod form;
mod licence;
mod openapi;
mod value;

pub use citation::{bibtex, citation_file};
pub use csvw::csvw;
pub use datapackage::{PackageForms, datapackage};
pub use datasette::datasette;
pub use licence::licence;
pub use openapi::openapi;
pub use value::{DATE, Described, typed};
