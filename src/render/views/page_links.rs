//! How many pages go on with the same in; links to all of them, or where they are too many to those near by and some of all,
//! out.

use super::super::atoms::PageLink;

/// Up to how many pages are all linked; of more, those near by and so many of all, evenly.
const LINKED_PAGES: usize = 60;

/// Links to pages counted from 0, as seen from one of them; none where there is only one.
pub fn some_of(pages: usize, here: usize, link: impl Fn(usize) -> PageLink) -> Vec<PageLink> {
    let step = pages.div_ceil(LINKED_PAGES).next_multiple_of(10);
    let shown = |number: &usize| pages <= LINKED_PAGES || number.abs_diff(here) < 10 || number.is_multiple_of(step);
    if pages < 2 { Vec::new() } else { (0..pages).filter(shown).map(link).collect() }
}
