//! A number in, its bytes as SQLite writes them out, and back: seven bits a byte, the highest first.

/// Puts a number behind what is there.
pub(super) fn put(out: &mut Vec<u8>, number: u64) {
    if number < 0x80 {
        out.push(number as u8);
        return;
    }
    if number >= 1 << 56 {
        // The ninth byte holds eight bits.
        out.extend((0..8).map(|at| (number >> (57 - 7 * at)) as u8 | 0x80));
        out.push(number as u8);
        return;
    }
    let more = (63 - number.leading_zeros()) / 7;
    out.extend((1..=more).rev().map(|at| (number >> (7 * at)) as u8 | 0x80));
    out.push(number as u8 & 0x7F);
}

/// The number at the beginning of bytes, and how many bytes it takes. Reads what [`put`] wrote of a number below 2^56.
pub(super) fn get(bytes: &[u8]) -> (u64, usize) {
    let mut number = 0;
    for (at, byte) in bytes.iter().enumerate() {
        number = number << 7 | u64::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            return (number, at + 1);
        }
    }
    (number, bytes.len())
}

#[cfg(test)]
mod tests {
    use super::{get, put};

    #[test]
    fn what_is_put_is_got_back() {
        for number in [0, 1, 127, 128, 16_383, 16_384, 1 << 31, (1 << 56) - 1] {
            let mut bytes = Vec::new();
            put(&mut bytes, number);
            assert_eq!(get(&bytes), (number, bytes.len()), "{number}");
        }
        let mut bytes = Vec::new();
        put(&mut bytes, u64::MAX);
        assert_eq!(bytes, [0xFF; 9]);
    }
}
