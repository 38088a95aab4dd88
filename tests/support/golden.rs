//! Sites as expected files keep them: without what changes with every change of a style sheet or a script.

use std::collections::BTreeSet;

use super::folder::Tree;

/// What stands in a path for a fingerprint.
pub const FINGERPRINT: &str = "FINGERPRINT";

/// What stands in a page for a script.
const SCRIPT: [&str; 2] = ["<script>", "</script>"];

/// Whether a file holds everyday words of the program, the same on every site.
fn is_of_the_program(path: &str) -> bool {
    let Some((_, name)) = path.strip_prefix("search/").and_then(|path| path.split_once('/')) else { return false };
    ["w-", "v-", "y-"].iter().any(|kind| name.starts_with(kind))
}

/// The site with one word for the fingerprints in the names of files, and pages without the script that stands in them;
/// without the everyday words of the program.
pub fn steady(site: &Tree) -> Tree {
    let steady = |(path, bytes): (&String, &Vec<u8>)| {
        let page = path.ends_with(".html");
        let bytes = match std::str::from_utf8(bytes) {
            Ok(text) if page => silent(&without_fingerprints(text)).into_bytes(),
            Ok(text) => without_fingerprints(text).into_bytes(),
            Err(_) => bytes.clone(),
        };
        (without_fingerprints(path), bytes)
    };
    site.iter().filter(|(path, _)| !is_of_the_program(path)).map(steady).collect()
}

/// The text with one word for every fingerprint: sixteen digits that are a part of a path by themselves, or of the name
/// of a file; or ten letters in the name of a file of the search index.
fn without_fingerprints(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['.', '/']) {
        let (before, after) = rest.split_at(at + 1);
        out.push_str(before);
        let digits = after.bytes().take_while(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f')).count();
        let ends = after[digits..].starts_with(['.', '/']);
        let letters = after.bytes().take_while(|c| matches!(c, b'a'..=b'z' | b'2'..=b'7')).count();
        let indexed = before.ends_with('.') && letters == 10 && after[letters..].starts_with(".js");
        rest = match (digits == 16 && ends, indexed) {
            (true, _) | (_, true) => {
                out.push_str(FINGERPRINT);
                &after[if indexed { letters } else { digits }..]
            }
            _ => after,
        };
    }
    out + rest
}

/// The page without the text of its scripts; what it says to programs is none.
fn silent(page: &str) -> String {
    let [open, close] = SCRIPT;
    let mut parts = page.split(open);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (_, after) = part.split_once(close).expect("a script ends");
        out = out + open + close + after;
    }
    out
}

/// The scripts that stand in a page.
pub fn scripts(page: &str) -> Vec<&str> {
    let [open, close] = SCRIPT;
    page.split(open).skip(1).map(|part| part.split_once(close).expect("a script ends").0).collect()
}

/// Every path of a site, a line each; beside another site, what became of each of its files: `=` the same, `~` changed,
/// `+` new, `-` gone.
pub fn listing(site: &Tree, beside: Option<&Tree>) -> String {
    let Some(beside) = beside else { return site.keys().map(|path| format!("{path}\n")).collect() };
    let all: BTreeSet<&String> = site.keys().chain(beside.keys()).collect();
    let sign = |path: &String| match (site.get(path), beside.get(path)) {
        (Some(a), Some(b)) if a == b => '=',
        (Some(_), Some(_)) => '~',
        (Some(_), None) => '+',
        (None, _) => '-',
    };
    all.into_iter().map(|path| format!("{} {path}\n", sign(path))).collect()
}
