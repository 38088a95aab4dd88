//! Laws that end: whichever law of the register is repealed on a day, the check as of that day reports exactly the
//! records that cite it, and the check as of the day before reports nothing.

use std::collections::BTreeMap;

use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert_eq, proptest};
use qingdan::check::{as_of, check};
use qingdan::diag::{Severity, Sink};
use qingdan::link::link;
use qingdan::load::load;
use qingdan::model::{Date, LawEvent, LawEventKind, LawId, Model, Position};

use crate::support::repository;

fn model() -> Model {
    let mut sink = Sink::new();
    let mut sources = load(&repository("content"), &mut sink).expect("the content");
    let model = check(&mut sources, &mut sink).expect("a model");
    assert!(!sink.has_errors());
    model
}

/// Places of the faults as of a day.
fn faults(model: &Model, day: Date) -> Vec<String> {
    let mut sink = Sink::new();
    as_of(model, day, &mut sink);
    let errors = sink.found().iter().filter(|fault| fault.severity == Severity::Error);
    errors.map(|fault| format!("{:?}", fault.place)).collect()
}

/// How often each law is cited, by its index.
fn citations(model: &Model) -> BTreeMap<usize, usize> {
    let graph = link(model);
    LawId::all(model).map(|law| (law.get(), graph.citations_of(law).len())).collect()
}

/// A day before anything in the register happened.
fn day() -> impl Strategy<Value = (Date, Date)> {
    (1900u16..1950, 1u8..=12, 2u8..=28).prop_flat_map(|(year, month, day)| {
        let date = |day| Date { year, month: Some(month), day: Some(day) };
        Just((date(day), date(day - 1)))
    })
}

#[test]
fn every_law_of_the_register_in_turn() {
    let mut model = model();
    let cited = citations(&model);
    let on = Date { year: 1949, month: Some(10), day: Some(1) };
    let before = Date { year: 1949, month: Some(9), day: Some(30) };
    for law in 0..model.laws.len() {
        model.laws[law].amendments.push(LawEvent {
            date: on,
            kind: LawEventKind::Repealed,
            number: None,
            note: None,
            url: None,
        });
        let found = faults(&model, on);
        let mut distinct = found.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!((found.len(), distinct.len()), (cited[&law], cited[&law]), "{}", model.laws[law].id);
        assert_eq!(faults(&model, before), Vec::<String>::new(), "{}", model.laws[law].id);
        model.laws[law].amendments.pop();
    }
}

proptest! {
    // Every case reads the content anew.
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_law_on_any_day(at in 0usize..10_000, (on, before) in day(), replaced in proptest::bool::ANY) {
        let mut model = model();
        let law = at % model.laws.len();
        let kind = if replaced { LawEventKind::Replaced } else { LawEventKind::Repealed };
        model.laws[law].amendments.push(LawEvent { date: on, kind, number: None, note: None, url: None });
        prop_assert_eq!(faults(&model, on).len(), citations(&model)[&law]);
        prop_assert_eq!(faults(&model, before).len(), 0);
    }
}
