//! What a walk meets, and what it knows of where that stands.

use crate::diag::{Place, Trail};
use crate::model::account::{Account, Procedure, Stage};
use crate::model::basis::{Basis, Source};
use crate::model::duty::{Accountability, Duty, WorkItem};
use crate::model::id::Id;
use crate::model::item::{Counterpart, Item};
use crate::model::list::Body;
use crate::model::matter::{Matter, Participant};
use crate::model::mechanism::MechanismEntry;
use crate::model::origin::Origins;
use crate::model::record::{Owner, Part, RecordRef};
use crate::model::regime::{Provision, Regime};
use crate::model::section::Section;
use crate::model::service::Service;
use crate::model::text::Text;

/// What a walk meets. The kind of a text says what is made of it: whether pages link the laws in it, whether it is found
/// as a name, whether it must agree with the list of terms.
#[derive(Clone, Copy, Debug)]
pub enum Node<'m> {
    /// What a record is called: a heading, and the text of links to it.
    Name(&'m Text),
    /// Another name of it, the same in every language.
    Alias(&'m str),
    /// Words about it that are shown as they stand: the title of a document, who issued a law, a unit.
    Label(&'m Text),
    /// Running text, on pages with the laws that it names as links.
    Prose(&'m Text),
    /// A remark, which speaks about the paper: running text that may hold inline Markdown.
    Note(&'m Text),
    /// The number of an item as printed: under the title of a law, `第五十六条` is an article of it.
    ItemNumber(&'m str),
    /// A string that is the same in every language. A citation as printed is one: what it cites is registered with it.
    Plain(&'m str),
    /// A phone, as printed.
    Phone(&'m str),
    /// A body of the list.
    Body(&'m Body),
    /// A section of the list.
    Section(&'m Section),
    /// An item.
    Item(&'m Item),
    /// A stage of an item or a procedure.
    Stage(&'m Stage),
    /// A department that has an item with the township.
    Counterpart(&'m Counterpart),
    /// A procedure that holds for many items.
    Procedure(&'m Procedure),
    /// Accountability: an account that holds for many items, or that of one item.
    Account(&'m Account),
    /// A main duty.
    Duty(&'m Duty),
    /// A work item.
    WorkItem(&'m WorkItem),
    /// A row of a duty's accountability.
    Accountability(&'m Accountability),
    /// A boundary matter.
    Matter(&'m Matter),
    /// A participant of a matter.
    Participant(&'m Participant),
    /// A public service.
    Service(&'m Service),
    /// A supervision regime.
    Regime(&'m Regime),
    /// A provision of a regime.
    Provision(&'m Provision),
    /// An entry of the accountability mechanism.
    Mechanism(&'m MechanismEntry),
    /// The slug of an office of the list.
    OfficeRef(&'m Id),
    /// The slug of a topic.
    TopicRef(&'m Id),
    /// The slug of a kind of department.
    DepartmentRef(&'m Id),
    /// The slug of the kind of department that an agency, or a body of its list, is.
    AgencyRef(&'m Id),
    /// The id of something of the same list.
    ListRef(ListRef, &'m Id),
    /// A boundary matter, by its id in the same list or as `list/boundaries/id`.
    MatterRef(&'m str),
    /// An item of another list, as `list/items/id`.
    ItemRef(&'m str),
    /// The id of a provision of the regime.
    ProvisionRef(&'m Regime, &'m Id),
    /// A citation.
    Basis(&'m Basis),
    /// Where something is printed.
    Source(&'m Source),
}

/// What of its own list a record names by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListRef {
    /// A section.
    Section,
    /// A body.
    Body,
    /// A procedure.
    Procedure,
    /// An account.
    Account,
    /// The item that a sub-item is part of.
    Item,
}

impl<'m> Node<'m> {
    /// The text, where it is one in languages.
    pub fn text(self) -> Option<&'m Text> {
        match self {
            Node::Name(text) | Node::Label(text) | Node::Prose(text) | Node::Note(text) => Some(text),
            _ => None,
        }
    }

    /// The string, where it is the same in every language.
    pub fn string(self) -> Option<&'m str> {
        match self {
            Node::Alias(text) | Node::ItemNumber(text) | Node::Plain(text) | Node::Phone(text) => Some(text),
            _ => None,
        }
    }
}

/// A text above items, which may say what they are about.
#[derive(Clone, Copy, Debug)]
pub struct Above<'a, 'm> {
    /// The text.
    pub text: &'m Text,
    /// The next text above it.
    pub above: Option<&'a Above<'a, 'm>>,
}

/// Where in the content a node stands.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a, 'm> {
    /// Whose it is: of a part of a record, the part.
    pub owner: Owner,
    /// The way to it from the root of a file; of a list, from the list.
    pub trail: Trail<'a>,
    /// The citations that a text stands beside, the nearest first: `第六十五条` in it is an article of one of these.
    pub beside: [&'m [Basis]; 2],
    /// The text that an item stands under, which goes before the citations where it names a law.
    pub above: Option<&'a Above<'a, 'm>>,
}

impl<'a, 'm> Setting<'a, 'm> {
    /// The setting of everything that one owner has.
    pub(super) fn new(owner: Owner, trail: Trail<'a>) -> Setting<'a, 'm> {
        Setting { owner, trail, beside: [&[], &[]], above: None }
    }

    /// The record, for what is of a list.
    pub fn record(&self) -> Option<RecordRef> {
        match self.owner {
            Owner::Record(record) => Some(record),
            _ => None,
        }
    }

    /// The place in the author's file.
    pub fn place(&self, origins: &Origins) -> Place {
        origins.place(self.owner, &self.trail)
    }

    /// Of the value of a key.
    pub fn key<'b>(&'b self, key: &'b str) -> Setting<'b, 'm> {
        Setting { trail: self.trail.key(key), ..*self }
    }

    /// Of an entry of a sequence.
    pub(super) fn index(&self, index: usize) -> Setting<'_, 'm> {
        Setting { trail: self.trail.index(index), ..*self }
    }

    /// The same inside another part of the list, beside no citations yet.
    pub(super) fn of(self, part: Part) -> Setting<'a, 'm> {
        let owner = match self.owner {
            Owner::Record(record) => Owner::Record(RecordRef { part, ..record }),
            other => other,
        };
        Setting { owner, beside: [&[], &[]], above: None, ..self }
    }

    /// The same for texts that stand beside citations, and beside those of the whole that they are part of.
    pub(super) fn beside(self, own: &'m [Basis], whole: &'m [Basis]) -> Setting<'a, 'm> {
        Setting { beside: [own, whole], ..self }
    }

    /// The same for what stands under a text.
    pub(super) fn under<'b>(&'b self, above: &'b Above<'b, 'm>) -> Setting<'b, 'm> {
        Setting { above: Some(above), ..*self }
    }
}

/// What is called for each node, with where it stands.
pub type Visit<'v, 'm> = dyn FnMut(Node<'m>, &Setting<'_, 'm>) + 'v;
