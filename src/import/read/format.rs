//! The name and the bytes of a file in, what kind of file it is out, or why it cannot be read.

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::encoding::decode;
use super::package::{Package, of_kind};
use super::refusal::Refusal;

/// What a file is, opened.
pub(super) enum Format<'a> {
    /// A workbook of Excel since 2007.
    Workbook(Package<'a>),
    /// A document of Word since 2007.
    Word(Package<'a>),
    /// A workbook of LibreOffice.
    OpenSheet(Package<'a>),
    /// A workbook of Excel up to 2003: its stream of records.
    Binary(Vec<u8>),
    /// A workbook in the XML of Excel 2003.
    SheetXml(String),
    /// A web page.
    Html(String),
    /// Values between commas, semicolons or tabs.
    Delimited(String),
    /// Any other text.
    Plain(String),
}

/// First bytes that say what a file is.
const HEADS: [(&[u8], Refusal); 14] = [
    (b"%PDF-", Refusal::Pdf),
    (b"\x89PNG", Refusal::Picture),
    (b"\xff\xd8\xff", Refusal::Picture),
    (b"GIF8", Refusal::Picture),
    (b"BM", Refusal::Picture),
    (b"II*\0", Refusal::Picture),
    (b"MM\0*", Refusal::Picture),
    (b"RIFF", Refusal::Picture),
    (b"Rar!", Refusal::Archive),
    (b"7z\xbc\xaf\x27\x1c", Refusal::Archive),
    (b"\x1f\x8b", Refusal::Archive),
    (b"{\\rtf", Refusal::SavedPage),
    (b"\x09\x08\x10\0", Refusal::OtherWorkbook),
    (b"bplist", Refusal::Apple),
];

const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Says what a file is.
pub(super) fn recognise<'a>(name: &str, bytes: &'a [u8]) -> Result<Format<'a>, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(Refusal::Zeros);
    }
    if bytes.starts_with(COMPOUND) {
        return compound(bytes);
    }
    if bytes.starts_with(b"PK") {
        return zipped(bytes);
    }
    // `BM` may begin a text; a picture has zeros soon after.
    if let Some((_, refusal)) = HEADS.iter().find(|(head, _)| bytes.starts_with(head))
        && (bytes[0] > 0x7e
            || bytes[0] < 0x20
            || bytes.contains(&0)
            || matches!(refusal, Refusal::Pdf | Refusal::SavedPage))
    {
        return Err(*refusal);
    }
    text(name, bytes)
}

/// A compound file: what it is, the names of its streams say.
fn compound<'a>(bytes: &[u8]) -> Result<Format<'a>, Refusal> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let names: Vec<String> = file.read_root_storage().map(|entry| entry.name().to_owned()).collect();
    let has = |name: &str| names.iter().any(|other| other.eq_ignore_ascii_case(name));
    let found = names.iter().find(|name| ["workbook", "book"].contains(&&*name.to_lowercase()));
    if has("EncryptedPackage") || has("EncryptionInfo") {
        return Err(Refusal::Protected);
    }
    if let Some(name) = found {
        let stream = file.open_stream(format!("/{name}")).map_err(|_| Refusal::Damaged)?;
        let mut records = Vec::new();
        stream.take(bytes.len() as u64).read_to_end(&mut records).map_err(|_| Refusal::Damaged)?;
        return Ok(Format::Binary(records));
    }
    Err(match () {
        () if has("WordDocument") => Refusal::OldWord,
        () if has("PowerPoint Document") => Refusal::Slides,
        () => Refusal::Wps,
    })
}

/// A zip: what it is, the names of its parts say.
fn zipped(bytes: &[u8]) -> Result<Format<'_>, Refusal> {
    let mut package = Package::open(bytes)?;
    let relations = package.relations("")?;
    if let Some(main) = of_kind(&relations, "officeDocument") {
        let start = main.split('/').next().unwrap_or_default().to_lowercase();
        match (start.as_str(), main.rsplit('.').next()) {
            ("xl", Some("bin")) => return Err(Refusal::OtherWorkbook),
            ("xl", _) => return Ok(Format::Workbook(package)),
            ("word", _) => return Ok(Format::Word(package)),
            ("ppt", _) => return Err(Refusal::Slides),
            _ => {}
        }
    }
    if package.has("xl/workbook.xml") {
        return Ok(Format::Workbook(package));
    }
    if package.has("word/document.xml") {
        return Ok(Format::Word(package));
    }
    if package.has("xl/workbook.bin") {
        return Err(Refusal::OtherWorkbook);
    }
    if package.has("content.xml") {
        let kind = package.part("mimetype")?.unwrap_or_default();
        let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
        return match () {
            () if manifest.contains("encryption-data") => Err(Refusal::Protected),
            () if kind.contains("text") => Err(Refusal::OpenText),
            () if kind.contains("presentation") => Err(Refusal::Slides),
            () => Ok(Format::OpenSheet(package)),
        };
    }
    let apple = package.names().any(|name| name.ends_with(".iwa") || name == "index.zip" || name == "index.xml");
    Err(if apple { Refusal::Apple } else { Refusal::Archive })
}

/// Bytes of a text, at most: a table of ten thousand items has a tenth of that.
const MOST_TEXT: usize = 16 << 20;

/// A text of whatever kind.
fn text<'a>(name: &str, bytes: &[u8]) -> Result<Format<'a>, Refusal> {
    if bytes.len() > MOST_TEXT {
        return Err(Refusal::TooLarge);
    }
    let text = decode(bytes);
    // Bytes of no text: what is no character of any encoding stands in it by the dozen.
    let strange = text.chars().filter(|c| *c == '\u{fffd}' || (c.is_control() && !c.is_ascii_whitespace())).count();
    if strange > 16 && strange * 20 > text.chars().count() {
        return Err(Refusal::Unknown);
    }
    let start: String = text.trim_start().chars().take(4096).collect::<String>().to_lowercase();
    if start.is_empty() {
        return Err(Refusal::Empty);
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    if start.starts_with("mime-version:") || start.starts_with("content-type: multipart") {
        return Err(Refusal::SavedPage);
    }
    if start.starts_with('<') {
        if start.contains("urn:schemas-microsoft-com:office:spreadsheet") && !start.contains("<html") {
            return Ok(Format::SheetXml(text));
        }
        let page = ["<html", "<!doctype html", "<table", "<meta", "<head", "<body", "<style", "<div", "<script"];
        if page.iter().any(|tag| start.contains(tag)) {
            return Ok(Format::Html(text));
        }
    }
    Ok(match ending.as_str() {
        "csv" | "tsv" | "tab" | "xls" | "xlsx" | "et" => Format::Delimited(text),
        _ => Format::Plain(text),
    })
}
