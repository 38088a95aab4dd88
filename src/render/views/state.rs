//! A law in; its kind, number and state, as they stand beside a citation, out.

use serde::Serialize;

use crate::model::{Law, LawId, LawStatus};

use super::super::pen::Pen;
use super::super::text::TextView;
use super::atoms::{DateView, LinkView};

/// What is known of a law.
#[derive(Serialize)]
pub struct AboutView<'a> {
    /// Its kind; absent where the page has described the law before.
    kind: Option<&'a str>,
    number: Option<TextView<'a>>,
    state: StateView<'a>,
}

/// The state of a law.
#[derive(Serialize)]
pub struct StateView<'a> {
    key: &'static str,
    text: &'a str,
    /// When it went out of force.
    ended: Option<DateView>,
    /// What took its place.
    heir: Option<LinkView<'a>>,
}

impl<'a> Pen<'a> {
    /// Kind, number and state of a law where a page cites it for the first time; after that only that it is out of
    /// force, if it is.
    pub fn about(&self, law: LawId) -> Option<AboutView<'a>> {
        let record = &self.model()[law];
        let state = self.state(law);
        if self.told.borrow_mut().insert(law) {
            let kind = Some(self.say("law_kind", record.kind.as_str()));
            return Some(AboutView { kind, number: self.optional_printed(&record.document_number), state });
        }
        let over = matches!(record.state(), LawStatus::Repealed | LawStatus::Replaced);
        let state = StateView { ended: None, heir: None, ..state };
        over.then_some(AboutView { kind: None, number: None, state })
    }

    /// The state of a law, with the day and the heir of one that is out of force.
    pub fn state(&self, law: LawId) -> StateView<'a> {
        let law = &self.model()[law];
        let state = law.state();
        StateView {
            key: state.as_str(),
            text: self.say("law_status", state.as_str()),
            ended: law.end().map(|event| self.date(event.date)),
            heir: self.heir(law),
        }
    }

    /// The law that took the place of another.
    pub fn heir(&self, law: &Law) -> Option<LinkView<'a>> {
        let heir = law.replaced_by.as_deref().and_then(|id| self.shared.graph.law(id));
        heir.map(|heir| self.law_link(heir))
    }
}
