//! A list in; the view of the page that shows the whole of it, for print, out.

use std::collections::BTreeMap;

use serde::Serialize;

use super::duty::{DutyView, duty};
use super::item::{ItemView, item};
use super::items::{CommonView, GroupView as HeadView, common, groups as groups_of_list};
use super::list::{ListView, list};
use super::matter::{MatterView, matter};
use super::mechanism::{MechanismView, mechanism};
use super::regime::{RegimeView, regime};
use super::running::Running;
use super::service::{ServiceView, service};
use crate::model::{Collection, DutyId, List, ListId, MatterId, RegimeId, ServiceId};
use crate::plan::Target;

use super::super::atoms::{DescribedLaws, LawNoticesView, LinkView, is_shown, law_notices_of_list};
use super::super::names::group_name;
use super::super::page::Page;
use super::super::text::TextView;

/// A whole list.
#[derive(Serialize)]
pub struct DossierView<'a> {
    /// The page of the list.
    page: LinkView<'a>,
    list: ListView<'a>,
    /// What became of the laws that the list cites.
    since: Option<LawNoticesView<'a>>,
    /// The number of each part on the page, of those that it has.
    numbers: BTreeMap<&'static str, usize>,
    /// The letter of each part: the numbers of the document are figures, and would be taken for those of the page.
    letters: BTreeMap<&'static str, char>,
    duties: Vec<DutyView<'a>>,
    groups: Vec<GroupView<'a>>,
    common: Option<CommonView<'a>>,
    boundaries: Vec<MatterView<'a>>,
    services: Vec<ServiceView<'a>>,
    regimes: Vec<RegimeView<'a>>,
    mechanism: MechanismView<'a>,
    /// What stands at the edge of every sheet.
    running: Running,
}

/// Items under their heading.
#[derive(Serialize)]
struct GroupView<'a> {
    name: TextView<'a>,
    /// Number, role and the headings above it, as on the page of the list.
    head: Option<HeadView<'a>>,
    items: Vec<ItemView<'a>>,
}

/// The view of a whole list, made of those of its records' pages.
pub(in super::super) fn dossier<'a>(page: &Page<'a>, l: ListId) -> DossierView<'a> {
    let source = page.list(l);
    // In the order of the page, which describes a law where it is first cited.
    let described = &mut DescribedLaws::default();
    let duties = DutyId::all(source).map(|i| duty(page, l, i, described)).collect();
    let groups = page.shared.plan.item_groups[l].iter().enumerate();
    let mut heads = groups_of_list(page, l).into_iter();
    let groups = groups.map(|(at, group)| GroupView {
        head: heads.next(),
        name: group_name(page, l, at as u32, 0),
        items: group.items.iter().map(|i| item(page, l, *i, described)).collect(),
    });
    let groups = groups.collect();
    let shared = !(source.procedures.is_empty() && source.accounts.is_empty());
    let common = shared.then(|| common(page, l, described));
    let boundaries = MatterId::all(source).map(|i| matter(page, l, i, described)).collect();
    let services = ServiceId::all(source).map(|i| service(page, l, i, described)).collect();
    let regimes = RegimeId::all(source).map(|i| regime(page, l, i, described)).collect();
    let mechanism = mechanism(page, l, described);
    let numbers = numbers(source);
    DossierView {
        page: LinkView::to(page, Target::List(l)),
        list: list(page, l),
        since: law_notices_of_list(page, l),
        letters: numbers.iter().map(|(part, number)| (*part, letter(*number))).collect(),
        numbers,
        running: Running::new(page, l),
        duties,
        groups,
        common,
        boundaries,
        services,
        regimes,
        mechanism,
    }
}

/// The parts that the page has, numbered in their order; the documents come last.
fn numbers(list: &List) -> BTreeMap<&'static str, usize> {
    let shown = Collection::ALL.iter().filter(|part| is_shown(list, **part)).map(|part| part.as_str());
    shown.chain(["sources"]).enumerate().map(|(at, part)| (part, at + 1)).collect()
}

/// A for 1; there are fewer parts than letters.
fn letter(number: usize) -> char {
    u8::try_from(number).map_or('Z', |number| char::from((b'A' - 1).saturating_add(number).min(b'Z')))
}
