//! Statements in, `data/records.ttl` out: who acts, under which law, and what follows. An office is an `org:OrganizationalUnit`
//! whose `org:purpose` are the records that name it; an item, a duty or a work item is a `skos:Concept`, a service or an item
//! that people apply for a `cpsv:PublicService`, a regime or a ground of accountability a `cpsv:Rule`; what cites a law has `dct:references`.

use std::io::{self, BufWriter, Write};

use oxrdf::NamedNode;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::dataset::{Bilingual, Context, Row, Subject, records as rows, tables};
use crate::model::{Basis, Id, Item, ItemId, List, ListId, LookedAt, Part, PowerType, RecordRef, Text};
use crate::plan::Base;

use super::graph::{Sorted, Statements, Turtle};
use super::registers::{department, law, region, registers, topic};
use super::terms::{CPSV, CV, DC, DCT, ELI, FOAF, ORG, SKOS, Vocabulary, XSD};

const USED: [Vocabulary; 9] = [CPSV, CV, DC, DCT, ELI, FOAF, ORG, SKOS, XSD];

/// What a record of each kind is: the table that has its rows.
const TABLES: [(&str, &str); 12] = [
    ("item", "items"),
    ("item-accountability", "accounts"),
    ("account", "accounts"),
    ("duty", "duties"),
    ("work-item", "work_items"),
    ("accountability", "accountability"),
    ("matter", "matters"),
    ("participant", "participants"),
    ("service", "services"),
    ("regime", "regimes"),
    ("provision", "provisions"),
    ("mechanism", "mechanism"),
];

/// How many lists are put into statements at once; no more are held.
const AT_ONCE: usize = 64;

/// Writes the records as Turtle, list by list between what is said of the registers.
///
/// # Errors
///
/// Fails where the library does.
pub fn records(context: Context<'_>, base: &Base, out: &mut dyn Write) -> io::Result<()> {
    let mut shared = Statements::new(base);
    kinds(&mut shared);
    registers(&mut shared, context.graph.model);
    let folder = |list: ListId| shared.node(&format!("lists/{}/", context.graph.model[list].id)).into_string();
    let mut lists: Vec<(String, ListId)> = ListId::all(context.graph.model).map(|list| (folder(list), list)).collect();
    lists.sort();
    let mut shared = shared.sorted();
    let mut file = Turtle::new(&USED, BufWriter::new(out))?;
    for lists in lists.chunks(AT_ONCE) {
        // Whoever makes something of one list may do this while he waits, and has not looked at these.
        let made = |(_, list): &(String, ListId)| LookedAt::during(None, || of_list(context, base, *list).sorted());
        let made: Vec<Sorted> = lists.par_iter().map(made).collect();
        for ((folder, _), statements) in lists.iter().zip(&made) {
            file.add(shared.before(folder))?;
            file.add(statements.rest())?;
        }
    }
    file.add(shared.rest())?;
    file.finish()?.flush()
}

/// What is said of a list and its records, which all lie in its folder.
fn of_list(context: Context<'_>, base: &Base, of: ListId) -> Statements {
    let context = context.only(of);
    let mut graph = Statements::new(base);
    let out = &mut graph;
    rows::lists(context).for_each(|row| list(out, context, row));
    for row in rows::items(context) {
        item(out, context, &row);
    }
    for row in rows::accounts(context) {
        let node = rule(out, &row, row.value.name.as_ref());
        row.value.circumstances.iter().for_each(|text| out.text(&node, (DCT, "description"), text));
        implements(out, &node, &row.value.basis);
    }
    for row in rows::duties(context) {
        let node = concept(out, &row, &row.value.name, row.value.number.as_deref());
        out.text(&node, (SKOS, "definition"), &row.value.statement);
        topics(out, &node, &row.value.topics);
    }
    for row in rows::work_items(context) {
        let node = concept(out, &row, &row.value.text, row.value.number.as_deref());
        if let Some(record) = row.record {
            out.add(
                &node,
                (SKOS, "broader"),
                of_record(out, context, RecordRef { part: record.part.page(), ..record }),
            );
        }
    }
    for row in rows::accountability(context) {
        let node = rule(out, &row, None);
        out.text(&node, (DCT, "description"), &row.value.circumstances);
        implements(out, &node, &row.value.basis);
    }
    for row in rows::matters(context) {
        let node = concept(out, &row, &row.value.name, row.value.number.as_deref());
        topics(out, &node, &row.value.topics);
    }
    for row in rows::participants(context) {
        let node = described(out, &row, (CV, "Participation"));
        out.text(&node, (DCT, "title"), &row.value.name);
        out.text(&node, (DCT, "description"), &row.value.responsibility);
        out.add(&node, (CV, "hasParticipant"), department(out, &row.value.department));
        let matter = whole(out, &row);
        out.add(&matter, (CV, "hasParticipation"), node);
    }
    for row in rows::services(context) {
        let node = described(out, &row, (CPSV, "PublicService"));
        out.text(&node, (DCT, "title"), &row.value.name);
        out.text(&node, (DCT, "description"), &row.value.description);
        topics(out, &node, &row.value.topics);
        if let Some(list) = row.list() {
            out.add(&node, (CV, "hasCompetentAuthority"), agency(out, list));
        }
        contact(out, &node, &row.value.phones);
        for basis in &row.value.basis {
            out.add(&node, (CV, "hasLegalResource"), law(out, &basis.law));
        }
    }
    for row in rows::regimes(context) {
        let node = rule(out, &row, Some(&row.value.title));
        topics(out, &node, &row.value.topics);
        if let Some(purpose) = &row.value.purpose {
            out.text(&node, (DCT, "description"), purpose);
        }
        implements(out, &node, &row.value.basis);
    }
    for row in rows::provisions(context) {
        let node = rule(out, &row, Some(&row.value.heading));
        if let Some(text) = &row.value.text {
            out.text(&node, (DCT, "description"), text);
        }
        implements(out, &node, &row.value.basis);
    }
    for row in rows::mechanism(context) {
        let node = rule(out, &row, Some(&row.value.body));
        out.text(&node, (DCT, "description"), &row.value.role);
        implements(out, &node, &row.value.basis);
    }
    for citation in context.graph.citations_of_list(of) {
        let node = of_record(out, context, citation.record);
        out.add(&node, (DCT, "references"), law(out, &citation.basis.law));
    }
    graph
}

