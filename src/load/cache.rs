//! A content folder and how its files were read before in; the same sources as from reading it afresh out, of which only
//! changed files were read anew.
//!
//! To be sure, every file is read again and held byte by byte against what it was: times and sizes prove nothing.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::diag::{Failure, FileId, Sink};

use super::bytes::{Bytes, bytes_of};
use super::layout::FileKind;
use super::look::{Look, look_at};
use super::read::{ContentFile, read};
use super::{Sources, files, kinds};

/// The files of a content folder as they were last read.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    /// What each file held, and how it looked from outside before it was read.
    files: HashMap<PathBuf, (Look, Arc<Remembered>)>,
    print: u64,
}

/// A file as it was read.
#[derive(Debug)]
struct Remembered {
    bytes: Bytes,
    /// Hash of the bytes.
    print: u64,
    document: Option<ContentFile>,
    faults: Sink,
}

impl Cache {
    /// Another one for other files, or for the same with other bytes.
    pub fn print(&self) -> u64 {
        self.print
    }

    /// The text of a file as it was last read, as a fault shows it: what is not UTF-8 is replaced, one that was not read is
    /// empty.
    pub fn text_of(&self, file: &Path) -> String {
        let bytes = match self.files.get(file).map(|(_, file)| &file.bytes) {
            Some(Bytes::Of(bytes)) => bytes,
            _ => &[][..],
        };
        String::from_utf8_lossy(bytes).into_owned()
    }
}

/// Reads a content folder, of which the cache knows how it was.
///
/// # Errors
///
/// Fails where [`super::load`] does.
pub fn load_again(root: &Path, cache: &mut Cache, sink: &mut Sink) -> Result<Sources, Failure> {
    load_changed(root, cache, true, sink)
}

/// The same, and where this is not to be `sure`, a file that looks from outside as it did is taken to hold what it held: two
/// saves within the same tick of a clock look alike.
///
/// # Errors
///
/// Fails where [`super::load`] does.
pub fn load_changed(root: &Path, cache: &mut Cache, sure: bool, sink: &mut Sink) -> Result<Sources, Failure> {
    let files = files(root)?;
    let kinds = kinds(&files);
    let results: Vec<(Look, Arc<Remembered>)> =
        kinds.par_iter().map(|(id, path, kind)| remembered(root, *id, path, kind, cache, sure)).collect();
    let mut documents = Vec::with_capacity(kinds.len());
    let mut known = HashMap::with_capacity(kinds.len());
    let mut prints = HashMap::with_capacity(kinds.len());
    let mut print = DefaultHasher::new();
    let copies: Vec<Option<ContentFile>> = results.par_iter().map(|(_, file)| file.document.clone()).collect();
    for (((look, file), document), (id, path, _)) in results.into_iter().zip(copies).zip(&kinds) {
        sink.absorb(file.faults.in_file(*id));
        documents.extend(document.map(|document| (*id, document)));
        (path, file.print).hash(&mut print);
        prints.insert(*id, file.print);
        known.insert((*path).to_owned(), (look, file));
    }
    *cache = Cache { files: known, print: print.finish() };
    Ok(Sources { root: root.to_owned(), files, documents, prints, digests: HashMap::new(), found: HashMap::new() })
}

fn remembered(
    root: &Path,
    id: FileId,
    path: &Path,
    kind: &FileKind,
    cache: &Cache,
    sure: bool,
) -> (Look, Arc<Remembered>) {
    let look = look_at(&root.join(path));
    let known = cache.files.get(path);
    if let Some((_, known)) = known.filter(|(before, _)| !sure && *before == look && Look::TELLS) {
        return (look, Arc::clone(known));
    }
    let bytes = bytes_of(root, path, kind);
    if let Some((_, known)) = known.filter(|(_, known)| known.bytes == bytes) {
        return (look, Arc::clone(known));
    }
    let mut faults = Sink::new();
    let document = read(&bytes, id, &root.join(path), kind, &mut faults);
    let mut print = DefaultHasher::new();
    bytes.hash(&mut print);
    (look, Arc::new(Remembered { print: print.finish(), bytes, document, faults }))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Cache, load_again};
    use crate::diag::Sink;
    use crate::load::load;

    #[test]
    fn gives_what_reading_afresh_gives() {
        let root = Path::new("tests/rules/base");
        let mut cache = Cache::default();
        let mut prints = Vec::new();
        for _ in 0..2 {
            let mut sink = Sink::new();
            let again = load_again(root, &mut cache, &mut sink).expect("sources");
            prints.push(cache.print());
            let fresh = load(root, &mut Sink::new()).expect("sources");
            assert_eq!(again.files, fresh.files);
            assert_eq!(format!("{:?}", again.documents), format!("{:?}", fresh.documents));
        }
        assert_eq!(prints[0], prints[1]);
    }
}
