//! Zips, read back by a reader that is not ours.

use std::io::{self, Cursor, Read, Write};

use flate2::Compression;
use flate2::read::DeflateEncoder;
use zip::{CompressionMethod, ZipArchive};

use crate::dataset::Day;
use crate::export::formats::packed::{PIECE, Packed};

use super::entry::{Entry, Method, end};
use super::{Archive, LARGE};

const DAY: Day = Day { year: 2026, month: 7, day: 1 };

fn zip(fill: impl FnOnce(&mut Archive<&mut Vec<u8>>) -> io::Result<()>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = Archive::new(&mut bytes, DAY);
    fill(&mut archive).expect("a zip");
    archive.finish().expect("a zip");
    bytes
}

fn read(zip: &[u8], name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchive::new(Cursor::new(zip)).expect("a zip");
    // The reader holds the bytes against their checksum.
    archive.by_name(name).expect(name).read_to_end(&mut bytes).expect(name);
    bytes
}

/// Bytes that hardly pack.
fn noise(count: usize) -> Vec<u8> {
    let noise = |at: u32| (at.wrapping_mul(2_654_435_761) >> 11) as u8;
    (0..count as u32).map(noise).collect()
}

#[test]
fn every_way_to_add_a_file_gives_it_back() {
    let long = noise(2 * PIECE + 70_000);
    let zip = zip(|archive| {
        archive.add("清单.csv", "名称,电话\r\n".as_bytes())?;
        archive.add("empty.csv", b"")?;
        archive.add("book.xlsx", &long[..300])?;
        archive.add_packed("joined.xml", &[Packed::of(b"<a>"), Packed::of(b""), Packed::of(b"</a>")])?;
        archive.add("long.csv", &long)?;
        archive.stream("long.json", long.len() as u64, &mut &long[..])?;
        archive.stream("long.zip", long.len() as u64, &mut &long[..])?;
        archive.stream("nothing.json", 0, &mut io::empty())
    });
    assert_eq!(read(&zip, "清单.csv"), "名称,电话\r\n".as_bytes());
    assert_eq!(read(&zip, "empty.csv"), b"");
    assert_eq!(read(&zip, "book.xlsx"), &long[..300]);
    assert_eq!(read(&zip, "joined.xml"), b"<a></a>");
    assert_eq!(read(&zip, "nothing.json"), b"");
    for name in ["long.csv", "long.json", "long.zip"] {
        assert!(read(&zip, name) == long, "{name}");
    }
    let mut archive = ZipArchive::new(Cursor::new(&zip)).expect("a zip");
    for at in 0..archive.len() {
        let file = archive.by_index(at).expect("a file");
        let name = file.name().expect("a name");
        let time = file.last_modified().expect("a time");
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (2026, 7, 1, 0), "{name}");
        assert_eq!(file.unix_mode(), Some(0o100_644), "{name}");
        let stored = file.compression() == CompressionMethod::Stored;
        assert_eq!(stored, name == "book.xlsx", "{name}");
    }
    let packed = archive.by_name("long.zip").expect("a file").compressed_size();
    assert!((0..2000).contains(&(packed - long.len() as u64)), "{packed}: packed a second time");
}

/// What reads a zip from the front, as many programs do, needs to know where a file ends.
#[test]
fn a_zip_can_be_read_without_its_list_of_contents() {
    let zip = zip(|archive| {
        archive.add("a.csv", b"a,b\r\n")?;
        archive.add("b.parquet", &noise(100))?;
        archive.stored("c.xlsx", 100, None, &mut &noise(100)[..])
    });
    let mut front = &zip[..];
    let mut entry = zip::read::read_zipfile_from_stream(&mut front).expect("a file").expect("a file");
    assert_eq!(entry.name().expect("a name"), "a.csv");
    io::copy(&mut entry, &mut io::sink()).expect("its bytes");
    drop(entry);
    let entry = zip::read::read_zipfile_from_stream(&mut front).expect("a file").expect("a file");
    assert_eq!((&*entry.name().expect("a name"), entry.size()), ("b.parquet", 100));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let long = noise(7 * PIECE + 1);
    let made = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| {
            zip(|archive| {
                archive.add("a.csv", &long)?;
                archive.stream("b.csv", 0, &mut &long[..])?;
                archive.stream("c.zip", 0, &mut &long[..])
            })
        })
    };
    assert!(made(1) == made(3));
}

