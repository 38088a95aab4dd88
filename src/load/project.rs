//! The name of a file in; whether it is one that a repository has beside its content, such as `README.md`, out.

/// What such files are called, without their endings.
const NAMES: [&str; 11] = [
    "readme",
    "license",
    "licence",
    "copying",
    "changelog",
    "contributing",
    "authors",
    "makefile",
    "dockerfile",
    "todo",
    "codeowners",
];

/// Whether a file is about the project, and no content.
pub(super) fn is_of_a_project(name: &str) -> bool {
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    // A page in lower-case letters, `license.zh.md`, is one.
    NAMES.contains(&&*stem.to_lowercase()) && !ending.contains('.') && stem.starts_with(char::is_uppercase)
}
