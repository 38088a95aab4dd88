//! Graph in, plan out: every page, its path in each language, and how pages address each other.

mod base;
mod below;
mod code;
mod compare;
mod editions;
mod feeds;
mod former;
mod items;
mod kind;
mod laws;
mod layout;
mod lead;
mod listing;
mod naming;
mod page_kind;
mod print;
mod target;

pub use base::Base;
pub use below::{region_pages, regions_on};
pub use compare::{compare_pages, compared};
pub use editions::{NEWS_ON_A_PAGE, newest_first};
pub use feeds::{FEED, LawNews, News};
pub use items::{GroupedBy, ITEMS_ON_A_PAGE, ItemGroup};
pub use kind::{PageKind, Parent, Tags};
pub use laws::LawOrder;
pub use layout::{FINDINGS_ON_A_PAGE, Plan, both_sides_pages, plan, way};
pub use lead::Lead;
pub use listing::{Listed, Listing, PhoneOwner, PrintedPhone, penalties_of, printed_phones};
pub use target::Target;
