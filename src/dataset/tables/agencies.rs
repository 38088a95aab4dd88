//! Tables of the register of bodies, and of what in the lists speaks of bodies that are gone since.

use crate::dataset::address::Subject;
use crate::dataset::build::TableOf;
use crate::dataset::column::ColumnOf;
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::{id, list_id, note, parent, position, record, url};
use crate::dataset::table::Table;
use crate::model::{
    Agency, AgencyEvent, AgencyEventKind, AgencyId, AgencyKind, Concern, Confidence, Grounds, Id, Position,
};

/// The tables.
pub(super) fn tables() -> Vec<Table> {
    vec![agency_table(), alias_table(), department_table(), event_table(), successor_table(), concern_table()]
}

fn agency_table() -> Table {
    TableOf::new(
        "agencies",
        ["机构与热线", "Bodies and hotlines"],
        ["登记了去向的一个机构或一条热线", "One body or hotline of which it is registered what became of it"],
        &["id"],
        agencies,
    )
    .register()
    .column(id())
    .column(url())
    .text("name", ["名称", "Name"], ["名称", "Name of the body"], |r| Some(&r.value.name))
    .required()
    .plain("kind", ["种类", "Kind"], ["body：机构；hotline：热线", "body or hotline"], |r| {
        Some(r.value.kind.as_str())
    })
    .required()
    .words(AgencyKind::ALL, AgencyKind::as_str)
    .plain("number", ["号码", "Number"], ["热线号码", "Number of a hotline, as it is dialled"], |r| {
        r.value.number.as_deref()
    })
    .made(
        "region_id",
        ["行政区划", "Region"],
        ["所属区划的标识；全国性的为空", "Id of the region it belongs to; empty for what is of the whole country"],
        |r| {
            let region = r.value.region.as_ref()?;
            r.context.graph.region(region).map(|_| region.to_string())
        },
    )
    .refers("regions")
    .column(note(|r| r.value.note.as_ref()))
    .done()
}

/// The body that a row stands in.
fn of_agency<T>() -> ColumnOf<T> {
    parent("agency_id", ["机构", "Body"], ["机构的标识", "Id of the body"], "agencies")
}

fn alias_table() -> Table {
    TableOf::new(
        "agency_aliases",
        ["机构的其他名称", "Other names of bodies"],
        ["一个机构的另一名称，或所及的地方机构名称的末尾", "One other name of a body, or the end of a name that local bodies had"],
        &["agency_id", "form", "position"],
        names,
    )
    .register()
    .column(of_agency())
    .plain(
        "form",
        ["形式", "Form"],
        [
            "alias：另一名称；local-name：所及部门类别的地方机构，名称以此结尾",
            "alias: another name; local-name: what local bodies of the kinds it holds for were called at the end of their names",
        ],
        |r| Some(r.kind),
    )
    .required()
    .words(&["alias", "local-name"], |form: &str| form)
    .column(position())
    .plain("alias", ["名称", "Name"], ["所印名称", "Name as printed"], |r| Some(r.value))
    .required()
    .done()
}

fn department_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Id> =
        |context| Box::new(agencies(context).flat_map(|agency| agency.each(|agency| &agency.departments)));
    TableOf::new(
        "agency_departments",
        ["机构所及的部门类别", "Kinds of department of bodies"],
        ["关于一个机构的规定所及的一类部门", "One kind of department that what is said of a body holds for"],
        &["agency_id", "position"],
        rows,
    )
    .register()
    .column(of_agency())
    .column(position())
    .plain("department_id", ["部门类别", "Kind of department"], ["部门类别的标识", "Id of the kind"], |r| {
        Some(r.value)
    })
    .refers("departments")
    .required()
    .done()
}

fn event_table() -> Table {
    TableOf::new(
        "agency_events",
        ["机构变动", "Events of bodies"],
        ["一个机构或一条热线的一次变动", "One event of a body or hotline"],
        &["agency_id", "position"],
        events,
    )
    .register()
    .column(of_agency())
    .column(position())
    .date(
        "date",
        ["日期", "Date"],
        ["变动的日期，出处写到哪一级就到哪一级；出处未写的为空", "When, as precise as the source; empty where it states none"],
        |r| r.value.date,
    )
    .plain(
        "kind",
        ["种类", "Kind"],
        [
            "founded：组建；renamed：更名；merged：不再保留，职责划入；name-kept：职责划入，保留名义；abolished：撤销；\
             integrated：整合；attested：见载",
            "founded; renamed; merged: no longer kept, others do what it did; name-kept: others do what it did, its name is \
             kept; abolished; integrated: calls go to another number; attested: a page speaks of it",
        ],
        |r| Some(r.value.kind.as_str()),
    )
    .required()
    .words(AgencyEventKind::ALL, AgencyEventKind::as_str)
    .plain("number", ["文号", "Document number"], ["所据文件的文号", "Number of the document that says so"], |r| {
        r.value.number.as_deref()
    })
    .column(note(|r| r.value.note.as_ref()))
    .text("source", ["出处", "Source"], ["见于何处", "Where it is stated"], |r| Some(&r.value.source))
    .required()
    .plain(
        "source_url",
        ["出处网址", "Address of the source"],
        ["载明此事的网页地址", "Address of a page that states it"],
        |r| r.value.url.as_deref(),
    )
    .plain(
        "confidence",
        ["依据程度", "Confidence"],
        ["stated：出处写明；derived：由出处推得，说明里写如何推得", "stated: the source says so; derived: it follows, the note says how"],
        |r| Some(r.value.confidence.as_str()),
    )
    .required()
    .words(Confidence::ALL, Confidence::as_str)
    .done()
}

