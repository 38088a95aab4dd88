//! The records: plain data as the content holds it, one file per record kind.

mod account;
mod address;
mod agency;
mod articles;
mod basis;
mod boundary;
mod collections;
mod concern;
mod date;
mod dial;
mod duty;
mod edition;
mod figure;
pub mod former;
mod formerly;
mod handover;
mod id;
mod ids;
mod item;
mod lang;
mod law;
mod list;
mod list_words;
mod lists;
mod matter;
mod mechanism;
mod naming;
mod notation;
mod origin;
mod page;
mod part_state;
mod phone;
mod published;
mod publishing;
mod punycode;
mod record;
mod redirect;
mod regime;
mod registers;
mod release;
mod reorganisation;
mod section;
mod service;
mod shape;
mod site;
mod text;
mod translated;
mod vocabulary;
mod waiver;
pub mod walk;

use std::collections::HashMap;

pub use account::{Account, Procedure, Stage};
pub use address::site_address;
pub use agency::{Agency, AgencyEvent};
pub use articles::{ArticleNumber, ArticleParts, Articles, LawPlace, Span};
pub use basis::{Basis, Source};
pub use boundary::{BothSides, BoundaryFault, BoundaryFinding, BoundaryKind, MatchedBy, SamePair, both_sides};
pub use concern::{Concern, Gone, Grounds};
pub use date::Date;
pub use dial::{Dial, dial};
pub use duty::{Accountability, Duty, WorkItem};
pub use edition::{EditionId, Editions, NEWEST};
pub use formerly::Formerly;
pub use handover::{Handover, handovers, held_by_townships, item_by_id, left_out, matter_by_id, without_level};
pub use id::Id;
pub(crate) use ids::position;
pub use ids::{
    AccountId, AccountabilityId, AgencyId, BodyId, CounterpartId, DepartmentId, DutyId, IdMap, ItemId, LawId, ListId,
    MatterId, MechanismId, OfficeId, ParticipantId, PenaltyId, Position, ProcedureId, ProcedureStageId, ProvisionId,
    RegimeId, RegionId, ReorganisationId, SectionId, ServiceId, StageId, TopicId, WorkItemId,
};
pub use item::{Change, Counterpart, Item, TimeLimit, TimeLimits};
pub use lang::Lang;
pub use law::{Law, LawEvent};
pub use list::{Body, DocumentPart, EmptyPart, List, ListPart, Office, SourceDocument};
pub use list_words::{
    ChangeKind, Coverage, ExerciseLevel, ItemRole, ListKind, ListStatus, PhoneKind, PowerType, StageKind,
};
pub use lists::{Lists, LookedAt};
pub use matter::{Case, Matter, Participant};
pub use mechanism::MechanismEntry;
pub use origin::{Entry, ListOrigin, Origins, Piece};
pub use page::FreePage;
pub use part_state::PartState;
pub use phone::Phone;
pub use published::PublishedAddress;
pub use publishing::{DataChoice, DataFormat, DataPreset, ListFormat, Publishing};
pub use record::{Owner, Part, RecordRef};
pub use redirect::Redirect;
pub use regime::{
    Amount, Deadline, Frequency, Limit, Multiple, Penalty, Provision, ProvisionItem, Range, Regime, Threshold,
};
pub use registers::{Department, Region, Term, Topic, TopicSubject, Words};
pub use release::{Release, compare_versions, is_doi, version_numbers};
pub use reorganisation::{RecordMove, Reorganisation};
pub use section::{Defaults, Handed, Section};
pub use service::{Schedule, Service};
pub use site::{Badge, Contact, Licence, Official, Publisher, Security, Site};
pub use text::Text;
pub use translated::Translated;
pub use vocabulary::{
    After, AgencyEventKind, AgencyKind, Bound, Collection, Confidence, Currency, FigureKind, FrequencyKind, GapKind,
    LawEventKind, LawKind, LawStatus, Level, OfficeKind, PenaltyKind, Period, ProvisionKind, PublisherKind, TimeUnit,
    Translations,
};
pub use waiver::{RuleLevel, Waiver};

/// Everything the content holds, in the order of the files.
#[derive(Clone, Debug)]
pub struct Model {
    /// The site as a whole.
    pub site: Site,
    /// Regions.
    pub regions: Vec<Region>,
    /// Kinds of department.
    pub departments: Vec<Department>,
    /// Topics.
    pub topics: Vec<Topic>,
    /// Terms and their translations.
    pub terms: Vec<Term>,
    /// The register of legal bases.
    pub laws: Vec<Law>,
    /// Bodies and hotlines, with what became of them.
    pub agencies: Vec<Agency>,
    /// The lists.
    pub lists: Lists,
    /// Older editions of the lists, apart from these: whoever goes through the lists meets none of them.
    pub editions: Editions<Model>,
    /// What became of agencies and offices, in the order of the file.
    pub reorganisations: Vec<Reorganisation>,
    /// Every address that was ever published, as far as that is kept.
    pub addresses: Vec<PublishedAddress>,
    /// Free pages in every language.
    pub pages: Vec<FreePage>,
    /// Which file each record came from.
    pub origins: Origins,
}

impl Model {
    /// Languages of the site; the first is served at the root.
    pub fn languages(&self) -> &[Lang] {
        &self.site.languages
    }

    /// The languages that each free page is written in, by its name, in the order of the files.
    pub fn page_languages(&self) -> HashMap<&Id, Vec<Lang>> {
        let mut languages: HashMap<&Id, Vec<Lang>> = HashMap::new();
        for page in &self.pages {
            languages.entry(&page.name).or_default().push(page.lang);
        }
        languages
    }
}
