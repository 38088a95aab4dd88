//! A theme's folder over the embedded default in; templates, interface strings and assets out.

mod assets;
mod codes;
mod fault;
mod files;
mod fingerprint;
mod footnotes;
mod load;
mod minify;
mod outdated;
mod remarks;
mod strings;
mod words;

pub use codes::CODES;
pub use fingerprint::Fingerprint;
pub use load::Theme;

#[cfg(test)]
mod tests;
