//! The bytes of a file of an office in, what it holds out: paragraphs, sheets, and what could not be read.

mod binary;
mod delimited;
mod encoding;
mod format;
mod grid;
mod html;
mod number_format;
mod numbers;
mod open;
mod package;
mod plain;
mod refusal;
mod sheet_xml;
mod word;
mod workbook;
mod xml;

pub use refusal::Refusal;

use self::format::Format;
use super::document::Document;

/// Reads a file. What kind it is of, its bytes say; where they leave it open, the ending of its name does.
///
/// # Errors
///
/// A [`Refusal`], which says what the file is and what can be done.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Refusal> {
    match format::recognise(name, bytes)? {
        Format::Workbook(package) => workbook::read(package),
        Format::Word(package) => word::read(package),
        Format::OpenSheet(package) => open::read(package),
        Format::Binary(stream) => binary::read(&stream),
        Format::SheetXml(text) => sheet_xml::read(&text),
        Format::Html(text) => html::read(&text),
        Format::Delimited(text) => delimited::read(&text),
        Format::Plain(text) => plain::read(&text),
    }
}

/// Reads text that was pasted: a table where it is one, else paragraphs.
///
/// # Errors
///
/// Where it is larger than a list can be.
pub fn read_pasted(text: &str) -> Result<Document, Refusal> {
    plain::read(text)
}
