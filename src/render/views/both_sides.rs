//! What two lists say of the same matter in; the two side by side, and what they do not agree on, out.

use serde::Serialize;

use crate::model::{BoundaryFinding, Matter, Part, Participant, RecordRef};
use crate::plan::{FINDINGS_ON_A_PAGE, Target, both_sides_pages};

use super::super::atoms::{LinkView, PageLink};
use super::super::citations::prose;
use super::super::names::region_name;
use super::super::page::Page;
use super::super::text::TextView;
use super::page_links::some_of;

/// A page of what lists do not agree on.
#[derive(Serialize)]
pub struct BothSidesView<'a> {
    /// How many matters stand in two lists where any do, and how many places there are where these do not agree.
    count: String,
    pages: Vec<PageLink>,
    findings: Vec<FindingView<'a>>,
    data: Option<LinkView<'a>>,
}

/// Something that two lists do not agree on.
#[derive(Serialize)]
pub struct FindingView<'a> {
    kind: &'a str,
    fault: &'a str,
    region: TextView<'a>,
    ours: SaidView<'a>,
    theirs: SaidView<'a>,
}

/// What one list says.
#[derive(Serialize)]
struct SaidView<'a> {
    list: LinkView<'a>,
    /// The matter or item; absent where the list has none.
    record: Option<LinkView<'a>>,
    department: Option<TextView<'a>>,
    text: Option<TextView<'a>>,
}

/// The same matter in the list of another department.
#[derive(Serialize)]
pub struct OtherSideView<'a> {
    list: LinkView<'a>,
    record: LinkView<'a>,
    /// How it is known to be the same.
    by: &'a str,
    /// What each list says of each department.
    rows: Vec<FacingView<'a>>,
    /// What the two lists do not agree on.
    findings: Vec<FindingView<'a>>,
}

/// A department, as each of two lists names it, with what it does there.
#[derive(Serialize)]
struct FacingView<'a> {
    name: TextView<'a>,
    ours: Option<PartView<'a>>,
    theirs: Option<PartView<'a>>,
}

#[derive(Serialize)]
struct PartView<'a> {
    /// Its name, where the other list prints another.
    name: Option<TextView<'a>>,
    text: TextView<'a>,
    lead: Option<&'a str>,
}

/// The view of a page of what lists do not agree on.
pub(in super::super) fn both_sides<'a>(page: &Page<'a>, number: u32) -> BothSidesView<'a> {
    let sides = &page.shared.graph.both_sides;
    let start = number as usize * FINDINGS_ON_A_PAGE;
    let here = sides.findings.iter().skip(start).take(FINDINGS_ON_A_PAGE);
    let link = |at: usize| PageLink {
        href: page.href(Target::BothSides(at as u32), ""),
        text: page.strings().integer(at as u64 + 1),
        current: at == number as usize,
    };
    let catalogue = page.shared.catalogue;
    let table = (0..catalogue.tables()).find(|at| catalogue.table(*at).name == "boundary_findings");
    let [pairs, found] = [sides.pairs.len(), sides.findings.len()].map(|n| page.strings().integer(n as u64));
    // Where only items disagree, that no matter stands in two lists would read as if nothing could disagree.
    let key = if sides.pairs.is_empty() && !sides.findings.is_empty() { "found" } else { "count" };
    BothSidesView {
        count: page.strings().fill("both_sides", key, &[("pairs", &pairs), ("n", &found)]),
        pages: some_of(both_sides_pages(page.shared.graph), number as usize, link),
        findings: here.map(|finding| FindingView::new(page, finding)).collect(),
        data: table.map(|at| LinkView::to(page, Target::Table(at as u32))),
    }
}

