//! A content folder and a law in; what stands on the law, ready to be shown, out.

use std::path::Path;

use serde::Serialize;

use crate::diag::{Failure, Finding, Message, Sink, closest};
use crate::link::{Impact, impact, link};
use crate::load::load;
use crate::meant;
use crate::model::{
    Articles, Date, Id, Lang, Law, LawEventKind, LawId, LawPlace, LawStatus, ListId, Model, Part, RecordRef, Text,
};
use crate::register::register;

use super::findings::findings;
use super::sound::sound;

/// The place of a law that somebody typed, as the format has it or as it is printed.
///
/// ```
/// use qingdan::pipeline::place_of;
///
/// let place = place_of("134_1");
/// assert!(place.is_some());
/// assert_eq!([place_of("134之一"), place_of("第一百三十四条之一"), place_of("１３４-1")], [place; 3]);
/// assert_eq!(place_of("某条"), None);
/// ```
pub fn place_of(typed: &str) -> Option<LawPlace> {
    let printed = || match &meant::articles(typed)[..] {
        [one] => one.parse().ok(),
        _ => None,
    };
    typed.parse().ok().or_else(printed)
}

/// What to look for.
#[derive(Clone, Debug)]
pub struct Question<'q> {
    /// Id of the law, or a title of it.
    pub law: &'q str,
    /// One article, annex or item of an annex alone.
    pub place: Option<LawPlace>,
    /// The day whose state is asked for; lists published later are left out.
    pub on: Option<Date>,
    /// Language of names.
    pub lang: Lang,
}

/// The answer.
#[derive(Debug, Default)]
pub struct Answer {
    /// Faults in the content; where there are any that stop a build, nothing was looked up.
    pub findings: Vec<Finding>,
    /// The law asked for.
    pub law: Option<Standpoint>,
    /// What stands on it, grouped by list, each list with its offices after its records.
    pub rows: Vec<ImpactRow>,
}

/// A law on a day.
#[derive(Debug, Serialize)]
pub struct Standpoint {
    /// Id of the law.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its state as registered, where no day was asked for.
    pub status: Option<LawStatus>,
    /// What happened to it, by that day.
    pub events: Vec<(Date, LawEventKind)>,
    /// Whether it was out of force by that day.
    pub ended: bool,
}

/// A record or office that stands on the law.
#[derive(Debug, Serialize)]
pub struct ImpactRow {
    /// Id of the list.
    pub list: String,
    /// The agency whose list it is.
    pub agency: String,
    /// Kind of record: `duty`, `matter`, … or `office`.
    pub kind: &'static str,
    /// Id of the record across all lists.
    pub id: String,
    /// Its name, or that of the record it belongs to.
    pub name: String,
    /// Articles cited; empty where the law as a whole is cited, and for offices.
    pub articles: Vec<String>,
}

/// Looks up what stands on a law.
///
/// # Errors
///
/// Fails where the content cannot be read, or no law has that id or title.
pub fn standing_on(content: &Path, question: &Question<'_>) -> Result<Answer, Failure> {
    let mut sink = Sink::new();
    let mut sources = load(content, &mut sink)?;
    let Some(model) = sound(&mut sources, None, &mut sink) else {
        return Ok(Answer { findings: findings(&sources, &sink), ..Answer::default() });
    };
    let graph = link(&model);
    let Some(law) = LawId::find(&model, |law| is_called(law, question.law)) else {
        // What only comes with the program is known, and nothing stands on it.
        let mut laws = register().laws.iter().flat_map(|(_, laws)| laws);
        let law = laws.find(|law| is_called(law, question.law)).ok_or_else(|| unknown(&model, question.law))?;
        let law = Some(standpoint(law, question));
        return Ok(Answer { findings: findings(&sources, &sink), law, rows: Vec::new() });
    };
    let found = impact(&graph, law, question.place);
    let mut rows = Vec::new();
    for (id, list) in ListId::each(&model) {
        let later = question.on.is_some_and(|day| list.date().is_some_and(|date| day.is_before(date) == Some(true)));
        if later {
            continue;
        }
        rows.extend(rows_of_list(&model, &found, id, question.lang));
    }
    let law = &model[law];
    Ok(Answer { findings: findings(&sources, &sink), law: Some(standpoint(law, question)), rows })
}

