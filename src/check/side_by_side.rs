//! Rules in; what each finds, asked by as many threads as there are, in the order of the rules, out.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::diag::Sink;

/// What rules find that are asked side by side; the order of the rules is that of their faults.
pub(super) fn side_by_side<R: Sync>(rules: impl IntoIterator<Item = R>, ask: impl Fn(&R, &mut Sink) + Sync) -> Sink {
    let one = |rule: &R| {
        let mut found = Sink::new();
        ask(rule, &mut found);
        found
    };
    let rules: Vec<R> = rules.into_iter().collect();
    let found: Vec<Sink> = rules.par_iter().map(one).collect();
    let mut all = Sink::new();
    found.into_iter().for_each(|found| all.absorb(found));
    all
}
