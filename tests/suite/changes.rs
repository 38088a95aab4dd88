//! What became of the laws that a list cites: derived from their events and the date of the list, and never more than
//! the dates say.

use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::link::{CitationId, Gravity, changes, link};
use qingdan::load::load;
use qingdan::model::{After, Date, LawEvent, LawEventKind, LawId, LawStatus, ListId, Model, Position};

use crate::support::repository;

/// The lists of this repository, with nothing known of any law.
fn model() -> Model {
    let mut sink = Sink::new();
    let mut sources = load(&repository("content"), &mut sink).expect("the content");
    let mut model = check(&mut sources, &mut sink).expect("a model");
    for law in &mut model.laws {
        law.amendments.clear();
        law.status = LawStatus::Unknown;
    }
    model
}

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn event(day: &str, kind: LawEventKind) -> LawEvent {
    LawEvent { date: date(day), kind, number: None, note: None, url: None }
}

#[test]
fn every_law_of_the_register_in_turn() {
    let mut model = model();
    for law in LawId::all(&model) {
        model.laws[law.get()].amendments.push(event("2020-01-01", LawEventKind::Repealed));
        let graph = link(&model);
        for list in ListId::all(&model) {
            let citing: Vec<CitationId> = graph.citation_ids_of_list(list).filter(|id| graph[*id].law == law).collect();
            let found = changes(&graph, list);
            let said: Vec<(LawId, Gravity, Vec<CitationId>)> =
                found.laws.iter().map(|change| (change.law, change.gravity, change.citations.clone())).collect();
            let expected = if citing.is_empty() { vec![] } else { vec![(law, Gravity::Ended, citing)] };
            assert_eq!(said, expected, "{} in {}", model[law].id, model[list].id);
            assert_eq!(found.known, expected.len(), "a repeal is a known state");
        }
        model.laws[law.get()].amendments.clear();
    }
}

/// What is found of one cited law with these events, for a list of this date.
fn found(day: Option<&str>, events: &[LawEvent], status: LawStatus) -> Option<(Gravity, Vec<(usize, After)>)> {
    let mut model = model();
    let list = &mut model.lists[0];
    (list.published, list.compiled, list.valid_from) = (day.map(date), None, None);
    let law = link(&model).citations_of_list(ListId::new(0))[0].law.get();
    model.laws[law].amendments = events.to_vec();
    model.laws[law].status = status;
    let graph = link(&model);
    let found = changes(&graph, ListId::new(0));
    assert!(found.laws.len() <= 1);
    let change = found.laws.first()?;
    Some((change.gravity, change.events.iter().map(|happened| (happened.index, happened.after)).collect()))
}

#[test]
fn the_order_is_claimed_only_where_the_dates_say_it() {
    use LawEventKind::{Amended, Repealed, Revised};
    let state = LawStatus::Unknown;
    let one = |day, at: &str| found(Some(day), &[event(at, Revised)], state);
    assert_eq!(one("2015-03-30", "2015-04-24"), Some((Gravity::Changed, vec![(0, After::Yes)])));
    assert_eq!(one("2015-05", "2015-04-24"), None, "what came before is no news");
    assert_eq!(one("2015", "2015-04-24"), Some((Gravity::Unsure, vec![(0, After::Unknown)])));
    assert_eq!(one("2015-04-24", "2015-04-24"), Some((Gravity::Unsure, vec![(0, After::Unknown)])));
    assert_eq!(found(None, &[event("2015-04-24", Revised)], state), None, "nothing is said of an undated list");

    let events = [event("2018", Amended), event("2010", Amended), event("2015", Amended)];
    let expected = Some((Gravity::Changed, vec![(2, After::Unknown), (0, After::Yes)]));
    assert_eq!(found(Some("2015-03-30"), &events, state), expected, "the oldest first");

    let dead = [event("2010-01-01", Repealed)];
    assert_eq!(found(Some("2015"), &dead, state), Some((Gravity::Ended, vec![(0, After::No)])));
    assert_eq!(found(None, &dead, state), Some((Gravity::Ended, vec![(0, After::Unknown)])));
    assert_eq!(found(Some("2015"), &[], LawStatus::Replaced), Some((Gravity::Ended, vec![])), "without a day");
}

#[test]
fn the_gravest_comes_first_then_the_newest() {
    let mut model = model();
    model.lists[0].published = Some(date("2015"));
    let mut laws: Vec<usize> =
        link(&model).citations_of_list(ListId::new(0)).iter().map(|citation| citation.law.get()).collect();
    laws.sort_unstable();
    laws.dedup();
    let [unsure, old, new, dead] = laws[..4] else { panic!("four laws") };
    for (law, day, kind) in [
        (unsure, "2015-06-01", LawEventKind::Amended),
        (old, "2016-06-01", LawEventKind::Amended),
        (new, "2020-06-01", LawEventKind::Revised),
        (dead, "2016-01-01", LawEventKind::Replaced),
    ] {
        model.laws[law].amendments.push(event(day, kind));
    }
    let graph = link(&model);
    let found = changes(&graph, ListId::new(0));
    let order: Vec<usize> = found.laws.iter().map(|change| change.law.get()).collect();
    assert_eq!(order, [dead, new, old, unsure]);
    assert_eq!([Gravity::Ended, Gravity::Changed, Gravity::Unsure].map(|gravity| found.count(gravity)), [1, 2, 1]);
    assert_eq!(found.cited, laws.len());
}
