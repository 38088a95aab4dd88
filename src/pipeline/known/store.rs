//! What is known of lists in, the bytes of a file out, and back. A file that is not whole, or that another program wrote, says
//! nothing.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::audit::Declared;
use crate::export::Measure;
use crate::publish::Stamp;

use super::keys::Key;

/// Stands at the beginning.
const BEGIN: &[u8] = b"qingdan cache 1\n";

/// What is known of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// What its pages and files were made from.
    pub key: Key,
    /// Ids of other lists that were looked at for it; `None` for all of them.
    pub looked_at: Option<Vec<String>>,
    /// Paths of its files from the root of the site, but for those of pages that are made each time.
    pub files: Vec<(String, Stamp)>,
    /// Sizes and checksums of its files of data.
    pub data: Vec<Measure>,
    /// What its pages declare, but for those that are made each time.
    pub declared: Declared,
}

/// Puts entries, each with the id of its list, into a file.
pub(super) fn write(entries: &[(&str, &Entry)]) -> Vec<u8> {
    let mut out = Out(BEGIN.to_vec());
    out.number(entries.len() as u64);
    for (id, Entry { key, looked_at, files, data, declared }) in entries {
        out.text(id);
        out.0.extend(key);
        out.number(u64::from(looked_at.is_some()));
        out.each(looked_at.as_deref().unwrap_or_default(), |out, id| out.text(id));
        out.each(files, |out, (path, Stamp(stamp))| {
            out.text(path);
            stamp.iter().for_each(|number| out.number(*number));
        });
        out.each(data, |out, measure| {
            out.number(measure.bytes);
            out.text(&measure.sha256);
        });
        out.each(&declared.linked, |out, page| out.number(u64::from(*page)));
        out.each(&declared.anchors, |out, anchor| out.number(*anchor));
        out.each(&declared.wanted, |out, anchor| out.number(*anchor));
    }
    let sum: [u8; 32] = Sha256::digest(&out.0).into();
    out.0.extend(sum);
    out.0
}

/// The entries of a file; `None` where it is not one that was written whole.
pub(super) fn read(bytes: &[u8]) -> Option<HashMap<String, Entry>> {
    let (held, sum) = bytes.split_last_chunk::<32>()?;
    if <[u8; 32]>::from(Sha256::digest(held)) != *sum {
        return None;
    }
    let mut rest = In(held.strip_prefix(BEGIN)?);
    let count = rest.number()?;
    (0..count).map(|_| Some((rest.text()?, entry(&mut rest)?))).collect()
}

fn entry(rest: &mut In<'_>) -> Option<Entry> {
    let key = rest.take()?;
    let some = rest.number()? == 1;
    let looked_at = rest.each(In::text)?;
    Some(Entry {
        key,
        looked_at: some.then_some(looked_at),
        files: rest.each(|rest| {
            let path = rest.text()?;
            Some((path, Stamp([rest.number()?, rest.number()?, rest.number()?, rest.number()?])))
        })?,
        data: rest.each(|rest| Some(Measure { bytes: rest.number()?, sha256: rest.text()? }))?,
        declared: Declared {
            linked: rest.each(|rest| u32::try_from(rest.number()?).ok())?,
            anchors: rest.each(In::number)?,
            wanted: rest.each(In::number)?,
        },
    })
}

/// A file that is written.
struct Out(Vec<u8>);

impl Out {
    fn number(&mut self, number: u64) {
        self.0.extend(number.to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend(text.as_bytes());
    }

    fn each<T>(&mut self, all: &[T], one: impl Fn(&mut Out, &T)) {
        self.number(all.len() as u64);
        all.iter().for_each(|value| one(self, value));
    }
}

/// What is still to be read.
struct In<'b>(&'b [u8]);

impl In<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    fn text(&mut self) -> Option<String> {
        let len = usize::try_from(self.number()?).ok()?;
        let (text, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        String::from_utf8(text.to_vec()).ok()
    }

    fn each<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        (0..self.number()?).map(|_| one(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{Entry, read, write};
    use crate::audit::Declared;
    use crate::export::Measure;
    use crate::publish::Stamp;

    fn entries() -> HashMap<String, Entry> {
        let entry = |looked_at: Option<Vec<String>>| Entry {
            key: [7; 32],
            looked_at,
            files: vec![("lists/甲/index.html".into(), Stamp([1, 2, 3, u64::MAX]))],
            data: vec![Measure { bytes: 3, sha256: "ab".into() }],
            declared: Declared { linked: vec![1, 2], anchors: vec![u64::MAX], wanted: vec![] },
        };
        let some = [("a", None), ("b", Some(vec![])), ("c", Some(vec!["a".into(), "b".into()]))];
        some.into_iter().map(|(id, looked_at)| (id.to_owned(), entry(looked_at))).collect()
    }

    fn written() -> Vec<u8> {
        let entries = entries();
        write(&entries.iter().map(|(id, entry)| (&**id, entry)).collect::<Vec<_>>())
    }

    #[test]
    fn reads_what_it_wrote() {
        assert_eq!(read(&written()), Some(entries()));
        assert_eq!(read(&write(&[])), Some(HashMap::new()));
    }

    #[test]
    fn a_file_that_was_damaged_says_nothing() {
        let whole = written();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            assert_eq!(read(&damaged), None, "byte {at}");
            assert_eq!(read(&whole[..at]), None, "cut at {at}");
        }
    }
}
