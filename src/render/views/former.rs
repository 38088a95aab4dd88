//! What became of something whose address was published before in; the view of its page out, and of what the page of a list's
//! offices says of offices that are gone.

use serde::Serialize;

use crate::model::ListId;
use crate::model::former::{Fate, OldId};
use crate::plan::Target;

use super::super::atoms::{DateView, LinkView};
use super::super::page::Page;
use super::super::text::TextView;

/// What became of something.
#[derive(Serialize)]
pub struct FormerView<'a> {
    kind: &'a str,
    /// Its id among those of its kind.
    id: &'a str,
    /// What happened to it, in a word.
    fate: &'a str,
    /// The same in a sentence.
    told: &'a str,
    /// The place on the page of what it stood in.
    anchor: &'a str,
    /// What took its place.
    successors: Vec<LinkView<'a>>,
    /// Where to look on, where it is not stated what took its place: what took the place of what it stood in.
    nearest: Vec<LinkView<'a>>,
    event: Option<TextView<'a>>,
    since: Option<DateView>,
    source: Option<TextView<'a>>,
    url: Option<&'a str>,
}

/// The view of a page that says what became of something.
pub(in super::super) fn former<'a>(page: &Page<'a>, at: u32) -> FormerView<'a> {
    view(page, &page.shared.plan.former.all()[at as usize])
}

/// The offices that a list had and has no more.
pub(in super::super) fn former_offices<'a>(page: &Page<'a>, list: ListId) -> Vec<FormerView<'a>> {
    let below = format!("lists/{}/offices/", page.list(list).id);
    let all = page.shared.plan.former.all();
    let start = all.partition_point(|old| *old.key < *below);
    let own = all[start..].iter().take_while(|old| old.key.starts_with(&below));
    own.filter(|old| !old.stands && old.fate.is_some()).map(|old| view(page, old)).collect()
}

fn view<'a>(page: &Page<'a>, old: &'a OldId) -> FormerView<'a> {
    let model = page.model();
    let because = old.because.map(|id| &model[id]);
    let fate = old.fate.unwrap_or(Fate::Unstated).as_str();
    let of = |old: &'a OldId| old.successors.iter().filter_map(|(_, owner)| link(page, *owner)).collect::<Vec<_>>();
    let list = old.key.splitn(3, '/').take(2).collect::<Vec<_>>().join("/");
    let above = page.shared.plan.at(&old.above).filter(|_| !old.above.is_empty());
    let nearest = match page.shared.plan.former.get(&list).filter(|_| old.successors.is_empty() && list != old.key) {
        Some(list) => of(list),
        None => {
            above.filter(|_| old.successors.is_empty()).map(|target| LinkView::to(page, target)).into_iter().collect()
        }
    };
    FormerView {
        kind: page.t("former_kind", old.kind),
        id: old.id(),
        fate: page.t("fate", fate),
        told: page.t("fate_told", fate),
        anchor: old.key.rsplit('/').next().unwrap_or_default(),
        successors: of(old),
        nearest,
        event: because.map(|value| page.heading(&value.title)),
        since: old.since.map(|date| DateView::new(page, date)),
        source: because.map(|value| page.text(&value.source)),
        url: because.and_then(|value| value.url.as_deref()),
    }
}

/// A link to what has an id; of what stands on the page of another, to its place there, under its own name.
fn link<'a>(page: &Page<'a>, owner: crate::model::Owner) -> Option<LinkView<'a>> {
    let (target, anchor) = page.shared.plan.page_of(owner)?;
    let crate::model::Owner::Record(record) = owner else { return Some(LinkView::to(page, target)) };
    match record.name(page.model()).filter(|_| !anchor.is_empty()) {
        Some(name) => Some(LinkView { href: page.href(target, &anchor), text: page.text(name) }),
        None => Some(LinkView { href: page.href(target, &anchor), ..LinkView::to(page, Target::of(record)) }),
    }
}