/// An item of a list. What people apply for is a public service as well.
fn item(out: &mut Statements, context: Context<'_>, row: &Row<'_, Item>) {
    let item = row.value;
    let node = concept(out, row, &item.name, item.number.as_deref());
    if let Some(code) = &item.code {
        out.plain(&node, (SKOS, "notation"), code);
    }
    if let Some(statement) = &item.statement {
        out.text(&node, (SKOS, "definition"), statement);
    }
    topics(out, &node, &item.topics);
    let Some(list) = row.list() else { return };
    let whole = item.part_of.as_ref().and_then(|id| ItemId::find(list, |other| other.id == *id));
    if let (Some(whole), Some(record)) = (whole, row.record) {
        let whole = of_record(out, context, RecordRef { part: Part::Item(whole), ..record });
        out.add(&node, (SKOS, "broader"), whole);
    }
    let applied_for =
        [PowerType::Licence, PowerType::Payment, PowerType::Confirmation, PowerType::Reward, PowerType::Adjudication];
    if item.power_type.is_some_and(|power_type| applied_for.contains(&power_type)) {
        out.is_a(&node, &[(CPSV, "PublicService")]);
        out.text(&node, (DCT, "title"), &item.name);
        out.text(&node, (DCT, "description"), item.statement.as_ref().unwrap_or(&item.name));
        out.add(&node, (CV, "hasCompetentAuthority"), agency(out, list));
        let phones: Vec<String> = item.phones.iter().map(|phone| phone.number.clone()).collect();
        contact(out, &node, &phones);
        for basis in &item.basis {
            out.add(&node, (CV, "hasLegalResource"), law(out, &basis.law));
        }
    }
}

/// Kinds of records: what a row of each table is.
fn kinds(out: &mut Statements) {
    for (_, name) in TABLES {
        let Some(table) = tables().iter().find(|table| table.name == name) else { continue };
        let node = out.node(&format!("data/{name}/"));
        out.is_a(&node, &[(SKOS, "Concept")]);
        forms(table.title).iter().for_each(|(lang, form)| out.word(&node, (SKOS, "prefLabel"), lang, form));
        forms(table.row).iter().for_each(|(lang, form)| out.word(&node, (SKOS, "definition"), lang, form));
    }
}

/// A list, its agency and the offices of the agency.
fn list(out: &mut Statements, context: Context<'_>, row: Row<'_, List>) {
    let list = row.value;
    let node = out.node(&format!("lists/{}/", list.id));
    let body = agency(out, list);
    out.is_a(&node, &[(SKOS, "ConceptScheme")]);
    out.plain(&node, (DCT, "identifier"), &list.id);
    out.text(&node, (DCT, "title"), &list.title);
    out.add(&node, (DCT, "publisher"), body.clone());
    out.add(&node, (DCT, "spatial"), region(out, &list.region));
    if let Some(date) = list.published {
        out.date(&node, (DCT, "issued"), date);
    }
    if let Some(before) = &list.supersedes {
        out.add(&node, (DCT, "replaces"), out.node(&format!("lists/{before}/")));
    }
    out.is_a(&body, &[(CV, "PublicOrganisation"), (ORG, "Organization"), (FOAF, "Agent")]);
    out.plain(&body, (DCT, "identifier"), &list.id);
    out.text(&body, (SKOS, "prefLabel"), &list.agency);
    out.text(&body, (DCT, "title"), &list.agency);
    out.add(&body, (DCT, "spatial"), region(out, &list.region));
    contact(out, &body, &list.phones);
    let Some(id) = row.list else { return };
    for (office, named) in list.offices.iter().zip(context.graph.names_office[id].values()) {
        let node = out.node(&context.urls.path(Subject::Offices(id), &office.slug));
        out.is_a(&node, &[(ORG, "OrganizationalUnit")]);
        out.plain(&node, (DCT, "identifier"), &row.of_list("offices", &office.slug));
        out.text(&node, (SKOS, "prefLabel"), &office.name);
        out.add(&node, (ORG, "unitOf"), body.clone());
        contact(out, &node, &office.phones);
        for record in named {
            let record = of_record(out, context, *record);
            out.add(&node, (ORG, "purpose"), record);
        }
    }
}

