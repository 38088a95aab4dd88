//! A list in, a workbook to edit it in out; the workbook in, the edits of the list out.
//!
//! The sheets and columns follow from the types of a list (`form.rs`), their Chinese from one table (`headings.rs`). A row
//! is named by the ids on the way to its record, so it is found again wherever it moved; a cell is a change where it says
//! something else than the list does now.

mod advice;
mod base;
mod book;
mod called;
mod cell;
mod changes;
mod codes;
mod compare;
mod faults;
mod form;
mod grid;
mod headings;
mod ids;
mod keys;
mod layout;
mod order;
mod records;
mod rows;
mod said;
mod sequences;
mod spot;
mod strays;
mod table;
mod unread;
mod words;
mod write;

use std::path::PathBuf;

use form::Form;
use grid::Grid;
use layout::VERSION;

pub use book::is_own;
pub use changes::{Change, What};
pub use codes::CODES;
pub use compare::Compared;
pub use layout::Files;
pub use write::Written;

/// Why a workbook could not be made or read.
#[derive(Debug)]
pub enum Unfit {
    /// A file of the list is no YAML.
    NotYaml(PathBuf),
    /// The library says no.
    Library(String),
    /// It is a workbook of LibreOffice's own kind.
    OpenDocument,
    /// It is no workbook.
    NoWorkbook,
    /// It was not made by `qingdan sheet`.
    NotOurs,
    /// It was made by a later version.
    Later(String),
    /// It is of another list.
    OtherList(String),
}

/// Makes the workbook of a list, given its files, the head first.
///
/// # Errors
///
/// Fails where a file is no YAML.
pub fn workbook(id: &str, files: &[(PathBuf, String)]) -> Result<Written, Unfit> {
    let languages = Grid::languages(files);
    let form = Form::new(&languages);
    let grid = Grid::read(files, &form).map_err(Unfit::NotYaml)?;
    write::workbook(id, &grid, &form, &languages).map_err(|error| Unfit::Library(error.to_string()))
}

/// Holds a workbook against the files of the list that it is of.
///
/// # Errors
///
/// Fails where it is no workbook of this list, or a file of the list is no YAML.
pub fn compare(id: &str, files: &[(PathBuf, String)], name: &str, bytes: &[u8]) -> Result<Compared, Unfit> {
    let book = book::book(bytes).ok_or(if book::is_ods(bytes) { Unfit::OpenDocument } else { Unfit::NoWorkbook })?;
    let about = |key: &str| book.about.get(key).map(String::as_str);
    match about("qingdan") {
        None => return Err(Unfit::NotOurs),
        Some(version) if version != VERSION => return Err(Unfit::Later(version.to_owned())),
        Some(_) => {}
    }
    if let Some(other) = about("list").filter(|list| *list != id) {
        return Err(Unfit::OtherList(other.to_owned()));
    }
    let mut languages: Vec<String> = about("languages").unwrap_or("zh en").split(' ').map(str::to_owned).collect();
    for language in Grid::languages(files) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    let form = Form::new(&languages);
    let grid = Grid::read(files, &form).map_err(Unfit::NotYaml)?;
    let stale = about("content").is_some_and(|digest| digest != write::digest(&grid));
    Ok(compare::compare(&book, form, grid, name, stale))
}
