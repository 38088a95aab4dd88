//! Values in, one number for all of them, in order, out.

use std::hash::{Hash, Hasher};

use sha2::{Digest, Sha256};

/// SHA-256 as a hasher: another number for other values, as long as they hash to other bytes.
#[derive(Clone, Default)]
pub(super) struct Print(Sha256);

impl Print {
    /// The number.
    pub fn done(self) -> [u8; 32] {
        self.0.finalize().into()
    }

    /// The number of one value.
    pub fn of(value: &impl Hash) -> [u8; 32] {
        let mut print = Print::default();
        value.hash(&mut print);
        print.done()
    }
}

impl Hasher for Print {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        let bytes: [u8; 32] = self.clone().done();
        bytes.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}