/// The node of the agency of a list.
fn agency(out: &Statements, list: &List) -> NamedNode {
    out.node(&format!("lists/{}/#agency", list.id))
}

/// The node of a record; what a penalty cites, its regime does.
fn of_record(out: &Statements, context: Context<'_>, record: RecordRef) -> NamedNode {
    let record = match record.part {
        Part::Penalty(regime, _) => RecordRef { part: Part::Regime(regime), ..record },
        Part::Stage(item, _) | Part::ItemDuties(item) => RecordRef { part: Part::Item(item), ..record },
        Part::ProcedureStage(..) => RecordRef { part: Part::List, ..record },
        _ => record,
    };
    out.node(&context.urls.path(Subject::Record(record), &record.anchor(context.graph.model)))
}

/// The node of the record that has a page of its own and contains this one; the list for an entry of its mechanism.
fn whole<T>(out: &Statements, row: &Row<'_, T>) -> NamedNode {
    let list = || out.node(&row.list().map_or_else(String::new, |list| format!("lists/{}/", list.id)));
    row.record
        .filter(|record| record.part.page() != record.part)
        .map_or_else(list, |record| of_record(out, row.context, RecordRef { part: record.part.page(), ..record }))
}

/// A record of a class, with its id and kind.
fn described<T>(out: &mut Statements, row: &Row<'_, T>, class: (Vocabulary, &str)) -> NamedNode {
    let node = match row.record {
        Some(record) => of_record(out, row.context, record),
        None => out.node(&row.id),
    };
    out.is_a(&node, &[class]);
    out.plain(&node, (DCT, "identifier"), &row.id);
    if let Some((_, table)) = TABLES.iter().find(|(kind, _)| *kind == row.kind) {
        out.add(&node, (DCT, "type"), out.node(&format!("data/{table}/")));
    }
    node
}

/// A record of the scheme that its list is.
fn concept<T>(out: &mut Statements, row: &Row<'_, T>, label: &Text, number: Option<&str>) -> NamedNode {
    let node = described(out, row, (SKOS, "Concept"));
    out.text(&node, (SKOS, "prefLabel"), label);
    if let Some(number) = number {
        out.plain(&node, (SKOS, "notation"), number);
    }
    if let Some(list) = row.list() {
        out.add(&node, (SKOS, "inScheme"), out.node(&format!("lists/{}/", list.id)));
    }
    node
}

/// A record that lays down what is to be done.
fn rule<T>(out: &mut Statements, row: &Row<'_, T>, title: Option<&Text>) -> NamedNode {
    let node = described(out, row, (CPSV, "Rule"));
    if let Some(title) = title {
        out.text(&node, (DCT, "title"), title);
    }
    out.add(&node, (DCT, "isPartOf"), whole(out, row));
    node
}

fn implements(out: &mut Statements, node: &NamedNode, basis: &[Basis]) {
    for basis in basis {
        out.add(node, (CPSV, "implements"), law(out, &basis.law));
    }
}

fn topics(out: &mut Statements, node: &NamedNode, topics: &[Id]) {
    for slug in topics {
        out.add(node, (DCT, "subject"), topic(out, slug));
    }
}

/// Phones, exactly as printed.
fn contact(out: &mut Statements, node: &NamedNode, phones: &[String]) {
    if phones.is_empty() {
        return;
    }
    let join = if node.as_str().contains('#') { "-" } else { "#" };
    let point = NamedNode::new_unchecked(format!("{}{join}contact", node.as_str()));
    out.is_a(&point, &[(CV, "ContactPoint")]);
    out.add(node, (CV, "contactPoint"), point.clone());
    phones.iter().for_each(|phone| out.plain(&point, (CV, "telephone"), phone));
}

/// A phrase with the languages of its forms.
fn forms([zh, en]: Bilingual) -> [(&'static str, &'static str); 2] {
    [("zh", zh), ("en", en)]
}
