//! A row of a table in, an item out; what the table calls by names stays a name.

use csv::StringRecord;

use crate::model::{
    Account, Change, ChangeKind, ExerciseLevel, Id, Item, ItemRole, Phone, PhoneKind, PowerType, Source, Stage, Text,
    TimeLimit, TimeLimits,
};

use super::column::Column;
use super::counterparts::counterparts;
use super::fault::TableFault;
use super::lines::{entries, in_order, lines, numbered, without_numbers};
use super::row::Row;
use super::words;

/// The columns of phones, in the order of their phones in the item.
pub(super) const PHONES: [(Column, Option<PhoneKind>); 5] = [
    (Column::Phones, None),
    (Column::OfficePhone, Some(PhoneKind::Office)),
    (Column::ConsultationPhone, Some(PhoneKind::Consultation)),
    (Column::SupervisionPhone, Some(PhoneKind::Supervision)),
    (Column::ComplaintsPhone, Some(PhoneKind::Complaints)),
];

/// The item of a row, by this name.
pub(super) fn item(row: &mut Row<'_>, name: Text, part_of: Option<Id>) -> Item {
    let (power_type, type_as_printed) = power_type(row);
    let (levels, level_as_printed) = levels(row);
    Item {
        id: row.id(Column::Id).unwrap_or_default(),
        formerly: entries(row.get(Column::Formerly)).map(str::to_owned).collect(),
        number: row.plain(Column::Number),
        code: row.plain(Column::Code),
        name,
        part_of,
        section: row.id(Column::Section),
        role: role(row),
        power_type,
        type_as_printed,
        statement: row.text(Column::Statement),
        body: row.id(Column::Body),
        offices: row.ids(Column::Offices),
        phones: phones(row),
        topics: row.ids(Column::Topics),
        levels,
        level_as_printed,
        recipients: row.text(Column::Recipients),
        time_limits: time_limits(row),
        fee: row.text(Column::Fee),
        place: row.text(Column::Place),
        basis: Vec::new(),
        basis_as_printed: row.text(Column::Basis),
        procedure: row.id(Column::Procedure),
        stages: stages(row),
        duties_basis: Vec::new(),
        duties_basis_as_printed: row.text(Column::DutiesBasis),
        accounts: row.ids(Column::Accounts),
        accountability: accountability(row),
        answerable: row.text(Column::Answerable),
        change: change(row),
        boundaries: entries(row.get(Column::Boundaries)).map(str::to_owned).collect(),
        township_part: row.text(Column::TownshipPart),
        counterparts: counterparts(row),
        notes: row.texts(Column::Notes, |cell| lines(cell).collect()),
        source: source(row),
    }
}

/// The item that rows of sub-items name without a row of its own: what the first of them says of its kind.
pub(super) fn whole(row: &mut Row<'_>, name: Text) -> Item {
    let (power_type, type_as_printed) = power_type(row);
    let (section, role, body) = (row.id(Column::Section), role(row), row.id(Column::Body));
    let topics = row.ids(Column::Topics);
    let nothing = StringRecord::new();
    let mut empty = Row { record: &nothing, header: row.header, index: row.index, faults: row.faults };
    Item { section, role, power_type, type_as_printed, body, topics, ..item(&mut empty, name, None) }
}

fn power_type(row: &mut Row<'_>) -> (Option<PowerType>, Option<String>) {
    let (cell, said) = (row.plain(Column::Type), row.plain(Column::TypeAsPrinted));
    let Some(cell) = cell else { return (None, said) };
    match words::power_type(&cell) {
        Some((kind, printed)) => (Some(kind), said.or(printed.then_some(cell))),
        None => {
            let printed = PowerType::ALL.iter().map(|kind| kind.words()[0]);
            let words = printed.chain(PowerType::ALL.iter().map(|kind| kind.as_str())).collect();
            row.fault_of(Column::Type, TableFault::Word(cell, words));
            (None, said)
        }
    }
}

fn role(row: &mut Row<'_>) -> Option<ItemRole> {
    let cell = row.plain(Column::Role)?;
    let role = words::role(&cell);
    if role.is_none() {
        let words = ["基本履职事项", "配合履职事项", "上级部门收回事项"].into_iter();
        let words = words.chain(ItemRole::ALL.iter().map(|role| role.as_str())).collect();
        row.fault_of(Column::Role, TableFault::Word(cell, words));
    }
    role
}

fn levels(row: &mut Row<'_>) -> (Vec<ExerciseLevel>, Option<String>) {
    let (cell, said) = (row.plain(Column::Levels), row.plain(Column::LevelAsPrinted));
    let Some(cell) = cell else { return (Vec::new(), said) };
    let found: Vec<Option<(ExerciseLevel, bool)>> = entries(row.get(Column::Levels)).map(words::level).collect();
    let other_words = found.iter().any(|level| level.is_none_or(|(_, printed)| printed));
    let levels: Option<Vec<ExerciseLevel>> = found.into_iter().map(|level| level.map(|(level, _)| level)).collect();
    match levels {
        Some(levels) => (levels, said.or(other_words.then_some(cell))),
        // What papers print of levels is manifold; a word of ours that is none is a slip.
        None if cell.is_ascii() => {
            let words = ExerciseLevel::ALL.iter().map(|level| level.as_str()).collect();
            row.fault_of(Column::Levels, TableFault::Word(cell, words));
            (Vec::new(), said)
        }
        None => (Vec::new(), said.or(Some(cell))),
    }
}

