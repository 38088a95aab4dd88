//! What a zip says of one file in it, in; the bytes of the headers that say so, out. Numbers are those of the
//! specification of zip files, "APPNOTE", in its order; what does not fit in 32 bits goes into fields of "zip64".

use crate::dataset::Day;

/// From this number on the number is somewhere else.
const FULL: u64 = u32::MAX as u64;

/// How the bytes of a file lie in a zip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// As they are.
    Stored = 0,
    /// Deflated.
    Deflated = 8,
}

/// One file of a zip.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// How its bytes lie in the zip.
    pub method: Method,
    /// Whether checksum and sizes follow the bytes, because they were not known before.
    pub later: bool,
    /// Whether it may have more bytes than 32 bits can say.
    pub large: bool,
    /// Checksum of its bytes.
    pub crc: u32,
    /// How many bytes it takes in the zip.
    pub packed: u64,
    /// How many bytes it has.
    pub raw: u64,
    /// Where in the zip it begins.
    pub at: u64,
}

impl Entry {
    /// What stands before its bytes.
    pub fn local(&self, day: Day) -> Vec<u8> {
        let mut out = b"PK\x03\x04".to_vec();
        let (crc, packed, raw) = if self.later { (0, 0, 0) } else { (self.crc, self.packed, self.raw) };
        self.common(day, &mut out);
        let said = |size: u64| if self.large { FULL } else { size };
        put32(&mut out, [u64::from(crc), said(packed), said(raw)]);
        put16(&mut out, [self.name.len() as u16, if self.large { 20 } else { 0 }]);
        out.extend(self.name.as_bytes());
        if self.large {
            put16(&mut out, [1, 16]);
            put64(&mut out, [raw, packed]);
        }
        out
    }

    /// What follows its bytes.
    pub fn descriptor(&self) -> Vec<u8> {
        let mut out = Vec::new();
        if self.later {
            out.extend(b"PK\x07\x08");
            put32(&mut out, [u64::from(self.crc)]);
            if self.large {
                put64(&mut out, [self.packed, self.raw]);
            } else {
                put32(&mut out, [self.packed, self.raw]);
            }
        }
        out
    }

    /// What the list of contents says of it.
    pub fn central(&self, day: Day) -> Vec<u8> {
        let mut out = b"PK\x01\x02".to_vec();
        // Made under Unix, so that the mode of the file is read.
        put16(&mut out, [3 << 8 | self.version()]);
        self.common(day, &mut out);
        let numbers = [self.raw, self.packed, self.at];
        let [raw, packed, at] = numbers.map(|number| number.min(FULL));
        let elsewhere: Vec<u64> = numbers.into_iter().filter(|number| *number >= FULL).collect();
        put32(&mut out, [u64::from(self.crc), packed, raw]);
        let extra = if elsewhere.is_empty() { 0 } else { 4 + 8 * elsewhere.len() as u16 };
        put16(&mut out, [self.name.len() as u16, extra, 0, 0, 0]);
        // A plain file that its owner may change and everybody read.
        put32(&mut out, [0o100_644 << 16, at]);
        out.extend(self.name.as_bytes());
        if extra > 0 {
            put16(&mut out, [1, extra - 4]);
            put64(&mut out, elsewhere);
        }
        out
    }

    /// What both headers begin with: version, flags, method, time and day.
    fn common(&self, day: Day, out: &mut Vec<u8>) {
        // Names are UTF-8, even those that need not say so.
        let flags = 1 << 11 | if self.later { 1 << 3 } else { 0 };
        put16(out, [self.version(), flags, self.method as u16, 0, dos(day)]);
    }

    fn version(&self) -> u16 {
        if self.large || [self.raw, self.packed, self.at].into_iter().any(|number| number >= FULL) { 45 } else { 20 }
    }
}

/// The end of a zip: how many files there are, and where their list stands and how long it is.
pub fn end(files: u64, list: u64, bytes: u64) -> Vec<u8> {
    let mut out = Vec::new();
    if files >= u64::from(u16::MAX) || list >= FULL || bytes >= FULL {
        out.extend(b"PK\x06\x06");
        put64(&mut out, [44]);
        put16(&mut out, [3 << 8 | 45, 45]);
        put32(&mut out, [0, 0]);
        put64(&mut out, [files, files, bytes, list]);
        out.extend(b"PK\x06\x07");
        put32(&mut out, [0]);
        put64(&mut out, [list + bytes]);
        put32(&mut out, [1]);
    }
    out.extend(b"PK\x05\x06");
    let files = files.min(u64::from(u16::MAX)) as u16;
    put16(&mut out, [0, 0, files, files]);
    put32(&mut out, [bytes.min(FULL), list.min(FULL)]);
    put16(&mut out, [0]);
    out
}

/// A day as zips say it. They know none before 1980 and none after 2107; such an entry bears the first that they know.
fn dos(day: Day) -> u16 {
    let known = (1980..=2107).contains(&day.year) && (1..=12).contains(&day.month) && (1..=31).contains(&day.day);
    if known { (day.year - 1980) << 9 | u16::from(day.month) << 5 | u16::from(day.day) } else { 1 << 5 | 1 }
}

fn put16(out: &mut Vec<u8>, numbers: impl IntoIterator<Item = u16>) {
    numbers.into_iter().for_each(|number| out.extend(number.to_le_bytes()));
}

/// Numbers that fit in 32 bits.
fn put32(out: &mut Vec<u8>, numbers: impl IntoIterator<Item = u64>) {
    numbers.into_iter().for_each(|number| out.extend((number as u32).to_le_bytes()));
}

fn put64(out: &mut Vec<u8>, numbers: impl IntoIterator<Item = u64>) {
    numbers.into_iter().for_each(|number| out.extend(number.to_le_bytes()));
}
