//! A theme's folder over the embedded default in; templates, interface strings and assets out.

mod assets;
mod codes;
mod fault;
mod files;
mod fill;
mod fingerprint;
mod footnotes;
mod grown;
mod inline;
mod load;
mod minify;
mod outdated;
mod pieces;
mod policy;
mod remarks;
mod strings;
mod turns;
mod words;

pub use codes::CODES;
pub use fingerprint::Fingerprint;
pub use load::Theme;
pub use policy::style_hash;

#[cfg(test)]
mod tests;
