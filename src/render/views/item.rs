//! An item of a list in; its page's view out.

use serde::Serialize;

use crate::model::{
    Account, Change, Id, Item, ItemId, List, ListId, Part, Phone, Position, ProvisionItem, RecordRef, Stage, StageId,
    TimeLimit, item_by_id, matter_by_id,
};
use crate::plan::Target;

use super::super::atoms::{
    BasisView, DescribedLaws, LawNoticesView, LinkView, OfficeView, PhoneView, RelatedView, SourceView, law_notices,
    related,
};
use super::super::citations::{markdowns, optional_markdown, optional_prose, prose};
use super::super::page::Page;
use super::super::text::TextView;
use super::both_sides::FindingView;
use super::counterpart::{CounterpartView, TownshipView, counterparts};

/// An item.
#[derive(Serialize)]
pub struct ItemView<'a> {
    list: LinkView<'a>,
    /// The heading that it stands under.
    group: Option<LinkView<'a>>,
    number: Option<TextView<'a>>,
    code: Option<CodeView<'a>>,
    name: TextView<'a>,
    /// The type of power, and the word that the paper prints for it where that is another.
    power_type: Option<LinkView<'a>>,
    type_printed: Option<TextView<'a>>,
    /// Which part of a township's list it belongs to.
    role: Option<&'a str>,
    statement: Option<TextView<'a>>,
    /// The item that it is part of, and its own parts.
    whole: Option<LinkView<'a>>,
    parts: Vec<ItemRow<'a>>,
    /// The body that has it, where it is not the agency.
    body: Option<LinkView<'a>>,
    topics: Vec<LinkView<'a>>,
    who: Vec<OfficeView<'a>>,
    printed_phones: Vec<NumberView<'a>>,
    phones: Vec<PhoneView<'a>>,
    levels: Vec<&'a str>,
    level_printed: Option<TextView<'a>>,
    recipients: Option<TextView<'a>>,
    statutory: Option<LimitView<'a>>,
    promised: Option<LimitView<'a>>,
    fee: Option<TextView<'a>>,
    place: Option<TextView<'a>>,
    basis: Vec<BasisView<'a>>,
    basis_printed: Option<TextView<'a>>,
    stages: Vec<StageView<'a>>,
    /// Where the stages are said once for many items.
    procedure: Option<LinkView<'a>>,
    duties_basis: Vec<BasisView<'a>>,
    duties_basis_printed: Option<TextView<'a>>,
    accountability: Option<AccountView<'a>>,
    /// Accounts that are said once for many items.
    accounts: Vec<AccountView<'a>>,
    answerable: Option<TextView<'a>>,
    change: Option<ChangeView<'a>>,
    matters: Vec<LinkView<'a>>,
    township_part: Option<TextView<'a>>,
    counterparts: Vec<CounterpartView<'a>>,
    /// Townships' lists that name the item, with what they print of it.
    townships: Vec<TownshipView<'a>>,
    /// What its list and that of a township do not agree on.
    findings: Vec<FindingView<'a>>,
    since: Option<LawNoticesView<'a>>,
    notes: Vec<TextView<'a>>,
    source: Option<SourceView<'a>>,
    related: Vec<RelatedView<'a>>,
}

/// An item in a line of a list of items.
#[derive(Serialize)]
pub struct ItemRow<'a> {
    link: LinkView<'a>,
    number: Option<TextView<'a>>,
    code: Option<&'a str>,
    /// Whether it is part of another item.
    part: bool,
    /// The type of power, where the heading over the items does not say it.
    power_type: Option<&'a str>,
    who: Vec<TextView<'a>>,
}

#[derive(Serialize)]
struct CodeView<'a> {
    text: &'a str,
    /// The page of the code, where other lists print it as well.
    href: Option<String>,
}

/// A phone with what it is for.
#[derive(Serialize)]
pub struct NumberView<'a> {
    /// The number, the only one.
    phones: [PhoneView<'a>; 1],
    kind: Option<&'a str>,
    extension: Option<&'a str>,
}

