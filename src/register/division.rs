//! A code of an administrative division in; its name, its level and the division above it out.
//!
//! `regions.csv` holds every division down to the county, and the zones that have a code beside the counties. `NOTICE.md`
//! says where it comes from.

use crate::model::Level;

const REGIONS: &str = include_str!("regions.csv");

/// A division of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Division {
    /// Its code, six digits.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its level.
    pub level: Level,
}

/// The division with this code of six digits.
pub fn division(code: &str) -> Option<Division> {
    divisions().find(|division| division.code == code)
}

/// Every division, in the order of the codes.
pub fn divisions() -> impl Iterator<Item = Division> {
    REGIONS.lines().skip(1).filter_map(|line| line.split_once(',')).map(|(code, name)| Division {
        code,
        name,
        level: level(code, name),
    })
}

impl Division {
    /// It with those above it, the widest first.
    pub fn chain(&self) -> Vec<Division> {
        let mut chain: Vec<Division> = std::iter::successors(Some(*self), Division::above).collect();
        chain.reverse();
        chain
    }

    /// Its name behind those of the divisions above it.
    pub fn full_name(&self) -> String {
        self.chain().iter().map(|one| one.name).collect()
    }

    /// The division above it; none above a province.
    pub fn above(&self) -> Option<Division> {
        let padded = |digits: usize| self.code.get(..digits).map(|head| format!("{head:0<6}"));
        [padded(4), padded(2)].into_iter().flatten().filter(|code| code != self.code).find_map(|code| division(&code))
    }
}

/// The level that a code says: zones stand from 71 on behind the counties of a city.
fn level(code: &str, name: &str) -> Level {
    if code.ends_with("0000") {
        Level::Province
    } else if code.ends_with("00") {
        Level::Prefecture
    } else if code.as_bytes().get(4) != Some(&b'7') {
        Level::County
    } else if name.ends_with("新区") {
        Level::NewArea
    } else {
        Level::Zone
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{division, divisions};
    use crate::model::Level;

    #[test]
    fn every_division_is_there_once_and_below_a_province() {
        let codes: BTreeSet<&str> = divisions().map(|division| division.code).collect();
        assert_eq!(codes.len(), divisions().count());
        assert!(divisions().map(|division| division.code).is_sorted());
        for division in divisions() {
            assert!(division.code.len() == 6 && division.code.bytes().all(|b| b.is_ascii_digit()), "{division:?}");
            assert_eq!(division.above().is_none(), division.level == Level::Province, "{division:?}");
        }
        assert!(divisions().filter(|division| division.level == Level::County).count() > 2_800);
    }

    #[test]
    fn a_division_knows_the_one_above() {
        let above = |code| division(code).and_then(|division| division.above()).map(|above| above.code);
        assert_eq!(above("130431"), Some("130400"));
        assert_eq!(above("130400"), Some("130000"));
        assert_eq!(above("130000"), None);
        // Districts of a municipality and counties that a province administers itself have no city above them.
        assert_eq!(above("110101"), Some("110000"));
        assert_eq!(above("429004"), Some("420000"));
        assert_eq!(division("130171").map(|division| division.level), Some(Level::Zone));
        assert_eq!(division("130473").map(|division| division.level), Some(Level::NewArea));
        assert_eq!(division("990121"), None);
    }
}
