//! The data folder of the real site: every file is in the checksums and in the zip, byte for byte, and every list has
//! its data by themselves.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use qingdan::dataset::tables;
use qingdan::export::{ListFile, Measure, TableFormat};
use zip::ZipArchive;

use crate::support::folder::Tree;
use crate::support::site;

/// The files of a zip, by name; none stands twice, and none bears the time of the build.
fn unpack(bytes: &[u8]) -> Tree {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut files = Tree::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a file");
        let time = file.last_modified().expect("a time");
        let name = file.name().expect("a name").into_owned();
        assert_eq!((time.hour(), time.minute(), time.second()), (0, 0, 0), "{name}");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("a file");
        assert!(!files.contains_key(&name), "{name} stands twice");
        files.insert(name, bytes);
    }
    files
}

#[test]
fn the_data_folder_is_whole() {
    let site = site::real();
    let mut data: Tree = site
        .iter()
        .filter_map(|(path, bytes)| Some((path.strip_prefix("data/")?.to_owned(), bytes.clone())))
        .filter(|(name, _)| !name.contains('/') && name != "index.html")
        .collect();
    let sums = String::from_utf8(data.remove("SHA256SUMS").expect("checksums")).expect("UTF-8");
    let line = |(name, bytes): (&String, &Vec<u8>)| format!("{}  {name}", Measure::of(bytes).sha256);
    let have: BTreeSet<String> = data.iter().map(line).collect();
    assert_eq!(sums.lines().map(str::to_owned).collect::<BTreeSet<_>>(), have);
    let mut zip = unpack(&data.remove("qingdan.zip").expect("a zip"));
    let inner = String::from_utf8(zip.remove("SHA256SUMS").expect("checksums")).expect("UTF-8");
    assert!(zip == data, "the zip and the folder differ");
    assert_eq!(inner.lines().map(str::to_owned).collect::<BTreeSet<_>>(), data.iter().map(line).collect());
    let mut expected: BTreeSet<String> =
        tables().iter().flat_map(|t| TableFormat::ALL.iter().map(|f| format!("{}.{}", t.name, f.ending()))).collect();
    let whole = [
        "qingdan.xlsx",
        "qingdan.db",
        "metadata.json",
        "datapackage.json",
        "csv-metadata.json",
        "records.ttl",
        "openapi.json",
        "catalog.ttl",
        "catalog.jsonld",
        "LICENCE.txt",
        "CITATION.cff",
        "citation.bib",
    ];
    expected.extend(whole.map(str::to_owned));
    assert_eq!(data.keys().cloned().collect::<BTreeSet<_>>(), expected);
    assert!(data["qingdan.db"].starts_with(b"SQLite format 3\0"));
}

#[test]
fn every_list_has_its_data_by_themselves() {
    let site = site::real();
    let page = |path: &str| String::from_utf8_lossy(&site[path]).into_owned();
    for list in ["jize-qts", "xiangyin-qts", "wei-qts", "baoding-qts", "boshan-qts"] {
        let zip = unpack(&site[&format!("lists/{list}/{list}.zip")]);
        assert_eq!(zip.len(), tables().len() + 3, "{list}");
        let offices = String::from_utf8_lossy(&zip["offices.csv"]).into_owned();
        assert!(offices.lines().skip(1).all(|line| line.starts_with(&format!("{list}/"))), "{list}: {offices}");
        for of in ListFile::ALL {
            let ending = if of == ListFile::Archive { "zip" } else { "xlsx" };
            assert!(page(&format!("lists/{list}/index.html")).contains(&format!("href=\"{list}.{ending}\"")), "{list}");
        }
    }
    let data = page("data/index.html");
    for file in ["qingdan.xlsx", "qingdan.db", "qingdan.zip", "SHA256SUMS", "datapackage.json"] {
        assert!(data.contains(&format!("href=\"{file}\"")), "{file}");
    }
}
