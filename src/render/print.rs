//! A renderer in; a print of all that its pages share and that is drawn from lists out.

use std::hash::{Hash, Hasher};

use crate::link::{Change, Changes};

use super::renderer::Renderer;
use super::shared::Shared;

impl Renderer<'_> {
    /// Adds what pages share to a print. It is taken apart field by field, so that one more does not compile before it is
    /// thought of here.
    pub fn print(&self, into: &mut impl Hasher) {
        let Renderer {
            shared,
            // Made from the theme, the plan and the site.
            locales: _,
        } = self;
        let Shared {
            // These have prints of their own; pages that ask the catalogue wait, and are made each time.
            graph: _,
            plan: _,
            theme: _,
            catalogue: _,
            // What a text cites is the same whoever read it.
            readings: _,
            regions_of_list,
            lists_within,
            superseded_within,
            superseded_by,
            // Made of the files of an edition, which are files of its list.
            editions: _,
            lists_citing,
            changes,
            touched,
            // Asked for below, since it may not have been.
            gaps_under: _,
            topics_below,
            topics_of_region,
            items_of_type,
        } = shared;
        (regions_of_list.values(), lists_within.values(), superseded_by.values(), lists_citing.values()).hash(into);
        changes.values().iter().for_each(|changes| print(changes, into));
        (superseded_within.values(), shared.gaps_under().values(), topics_of_region.values()).hash(into);
        (touched.values(), topics_below.values(), items_of_type).hash(into);
    }
}

fn print(changes: &Changes<'_>, into: &mut impl Hasher) {
    let Changes { laws, cited, known } = changes;
    (laws.len(), cited, known).hash(into);
    for Change { law, gravity, events, citations } in laws {
        (law, gravity, citations, events.len()).hash(into);
        events.iter().for_each(|event| (event.index, event.after).hash(into));
    }
}
