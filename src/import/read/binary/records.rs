//! The stream of a workbook of Excel up to 2003 in, its records, and the numbers and texts in them, out.

use encoding_rs::{BIG5, Encoding, GB18030, SHIFT_JIS, WINDOWS_1252};

/// A record with those that continue it.
pub(super) struct Record<'a> {
    /// Its kind.
    pub kind: u16,
    /// What it holds, and what each that continues it holds.
    pub parts: Vec<&'a [u8]>,
}

/// The kind of a record that continues the one before it.
const CONTINUE: u16 = 0x003c;

/// The records of a stream from a place on.
pub(super) struct Records<'a> {
    bytes: &'a [u8],
}

impl<'a> Records<'a> {
    /// Begins at a place.
    pub fn from(bytes: &'a [u8], start: usize) -> Records<'a> {
        Records { bytes: bytes.get(start..).unwrap_or_default() }
    }

    fn one(&mut self) -> Option<(u16, &'a [u8])> {
        let (kind, length) = (u16_at(self.bytes, 0)?, usize::from(u16_at(self.bytes, 2)?));
        let data = self.bytes.get(4..4 + length)?;
        self.bytes = &self.bytes[4 + length..];
        Some((kind, data))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, data) = self.one()?;
        let mut parts = vec![data];
        while u16_at(self.bytes, 0) == Some(CONTINUE)
            && let Some((_, data)) = self.one()
        {
            parts.push(data);
        }
        Some(Record { kind, parts })
    }
}

/// A number of two bytes.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// A number of four bytes.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// A number with a fraction.
pub(super) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}

/// A number in four bytes, as a workbook packs it: whole or with a fraction, perhaps a hundredth.
pub(super) fn packed(value: u32) -> f64 {
    let number = if value & 2 == 0 {
        f64::from_bits(u64::from(value & 0xffff_fffc) << 32)
    } else {
        f64::from(value.cast_signed() >> 2)
    };
    if value & 1 == 0 { number } else { number / 100.0 }
}

/// How texts are written in a workbook.
#[derive(Clone, Copy)]
pub(super) enum Texts {
    /// In UTF-16, since Excel 97.
    Wide,
    /// In the encoding of a code page, before.
    Page(&'static Encoding),
}

impl Texts {
    /// The texts of a code page of Windows.
    pub fn of_page(page: u16) -> Texts {
        Texts::Page(match page {
            950 => BIG5,
            932 => SHIFT_JIS,
            1252 | 0x8000 => WINDOWS_1252,
            _ => GB18030,
        })
    }

    /// The text at a place of a record, after its length in one byte or two.
    pub fn at(self, parts: &[&[u8]], at: usize, wide_length: bool) -> Option<String> {
        let first = parts.first()?;
        let length = if wide_length { usize::from(u16_at(first, at)?) } else { usize::from(*first.get(at)?) };
        let start = at + if wide_length { 2 } else { 1 };
        match self {
            Texts::Wide => {
                let mut reader = PartReader::at(parts, start);
                let flags = reader.byte()?;
                Some(reader.characters(length, flags))
            }
            Texts::Page(encoding) => {
                let end = first.len().min(start + length);
                Some(encoding.decode_without_bom_handling(first.get(start..end)?).0.into_owned())
            }
        }
    }
}

/// Reads on over the ends of records.
pub(super) struct PartReader<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl<'a> PartReader<'a> {
    /// Begins at a place of the first record.
    pub fn at(parts: &'a [&'a [u8]], at: usize) -> PartReader<'a> {
        PartReader { parts, part: 0, at }
    }

    /// What is left of the record that is being read, if anything is.
    fn rest(&mut self) -> Option<&'a [u8]> {
        loop {
            let rest = self.parts.get(self.part)?.get(self.at..).unwrap_or_default();
            if !rest.is_empty() {
                return Some(rest);
            }
            self.part += 1;
            self.at = 0;
        }
    }

    /// The next byte.
    pub fn byte(&mut self) -> Option<u8> {
        let byte = *self.rest()?.first()?;
        self.at += 1;
        Some(byte)
    }

    /// The next number of two bytes.
    pub fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    /// The next number of four bytes.
    pub fn long(&mut self) -> Option<u32> {
        Some(u32::from(self.short()?) | u32::from(self.short()?) << 16)
    }

    /// Passes over bytes.
    pub fn skip(&mut self, bytes: usize) {
        let mut left = bytes;
        while left > 0
            && let Some(rest) = self.rest()
        {
            let step = left.min(rest.len());
            self.at += step;
            left -= step;
        }
    }

    /// So many characters. Where a record ends within them, the next says anew whether they take one byte or two.
    pub fn characters(&mut self, length: usize, flags: u8) -> String {
        let (mut units, mut flags) = (Vec::new(), flags);
        while units.len() < length {
            let before = self.part;
            let Some(rest) = self.rest() else { break };
            if self.part != before {
                flags = rest[0];
                self.at += 1;
                continue;
            }
            let left = length - units.len();
            if flags & 1 == 0 {
                let taken = left.min(rest.len());
                units.extend(rest[..taken].iter().map(|byte| u16::from(*byte)));
                self.at += taken;
            } else {
                let taken = left.min(rest.len() / 2);
                units.extend(rest[..taken * 2].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
                // Half a character at the end of a record is damage.
                self.at += if taken == 0 { rest.len() } else { taken * 2 };
            }
        }
        String::from_utf16_lossy(&units)
    }

    /// A text with runs of several formats and hints how it is spoken, which are passed over.
    pub fn rich(&mut self) -> Option<String> {
        let length = usize::from(self.short()?);
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.short()?) };
        let hints = if flags & 4 == 0 { 0 } else { self.long()? as usize };
        let text = self.characters(length, flags);
        self.skip(runs * 4);
        self.skip(hints);
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{PartReader, packed};

    #[test]
    fn texts_go_on_over_the_ends_of_records() {
        let parts: [&[u8]; 3] =
            [&[3, 0, 0, b'a'], &[0, b'b', b'c', 2, 0, 1, 0x00, 0x4e], &[0, b'd', 1, 0, 8, 1, 0, b'e', 7, 7, 7, 7]];
        let mut reader = PartReader::at(&parts, 0);
        assert_eq!(reader.rich().as_deref(), Some("abc"));
        assert_eq!(reader.rich().as_deref(), Some("一d"));
        assert_eq!(reader.rich().as_deref(), Some("e"));
        assert_eq!(reader.rich(), None);
    }

    #[test]
    fn packed_numbers_are_unpacked() {
        assert_eq!(packed(0x3ff0_0000), 1.0);
        assert_eq!(packed((123_456 << 2) | 3), 1234.56);
        assert_eq!(packed((-5_i32 << 2).cast_unsigned() | 2), -5.0);
    }
}
