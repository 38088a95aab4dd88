//! A value in, a file of the index out, called by what it holds.

use crate::diag::Failure;

use super::key::mix;

/// Takes a file of the index: its name in the folder of the index, and its bytes. Files come in any order.
pub type Emit<'k> = dyn Fn(&str, &[u8]) -> Result<(), Failure> + Sync + 'k;

/// Length of a print, in letters; the client knows it.
pub const PRINT: usize = 10;

/// How many files a file of prints tells; the client knows it.
pub const PRINTED: usize = 32;

/// Letters of prints: no name is the name of another where capitals make no difference.
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// A file is a call that hands its value to the page: pages opened from a disk may load scripts and nothing else.
pub fn put(name: &str, json: &str, emit: &Emit<'_>) -> Result<(), Failure> {
    emit(&format!("{name}.js"), format!("qingdanSearch(\"{name}\",{json})\n").as_bytes())
}

/// Puts a file that is called by a name and the print of its value, and gives the print: as long as the value is the same
/// the file keeps its name, and no other value ever has that name.
pub fn put_printed(name: &str, json: &str, emit: &Emit<'_>) -> Result<String, Failure> {
    let print = print(json.as_bytes());
    put(&format!("{name}.{print}"), json, emit)?;
    Ok(print)
}

/// Puts a file that tells the prints of files, one after the other.
pub fn put_prints(name: &str, prints: &[String], emit: &Emit<'_>) -> Result<String, Failure> {
    put_printed(name, &format!("\"{}\"", prints.concat()), emit)
}

/// What bytes are told from others by: 50 bits of a hash (FNV-1a, mixed).
pub fn print(bytes: &[u8]) -> String {
    let hash = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let bits = mix(bytes.iter().fold(0xcbf2_9ce4_8422_2325, hash));
    (0..PRINT).map(|at| char::from(LETTERS[(bits >> (5 * at) & 31) as usize])).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::{PRINT, put_printed};

    #[test]
    fn a_file_is_called_by_what_it_holds() {
        let files = Mutex::new(Vec::new());
        let keep = |name: &str, bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            files.lock().expect("no thread failed").push((name.to_owned(), text));
            Ok(())
        };
        let prints = ["[1]", "[2]", "[1]"].map(|json| put_printed("p-0", json, &keep).expect("kept"));
        assert!(prints[0] == prints[2] && prints[0] != prints[1], "{prints:?}");
        assert!(prints.iter().all(|print| print.len() == PRINT), "{prints:?}");
        let files = files.into_inner().expect("no thread failed");
        assert_eq!(files[1], (format!("p-0.{}.js", prints[1]), format!("qingdanSearch(\"p-0.{}\",[2])\n", prints[1])));
    }
}
