//! A published site in; the checksum of each of its files out, or which of them are others than the checksums say.
//!
//! The checksums are a file beside the site and not in it: who can change the site on a server should not be able to change
//! them with it. Their form is that of `sha256sum`, which checks them as well.

#![expect(clippy::disallowed_methods, reason = "publish writes files, and reads again what it wrote")]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

use crate::diag::{Failure, Message};

use super::manifest::MARKER;

/// How many bytes are read at once.
const PIECE: usize = 128 << 10;

/// What has become of the files of a site since their checksums were written. Paths are from the root of the site, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many files are as they were.
    pub same: usize,
    /// Files that hold something else.
    pub changed: Vec<String>,
    /// Files that were not there.
    pub added: Vec<String>,
    /// Files that are gone.
    pub lost: Vec<String>,
}

impl Verified {
    /// Whether every file is as it was and no other is there.
    pub fn is_same(&self) -> bool {
        self.changed.is_empty() && self.added.is_empty() && self.lost.is_empty()
    }
}

/// Where the checksums of a site stand where nobody says otherwise: beside its folder.
pub fn sums_beside(site: &Path) -> PathBuf {
    let full = std::path::absolute(site).unwrap_or_else(|_| site.to_owned());
    let mut name = full.file_name().unwrap_or_default().to_owned();
    name.push(".sha256");
    site.parent().map_or_else(|| PathBuf::from(&name), |parent| parent.join(&name))
}

/// Writes the checksums of all files of a site, those that others put there among them; how many there are.
///
/// # Errors
///
/// Fails where a file cannot be read or the checksums cannot be written.
pub fn write_sums(site: &Path, sums: &Path) -> Result<usize, Failure> {
    let all = measured(site)?;
    let lines: String = all.iter().map(|(path, sum)| format!("{sum}  {path}\n")).collect();
    fs::write(sums, lines).map_err(Failure::write(sums))?;
    Ok(all.len())
}

/// Holds the files of a site against their checksums.
///
/// # Errors
///
/// Fails where either cannot be read, or the file of the checksums holds something else.
pub fn verify(site: &Path, sums: &Path) -> Result<Verified, Failure> {
    let text = fs::read_to_string(sums).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::Missing { path: sums.to_owned(), near: None },
        _ => Failure::read(sums)(error),
    })?;
    let mut before = BTreeMap::new();
    for (number, line) in text.lines().enumerate() {
        let (sum, path) = line.split_once("  ").or_else(|| line.split_once(" *")).ok_or_else(|| malformed(number))?;
        if sum.len() != 64 || !sum.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(malformed(number));
        }
        before.insert(path.to_owned(), sum.to_ascii_lowercase());
    }
    let mut verified = Verified::default();
    for (path, sum) in measured(site)? {
        match before.remove(&path) {
            Some(before) if before == sum => verified.same += 1,
            Some(_) => verified.changed.push(path),
            None => verified.added.push(path),
        }
    }
    verified.lost = before.into_keys().collect();
    Ok(verified)
}

fn malformed(number: usize) -> Failure {
    let line = number + 1;
    Failure::Option {
        option: "--sums",
        words: Message::new(
            format!("第 {line} 行不是校验值（64 个十六进制数字、两个空格、路径）"),
            format!("line {line} is no checksum: 64 hexadecimal digits, two blanks, a path"),
        ),
    }
}

/// Every file of a site with its checksum, in order, but for what is not published: our own marker, and the folder of a
/// repository that the site lies in.
fn measured(site: &Path) -> Result<Vec<(String, String)>, Failure> {
    let published =
        |entry: &DirEntry| entry.depth() != 1 || (entry.file_name() != MARKER && entry.file_name() != ".git");
    let mut paths = Vec::new();
    for entry in WalkDir::new(site).into_iter().filter_entry(published) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(site).to_owned();
            Failure::read(&path)(error.into())
        })?;
        if !entry.file_type().is_dir() {
            let path = entry.path().strip_prefix(site).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
            paths.push((path, entry.into_path()));
        }
    }
    paths.sort();
    let measure = |(path, full): &(String, PathBuf)| {
        let mut hash = Sha256::new();
        let mut file = File::open(full).map_err(Failure::read(full))?;
        let mut piece = vec![0; PIECE];
        loop {
            match file.read(&mut piece).map_err(Failure::read(full))? {
                0 => break,
                read => hash.update(&piece[..read]),
            }
        }
        Ok((path.clone(), hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
    };
    let all: Vec<Result<(String, String), Failure>> = paths.par_iter().map(measure).collect();
    all.into_iter().collect()
}
