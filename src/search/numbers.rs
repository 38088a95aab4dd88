//! Ascending numbers in; their digits, and pieces of them that can be read alone, out.

/// Digits of a number: five bits each, the sixth says that more follow.
const DIGITS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// Longest list that stands in a shard, in bytes; a longer one would be loaded with every other key there.
const INLINE: usize = 256;

/// Size of a piece of a long list, in bytes, after which the next begins.
pub const PIECE: usize = 3 * 1024;

/// Ascending numbers, each as the distance from the one before. Most lists are short and stand where they are held.
#[derive(Debug)]
pub struct NumberList {
    digits: Digits,
    next: u32,
}

#[derive(Debug)]
enum Digits {
    Few(u8, [u8; 14]),
    Many(Vec<u8>),
}

impl Default for NumberList {
    fn default() -> NumberList {
        NumberList { digits: Digits::Few(0, [0; 14]), next: 0 }
    }
}

impl NumberList {
    /// Adds a number; one that is there already is passed over.
    pub fn push(&mut self, number: u32) {
        if number < self.next {
            return;
        }
        let next = std::mem::replace(&mut self.next, number + 1);
        digits(number - next, &mut |digit| self.digits.push(digit));
    }

    /// Whether it stands in a shard.
    pub fn is_short(&self) -> bool {
        self.digits().len() <= INLINE
    }

    /// Its digits, which are ASCII.
    pub fn digits(&self) -> &[u8] {
        match &self.digits {
            Digits::Few(count, few) => &few[..usize::from(*count)],
            Digits::Many(many) => many,
        }
    }

    /// The pieces of a long list, each with its first number and digits that begin anew.
    pub fn pieces(&self) -> Vec<(u32, Vec<u8>)> {
        let mut pieces: Vec<(u32, Vec<u8>)> = Vec::new();
        let mut next = 0;
        for number in self.numbers() {
            if pieces.last().is_none_or(|(_, piece)| piece.len() >= PIECE) {
                pieces.push((number, Vec::new()));
                next = 0;
            }
            if let Some((_, piece)) = pieces.last_mut() {
                digits(number - next, &mut |digit| piece.push(digit));
            }
            next = number + 1;
        }
        pieces
    }

    fn numbers(&self) -> impl Iterator<Item = u32> {
        let (mut next, mut value, mut shift) = (0, 0, 0);
        self.digits().iter().filter_map(move |digit| {
            let bits = value_of(*digit);
            value |= (bits & 31) << shift;
            shift += 5;
            if bits >= 32 {
                return None;
            }
            let number = next + value;
            (next, value, shift) = (number + 1, 0, 0);
            Some(number)
        })
    }
}

impl Digits {
    fn push(&mut self, digit: u8) {
        match self {
            Digits::Few(count, few) if usize::from(*count) < few.len() => {
                few[usize::from(*count)] = digit;
                *count += 1;
            }
            Digits::Few(_, few) => {
                let mut many = Vec::with_capacity(2 * few.len());
                many.extend_from_slice(few);
                many.push(digit);
                *self = Digits::Many(many);
            }
            Digits::Many(many) => many.push(digit),
        }
    }
}

fn digits(mut number: u32, push: &mut dyn FnMut(u8)) {
    while number >= 32 {
        push(DIGITS[32 + (number % 32) as usize]);
        number /= 32;
    }
    push(DIGITS[number as usize]);
}

/// What a digit is worth.
fn value_of(digit: u8) -> u32 {
    u32::from(match digit {
        b'0'..=b'9' => digit - b'0',
        b'A'..=b'Z' => digit - b'A' + 10,
        b'a'..=b'z' => digit - b'a' + 36,
        b'-' => 62,
        _ => 63,
    })
}

#[cfg(test)]
mod tests {
    use super::{NumberList, PIECE};

    fn list(numbers: impl Iterator<Item = u32>) -> NumberList {
        let mut list = NumberList::default();
        numbers.for_each(|number| list.push(number));
        list
    }

    #[test]
    fn numbers_are_distances() {
        // 0, then 0 more, then 32 between, then 1965 = 13 + 29 * 32 + 1 * 1024.
        assert_eq!(list([0, 1, 1, 34, 2000].into_iter()).digits(), b"00W1jz1");
        let many = [0, 31, 32, 64, 1023, 1024, 70_000, 70_001, 4_000_000_000];
        assert_eq!(list(many.into_iter()).numbers().collect::<Vec<u32>>(), many);
    }

    #[test]
    fn a_long_list_stands_in_pieces_that_can_be_read_alone() {
        // A little less than two pieces: the first number of a piece takes more than one digit.
        let list = list((0..2 * PIECE as u32 - 10).map(|number| number * 2));
        assert!(!list.is_short());
        let pieces = list.pieces();
        // 6144 = 0 + 0 * 32 + 6 * 1024; after it, one between.
        assert_eq!((pieces.len(), pieces[0].1.len(), &pieces[1].1[..5]), (2, PIECE, &b"WW611"[..]));
        assert_eq!([pieces[0].0, pieces[1].0], [0, 2 * PIECE as u32]);
    }
}
