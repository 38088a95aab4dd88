//! Every table of the published data, in the order of the documentation.

mod across;
mod agencies;
mod bodies;
mod both_sides;
mod changes;
mod citations;
mod crosswalk;
mod duties;
mod editions;
mod figures;
mod gaps;
mod handovers;
mod items;
mod laws;
mod lists;
mod matters;
mod mechanism;
mod regimes;
mod registers;
mod releases;
mod services;
mod site;
mod stages;
mod terms;
mod waivers;

use std::sync::LazyLock;

use super::table::Table;

/// Every table, in the order of the documentation.
pub fn tables() -> &'static [Table] {
    static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
        let families: [fn() -> Vec<Table>; 25] = [
            site::tables,
            releases::tables,
            registers::tables,
            terms::tables,
            lists::tables,
            waivers::tables,
            bodies::tables,
            duties::tables,
            items::tables,
            stages::tables,
            handovers::tables,
            matters::tables,
            both_sides::tables,
            services::tables,
            regimes::tables,
            figures::tables,
            mechanism::tables,
            laws::tables,
            citations::tables,
            changes::tables,
            gaps::tables,
            agencies::tables,
            across::tables,
            editions::tables,
            crosswalk::tables,
        ];
        families.iter().flat_map(|family| family()).collect()
    });
    &TABLES
}
