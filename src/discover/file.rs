//! A file that leads programs to the site.

/// A file: path from the root of the site, bytes.
pub type File = (String, Vec<u8>);
