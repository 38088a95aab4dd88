//! What many views have in common: small views of one thing each, made from a page and that thing.

mod basis;
mod date;
mod gone;
mod law_notices;
mod law_state;
mod link;
mod list_head;
mod list_row;
mod office;
mod page_link;
mod phone;
mod record;
mod region_tree;
mod related;
mod source;
mod truncated;

pub(super) use basis::{BasisView, DescribedLaws};
pub(super) use date::DateView;
pub(super) use gone::{GoneNote, GoneView, gone, gone_note, lead as gone_lead};
pub(super) use law_notices::{
    ChangedLawView, LawEventView, LawNoticesView, TallyView, changed_law, dated_list, law_event, law_event_words,
    law_notices, law_notices_of_list, tally, tally_link,
};
pub(super) use law_state::StateView;
pub(super) use link::LinkView;
pub(super) use list_head::ListHead;
pub(super) use list_row::{CollectionCount, ListRow, collection_counts, count_of_lists, is_shown, nothing_of};
pub(super) use office::{OfficeView, offices_of_duty};
pub(super) use page_link::PageLink;
pub(super) use phone::PhoneView;
pub(super) use record::{RecordView, brief, excerpt, hint, record_number};
pub(super) use region_tree::{RegionNode, region_tree};
pub(super) use related::{RelatedView, records_beside, related};
pub(super) use source::SourceView;
pub(super) use truncated::{Truncated, truncate_at};
