//! How many lists a topic has in; how they are spread over pages that compare them out.

use std::ops::Range;

/// Up to how many lists stand side by side.
const COLUMNS: usize = 5;

/// How many pages compare so many lists: none where there are fewer than two.
pub fn compare_pages(lists: usize) -> usize {
    if lists < 2 { 0 } else { lists.div_ceil(COLUMNS) }
}

/// Which of the lists stand on a page, counted from 0. They are spread evenly, so that no page has one alone.
pub fn compared(lists: usize, page: usize) -> Range<usize> {
    let pages = compare_pages(lists).max(1);
    page * lists / pages..(page + 1) * lists / pages
}

#[cfg(test)]
mod tests {
    use super::{compare_pages, compared};

    #[test]
    fn every_list_is_on_one_page_with_at_least_one_other() {
        assert_eq!((compare_pages(0), compare_pages(1), compare_pages(5), compare_pages(6)), (0, 0, 1, 2));
        for lists in 2..400 {
            let mut next = 0;
            for page in 0..compare_pages(lists) {
                let range = compared(lists, page);
                assert!(range.start == next && (2..=5).contains(&range.len()), "{lists}: {range:?}");
                next = range.end;
            }
            assert_eq!(next, lists);
        }
    }
}
