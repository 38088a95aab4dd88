//! How many regions lie directly below a region in; how they are spread over its pages out.

use std::ops::Range;

/// Up to how many regions a page names as those directly below one.
const REGIONS_ON_A_PAGE: usize = 100;

/// How many pages name so many regions, the page of the region above them among them.
pub fn region_pages(below: usize) -> usize {
    below.div_ceil(REGIONS_ON_A_PAGE).max(1)
}

/// Which of so many regions stand on a page, counted from 0.
pub fn regions_on(below: usize, page: usize) -> Range<usize> {
    let start = (page * REGIONS_ON_A_PAGE).min(below);
    start..(start + REGIONS_ON_A_PAGE).min(below)
}

#[cfg(test)]
mod tests {
    use super::{region_pages, regions_on};

    #[test]
    fn every_region_is_on_one_page() {
        assert_eq!([0, 1, 100, 101, 250].map(region_pages), [1, 1, 1, 2, 3]);
        for below in 0..350 {
            let all: Vec<usize> = (0..region_pages(below)).flat_map(|page| regions_on(below, page)).collect();
            assert_eq!(all, (0..below).collect::<Vec<_>>());
        }
    }
}
