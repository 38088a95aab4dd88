//! Figures that contradict each other or themselves.

use crate::check::traverse::{Spot, traverse};
use crate::diag::{Code, Diagnostic, Message, Place, Sink};
use crate::model::walk::Node;
use crate::model::{Model, Range, Regime};

use super::Rule;

static CODE: Code = Code {
    id: "E024",
    name: "bad-range",
    what: ["数字不合理", "a figure that cannot be"],
    why: [
        "频次、比例、期限和金额会被比较和计算，错了会误导人。",
        "Frequencies, shares, limits and amounts are compared and computed with; a wrong one misleads.",
    ],
    fix: ["核对原文，改正数字。", "Look at the document and correct the figure."],
    example: "coverage_percent: {min: 25, max: 15}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    traverse(model, &mut |node, spot| match node {
        Node::Regime(regime) => figures(regime, spot, sink),
        Node::Service(service) => {
            let months = service.schedule.iter().flat_map(|schedule| &schedule.months);
            if months.clone().any(|month| !(1..=12).contains(month)) {
                let place = spot.below(&["schedule", "months"]);
                report(sink, place, Message::new("月份是 1 到 12", "months are 1 to 12"));
            }
        }
        _ => {}
    });
}

fn figures(regime: &Regime, spot: &Spot<'_, '_>, sink: &mut Sink) {
    for (index, frequency) in regime.frequencies.iter().enumerate() {
        let place = || spot.entry("frequencies", index);
        let counts = frequency.minimum.map(f64::from).zip(frequency.maximum.map(f64::from));
        if counts.is_some_and(|(min, max)| min > max) {
            report(sink, spot.field("frequencies", index, "minimum"), crossed());
        }
        if let Some(range) = frequency.coverage_percent {
            percent(range, spot.field("frequencies", index, "coverage_percent"), sink);
        }
        let counted = frequency.minimum.is_some() || frequency.maximum.is_some();
        if !counted && frequency.coverage_percent.is_none() && frequency.per.is_none() {
            let words = Message::new(
                "频次没有数字也没有周期：写 minimum、maximum、per 或 coverage_percent",
                "a frequency without figure or period: give minimum, maximum, per or coverage_percent",
            );
            report(sink, place(), words);
        }
        if counted && frequency.per.is_none() {
            report(sink, place(), Message::new("次数没有周期：写 per", "a count without its period: give per"));
        }
    }
    for (index, deadline) in regime.deadlines.iter().enumerate() {
        if deadline.limit.value == 0 {
            report(
                sink,
                spot.field("deadlines", index, "limit"),
                Message::new("期限不能是 0", "a time limit cannot be 0"),
            );
        }
    }
    for (index, penalty) in regime.penalties.iter().enumerate() {
        let place = |field| spot.field("penalties", index, field);
        if let Some(amount) = penalty.amount {
            open_or_ordered(amount.min, amount.max, place("amount"), sink);
        }
        if let Some(multiple) = &penalty.multiple {
            open_or_ordered(multiple.min, multiple.max, place("multiple"), sink);
        }
        if let Some(range) = penalty.percent_of_gains {
            open_or_ordered(range.min, range.max, place("percent_of_gains"), sink);
        }
    }
    for (index, threshold) in regime.thresholds.iter().enumerate() {
        open_or_ordered(threshold.minimum, threshold.maximum, spot.field("thresholds", index, "minimum"), sink);
    }
}

fn percent(range: Range, place: Place, sink: &mut Sink) {
    let outside = [range.min, range.max].into_iter().flatten().any(|share| !(0.0..=100.0).contains(&share));
    if outside {
        report(sink, place, Message::new("比例在 0 到 100 之间", "a share is between 0 and 100 percent"));
    } else {
        open_or_ordered(range.min, range.max, place, sink);
    }
}

fn open_or_ordered(min: Option<f64>, max: Option<f64>, place: Place, sink: &mut Sink) {
    if min.is_none() && max.is_none() {
        report(sink, place, Message::new("上下限都没有写", "neither the least nor the most is given"));
    } else if min.zip(max).is_some_and(|(min, max)| min > max) {
        report(sink, place, crossed());
    }
}

fn crossed() -> Message {
    Message::new("下限大于上限", "the least is more than the most")
}

fn report(sink: &mut Sink, place: Place, words: Message) {
    let help = Message::new("核对原文，改正数字", "look at the document and correct the figure");
    sink.push(Diagnostic::error(&CODE, place, words).help(help));
}
