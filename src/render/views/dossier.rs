//! A list in; the view of the page that shows the whole of it, for print, out.

use serde::Serialize;

use super::super::pen::Pen;
use super::atoms::LinkView;
use super::duty::{DutyView, duty};
use super::list::{ListView, list};
use super::matter::{MatterView, matter};
use super::mechanism::{MechanismView, mechanism};
use super::regime::{RegimeView, regime};
use super::service::{ServiceView, service};
use super::since::SinceView;
use crate::model::{DutyId, ListId, MatterId, RegimeId, ServiceId};
use crate::plan::Target;

/// A whole list.
#[derive(Serialize)]
pub struct DossierView<'a> {
    /// The page of the list.
    page: LinkView<'a>,
    list: ListView<'a>,
    /// What became of the laws that the list cites.
    since: Option<SinceView<'a>>,
    duties: Vec<DutyView<'a>>,
    boundaries: Vec<MatterView<'a>>,
    services: Vec<ServiceView<'a>>,
    regimes: Vec<RegimeView<'a>>,
    mechanism: MechanismView<'a>,
}

/// The view of a whole list, made of those of its records' pages.
pub(in super::super) fn dossier<'a>(pen: &Pen<'a>, l: ListId) -> DossierView<'a> {
    let source = pen.list(l);
    DossierView {
        page: pen.link(Target::List(l)),
        list: list(pen, l),
        since: pen.since_list(l),
        duties: DutyId::all(source).map(|i| duty(pen, l, i)).collect(),
        boundaries: MatterId::all(source).map(|i| matter(pen, l, i)).collect(),
        services: ServiceId::all(source).map(|i| service(pen, l, i)).collect(),
        regimes: RegimeId::all(source).map(|i| regime(pen, l, i)).collect(),
        mechanism: mechanism(pen, l),
    }
}
