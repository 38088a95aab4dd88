//! What holds for every input: parsers never panic, print what they read, and no faulty file goes by in silence.

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof};
use proptest::sample::select;
use proptest::{prop_assert, prop_assert_eq, proptest};
use qingdan::diag::formats::{MessageFormat, show};
use qingdan::diag::{MessageLang, closest};
use qingdan::model::{Articles, Date, Lang};
use qingdan::pipeline::{self, Job};

use crate::support::{Silence, folder, repository, scratch};

/// Characters that mean something to the parsers, and some that do not.
const PIECES: [&str; 24] = [
    "-", ".", "0", "1", "9", "12", "65", "2015", "02", "30", " ", ":", "：", "{", "}", "[", "]", "\"", "'", "#", "\t",
    "\n", "条", "&a *a",
];

fn scribble() -> impl Strategy<Value = String> {
    vec(select(PIECES.to_vec()), 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn dates_print_what_they_read(text in prop_oneof![scribble(), "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", any::<String>()]) {
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn dates_are_read_back(year in 0..=9999u16, month in 1..=12u8, day in 1..=28u8, precision in 0..3) {
        let date = Date { year, month: (precision > 0).then_some(month), day: (precision > 1).then_some(day) };
        prop_assert_eq!(date.to_string().parse::<Date>(), Ok(date));
    }

    #[test]
    fn articles_print_what_they_read(text in prop_oneof![scribble(), "[0-9]{1,3}(_[0-9]{1,2})?[.-]{0,2}[0-9]{0,3}(_[0-9])?([.][0-9])?", "annex[0-9]{0,2}([.][0-9]{1,3}(-[0-9]{1,3})?)?", any::<String>()]) {
        if let Ok(articles) = text.parse::<Articles>() {
            prop_assert_eq!(articles.to_string(), text);
        }
    }

    #[test]
    fn language_tags_print_what_they_read(text in prop_oneof!["[a-zA-Z0-9-]{0,14}", any::<String>()]) {
        if let Some(lang) = Lang::new(&text) {
            prop_assert_eq!(lang.to_string(), text);
        }
    }

    #[test]
    fn suggestions_are_candidates_and_near(typed in any::<String>(), candidates in vec("[a-z-]{0,12}", 0..6)) {
        let found = closest(&typed, candidates.iter().map(String::as_str));
        prop_assert!(found.is_none_or(|found| candidates.iter().any(|candidate| candidate == found)));
    }

    #[test]
    fn a_single_slip_is_forgiven(word in "[a-z]{3,12}", at in any::<proptest::sample::Index>()) {
        let mut slip = word.clone();
        slip.remove(at.index(word.len()));
        prop_assert_eq!(closest(&slip, [word.as_str()]), Some(word.as_str()));
    }
}

/// A change to a file.
#[derive(Clone, Debug)]
enum Slip {
    /// Takes a line out.
    Drop(usize),
    /// Writes a line twice.
    Double(usize),
    /// Swaps a line with the next.
    Swap(usize),
    /// Puts a piece of text in.
    Insert(usize, &'static str),
    /// Takes a character out.
    Erase(usize),
    /// Cuts the file off.
    Cut(usize),
}

fn slip() -> impl Strategy<Value = Slip> {
    let at = || any::<usize>();
    prop_oneof![
        at().prop_map(Slip::Drop),
        at().prop_map(Slip::Double),
        at().prop_map(Slip::Swap),
        (at(), select(PIECES.to_vec())).prop_map(|(at, piece)| Slip::Insert(at, piece)),
        at().prop_map(Slip::Erase),
        at().prop_map(Slip::Cut),
        Just(Slip::Insert(0, "\u{feff}")),
    ]
}

fn apply(text: &str, slip: &Slip) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let count = lines.len().max(1);
    let mut chars: Vec<char> = text.chars().collect();
    let end = chars.len() + 1;
    match slip {
        _ if text.is_empty() => return text.to_owned(),
        Slip::Drop(at) => drop(lines.remove(at % count)),
        Slip::Double(at) => lines.insert(at % count, lines[at % count]),
        Slip::Swap(at) => lines.swap(at % count, (at + 1) % count),
        Slip::Insert(at, piece) => {
            chars.splice(at % end..at % end, piece.chars());
            return chars.into_iter().collect();
        }
        Slip::Erase(at) => {
            chars.remove(at % (end - 1));
            return chars.into_iter().collect();
        }
        Slip::Cut(at) => return chars.into_iter().take(at % end).collect(),
    }
    lines.concat()
}

const FILES: [&str; 9] = [
    "site.yaml",
    "regions.yaml",
    "topics.yaml",
    "laws/national.yaml",
    "lists/shiqiao-market/list.yaml",
    "lists/shiqiao-market/duties.yaml",
    "lists/shiqiao-market/boundaries.yaml",
    "lists/shiqiao-market/regimes/01-scales.yaml",
    "pages/about.zh.md",
];

/// Checks the content and shows every fault in every format.
fn check(content: &Path) -> (usize, bool) {
    let job = Job { content: content.to_owned(), jobs: 1, ..Job::default() };
    let outcome = pipeline::run(&job, &Silence).expect("faults are no failures");
    for speech in [MessageLang::Zh, MessageLang::En] {
        for format in [MessageFormat::Full, MessageFormat::Concise, MessageFormat::Json] {
            let text = show(&outcome.findings, format, speech, true);
            assert_eq!(text.is_empty(), outcome.findings.is_empty());
        }
    }
    (outcome.findings.len(), outcome.summary.is_some())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slips_are_reported_or_do_no_harm(file in select(FILES.to_vec()), slips in vec(slip(), 1..4)) {
        let root = scratch::folder();
        folder::copy(&repository("tests/rules/base"), root.path());
        let path = root.path().join(file);
        let text = fs::read_to_string(&path).expect("a file of the base");
        fs::write(&path, slips.iter().fold(text, |text, slip| apply(&text, slip))).expect("a file");
        let (faults, built) = check(root.path());
        prop_assert!(faults > 0 || built, "neither a fault nor a site");
    }

    #[test]
    fn any_bytes_are_reported_or_do_no_harm(file in select(FILES.to_vec()), bytes in vec(any::<u8>(), 0..64)) {
        let root = scratch::folder();
        folder::copy(&repository("tests/rules/base"), root.path());
        fs::write(root.path().join(file), bytes).expect("a file");
        let (faults, built) = check(root.path());
        prop_assert!(faults > 0 || built, "neither a fault nor a site");
    }
}