impl<'a> FindingView<'a> {
    fn new(page: &Page<'a>, finding: &BoundaryFinding) -> FindingView<'a> {
        let side = |list, record: Option<RecordRef>, part: Option<RecordRef>| {
            let said = part.and_then(|part| said(page, part));
            SaidView {
                list: LinkView::to(page, Target::List(list)),
                record: record.map(|record| LinkView::to(page, Target::of(record))),
                department: said.as_ref().map(|(name, _)| name.clone()),
                text: said.and_then(|(_, text)| text),
            }
        };
        FindingView {
            kind: page.t("boundary_kind", finding.fault.kind().as_str()),
            fault: page.t("boundary_fault", finding.fault.as_str()),
            region: region_name(page, finding.ours.list),
            ours: side(finding.ours.list, Some(finding.ours), finding.our_part),
            theirs: side(finding.other, finding.theirs, finding.their_part),
        }
    }

    /// What is found of an item, be it said by its own list or by another.
    pub fn of(page: &Page<'a>, record: RecordRef) -> Vec<FindingView<'a>> {
        page.shared.graph.both_sides.findings_of(record).map(|finding| FindingView::new(page, finding)).collect()
    }

    /// What is found of a matter that the other list does not have.
    pub fn alone(page: &Page<'a>, record: RecordRef) -> Vec<FindingView<'a>> {
        let found = page.shared.graph.both_sides.findings_of(record);
        found.filter(|finding| finding.theirs.is_none()).map(|finding| FindingView::new(page, finding)).collect()
    }
}

/// A department beside a record as printed, and what it does.
fn said<'a>(page: &Page<'a>, record: RecordRef) -> Option<(TextView<'a>, Option<TextView<'a>>)> {
    let list = page.list(record.list);
    match record.part {
        Part::Participant(matter, at) => {
            let (matter, part) = (&list[matter], &list[matter][at]);
            Some((page.text(&part.name), Some(prose(page, &part.responsibility, &[&part.basis, &matter.basis]))))
        }
        Part::Counterpart(item, at) => {
            let (item, part) = (&list[item], &list[item][at]);
            let text = part.manner.as_ref().or(part.responsibility.as_ref());
            Some((page.text(&part.name), text.map(|text| prose(page, text, &[&item.basis]))))
        }
        _ => None,
    }
}

impl<'a> OtherSideView<'a> {
    /// The same matter in the lists of other departments.
    pub fn of(page: &Page<'a>, record: RecordRef, matter: &'a Matter) -> Vec<OtherSideView<'a>> {
        let sides = &page.shared.graph.both_sides;
        let view = |(other, by): (RecordRef, &str)| {
            let Part::Matter(id) = other.part else { return None };
            let theirs = &page.list(other.list)[id];
            let between = |finding: &&BoundaryFinding| [Some(finding.ours), finding.theirs].contains(&Some(other));
            Some(OtherSideView {
                list: LinkView::to(page, Target::List(other.list)),
                record: LinkView::to(page, Target::of(other)),
                by: page.t("matched_by", by),
                rows: facing(page, matter, theirs),
                findings: sides
                    .findings_of(record)
                    .filter(between)
                    .map(|finding| FindingView::new(page, finding))
                    .collect(),
            })
        };
        sides.others(record).map(|(other, pair)| (other, pair.by.as_str())).filter_map(view).collect()
    }
}

/// The departments of two matters, those that both name beside each other.
fn facing<'a>(page: &Page<'a>, ours: &'a Matter, theirs: &'a Matter) -> Vec<FacingView<'a>> {
    let mut left: Vec<&'a Participant> = theirs.participants.iter().collect();
    let mut rows = Vec::new();
    for part in &ours.participants {
        let same = |other: &&Participant| other.department == part.department || other.name == part.name;
        let other = left.iter().position(same).map(|at| left.remove(at));
        rows.push(FacingView {
            name: page.text(&part.name),
            ours: Some(PartView::new(page, ours, part, part)),
            theirs: other.map(|other| PartView::new(page, theirs, other, part)),
        });
    }
    rows.extend(left.into_iter().map(|part| FacingView {
        name: page.text(&part.name),
        ours: None,
        theirs: Some(PartView::new(page, theirs, part, part)),
    }));
    rows
}

impl<'a> PartView<'a> {
    fn new(page: &Page<'a>, matter: &'a Matter, part: &'a Participant, called: &Participant) -> PartView<'a> {
        PartView {
            name: (part.name != called.name).then(|| page.text(&part.name)),
            text: prose(page, &part.responsibility, &[&part.basis, &matter.basis]),
            lead: part.lead.map(|leads| page.t("matter", if leads { "leads" } else { "supports" })),
        }
    }
}
