//! A plan in; a print of every page, its address and the choices for the whole site out.

use std::hash::{Hash, Hasher};

use super::layout::Plan;

impl Plan<'_> {
    /// Adds what the plan holds to a print. It is taken apart field by field, so that one more does not compile before it
    /// is thought of here.
    pub fn print(&self, into: &mut impl Hasher) {
        let Plan {
            model,
            targets,
            free_pages,
            item_groups,
            codes,
            listed,
            laws,
            base,
            // What is looked up by: from the groups and the pages.
            group_of_item: _,
            pages: _,
            // The pages that it has stand among the targets.
            history: _,
            // The graph prints it.
            former: _,
            // Pages at old addresses are made each time.
            leads: _,
            lost: _,
            // Of editions of lists whose files are looked at when the feed is made, and of laws that their citations lead to.
            feeds: _,
            data,
        } = self;
        (model.languages(), base, data).hash(into);
        for target in targets {
            (target, self.path(*target)).hash(into);
        }
        (free_pages, item_groups.values(), codes, listed, laws).hash(into);
    }
}
