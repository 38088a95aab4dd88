//! A theme's folder over the embedded default in; templates, interface strings and assets out.

mod assets;
mod fault;
mod files;
mod fill;
mod fingerprint;
mod footnotes;
mod inline;
mod load;
mod minify;
mod pieces;
mod policy;
mod turns;
mod words;

pub use fingerprint::Fingerprint;
pub use load::Theme;
pub use policy::style_hash;

#[cfg(test)]
mod tests;
