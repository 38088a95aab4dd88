//! Files in; what they hold, in their order, out. Read in parallel.
//!
//! Most files of an older edition of a list are those of the next to the byte. The files that one file became from edition to
//! edition are read one after the other, and one that holds what the one before holds is not read again.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use sha2::{Digest, Sha256};

use crate::diag::{FileId, Sink};

use super::bytes::{Bytes, bytes_of};
use super::layout::{Changed, EDITIONS, FileKind};
use super::read::{ContentFile, read};

/// What readable files hold, in the order of the files, and the SHA-256 of each file that was read.
pub(super) type Read = (Vec<(FileId, ContentFile)>, HashMap<FileId, [u8; 32]>);

/// What came of a file.
struct Outcome {
    document: Option<ContentFile>,
    digest: [u8; 32],
    faults: Sink,
}

/// Reads files in parallel; results and faults come back in the order of the files.
pub(super) fn read_all(root: &Path, files: &[(FileId, &Path, FileKind)], changed: &Changed, sink: &mut Sink) -> Read {
    let one = |at: usize, before: Option<&Outcome>| {
        let (id, path, kind) = &files[at];
        let bytes = match changed.get(*path) {
            Some(Some(text)) => Bytes::Of(text.clone().into_bytes()),
            _ => bytes_of(root, path, kind),
        };
        // What was not read has no bytes that anything could be made from.
        let digest = match &bytes {
            Bytes::Of(bytes) => Sha256::digest(bytes).into(),
            _ => [0; 32],
        };
        let same = before.filter(|before| before.digest == digest && before.faults.found().is_empty());
        if let Some(document) = same.and_then(|before| again(before.document.as_ref()?, kind)) {
            return Outcome { document: Some(document), digest, faults: Sink::new() };
        }
        let mut faults = Sink::new();
        let document = read(&bytes, *id, &root.join(path), kind, &mut faults);
        Outcome { document, digest, faults }
    };
    let series = |places: &Vec<usize>| {
        let mut done: Vec<(usize, Outcome)> = Vec::with_capacity(places.len());
        for at in places {
            let outcome = one(*at, done.last().map(|(_, outcome)| outcome));
            done.push((*at, outcome));
        }
        done
    };
    let mut results: Vec<(usize, Outcome)> = in_series(files).par_iter().flat_map_iter(series).collect();
    results.sort_by_key(|(at, _)| *at);
    let mut documents = Vec::with_capacity(files.len());
    let mut digests = HashMap::with_capacity(files.len());
    for ((_, Outcome { document, digest, faults }), (id, ..)) in results.into_iter().zip(files) {
        sink.absorb(faults);
        documents.extend(document.map(|document| (*id, document)));
        digests.insert(*id, digest);
    }
    (documents, digests)
}

/// The places of the files, those that are one file in several editions of a list together.
fn in_series(files: &[(FileId, &Path, FileKind)]) -> Vec<Vec<usize>> {
    let mut by_name: HashMap<PathBuf, usize> = HashMap::new();
    let mut series: Vec<Vec<usize>> = Vec::with_capacity(files.len());
    for (at, (_, path, _)) in files.iter().enumerate() {
        let newest = without_edition(path);
        let place = *by_name.entry(newest).or_insert_with(|| {
            series.push(Vec::new());
            series.len() - 1
        });
        series[place].push(at);
    }
    series
}

/// The path that a file of an older edition has in the newest: `lists/a/editions/2015/duties.yaml` is `lists/a/duties.yaml`.
fn without_edition(path: &Path) -> PathBuf {
    let steps: Vec<_> = path.iter().collect();
    match &steps[..] {
        [lists, list, editions, _, rest @ ..] if *editions == EDITIONS => {
            [*lists, *list].into_iter().chain(rest.iter().copied()).collect()
        }
        _ => path.to_owned(),
    }
}

/// What a file holds whose bytes are those of another of the same list; `None` where that depends on more than the bytes.
fn again(document: &ContentFile, kind: &FileKind) -> Option<ContentFile> {
    Some(match (document, kind) {
        (ContentFile::List(_, list), FileKind::List(name)) => ContentFile::List(name.clone(), list.clone()),
        (ContentFile::Part(_, part), FileKind::Part(name)) => ContentFile::Part(name.clone(), part.clone()),
        (ContentFile::Table(_, items), FileKind::Table(name)) => ContentFile::Table(name.clone(), items.clone()),
        (ContentFile::Regime(_, regime), FileKind::Regime(name)) => ContentFile::Regime(name.clone(), regime.clone()),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{in_series, without_edition};
    use crate::diag::FileId;
    use crate::load::layout::kind;

    #[test]
    fn files_of_editions_are_read_one_after_the_other() {
        let of = |path: &str| without_edition(Path::new(path)).display().to_string();
        assert_eq!(of("lists/a/editions/2015/regimes/r.yaml"), "lists/a/regimes/r.yaml");
        assert_eq!(of("lists/a/duties.yaml"), "lists/a/duties.yaml");
        let paths = ["lists/a/duties.yaml", "lists/a/editions/2015/duties.yaml", "lists/b/duties.yaml"];
        let files: Vec<_> =
            (0..).zip(paths).map(|(at, path)| (FileId(at), Path::new(path), kind(Path::new(path)))).collect();
        assert_eq!(in_series(&files), [vec![0, 1], vec![2]]);
    }
}