#[test]
fn a_file_of_another_size_than_said_is_no_file_of_a_zip() {
    for (said, has) in [(3, 4), (4, 3)] {
        let mut archive = Archive::new(io::sink(), DAY);
        assert!(archive.stored("a.zip", said, Some(0), &mut io::repeat(0).take(has)).is_err());
    }
}

#[test]
fn a_zip_may_have_more_files_than_16_bits_count() {
    let zip =
        zip(|archive| (0..70_000).try_for_each(|at| archive.stored(&at.to_string(), 0, Some(0), &mut io::empty())));
    assert_eq!(ZipArchive::new(Cursor::new(&zip)).expect("a zip").len(), 70_000);
}

/// A zip with a long stretch of noughts, of which the noughts are not kept.
#[derive(Default)]
struct Sparse {
    kept: Vec<(u64, Vec<u8>)>,
    end: u64,
    at: u64,
}

impl Write for Sparse {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.iter().any(|byte| *byte != 0) {
            self.kept.push((self.end, bytes.to_vec()));
        }
        self.end += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Read for Sparse {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let most = (self.end - self.at).min(into.len() as u64) as usize;
        into[..most].fill(0);
        for (begin, bytes) in &self.kept {
            for (place, byte) in (*begin..).zip(bytes) {
                if (self.at..self.at + most as u64).contains(&place) {
                    into[(place - self.at) as usize] = *byte;
                }
            }
        }
        self.at += most as u64;
        Ok(most)
    }
}

impl io::Seek for Sparse {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.at = match to {
            io::SeekFrom::Start(at) => at,
            io::SeekFrom::End(by) => self.end.saturating_add_signed(by),
            io::SeekFrom::Current(by) => self.at.saturating_add_signed(by),
        };
        Ok(self.at)
    }
}

#[test]
fn a_file_of_more_than_four_gigabytes_and_one_behind_it_are_found() {
    let mut out = Sparse::default();
    let mut archive = Archive::new(&mut out, DAY);
    let large = LARGE + (1 << 30);
    let mut file = io::BufReader::with_capacity(PIECE, io::repeat(0).take(large));
    archive.stored("large.zip", large, Some(7), &mut file).expect("a file");
    archive.add("small.csv", b"a,b\r\n").expect("a file");
    archive.finish().expect("a zip");
    let mut archive = ZipArchive::new(&mut out).expect("a zip");
    assert_eq!(archive.by_name("large.zip").expect("a file").size(), large);
    assert_eq!(io::read_to_string(archive.by_name("small.csv").expect("a file")).expect("its text"), "a,b\r\n");
}

#[test]
fn numbers_that_32_bits_cannot_say_stand_in_64() {
    let entry = |later| Entry {
        name: "a".to_owned(),
        method: Method::Deflated,
        later,
        large: true,
        crc: 7,
        packed: 1 << 33,
        raw: 1 << 34,
        at: 1 << 35,
    };
    let local = entry(false).local(DAY);
    assert_eq!(local[local.len() - 16..], [(1_u64 << 34).to_le_bytes(), (1_u64 << 33).to_le_bytes()].concat());
    assert_eq!(entry(true).descriptor().len(), 4 + 4 + 8 + 8);
    let central = entry(true).central(DAY);
    assert_eq!(central[central.len() - 8..], (1_u64 << 35).to_le_bytes());
    assert_eq!(end(1, 2, 3).len(), 22);
    assert_eq!(end(1, 1 << 32, 3).len(), 56 + 20 + 22);
}

/// What another packer makes of the same bytes is about as large.
#[test]
fn what_is_packed_quickly_is_hardly_larger() {
    let lines: Vec<String> =
        (0..20_000).map(|at| format!("jize-qts,{},村(居)民委员会第{at}项,是\r\n", at * 7)).collect();
    let bytes = lines.concat().into_bytes();
    let mut usual = Vec::new();
    DeflateEncoder::new(&bytes[..], Compression::default()).read_to_end(&mut usual).expect("packed");
    let ours: usize = Packed::pieces(&bytes).iter().map(|piece| piece.deflated().len()).sum();
    assert!(ours * 10 < usual.len() * 14, "{ours} instead of {}", usual.len());
}