#[derive(Serialize)]
struct LimitView<'a> {
    text: TextView<'a>,
    /// The figure in words, where the text does not say the same.
    length: Option<String>,
}

/// A stage with what is to be done in it.
#[derive(Serialize)]
pub struct StageView<'a> {
    id: String,
    number: Option<TextView<'a>>,
    /// The words that the paper prints, else the name of the stage.
    name: Option<TextView<'a>>,
    text: Option<TextView<'a>>,
    items: Vec<StageItemView<'a>>,
    basis: Vec<BasisView<'a>>,
}

#[derive(Serialize)]
struct StageItemView<'a> {
    number: Option<TextView<'a>>,
    text: TextView<'a>,
    items: Vec<StageItemView<'a>>,
}

/// For what staff answer.
#[derive(Serialize)]
pub struct AccountView<'a> {
    id: String,
    /// Where it is said once for many items.
    page: Option<String>,
    name: Option<TextView<'a>>,
    lead_in: Option<TextView<'a>>,
    circumstances: Vec<TextView<'a>>,
    consequence: Option<TextView<'a>>,
    basis: Vec<BasisView<'a>>,
    basis_printed: Option<TextView<'a>>,
    source: Option<SourceView<'a>>,
}

#[derive(Serialize)]
struct ChangeView<'a> {
    kind: &'a str,
    printed: Option<TextView<'a>>,
    predecessor: Option<TextView<'a>>,
    predecessor_link: Option<LinkView<'a>>,
    taken_over_by: Option<TextView<'a>>,
    note: Option<TextView<'a>>,
}

impl<'a> ItemRow<'a> {
    /// An item in a line.
    pub fn new(page: &Page<'a>, l: ListId, id: ItemId, typed: bool) -> ItemRow<'a> {
        let list = page.list(l);
        let item = &list[id];
        let body = item.body.as_deref().and_then(|slug| list.body(slug));
        let offices = item.offices.iter().filter_map(|slug| list.office(slug));
        ItemRow {
            link: LinkView::to(page, Target::Item(l, id)),
            number: page.optional_number(&item.number),
            code: item.code.as_deref(),
            part: item.part_of.is_some(),
            power_type: item.power_type.filter(|_| typed).map(|power_type| page.t("power_type", power_type.as_str())),
            who: body
                .map(|body| page.text(&list[body].name))
                .into_iter()
                .chain(offices.map(|office| page.text(&office.name)))
                .collect(),
        }
    }
}

impl<'a> NumberView<'a> {
    /// Phones with what they are for.
    pub fn all(page: &Page<'a>, list: ListId, phones: &'a [Phone]) -> Vec<NumberView<'a>> {
        let one = |phone: &'a Phone| NumberView {
            phones: [PhoneView::with_extension(page, list, &phone.number, phone.extension.as_deref())],
            kind: phone.kind.map(|kind| page.t("phone_kind", kind.as_str())),
            extension: phone.extension.as_deref().filter(|extension| !names_extension(&phone.number, extension)),
        };
        phones.iter().map(one).collect()
    }
}

/// Whether a number as printed ends in the extension: `7204410转44`, `7204410-44`.
fn names_extension(number: &str, extension: &str) -> bool {
    let before = number.trim_end().strip_suffix(extension);
    before.is_some_and(|before| before.ends_with(|c: char| !c.is_ascii_digit()))
}

