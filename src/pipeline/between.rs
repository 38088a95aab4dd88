//! A content folder and two days in; what became of laws between them, with the lists and records that stand on these, out.

use std::path::Path;

use serde::Serialize;

use crate::diag::{Failure, Finding, Sink};
use crate::link::{impact, link};
use crate::load::load;
use crate::model::{After, Date, Lang, LawEventKind, LawId, List, ListId};

use super::findings::findings;
use super::impact::{ImpactRow, called, rows_of_list};
use super::sound::sound;

/// What to look for.
#[derive(Clone, Debug)]
pub struct Period<'q> {
    /// The first day.
    pub from: Date,
    /// The last day: lists, editions and laws are taken as of this day.
    pub to: Date,
    /// Id or title of the one law that is asked for; every law where none is.
    pub law: Option<&'q str>,
    /// Language of names.
    pub lang: Lang,
}

/// What became of laws, in the order of the days.
#[derive(Debug, Default)]
pub struct Happenings {
    /// Faults in the content; where there are any that stop a build, nothing was looked up.
    pub findings: Vec<Finding>,
    /// The events that touch a list; `None` where the content has faults.
    pub events: Option<Vec<TouchingEvent>>,
}

/// An event of a law, with what it touches.
#[derive(Debug, Serialize)]
pub struct TouchingEvent {
    /// Day of the event.
    pub date: Date,
    /// What happened.
    pub kind: LawEventKind,
    /// Id of the law.
    pub law: String,
    /// Its title.
    pub title: String,
    /// Document or order number of what brought it about.
    pub number: Option<String>,
    /// Id of the law that took its place.
    pub replaced_by: Option<String>,
    /// The lists that stand on the law and are older than the event, or may be.
    pub lists: Vec<TouchedList>,
}

/// A list that an event touches.
#[derive(Debug, Serialize)]
pub struct TouchedList {
    /// Id of the list.
    pub list: String,
    /// The agency whose list it is.
    pub agency: String,
    /// Its date.
    pub date: Option<Date>,
    /// Whether the event came after the list: `yes`, or `unknown` where the dates do not say.
    pub after: After,
    /// The records and offices that stand on the law.
    pub rows: Vec<ImpactRow>,
}

/// Looks up what became of laws between two days.
///
/// # Errors
///
/// Fails where the content cannot be read, or no law has the id or title that is asked for.
pub fn between(content: &Path, period: &Period<'_>) -> Result<Happenings, Failure> {
    let mut sink = Sink::new();
    let mut sources = load(content, &mut sink)?;
    let model = sound(&mut sources, Some(period.to), &mut sink);
    let found = findings(&sources, &sink);
    let Some(model) = model else {
        return Ok(Happenings { findings: found, events: None });
    };
    let asked = period.law.map(|law| called(&model, law)).transpose()?;
    let graph = link(&model);
    let in_period = |date: Date| date.is_before(period.from) != Some(true) && period.to.is_before(date) != Some(true);
    let mut events = Vec::new();
    for (id, law) in LawId::each(&model).filter(|(_, law)| asked.as_ref().is_none_or(|asked| law.id == *asked)) {
        let happened: Vec<_> = law.amendments.iter().filter(|event| in_period(event.date)).collect();
        if happened.is_empty() {
            continue;
        }
        let found = impact(&graph, id, None);
        for event in happened {
            let touched = |(at, list): (ListId, &List)| {
                let after = event.after(list.date());
                let rows = rows_of_list(&model, &found, at, period.lang);
                (after != After::No && !rows.is_empty()).then(|| TouchedList {
                    list: list.id.to_string(),
                    agency: list.agency.best(period.lang).1.to_owned(),
                    date: list.date(),
                    after,
                    rows,
                })
            };
            let lists: Vec<TouchedList> = ListId::each(&model).filter_map(touched).collect();
            if lists.is_empty() {
                continue;
            }
            let ended = event.kind.ends();
            events.push(TouchingEvent {
                date: event.date,
                kind: event.kind,
                law: law.id.to_string(),
                title: law.title.best(period.lang).1.to_owned(),
                number: event.number.clone(),
                replaced_by: law.replaced_by.as_ref().filter(|_| ended).map(ToString::to_string),
                lists,
            });
        }
    }
    // Of one day in the order of the register.
    events.sort_by_key(|event| event.date);
    Ok(Happenings { findings: found, events: Some(events) })
}
