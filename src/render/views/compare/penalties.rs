//! Penalties of a list under a topic in; for each kind what stands in the comparison out.

use crate::model::{Amount, Currency, Multiple, Penalty, PenaltyKind, Range, Text};

use super::super::super::page::Page;

/// The penalties of one kind.
pub struct PenaltiesOfKind {
    pub kind: PenaltyKind,
    pub count: usize,
    /// Amounts, shares of gains and multiples: as printed where they are all the same, else the smallest and the
    /// largest figure. Empty where none is printed.
    pub figure: String,
}

/// Penalties by kind, in the order of the vocabulary.
pub fn by_kind(page: &Page<'_>, penalties: &[&Penalty]) -> Vec<PenaltiesOfKind> {
    let of_kind = |kind: &PenaltyKind| {
        let these: Vec<&&Penalty> = penalties.iter().filter(|penalty| penalty.kind == *kind).collect();
        (!these.is_empty()).then(|| PenaltiesOfKind { kind: *kind, count: these.len(), figure: figure(page, &these) })
    };
    PenaltyKind::ALL.iter().filter_map(of_kind).collect()
}

/// What one penalty amounts to, as printed; empty where no figure is.
pub fn measures(page: &Page<'_>, penalty: &Penalty) -> String {
    figure(page, &[&penalty])
}

fn figure(page: &Page<'_>, penalties: &[&&Penalty]) -> String {
    let strings = page.strings();
    let amounts = span(penalties.iter().filter_map(|penalty| penalty.amount).map(|amount| (amount.min, amount.max)));
    let amount = amounts.and_then(|(min, max)| strings.amount(Amount { min, max, currency: Currency::Cny }));
    let shares = span(penalties.iter().filter_map(|penalty| penalty.percent_of_gains).map(|r| (r.min, r.max)));
    let share = shares.and_then(|(min, max)| strings.percent_of_gains(Range { min, max }));
    let mut of: Vec<&Text> = Vec::new();
    for multiple in penalties.iter().filter_map(|penalty| penalty.multiple.as_ref()) {
        if !of.contains(&&multiple.of) {
            of.push(&multiple.of);
        }
    }
    let multiples = of.into_iter().filter_map(|of| {
        let these = penalties.iter().filter_map(|penalty| penalty.multiple.as_ref()).filter(|m| m.of == *of);
        let (min, max) = span(these.map(|multiple| (multiple.min, multiple.max)))?;
        strings.multiple(&Multiple { min, max, of: of.clone() }).map(|phrase| phrase.text)
    });
    let parts: Vec<String> = amount.into_iter().chain(share).chain(multiples).collect();
    parts.join(page.t("text", "comma"))
}

/// Both ends of a range of figures; either may be open.
type Ends = (Option<f64>, Option<f64>);

/// The range that all are, or the smallest and the largest figure of them.
fn span(ranges: impl Iterator<Item = Ends>) -> Option<Ends> {
    let ranges: Vec<Ends> = ranges.collect();
    let first = *ranges.first()?;
    if ranges.iter().all(|range| *range == first) {
        return Some(first);
    }
    let figures = || ranges.iter().flat_map(|(min, max)| [*min, *max]).flatten();
    Some((figures().reduce(f64::min), figures().reduce(f64::max)))
}

#[cfg(test)]
mod tests {
    use super::span;

    #[test]
    fn one_range_keeps_its_open_side_and_several_give_their_ends() {
        assert_eq!(span([(None, Some(3.0)), (None, Some(3.0))].into_iter()), Some((None, Some(3.0))));
        assert_eq!(span([(None, Some(3.0)), (Some(1.0), None)].into_iter()), Some((Some(1.0), Some(3.0))));
        assert_eq!(span(std::iter::empty()), None);
    }
}