/// The view of an item's page.
pub(in super::super) fn item<'a>(
    page: &Page<'a>,
    l: ListId,
    id: ItemId,
    described: &mut DescribedLaws,
) -> ItemView<'a> {
    let list = page.list(l);
    let item = &list[id];
    let graph = page.shared.graph;
    let record = RecordRef { list: l, part: Part::Item(id) };
    // In the order of the page, which describes a law where it is first cited.
    let basis = BasisView::all(page, &item.basis, described);
    let procedure = item.procedure.as_deref().and_then(|slug| list.procedure(slug));
    let stages = match procedure {
        Some(procedure) if item.stages.is_empty() => &list[procedure].stages,
        _ => &item.stages,
    };
    let stages = StageView::all(page, stages, "stage", described);
    let duties_basis = BasisView::all(page, &item.duties_basis, described);
    let accountability = item.accountability.as_ref().map(|account| AccountView {
        id: "accountability".to_owned(),
        ..AccountView::new(page, l, account, described)
    });
    let accounts = item.accounts.iter().filter_map(|slug| list.account(slug));
    let accounts = accounts.map(|account| AccountView {
        page: Some(page.href(Target::Common(l), &format!("account-{}", list[account].id))),
        source: None,
        ..AccountView::new(page, l, &list[account], described)
    });
    let accounts = accounts.collect();
    let limits = item.time_limits.as_ref();
    let whole = item.part_of.as_ref().and_then(|whole| ItemId::find(list, |other| other.id == *whole));
    let parts = ItemId::each(list).filter(|(_, other)| other.part_of.as_ref() == Some(&item.id));
    let levels = item.levels.iter().map(|level| page.t("exercise_level", level.as_str()));
    let said = levels.clone().collect::<Vec<&str>>().join(page.t("text", "list"));
    let matters = item.boundaries.iter().filter_map(|matter| matter_by_id(page.model(), l, matter));
    let shared = |code: &str| graph.shared_code(code).map(|at| page.href(Target::Code(at as u32), ""));
    ItemView {
        list: LinkView::to(page, Target::List(l)),
        group: page.shared.plan.section_of(l, id).map(|group| LinkView::to(page, group)),
        number: page.optional_number(&item.number),
        code: item.code.as_deref().map(|code| CodeView { text: code, href: shared(code) }),
        name: page.heading(&item.name),
        power_type: item.power_type.map(|power_type| LinkView::to(page, Target::PowerType(power_type))),
        type_printed: page.optional_printed(&item.type_as_printed),
        role: item.role.map(|role| page.t("item_role", role.as_str())),
        statement: optional_prose(page, &item.statement, &[&item.basis]),
        whole: whole.map(|whole| LinkView::to(page, Target::Item(l, whole))),
        parts: parts.map(|(part, _)| ItemRow { part: false, ..ItemRow::new(page, l, part, false) }).collect(),
        body: body_link(page, l, item.body.as_ref()),
        topics: LinkView::topics(page, &item.topics),
        who: OfficeView::all(page, l, &item.offices),
        printed_phones: NumberView::all(page, l, &item.phones),
        phones: PhoneView::all(page, l, &list.phones),
        levels: levels.collect(),
        // What the names of the levels say is not said again.
        level_printed: page.optional_printed(&item.level_as_printed).filter(|printed| said != *printed.text),
        recipients: optional_prose(page, &item.recipients, &[&item.basis]),
        statutory: limits.and_then(|limits| LimitView::new(page, item, limits.statutory.as_ref()?)),
        promised: limits.and_then(|limits| LimitView::new(page, item, limits.promised.as_ref()?)),
        fee: optional_prose(page, &item.fee, &[&item.basis]),
        place: optional_prose(page, &item.place, &[&item.basis]),
        basis,
        basis_printed: optional_prose(page, &item.basis_as_printed, &[&item.basis]),
        stages,
        procedure: procedure.filter(|_| item.stages.is_empty()).map(|i| {
            let record = RecordRef { list: l, part: Part::Procedure(i) };
            let name = list[i].name.as_ref().map(|name| page.text(name));
            LinkView::to_record(page, record, name.unwrap_or_else(|| TextView::plain(page.t("page", "common"))))
        }),
        duties_basis,
        duties_basis_printed: optional_prose(page, &item.duties_basis_as_printed, &[&item.duties_basis, &item.basis]),
        accountability,
        accounts,
        answerable: optional_prose(page, &item.answerable, &[&item.basis]),
        change: item.change.as_ref().map(|change| ChangeView::new(page, change)),
        matters: matters.map(|matter| LinkView::to(page, Target::of(matter))).collect(),
        township_part: optional_prose(page, &item.township_part, &[&item.basis]),
        counterparts: counterparts(page, l, id),
        findings: FindingView::of(page, record),
        townships: graph.handed_over(record).map(|handover| TownshipView::new(page, handover)).collect(),
        since: law_notices(page, record),
        notes: markdowns(page, &item.notes),
        source: item.source.as_ref().map(|source| SourceView::new(page, l, source)),
        related: related(page, record),
    }
}

