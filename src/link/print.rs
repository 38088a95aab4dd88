//! A graph in; a print of all that it draws from lists out: another one where it would tell anybody anything else.
//!
//! Texts of lists are no part of it: who shows one has looked at its list, which is noted (`model/lists.rs`).

use std::hash::{Hash, Hasher};

use super::figures::Figures;
use super::graph::Graph;

impl Graph<'_> {
    /// Adds what the graph holds to a print. It is taken apart field by field, so that one more does not compile before
    /// it is thought of here.
    pub fn print(&self, into: &mut impl Hasher) {
        let Graph {
            // The registers are printed as they stand, and every look at a list is noted.
            model: _,
            citations,
            under_topic,
            takes_part,
            lists_of_region,
            regions_below,
            superseded,
            area_codes,
            names_office,
            namings,
            mentions_of_list,
            lists_of_department,
            concerns,
            handovers,
            both_sides,
            shared_codes,
            figures,
            // Worked out of one list and of the figures; whoever asks has looked at the list.
            gaps: _,
            // It is made from the register of laws.
            reader: _,
            // What is looked up by: from citations, namings, handovers and registers, which stand here themselves.
            cited_by: _,
            citations_of_list: _,
            named_by: _,
            named_by_registers: _,
            handover_of: _,
            handed_over: _,
            held,
            handovers_by: _,
            handovers_to: _,
            under: _,
            replaces: _,
            places: _,
            regions: _,
            departments: _,
            topics: _,
            laws: _,
            agencies: _,
            concerned_by: _,
            succeeds: _,
            lists,
            former,
            // Made of the files of the editions of a list, which are files of the list; the pages that a list has of them, the
            // plan prints.
            older: _,
            history: _,
        } = self;
        for citation in citations {
            (citation.record, citation.law, citation.position, &citation.basis.articles).hash(into);
        }
        under_topic.values().hash(into);
        takes_part.values().hash(into);
        lists_of_region.values().hash(into);
        regions_below.values().hash(into);
        names_office.values().iter().for_each(|offices| offices.values().hash(into));
        namings.hash(into);
        (superseded.values(), area_codes.values(), concerns).hash(into);
        mentions_of_list.values().hash(into);
        lists_of_department.values().hash(into);
        let Figures { of_list, of_subject, differing } = figures;
        (of_list.values(), of_subject, differing).hash(into);
        (handovers, held).hash(into);
        (&both_sides.pairs, &both_sides.findings).hash(into);
        shared_codes.hash(into);
        former.hash(into);
        let mut lists: Vec<_> = lists.iter().collect();
        lists.sort();
        lists.hash(into);
    }
}
