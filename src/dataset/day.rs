//! Content in, the day it speaks of out: what stands where a file format wants to know when it was made, since the
//! clock may not.

use crate::model::{Date, LawId, ListId, Model};

use super::row::Context;

/// Year, month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Year.
    pub year: u16,
    /// Month, from 1.
    pub month: u8,
    /// Day, from 1.
    pub day: u8,
}

/// The first day that the formats know: for content that names no day at all.
const NEVER: Day = Day { year: 1980, month: 1, day: 1 };

/// The last day that the data say anything of themselves: when a list was filled in, published or began to hold, or by
/// when the state of a law is known. A month stands for its first day.
pub fn day(context: Context<'_>) -> Day {
    latest(context).map_or(NEVER, first_day).max(NEVER)
}

/// The same, as precise as the content says it; `None` where it names no day at all.
pub fn latest(context: Context<'_>) -> Option<Date> {
    let model: &Model = context.graph.model;
    let lists = context.wanted(|scope| &scope.lists, ListId::all(model)).map(|id| &model[id]);
    let laws = context.wanted(|scope| &scope.laws, LawId::all(model));
    let of_lists = lists.flat_map(|list| [list.compiled, list.published, list.valid_from]);
    let of_laws = laws.map(|law| model[law].as_of);
    of_lists.chain(of_laws).flatten().max()
}

fn first_day(date: Date) -> Day {
    Day { year: date.year, month: date.month.unwrap_or(1), day: date.day.unwrap_or(1) }
}