/// What stands on a law in one list: its records, then its offices.
pub(super) fn rows_of_list(model: &Model, found: &Impact, id: ListId, lang: Lang) -> Vec<ImpactRow> {
    let list = &model[id];
    let row = |record: RecordRef, kind, id, name: &Text, articles: &[Articles]| ImpactRow {
        list: record.list(model).id.to_string(),
        agency: list.agency.best(lang).1.to_owned(),
        kind,
        id,
        name: name.best(lang).1.to_owned(),
        articles: articles.iter().map(ToString::to_string).collect(),
    };
    let records = found.records.iter().filter(|standing| standing.record.list == id).map(|standing| {
        let record = standing.record;
        row(record, record.part.kind(), record.uid(model), name(model, record), &standing.articles)
    });
    let offices = found.offices.iter().filter(|answering| answering.list == id).map(|answering| {
        let office = &list[answering.office];
        row(answering.records[0], "office", format!("{}/offices/{}", list.id, office.slug), &office.name, &[])
    });
    records.chain(offices).collect()
}

/// The id of the law that is asked for, by its id or a title: one that stands in the content, or that comes with the program.
pub(super) fn called(model: &Model, asked: &str) -> Result<Id, Failure> {
    let of_program = || register().laws.iter().flat_map(|(_, laws)| laws).find(|law| is_called(law, asked));
    let law = model.laws.iter().find(|law| is_called(law, asked)).or_else(of_program);
    law.map(|law| law.id.clone()).ok_or_else(|| unknown(model, asked))
}

fn standpoint(law: &Law, question: &Question<'_>) -> Standpoint {
    let happened = law.amendments.iter().filter(|event| question.on.is_none_or(|day| event.date <= day));
    Standpoint {
        id: law.id.to_string(),
        title: law.title.best(question.lang).1.to_owned(),
        status: Some(law.status).filter(|_| question.on.is_none()),
        events: happened.map(|event| (event.date, event.kind)).collect(),
        ended: question.on.is_some_and(|day| law.ended_by(day).is_some()),
    }
}

/// Whether a law has this id, or this title in any language.
fn is_called(law: &Law, asked: &str) -> bool {
    let bare = bare(asked);
    let titles = [&law.title].into_iter().chain(&law.short_titles).flat_map(|title| title.forms());
    law.id.as_str() == bare
        || titles.map(|(_, title)| title).chain(law.aliases.iter().map(String::as_str)).any(|title| title == bare)
}

fn bare(asked: &str) -> &str {
    asked.trim().trim_start_matches('《').trim_end_matches('》')
}

fn unknown(model: &Model, asked: &str) -> Failure {
    let bare = bare(asked);
    let ids = model.laws.iter().map(|law| law.id.as_str());
    let near = closest(bare, ids).map(str::to_owned);
    let words = match near {
        Some(near) => Message::new(
            format!("没有登记“{bare}”；是不是 {near}？"),
            format!("no law has the id or title `{bare}`; did you mean {near}?"),
        ),
        None => Message::new(
            format!("没有登记“{bare}”；可用 id（如 metrology-law）或名称（如 计量法）"),
            format!("no law has the id or title `{bare}`; give an id such as metrology-law, or a title"),
        ),
    };
    Failure::Option { option: "LAW", words }
}

/// The name of a record, or of the one it belongs to; what a work item is, its text says.
fn name(model: &Model, record: RecordRef) -> &Text {
    match record.part {
        Part::WorkItem(..) => record.title(model),
        _ => record.page().title(model),
    }
}
