//! Words that options take.

use clap::ValueEnum;

/// How faults are shown.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FindingsFormat {
    /// With the line of the file and what to do
    Full,
    /// One line a fault
    Concise,
    /// One JSON object a line, for editors and CI; on the standard output
    Json,
    /// Annotations at lines of a change on GitHub; on the standard output
    Github,
    /// A report on the quality of code for GitLab; on the standard output
    Gitlab,
    /// SARIF 2.1.0, for hosts and editors that show findings; on the standard output
    Sarif,
    /// A report of tests in the XML of JUnit, for services that show tests; on the standard output
    Junit,
}

/// How impact is shown.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ImpactFormat {
    /// Grouped by list, to read
    Text,
    /// One row a record, with a head
    Csv,
    /// The law and its rows as one object
    Json,
}

/// How a difference is shown.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum DiffFormat {
    /// To read
    Text,
    /// For a review on a host of repositories
    Markdown,
    /// One object, for programs
    Json,
}

/// How citations are shown.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum CiteFormat {
    /// One line a citation: line:column, what it prints, the law, articles, number, how sure
    Text,
    /// An array of objects with places in characters
    Json,
}

/// A language of messages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Language {
    /// Chinese
    Zh,
    /// English
    En,
}
