//! What a page is about.

use crate::dataset::Subject;
use crate::model::{
    AgencyId, DepartmentId, DutyId, EditionId, ItemId, LawId, ListId, MatterId, Part, PowerType, RecordRef, RegimeId,
    RegionId, ServiceId, TopicId,
};

use super::listing::Listing;

/// The subject of a page, the same in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The home page.
    Home,
    /// All regions.
    Regions,
    /// One region.
    Region(RegionId),
    /// A further page of the regions directly below a region, from 1: the first are on the page of the region.
    Below(RegionId, u32),
    /// All lists.
    Lists,
    /// One list.
    List(ListId),
    /// A group of items of a list, and which page of it.
    Items(ListId, u32, u32),
    /// An item of a list.
    Item(ListId, ItemId),
    /// What a list says once for many of its items: procedures and accounts.
    Common(ListId),
    /// What a township's list and the lists of departments say of the items that they share.
    Handovers(ListId),
    /// All types of power.
    PowerTypes,
    /// A type of power, across lists.
    PowerType(PowerType),
    /// An official code that several lists print, by its place among them.
    Code(u32),
    /// A duty of a list.
    Duty(ListId, DutyId),
    /// A boundary matter of a list.
    Matter(ListId, MatterId),
    /// A public service of a list.
    Service(ListId, ServiceId),
    /// A supervision regime of a list.
    Regime(ListId, RegimeId),
    /// The offices of a list.
    Offices(ListId),
    /// The accountability mechanism of a list.
    Mechanism(ListId),
    /// A whole list on one page, for print.
    Dossier(ListId),
    /// A whole list as the table that officials know, for print.
    Tabular(ListId),
    /// What became of the laws that a list cites.
    ListChanges(ListId),
    /// The editions of a list.
    Editions(ListId),
    /// An older edition of a list, and which page of it.
    Edition(ListId, EditionId, u32),
    /// What changed from an older edition to the next, and which page of that.
    EditionChanges(ListId, EditionId, u32),
    /// A record that a list no longer has, by its place among these.
    Gone(ListId, u32),
    /// What changed from edition to edition in all lists, and which page of that.
    News(u32),
    /// All records of a kind, and which page of them.
    Listing(Listing, u32),
    /// What lists do not say, or say otherwise than others.
    Gaps,
    /// The same under one topic.
    TopicGaps(TopicId),
    /// What lists do not agree on where they draw the same boundary, and which page of it.
    BothSides(u32),
    /// All laws.
    Laws,
    /// A further page of all laws, from 1.
    MoreLaws(u32),
    /// One law.
    Law(LawId),
    /// What became of the laws that any list cites.
    Changes,
    /// All topics.
    Topics,
    /// One topic.
    Topic(TopicId),
    /// Who handles a topic in one region, and how.
    Answer(RegionId, TopicId),
    /// Lists compared under one topic, and which page of that.
    Compare(TopicId, u32),
    /// All kinds of department.
    Departments,
    /// One kind of department.
    Department(DepartmentId),
    /// All bodies and hotlines of which it is registered what became of them.
    Agencies,
    /// One body or hotline.
    Agency(AgencyId),
    /// The search, with its indexes from A to Z.
    Search,
    /// The data catalogue.
    Data,
    /// One table of the data, by its place among them.
    Table(u32),
    /// How complete the data are.
    Quality,
    /// Terms of the trade in plain words.
    Glossary,
    /// A free page; the index is that of its name in the plan.
    Free(u32),
    /// What became of something whose address was published before, by its place among these.
    Former(u32),
    /// What a server shows for an address that does not exist.
    NotFound,
}

impl From<Subject> for Target {
    fn from(subject: Subject) -> Target {
        match subject {
            Subject::Region(i) => Target::Region(i),
            Subject::Department(i) => Target::Department(i),
            Subject::Topic(i) => Target::Topic(i),
            Subject::Law(i) => Target::Law(i),
            Subject::Agency(i) => Target::Agency(i),
            Subject::List(l) => Target::List(l),
            Subject::Record(record) => Target::of(record),
            Subject::Offices(l) => Target::Offices(l),
            Subject::LawChanges(l) => Target::ListChanges(l),
            Subject::Edition(l, edition) => Target::Edition(l, edition, 0),
            Subject::EditionChanges(l, edition, page) => Target::EditionChanges(l, edition, page),
            Subject::Glossary => Target::Glossary,
        }
    }
}

impl Target {
    /// The page that shows a record.
    pub fn of(record: RecordRef) -> Target {
        match record.part.page() {
            Part::Item(i) => Target::Item(record.list, i),
            Part::Procedure(_) | Part::Account(_) => Target::Common(record.list),
            Part::Duty(i) => Target::Duty(record.list, i),
            Part::Matter(i) => Target::Matter(record.list, i),
            Part::Service(i) => Target::Service(record.list, i),
            Part::Regime(i) => Target::Regime(record.list, i),
            Part::List => Target::List(record.list),
            Part::Office(_) => Target::Offices(record.list),
            _ => Target::Mechanism(record.list),
        }
    }

    /// The record that a page shows, for the pages of items, duties, matters, services and regimes.
    pub fn record(self) -> Option<RecordRef> {
        match self {
            Target::Item(list, i) => Some(RecordRef { list, part: Part::Item(i) }),
            Target::Duty(list, i) => Some(RecordRef { list, part: Part::Duty(i) }),
            Target::Matter(list, i) => Some(RecordRef { list, part: Part::Matter(i) }),
            Target::Service(list, i) => Some(RecordRef { list, part: Part::Service(i) }),
            Target::Regime(list, i) => Some(RecordRef { list, part: Part::Regime(i) }),
            _ => None,
        }
    }
}