fn phones(row: &Row<'_>) -> Vec<Phone> {
    PHONES.iter().flat_map(|(column, kind)| words::phones(row.get(*column), *kind)).collect()
}

fn time_limits(row: &Row<'_>) -> Option<TimeLimits> {
    let limit = |column: Column| {
        let text = row.text(column)?;
        let limit = text.forms().find_map(|(_, form)| words::limit(form));
        Some(TimeLimit { text, limit })
    };
    let (statutory, promised) = (limit(Column::StatutoryLimit), limit(Column::PromisedLimit));
    (statutory.is_some() || promised.is_some()).then_some(TimeLimits { statutory, promised })
}

/// The stages of a cell, one a line. The number before a line is that of the stage.
fn stages(row: &mut Row<'_>) -> Vec<Stage> {
    let first: Vec<&str> =
        row.forms(Column::Stages).first().map(|(.., cell)| lines(cell).collect()).unwrap_or_default();
    let texts = row.texts(Column::Stages, |cell| lines(cell).map(|line| duty(line).2).collect());
    let each = first.into_iter().zip(texts).map(|(line, text)| {
        let (number, stage, _) = duty(line);
        let (stage, as_printed) = stage.map_or((None, None), |(kind, printed)| (Some(kind), Some(printed.to_owned())));
        let text = Some(text).filter(|text| text.forms().any(|(_, form)| !form.is_empty()));
        Stage { stage, as_printed, number: number.map(str::to_owned), text, items: Vec::new(), basis: Vec::new() }
    });
    each.collect()
}

/// A line of duties: its number, its stage with the words printed, and what is to be done.
fn duty(line: &str) -> (Option<&str>, Option<(crate::model::StageKind, &str)>, &str) {
    let number = numbered(line).filter(|found| !found.rest.is_empty());
    let line = number.map_or(line, |found| found.rest);
    match words::stage(line) {
        Some((kind, printed, rest)) => (number.map(|found| found.number), Some((kind, printed)), rest),
        None => (number.map(|found| found.number), None, line),
    }
}

/// The sentence before the circumstances of a cell, and the circumstances.
pub(super) fn circumstances(cell: &str) -> (Option<&str>, Vec<&str>) {
    let all: Vec<&str> = lines(cell).collect();
    if let [first, rest @ ..] = &all[..]
        && first.ends_with(['：', ':'])
        && let Some(rest) = in_order(rest).filter(|rest| !rest.is_empty())
    {
        return (Some(first), rest);
    }
    (None, without_numbers(&all))
}

fn accountability(row: &mut Row<'_>) -> Option<Account> {
    let mut lead_in: Option<Text> = None;
    for (lang, _, cell) in row.forms(Column::Accountability) {
        if let Some(sentence) = circumstances(cell).0 {
            lead_in = Some(lead_in.unwrap_or_default().with(lang, sentence));
        }
    }
    let circumstances = row.texts(Column::Accountability, |cell| circumstances(cell).1);
    let (consequence, basis_as_printed) = (row.text(Column::Consequence), row.text(Column::AccountabilityBasis));
    if circumstances.is_empty() && consequence.is_none() && basis_as_printed.is_none() {
        return None;
    }
    let basis = Vec::new();
    Some(Account {
        id: Id::default(),
        name: None,
        lead_in,
        circumstances,
        consequence,
        basis,
        basis_as_printed,
        source: None,
    })
}

fn change(row: &mut Row<'_>) -> Option<Change> {
    let mut as_printed = row.plain(Column::ChangeAsPrinted);
    let predecessor = row.line(Column::Predecessor);
    let predecessor_id = row.plain(Column::PredecessorId);
    let taken_over_by = row.line(Column::TakenOverBy);
    let note = row.text(Column::ChangeNote);
    let Some(cell) = row.plain(Column::Change) else {
        let rest = [
            Column::ChangeAsPrinted,
            Column::Predecessor,
            Column::PredecessorId,
            Column::TakenOverBy,
            Column::ChangeNote,
        ];
        if let Some(column) = rest.into_iter().find(|column| !row.forms(*column).is_empty()) {
            row.fault_of(column, TableFault::Without(Column::Change));
        }
        return None;
    };
    let Some((kind, printed)) = words::change(&cell) else {
        let words = ["新增", "保留", "调整", "取消", "划转", "承接"].into_iter();
        let words = words.chain(ChangeKind::ALL.iter().map(|kind| kind.as_str())).collect();
        row.fault_of(Column::Change, TableFault::Word(cell, words));
        return None;
    };
    as_printed = as_printed.or(printed.then_some(cell));
    Some(Change { kind, as_printed, predecessor, predecessor_id, taken_over_by, note })
}

fn source(row: &Row<'_>) -> Option<Source> {
    let (file, part) = (row.id(Column::SourceFile), row.id(Column::SourcePart));
    let (printed_row, note) = (row.plain(Column::SourceRow), row.text(Column::SourceNote));
    let any = file.is_some() || part.is_some() || printed_row.is_some() || note.is_some();
    any.then(|| Source { file, part: part.unwrap_or_default(), row: printed_row, note })
}
