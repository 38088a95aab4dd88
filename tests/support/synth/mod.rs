//! A number of counties and a seed in, a whole content folder out, with lists as long and as dense as real ones.
#![allow(clippy::disallowed_methods, reason = "a test makes the files that the program reads")]

#[allow(dead_code, reason = "not every test needs both kinds of content")]
mod county;
mod lists;
#[allow(dead_code, reason = "not every test needs every kind of content")]
mod nation;
pub mod random;
mod registers;
mod words;
mod yaml;

use std::fs;
use std::io;
use std::path::Path;

#[allow(unused_imports, reason = "not every test needs both kinds of content")]
pub use county::write_county;
#[allow(unused_imports, reason = "not every test needs every kind of content")]
pub use nation::{COUNTY, Shape, write_nation};

/// Writes a content folder that has no faults: the site, `regions` counties with the provinces and prefectures above
/// them, the registers, and one list a county; every fifth list is one file, the others are folders. The same
/// arguments give the same bytes.
pub fn write_content(dir: &Path, regions: usize, seed: u64) -> io::Result<()> {
    fs::create_dir_all(dir.join("laws"))?;
    fs::create_dir_all(dir.join("pages"))?;
    fs::write(dir.join("site.yaml"), registers::site())?;
    let counties = registers::counties(regions);
    fs::write(dir.join("regions.yaml"), registers::regions(&counties))?;
    fs::write(dir.join("departments.yaml"), registers::departments())?;
    fs::write(dir.join("topics.yaml"), registers::topics())?;
    for (name, laws) in registers::laws() {
        fs::write(dir.join("laws").join(name), laws)?;
    }
    for (name, page) in registers::pages() {
        fs::write(dir.join("pages").join(name), page)?;
    }
    for (index, county) in counties.iter().enumerate() {
        lists::write(&dir.join("lists"), county, index, seed)?;
    }
    Ok(())
}
