//! A law in; its state out.

use serde::Serialize;

use crate::model::LawId;

use super::super::page::Page;
use super::date::DateView;
use super::link::LinkView;

/// The state of a law.
#[derive(Serialize)]
pub struct StateView<'a> {
    key: &'static str,
    text: &'a str,
    /// When it went out of force.
    ended: Option<DateView>,
    /// What took its place.
    successor: Option<LinkView<'a>>,
}

impl<'a> StateView<'a> {
    /// The state of a law, with the day and the successor of one that is out of force.
    pub fn new(page: &Page<'a>, law: LawId) -> StateView<'a> {
        let law = &page.model()[law];
        let state = law.state();
        StateView {
            key: state.as_str(),
            text: page.t("law_status", state.as_str()),
            ended: law.end().map(|event| DateView::new(page, event.date)),
            successor: LinkView::successor(page, law),
        }
    }

    /// The state by itself, without day and successor.
    pub fn alone(self) -> StateView<'a> {
        StateView { ended: None, successor: None, ..self }
    }
}
