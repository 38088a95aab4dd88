//! A theme's folder over the embedded default in; templates, interface strings and assets out.

mod assets;
mod fault;
mod files;
mod fingerprint;
mod footnotes;
mod load;
mod minify;
mod words;

pub use fingerprint::Fingerprint;
pub use load::Theme;

#[cfg(test)]
mod tests;