fn successor_table() -> Table {
    let rows: fn(Context<'_>) -> Rows<'_, Id> =
        |context| Box::new(events(context).flat_map(|event| event.each(|event| &event.successors)));
    TableOf::new(
        "agency_successors",
        ["机构变动的承接者", "Successors of bodies"],
        ["一次变动后承接的一个机构", "One body that took the place of another by an event"],
        &["agency_id", "event", "position"],
        rows,
    )
    .register()
    .made("agency_id", ["机构", "Body"], ["机构的标识", "Id of the body"], |r| {
        r.parent.rsplit_once('/').map(|(agency, _)| agency.to_owned())
    })
    .refers("agencies")
    .required()
    .integer(
        "event",
        ["变动次序", "Event"],
        ["该次变动在表 agency_events 中的次序", "Position of the event in the table agency_events"],
        |r| r.parent.rsplit_once('/').and_then(|(_, event)| event.parse().ok()),
    )
    .required()
    .column(position())
    .plain(
        "successor_id",
        ["承接者", "Successor"],
        ["承接机构的标识", "Id of the body that took its place"],
        |r| Some(r.value),
    )
    .refers("agencies")
    .required()
    .done()
}

/// Words for the records that may speak of a body.
const KINDS: &[&str] = &[
    "list",
    "office",
    "item",
    "stage",
    "item-duties",
    "item-accountability",
    "counterpart",
    "procedure",
    "procedure-stage",
    "account",
    "duty",
    "work-item",
    "accountability",
    "matter",
    "participant",
    "service",
    "regime",
    "provision",
    "penalty",
    "mechanism",
];

fn concern_table() -> Table {
    TableOf::new(
        "agency_concerns",
        ["清单所及的已变动机构", "Bodies gone since"],
        [
            "清单中的一条记录，它所及的机构或热线后来有变动",
            "One record of a list that speaks of a body or hotline which is gone, or may be gone, since the list",
        ],
        &["record_id", "agency_id"],
        concerns,
    )
    .columns(record(KINDS))
    .column(list_id())
    .made("agency_id", ["机构", "Body"], ["机构的标识", "Id of the body"], |r| {
        Some(r.context.graph.model[r.value.agency].id.to_string())
    })
    .refers("agencies")
    .required()
    .plain(
        "grounds",
        ["缘由", "Grounds"],
        [
            "department：关于这一类部门的规定，不是专说本机构；name：名称相同；number：印有该热线号码",
            "department: the rule for all bodies of the kind, not said of this one; name: it has the name; number: it prints \
             the number of the hotline",
        ],
        |r| Some(r.value.grounds.as_str()),
    )
    .required()
    .words(Grounds::ALL, Grounds::as_str)
    .column(url())
    .done()
}

fn agencies(context: Context<'_>) -> Rows<'_, Agency> {
    let model = context.graph.model;
    Box::new(context.wanted(|scope| &scope.agencies, AgencyId::all(model)).map(move |id| {
        let agency = &model[id];
        Row::top(context, agency, &agency.id, id.get(), Some(Subject::Agency(id)))
    }))
}

/// The other names of each body, then the names of local bodies.
fn names(context: Context<'_>) -> Rows<'_, String> {
    Box::new(agencies(context).flat_map(|agency| {
        let aliases = agency.clone().kind("alias").each(|agency| &agency.aliases);
        aliases.chain(agency.kind("local-name").each(|agency| &agency.local_names))
    }))
}

fn events(context: Context<'_>) -> Rows<'_, AgencyEvent> {
    Box::new(agencies(context).flat_map(|agency| agency.each(|agency| &agency.events)))
}

fn concerns(context: Context<'_>) -> Rows<'_, Concern> {
    let graph = context.graph;
    Box::new(context.lists().flat_map(move |list| {
        graph.concerns_of_list(list).iter().enumerate().map(move |(at, concern)| {
            let record = concern.record;
            Row {
                parent: record.uid(graph.model),
                list: Some(list),
                record: Some(record),
                page: Some((Subject::Record(record), record.anchor(graph.model))),
                ..Row::top(context, concern, "", at, None).kind(record.part.kind())
            }
        })
    }))
}
