//! A model and a day in; the same without what came after that day out: releases of the data, reorganisations, events of bodies, and
//! events of laws with the states that follow from them.
//!
//! Nothing asks the clock. Without a day, what is registered has happened; but of a law whose state was looked up on a day,
//! an event after that day has been announced and no more.

use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::{AgencyEvent, Date, Lang, Law, LawEventKind, LawId, LawStatus, Model, Owner};

/// An event of a law after the day on which its state was looked up.
pub(super) static ANNOUNCED: Code = Code {
    id: "E173",
    name: "announced-law-event",
    what: ["法律变动的日期晚于 as_of", "an event of a law after the day by which its state is known"],
    why: [
        "as_of 是核对法律效力的日期，在它之后的变动当时只是将要发生；生成网站不看时钟，不能自己断定已经发生，所以网页、数据和订阅里都没有它。",
        "`as_of` is the day by which the state was looked up; what comes after it had only been announced then. A build never asks the \
         clock and cannot know that it happened, so pages, data and feeds do not have it.",
    ],
    fix: [
        "变动已经发生的，核对后把 as_of 和 status 改到当天或以后；还没有发生的不必改，用 --as-of 当天日期生成，到日子自然出现。",
        "Where it has happened, look the law up again and move `as_of` and `status` on. Where it has not, leave it: built with --as-of \
         and the date of the day, the site has it from that day on.",
    ],
    example: "status: in-force\nas_of: 2026-05-01\namendments:\n  - {date: 2027-01-01, kind: repealed}",
};

/// Whether something of this date came after a day, as far as the dates say.
fn is_later(date: Date, day: Date) -> bool {
    day.is_before(date) == Some(true)
}

/// Takes out of the model what came after the day; without a day, what laws themselves say had only been announced.
pub(super) fn until(model: &mut Model, day: Option<Date>) {
    if let Some(day) = day {
        model.site.releases.retain(|release| !is_later(release.date, day));
    }
    registers_until(model, day);
    if let Some(older) = &mut model.editions.model {
        registers_until(older, day);
    }
}

fn registers_until(model: &mut Model, day: Option<Date>) {
    model.laws.iter_mut().for_each(|law| law_until(law, day));
    if let Some(day) = day {
        let happened = |event: &AgencyEvent| event.date.is_none_or(|date| !is_later(date, day));
        model.agencies.iter_mut().for_each(|agency| agency.events.retain(happened));
    }
}

/// Takes out the reorganisations after a day. Before anything looks at ids: what was there then was in use.
pub(super) fn reorganisations_until(model: &mut Model, day: Date) {
    let values = std::mem::take(&mut model.reorganisations);
    let places = std::mem::take(&mut model.origins.reorganisations);
    let kept = values.into_iter().zip(places.values().iter().copied()).filter(|(value, _)| !is_later(value.date, day));
    let (values, places): (Vec<_>, Vec<_>) = kept.unzip();
    (model.reorganisations, model.origins.reorganisations) = (values, places.into());
}

/// The day on which a law ends that is in force by what is said of its state.
fn announced_by(law: &Law) -> Option<Date> {
    let ended = matches!(law.status, LawStatus::Repealed | LawStatus::Replaced);
    law.as_of.filter(|_| !ended)
}

fn law_until(law: &mut Law, day: Option<Date>) {
    let Some(limit) = day.or(announced_by(law)) else { return };
    let ends = |law: &Law| law.end().is_some();
    let (had, ended) = (law.amendments.len(), ends(law));
    law.amendments.retain(|event| !is_later(event.date, limit));
    let fewer = law.amendments.len() < had;
    if fewer && ended && !ends(law) {
        law.replaced_by = None;
    }
    let Some(day) = day else { return };
    let changed = law.amendments.iter().any(|event| !event.kind.ends());
    let out = matches!(law.status, LawStatus::Repealed | LawStatus::Replaced);
    let looked_up_later = law.as_of.is_some_and(|as_of| is_later(as_of, day));
    let before = law.as_of.filter(|_| law.status != LawStatus::Unknown);
    let since = law.amendments.iter().filter(|event| before.is_some_and(|as_of| is_later(event.date, as_of)));
    if let Some(date) = since.map(|event| event.date).max() {
        // What had been announced has happened by now, and is later than what was looked up.
        if !out {
            let ended = law.end().map(|event| event.kind);
            law.status = ended.map_or(LawStatus::Amended, |kind| match kind {
                LawEventKind::Replaced => LawStatus::Replaced,
                _ => LawStatus::Repealed,
            });
            law.as_of = Some(date);
        }
    } else if (out && fewer && ended && !ends(law)) || (law.status == LawStatus::Amended && fewer && !changed) {
        // The events say what it was before them.
        law.status = if changed { LawStatus::Amended } else { LawStatus::InForce };
        law.as_of = Some(day);
    } else if looked_up_later {
        // Whoever looked later found it in force, or out of force by an event that had happened by the day.
        let began = law.effective.or(law.adopted).is_some_and(|begun| !is_later(begun, day));
        let holds = if out { ends(law) } else { began && law.status != LawStatus::Unknown };
        if holds {
            law.as_of = Some(day);
        } else {
            (law.status, law.as_of, law.replaced_by) = (LawStatus::Unknown, None, None);
        }
    }
}

