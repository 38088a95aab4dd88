//! A list in; the rows of the table that officials know (序号｜职责｜事项｜科室｜依据｜备注) out, in the order of the paper.
//!
//! Every row is whole: what a duty says for all its items stands in each of their rows.

use crate::model::{
    Basis, Duty, DutyId, Id, Item, ItemId, List, ListId, Matter, MatterId, Part, RecordRef, Service, ServiceId, Text,
};

use super::bilingual::Bilingual;

/// The headings of the columns.
pub const FORM_HEADINGS: [Bilingual; 6] = [
    ["序号", "No."],
    ["职责", "Duty"],
    ["事项", "Matter"],
    ["科室", "Office"],
    ["依据", "Legal basis"],
    ["备注", "Remarks"],
];

/// A row of the table.
#[derive(Clone, Debug)]
pub struct FormRow<'m> {
    /// The record whose page says everything.
    pub record: RecordRef,
    /// Number of the record as printed.
    pub number: Option<&'m str>,
    /// What it is called.
    pub duty: &'m Text,
    /// Number of the matter as printed, where it has one of its own.
    pub item_number: Option<&'m str>,
    /// What is done.
    pub item: Option<&'m Text>,
    /// Offices, or departments that take part.
    pub who: Vec<&'m Text>,
    /// Citations.
    pub basis: &'m [Basis],
    /// The column of the legal basis as printed, where it is not read.
    pub basis_printed: Option<&'m Text>,
    /// Remarks.
    pub remarks: Vec<&'m Text>,
}

/// The rows of a list: duties, items, boundaries, services.
pub fn form(list: &List, id: ListId) -> Vec<FormRow<'_>> {
    let record = |part: Part| RecordRef { list: id, part };
    let mut rows = Vec::new();
    for (at, one) in DutyId::each(list) {
        duty(list, one, record(Part::Duty(at)), &mut rows);
    }
    rows.extend(ItemId::each(list).map(|(at, one)| item(list, one, record(Part::Item(at)))));
    for (at, one) in MatterId::each(list) {
        matter(one, record(Part::Matter(at)), &mut rows);
    }
    rows.extend(ServiceId::each(list).map(|(at, one)| service(list, one, record(Part::Service(at)))));
    rows
}

fn duty<'m>(list: &'m List, duty: &'m Duty, record: RecordRef, rows: &mut Vec<FormRow<'m>>) {
    let whole = FormRow {
        number: duty.number.as_deref(),
        who: offices(list, &duty.offices),
        basis: &duty.basis,
        remarks: duty.notes.iter().collect(),
        ..FormRow::new(record, &duty.name)
    };
    if duty.work_items.is_empty() {
        rows.push(FormRow { item: Some(&duty.statement), ..whole });
        return;
    }
    rows.extend(duty.work_items.iter().map(|item| FormRow {
        item_number: item.number.as_deref(),
        item: Some(&item.text),
        who: if item.offices.is_empty() { whole.who.clone() } else { offices(list, &item.offices) },
        basis: if item.basis.is_empty() { whole.basis } else { &item.basis },
        remarks: item.remarks.iter().chain(whole.remarks.iter().copied()).collect(),
        ..whole.clone()
    }));
}

fn item<'m>(list: &'m List, item: &'m Item, record: RecordRef) -> FormRow<'m> {
    let printed = item.basis.iter().all(|basis| basis.read).then_some(item.basis_as_printed.as_ref()).flatten();
    FormRow {
        number: item.number.as_deref().or(item.code.as_deref()),
        item: item.statement.as_ref(),
        who: offices(list, &item.offices),
        basis: &item.basis,
        basis_printed: printed,
        remarks: item.notes.iter().collect(),
        ..FormRow::new(record, &item.name)
    }
}

fn matter<'m>(matter: &'m Matter, record: RecordRef, rows: &mut Vec<FormRow<'m>>) {
    rows.extend(matter.participants.iter().map(|part| FormRow {
        number: matter.number.as_deref(),
        item: Some(&part.responsibility),
        who: vec![&part.name],
        basis: if part.basis.is_empty() { &matter.basis } else { &part.basis },
        remarks: matter.notes.iter().collect(),
        ..FormRow::new(record, &matter.name)
    }));
}

fn service<'m>(list: &'m List, service: &'m Service, record: RecordRef) -> FormRow<'m> {
    FormRow {
        number: service.number.as_deref(),
        item: Some(&service.description),
        who: offices(list, &service.offices),
        basis: &service.basis,
        remarks: service.notes.iter().collect(),
        ..FormRow::new(record, &service.name)
    }
}

fn offices<'m>(list: &'m List, slugs: &[Id]) -> Vec<&'m Text> {
    slugs.iter().filter_map(|slug| list.office(slug)).map(|office| &office.name).collect()
}

impl<'m> FormRow<'m> {
    fn new(record: RecordRef, duty: &'m Text) -> FormRow<'m> {
        FormRow {
            record,
            number: None,
            duty,
            item_number: None,
            item: None,
            who: Vec::new(),
            basis: &[],
            basis_printed: None,
            remarks: Vec::new(),
        }
    }
}
