//! The numbers of every key in; files of keys with short lists, and files of long lists and pieces of them, out.

use std::collections::HashSet;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::{IndexedParallelIterator, ParallelIterator, ParallelSlice, ParallelSliceMut};
use serde_json::json;

use crate::diag::Failure;

use super::file::{Emit, PRINTED, print, put, put_printed, put_prints};
use super::key::LongStems;
use super::numbers::{NumberList, PIECE};
use super::postings::{Postings, Row, rows};

/// Size that shards aim for, in bytes.
const SHARD: usize = 4 * 1024;

/// How many files of a kind there may be.
const MOST: usize = 4096;

/// Files of a kind: how many, and the prints of the files that tell theirs.
pub struct Files {
    pub count: usize,
    pub prints: String,
}

/// The end of a long list, or all of one that is shorter than a piece: the hash of its key, the key, its digits.
type Rest = (u32, String, Vec<u8>);

/// Ends of lists of names, and of texts.
type Rests = [Vec<Rest>; 2];

/// Writes the shards, and what long lists have outside them: files of keys, of ends of lists of names, of ends of lists of texts.
pub fn write(names: &Postings, texts: &Postings, long: &LongStems, emit: &Emit<'_>) -> Result<[Files; 3], Failure> {
    let (mut rows, size) = rows(names, texts, long);
    let count = count(size, SHARD);
    // In the order of the shards; whole groups of shards go to a thread.
    rows.par_sort_unstable_by_key(|row| row.hash as usize & (count - 1));
    let place = |row: &Row<'_>| row.hash as usize & (count - 1);
    let starts: Vec<usize> = (0..=count).map(|shard| rows.partition_point(|row| place(row) < shard)).collect();
    let shards: Vec<&[Row<'_>]> = starts.windows(2).map(|pair| &rows[pair[0]..pair[1]]).collect();
    let whole = Whole { emit, put: Mutex::default() };
    let groups = shards.par_chunks(PRINTED).enumerate().map(|(group, shards)| {
        let mut rests = Rests::default();
        let mut prints = Vec::new();
        for (at, rows) in shards.iter().enumerate() {
            let shard = shard(rows, long, &whole, &mut rests)?;
            prints.push(put_printed(&format!("p-{}", group * PRINTED + at), &shard, emit)?);
        }
        Ok((put_prints(&format!("d-p-{group}"), &prints, emit)?, rests))
    });
    let groups: Vec<(String, Rests)> = groups.collect::<Result<_, Failure>>()?;
    let mut all = Rests::default();
    let mut prints = String::new();
    for (print, rests) in groups {
        prints.push_str(&print);
        all.iter_mut().zip(rests).for_each(|(all, rests)| all.extend(rests));
    }
    let [of_names, of_texts] = all;
    Ok([Files { count, prints }, ends('n', of_names, emit)?, ends('c', of_texts, emit)?])
}

/// How many files hold so many bytes: a power of two, so that few edits change it.
fn count(size: usize, aim: usize) -> usize {
    (size / aim).next_power_of_two().min(MOST)
}

/// The keys of a shard with their lists, `names|texts`, in their order.
fn shard(rows: &[Row<'_>], long: &LongStems, whole: &Whole<'_>, rests: &mut Rests) -> Result<String, Failure> {
    let mut keys: Vec<(String, &Row<'_>)> = rows.iter().map(|row| (row.key.text(long), row)).collect();
    keys.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    let mut text = String::from("{");
    for (key, row) in keys {
        let comma = if text.len() > 1 { "," } else { "" };
        let _ = write!(text, "{comma}{}:\"", json!(key));
        for (at, list) in [row.names, row.texts].into_iter().enumerate() {
            if let Some(list) = list
                && let Some(rest) = whole.list(list, &mut text)?
            {
                rests[at].push((row.hash, key.clone(), rest));
            }
            text.push_str(["|", "\""][at]);
        }
    }
    text.push('}');
    Ok(text)
}

/// Takes whole pieces of lists; one that several lists have is put once.
struct Whole<'k> {
    emit: &'k Emit<'k>,
    put: Mutex<HashSet<String>>,
}

impl Whole<'_> {
    /// Writes a list as it stands in a shard: its digits; or, after `=`, for every piece the print of its file and its first
    /// number. The last piece stands with those of other lists, so that it has a number alone, and is given back.
    fn list(&self, list: &NumberList, text: &mut String) -> Result<Option<Vec<u8>>, Failure> {
        if list.is_short() {
            text.extend(list.digits().iter().copied().map(char::from));
            return Ok(None);
        }
        let mut rest = None;
        for (index, (first, piece)) in list.pieces().into_iter().enumerate() {
            text.push(if index == 0 { '=' } else { ',' });
            if piece.len() < PIECE {
                let _ = write!(text, "{first}");
                rest = Some(piece);
                continue;
            }
            let print = print(&piece);
            let _ = write!(text, "{print}.{first}");
            if self.put.lock().unwrap_or_else(PoisonError::into_inner).insert(print.clone()) {
                put(&format!("q-{print}"), &format!("\"{}\"", String::from_utf8_lossy(&piece)), self.emit)?;
            }
        }
        Ok(rest)
    }
}

/// Writes the ends of lists, by key, into files that a hash of the key chooses: an edit moves those that it changes.
fn ends(letter: char, mut rests: Vec<Rest>, emit: &Emit<'_>) -> Result<Files, Failure> {
    let size = rests.iter().map(|(_, key, digits)| key.len() + digits.len() + 6).sum();
    let count = count(size, PIECE);
    rests.par_sort_unstable_by(|a, b| ((a.0 as usize & (count - 1)), &a.1).cmp(&((b.0 as usize & (count - 1)), &b.1)));
    let place = |rest: &Rest| rest.0 as usize & (count - 1);
    let starts: Vec<usize> = (0..=count).map(|file| rests.partition_point(|rest| place(rest) < file)).collect();
    let files: Vec<&[Rest]> = starts.windows(2).map(|pair| &rests[pair[0]..pair[1]]).collect();
    let groups = files.par_chunks(PRINTED).enumerate().map(|(group, files)| {
        let mut prints = Vec::new();
        for (at, rests) in files.iter().enumerate() {
            let mut text = String::from("{");
            for (_, key, digits) in *rests {
                let comma = if text.len() > 1 { "," } else { "" };
                let _ = write!(text, "{comma}{}:\"{}\"", json!(key), String::from_utf8_lossy(digits));
            }
            text.push('}');
            prints.push(put_printed(&format!("{letter}-{}", group * PRINTED + at), &text, emit)?);
        }
        put_prints(&format!("d-{letter}-{group}"), &prints, emit)
    });
    let prints: Vec<String> = groups.collect::<Result<_, Failure>>()?;
    Ok(Files { count, prints: prints.concat() })
}