/// A link to a body of a list, on the page of the list.
pub(super) fn body_link<'a>(page: &Page<'a>, l: ListId, slug: Option<&Id>) -> Option<LinkView<'a>> {
    let list: &'a List = page.list(l);
    let body = &list[list.body(slug?)?];
    Some(LinkView { href: page.href(Target::List(l), &format!("body-{}", body.slug)), text: page.text(&body.name) })
}

impl<'a> LimitView<'a> {
    fn new(page: &Page<'a>, item: &'a Item, limit: &'a TimeLimit) -> Option<LimitView<'a>> {
        let text = prose(page, &limit.text, &[&item.basis]);
        let length = limit.limit.map(|limit| page.strings().limit(limit, None));
        // Words that name the figure say it already.
        let named = limit.limit.is_some_and(|limit| text.text.contains(&limit.value.to_string()));
        let length = length.filter(|_| !named);
        Some(LimitView { text, length })
    }
}

impl<'a> StageView<'a> {
    /// The stages of an item or of a procedure, whose places on the page begin with a word.
    pub fn all(page: &Page<'a>, stages: &'a [Stage], place: &str, described: &mut DescribedLaws) -> Vec<StageView<'a>> {
        let view = |(index, stage): (usize, &'a Stage)| {
            let number = StageId::new(index).get() + 1;
            let kind = stage.stage.map(|stage| TextView::plain(page.t("stage", stage.as_str())));
            StageView {
                id: format!("{place}-{number}"),
                number: page.optional_number(&stage.number),
                name: page.optional_printed(&stage.as_printed).or(kind),
                text: optional_prose(page, &stage.text, &[&stage.basis]),
                items: stage_items(page, &stage.items, stage),
                basis: BasisView::all(page, &stage.basis, described),
            }
        };
        stages.iter().enumerate().map(view).collect()
    }
}

fn stage_items<'a>(page: &Page<'a>, items: &'a [ProvisionItem], stage: &'a Stage) -> Vec<StageItemView<'a>> {
    let view = |item: &'a ProvisionItem| StageItemView {
        number: page.optional_number(&item.number),
        text: prose(page, &item.text, &[&stage.basis]),
        items: stage_items(page, &item.items, stage),
    };
    items.iter().map(view).collect()
}

impl<'a> AccountView<'a> {
    /// Accountability, of one item or of many.
    pub fn new(page: &Page<'a>, l: ListId, account: &'a Account, described: &mut DescribedLaws) -> AccountView<'a> {
        let bases: &[&[_]] = &[&account.basis];
        AccountView {
            id: format!("account-{}", account.id),
            page: None,
            name: account.name.as_ref().map(|name| page.text(name)),
            lead_in: optional_prose(page, &account.lead_in, bases),
            circumstances: account.circumstances.iter().map(|text| prose(page, text, bases)).collect(),
            consequence: optional_prose(page, &account.consequence, bases),
            basis: BasisView::all(page, &account.basis, described),
            basis_printed: optional_prose(page, &account.basis_as_printed, bases),
            source: account.source.as_ref().map(|source| SourceView::new(page, l, source)),
        }
    }
}

impl<'a> ChangeView<'a> {
    fn new(page: &Page<'a>, change: &'a Change) -> ChangeView<'a> {
        let before = change.predecessor_id.as_deref().and_then(|id| item_by_id(page.model(), id));
        ChangeView {
            kind: page.t("change", change.kind.as_str()),
            printed: page.optional_printed(&change.as_printed),
            predecessor: change.predecessor.as_ref().map(|text| page.text(text)),
            predecessor_link: before.map(|record| LinkView::to(page, Target::of(record))),
            taken_over_by: change.taken_over_by.as_ref().map(|text| page.text(text)),
            note: optional_markdown(page, &change.note),
        }
    }
}
