//! A list in; the view of the page that shows the whole of it, for print, out.

use serde::Serialize;

use super::duty::{DutyView, duty};
use super::list::{ListView, list};
use super::matter::{MatterView, matter};
use super::mechanism::{MechanismView, mechanism};
use super::regime::{RegimeView, regime};
use super::service::{ServiceView, service};
use crate::model::{DutyId, ListId, MatterId, RegimeId, ServiceId};
use crate::plan::Target;

use super::super::atoms::{DescribedLaws, LawNoticesView, LinkView, law_notices_of_list};
use super::super::page::Page;

/// A whole list.
#[derive(Serialize)]
pub struct DossierView<'a> {
    /// The page of the list.
    page: LinkView<'a>,
    list: ListView<'a>,
    /// What became of the laws that the list cites.
    since: Option<LawNoticesView<'a>>,
    duties: Vec<DutyView<'a>>,
    boundaries: Vec<MatterView<'a>>,
    services: Vec<ServiceView<'a>>,
    regimes: Vec<RegimeView<'a>>,
    mechanism: MechanismView<'a>,
}

/// The view of a whole list, made of those of its records' pages.
pub(in super::super) fn dossier<'a>(page: &Page<'a>, l: ListId) -> DossierView<'a> {
    let source = page.list(l);
    // In the order of the page, which describes a law where it is first cited.
    let described = &mut DescribedLaws::default();
    let duties = DutyId::all(source).map(|i| duty(page, l, i, described)).collect();
    let boundaries = MatterId::all(source).map(|i| matter(page, l, i, described)).collect();
    let services = ServiceId::all(source).map(|i| service(page, l, i, described)).collect();
    let regimes = RegimeId::all(source).map(|i| regime(page, l, i, described)).collect();
    let mechanism = mechanism(page, l, described);
    DossierView {
        page: LinkView::to(page, Target::List(l)),
        list: list(page, l),
        since: law_notices_of_list(page, l),
        duties,
        boundaries,
        services,
        regimes,
        mechanism,
    }
}
