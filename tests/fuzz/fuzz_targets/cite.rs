//! Any text to the citation reader: it must not panic, and what it finds must be what the text prints, in order.
//!
//! The register is that of the real content, so that titles and numbers can be hit.

#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qingdan::cite::{Certainty, Reader};
use qingdan::diag::Sink;
use qingdan::load::load;

static READER: LazyLock<Reader> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    Reader::new(&load(&content, &mut Sink::new()).expect("the content").into_laws())
});

fuzz_target!(|text: &str| {
    let characters: Vec<char> = text.chars().collect();
    let mut free = 0;
    for mention in READER.read(text) {
        assert!(free <= mention.start && mention.start < mention.end && mention.end <= characters.len(), "{mention:?}");
        assert_eq!(characters[mention.start..mention.end].iter().collect::<String>(), mention.text);
        assert_eq!(mention.law.is_none(), matches!(mention.certainty, Certainty::Ambiguous | Certainty::Unregistered));
        free = mention.end;
    }
});
