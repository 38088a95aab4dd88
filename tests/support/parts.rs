//! Parts of a file of an office in, the file out: a workbook or a document as short as it can be.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A zip of parts.
pub fn zip(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        writer.write_all(bytes).expect("a part");
    }
    writer.finish().expect("a zip").into_inner()
}

/// The parts of a zip.
pub fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let parts = (0..archive.len()).map(|index| {
        let mut part = archive.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a part");
        (part.name().expect("a name").into_owned(), bytes)
    });
    parts.collect()
}

fn relations(entries: &[(&str, &str)]) -> String {
    let entries = entries.iter().enumerate().map(|(at, (kind, target))| {
        format!("<Relationship Id=\"r{}\" Type=\"http://x/{kind}\" Target=\"{target}\"/>", at + 1)
    });
    format!("<Relationships>{}</Relationships>", entries.collect::<String>())
}

fn of(parts: &[(&str, &str)]) -> Vec<u8> {
    zip(&parts.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect::<Vec<_>>())
}

/// A workbook of one sheet `表`, given as XML, with the formats of numbers of its styles.
pub fn workbook(sheet: &str, formats: &[&str]) -> Vec<u8> {
    let codes = (200..)
        .zip(formats)
        .map(|(id, code)| format!("<numFmt numFmtId=\"{id}\" formatCode=\"{}\"/>", code.replace('"', "&quot;")));
    let styles = (200..).zip(formats).map(|(id, _)| format!("<xf numFmtId=\"{id}\"/>"));
    let styles = format!(
        "<styleSheet><numFmts>{}</numFmts><cellXfs><xf numFmtId=\"0\"/>{}</cellXfs></styleSheet>",
        codes.collect::<String>(),
        styles.collect::<String>()
    );
    of(&[
        ("_rels/.rels", &relations(&[("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"表\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", &relations(&[("worksheet", "sheet.xml"), ("styles", "styles.xml")])),
        ("xl/styles.xml", &styles),
        ("xl/sheet.xml", &format!("<worksheet>{sheet}</worksheet>")),
    ])
}

/// A document of Word whose body, and whose notes at the foot of the page, are given as XML.
pub fn document(body: &str, footnotes: &str) -> Vec<u8> {
    of(&[
        ("_rels/.rels", &relations(&[("officeDocument", "word/document.xml")])),
        ("word/_rels/document.xml.rels", &relations(&[("footnotes", "footnotes.xml")])),
        ("word/footnotes.xml", &format!("<w:footnotes>{footnotes}</w:footnotes>")),
        ("word/document.xml", &format!("<w:document><w:body>{body}</w:body></w:document>")),
    ])
}