/// Reports the events of laws of the site's own registers that a build without a day leaves out.
pub(super) fn announced(model: &Model, sink: &mut Sink) {
    for (id, law) in LawId::each(model) {
        let Some(limit) = announced_by(law).filter(|_| !model.origins.is_of_program(Owner::Law(id))) else { continue };
        for (index, event) in law.amendments.iter().enumerate().filter(|(_, event)| is_later(event.date, limit)) {
            let trail = Trail::Root.index(model.origins.index(Owner::Law(id)));
            let place = model.origins.place(Owner::Law(id), &trail.key("amendments").index(index).key("date"));
            let (title, date) = (law.short().best(Lang::ZH).1, event.date);
            let [zh, en] = event.kind.words();
            let message = Message::new(
                format!("{title}于 {date} {zh}，而效力核对到 {limit}：网站上没有这次变动"),
                format!(
                    "`{}` ({title}) was {en} on {date}, and its state is known by {limit}: the site leaves it out",
                    law.id
                ),
            );
            let help = Message::new(
                "已经发生的，核对后更新 as_of 和 status；还没有的，用 --as-of 当天日期生成",
                "where it has happened, look it up and move `as_of` and `status` on; where not, build with --as-of and the date of the day",
            );
            sink.push(Diagnostic::warning(&ANNOUNCED, place, message).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::law_until;
    use crate::model::{Date, Law, LawStatus};

    fn law(said: &str) -> Law {
        let yaml = format!("{{id: a, title: {{zh: 甲}}, kind: law, source: {{zh: 乙}}, {said}}}");
        serde_yaml::from_str(&yaml).expect("a law")
    }

    fn day(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    fn on(said: &str, when: Option<Date>) -> (usize, LawStatus, String) {
        let mut law = law(said);
        law_until(&mut law, when);
        (law.amendments.len(), law.state(), law.as_of.map_or(String::new(), |day| day.to_string()))
    }

    const ENDED: &str = "status: repealed, as_of: 2020-01-01, replaced_by: b, effective: 1998-01-01, amendments: \
                         [{date: 2009-08-27, kind: amended}, {date: 2018-03-20, kind: repealed}]";

    #[test]
    fn before_its_end_a_law_is_in_force() {
        assert_eq!(on(ENDED, None), (2, LawStatus::Repealed, "2020-01-01".into()));
        assert_eq!(on(ENDED, day("2018-03-20")), (2, LawStatus::Repealed, "2018-03-20".into()));
        assert_eq!(on(ENDED, day("2018-03-19")), (1, LawStatus::Amended, "2018-03-19".into()));
        assert_eq!(on(ENDED, day("2005-01-01")), (0, LawStatus::InForce, "2005-01-01".into()));
        // The day lies in the year of the event: which came first, the dates do not say.
        let year = "status: unknown, amendments: [{date: 2018, kind: repealed}]";
        assert_eq!(on(year, day("2018-03-19")).0, 1);
        assert_eq!(on(year, day("2017-12-31")).0, 0);
        let mut before = law(ENDED);
        law_until(&mut before, day("2018-01-01"));
        assert_eq!(before.replaced_by, None);
    }

    #[test]
    fn what_was_announced_has_not_happened() {
        let announced = "status: in-force, as_of: 2026-05-01, amendments: [{date: 2027-01-01, kind: repealed}]";
        assert_eq!(on(announced, None), (0, LawStatus::InForce, "2026-05-01".into()));
        assert_eq!(on(announced, day("2026-12-31")).0, 0);
        assert_eq!(on(announced, day("2027-01-01")), (1, LawStatus::Repealed, "2027-01-01".into()));
        let unknown = "status: unknown, amendments: [{date: 2027-01-01, kind: repealed}]";
        assert_eq!(on(unknown, None).1, LawStatus::Repealed, "nobody looked it up on another day");
    }

    #[test]
    fn a_state_that_was_found_later_is_claimed_only_as_far_as_it_goes() {
        assert_eq!(on("status: in-force, as_of: 2026-05-01", day("2016-01-01")).1, LawStatus::Unknown);
        let begun = "status: in-force, as_of: 2026-05-01, effective: 2010-01-01";
        assert_eq!(on(begun, day("2016-01-01")), (0, LawStatus::InForce, "2016-01-01".into()));
        assert_eq!(on("status: repealed, as_of: 2026-05-01", day("2016-01-01")).1, LawStatus::Unknown);
        assert_eq!(on("status: repealed, as_of: 2015-05-01", day("2016-01-01")).1, LawStatus::Repealed);
    }
}
