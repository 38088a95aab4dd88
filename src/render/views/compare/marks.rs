//! What each of several lists says in; for every thing said, how many lists say it and whether alike, out.

use std::collections::{BTreeMap, BTreeSet};

/// Something that a list says: of which thing, and the figure it prints for it. It is empty where there is none, which is
/// no other figure than that of another list.
pub struct Fact {
    pub key: String,
    pub figure: String,
}

/// How a fact stands among the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// How many lists say something of the thing.
    pub lists: usize,
    /// Whether they do not all print the same figures for it.
    pub differs: bool,
}

/// Marks of the facts of each list, in their order.
///
/// A list that says several figures of one thing is held with all of them against the others: the order in which it
/// says them does not count.
pub fn marks(lists: &[Vec<Fact>]) -> Vec<Vec<Mark>> {
    let mut things: BTreeMap<&str, BTreeMap<usize, BTreeSet<&str>>> = BTreeMap::new();
    for (index, facts) in lists.iter().enumerate() {
        for fact in facts {
            let figures = things.entry(&fact.key).or_default().entry(index).or_default();
            figures.extend((!fact.figure.is_empty()).then_some(fact.figure.as_str()));
        }
    }
    let mark = |fact: &Fact| {
        let said = &things[fact.key.as_str()];
        let mut figures = said.values().filter(|figures| !figures.is_empty());
        let first = figures.next();
        Mark { lists: said.len(), differs: figures.any(|other| Some(other) != first) }
    };
    lists.iter().map(|facts| facts.iter().map(mark).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Fact, Mark, marks};

    fn facts(pairs: &[(&str, &str)]) -> Vec<Fact> {
        pairs.iter().map(|(key, figure)| Fact { key: (*key).into(), figure: (*figure).into() }).collect()
    }

    fn mark(lists: usize, differs: bool) -> Mark {
        Mark { lists, differs }
    }

    #[test]
    fn counts_lists_and_not_mentions() {
        let lists = [facts(&[("a", ""), ("b", ""), ("b", "")]), facts(&[("a", "")]), facts(&[("a", ""), ("c", "")])];
        let found = marks(&lists);
        assert_eq!(found[0], [mark(3, false), mark(1, false), mark(1, false)]);
        assert_eq!(found[2], [mark(3, false), mark(1, false)]);
    }

    #[test]
    fn another_figure_for_the_same_thing_differs() {
        let found = marks(&[facts(&[("lifts", "1"), ("cranes", "2")]), facts(&[("lifts", "2"), ("cranes", "2")])]);
        assert_eq!(found[0], [mark(2, true), mark(2, false)]);
        assert_eq!(found[1], [mark(2, true), mark(2, false)]);
    }

    #[test]
    fn several_figures_of_one_list_do_not_differ_from_themselves() {
        let found = marks(&[facts(&[("plan", "1"), ("plan", "4")]), facts(&[("plan", "4"), ("plan", "1")])]);
        assert_eq!(found[0], [mark(2, false), mark(2, false)]);
        let found = marks(&[facts(&[("plan", "1"), ("plan", "4")]), facts(&[("plan", "4")])]);
        assert_eq!(found[1], [mark(2, true)]);
        assert_eq!(marks(&[facts(&[("plan", "1"), ("plan", "4")])])[0], [mark(1, false), mark(1, false)]);
    }

    #[test]
    fn no_figure_is_no_other_figure() {
        let found = marks(&[facts(&[("fine", "")]), facts(&[("fine", "3")]), facts(&[("fine", "3")])]);
        assert_eq!(found[0], [mark(3, false)]);
        assert_eq!(
            marks(&[facts(&[("fine", "")]), facts(&[("fine", "3")]), facts(&[("fine", "4")])])[0],
            [mark(3, true)]
        );
    }

    #[test]
    fn nothing_said_makes_no_marks() {
        assert_eq!(marks(&[Vec::new(), facts(&[("a", "")])]), [vec![], vec![mark(1, false)]]);
    }
}
