//! Any text to the citation reader, as Chinese and as English: it must not panic, and what it finds must be what the text prints, in order.
//!
//! The register is that of the real content, so that titles and numbers can be hit.

#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qingdan::check::laws;
use qingdan::cite::{Certainty, Mention, Reader};
use qingdan::diag::Sink;
use qingdan::load::load;
use qingdan::model::{Lang, Text};

static READER: LazyLock<Reader> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    Reader::new(&laws(load(&content, &mut Sink::new()).expect("the content")))
});

fuzz_target!(|text: &str| {
    let characters: Vec<char> = text.chars().collect();
    for lang in [Lang::ZH, Lang::EN] {
        let mut free = 0;
        for mention in READER.read_in(lang, text, &Text::default(), &[]) {
            let Mention { start, end, .. } = mention;
            assert!(free <= start && start < end && end <= characters.len(), "{mention:?}");
            assert_eq!(characters[start..end].iter().collect::<String>(), mention.text);
            let open = matches!(mention.certainty, Certainty::Ambiguous | Certainty::Unregistered);
            assert_eq!(mention.law.is_none(), open, "{mention:?}");
            free = end;
        }
    }
});
