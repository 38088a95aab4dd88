//! "Did you mean": the candidate nearest to what was typed.

/// The candidate that differs least from `typed`, if it differs by no more than a third of its characters (and at
/// least one slip is forgiven). Earlier candidates win ties.
pub fn closest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed: Vec<char> = typed.chars().collect();
    let allowed = (typed.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate.chars().count().abs_diff(typed.len()) > allowed {
            continue;
        }
        let distance = distance(&typed, candidate);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The one candidate that `typed` can be a slip of, as [`closest`] forgives slips; `None` where there are several.
pub fn only<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut near = candidates.into_iter().filter(|candidate| closest(typed, [*candidate]).is_some());
    let first = near.next()?;
    near.all(|other| other == first).then_some(first)
}

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
fn distance(a: &[char], b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let changed = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + changed);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = least;
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::{closest, only};

    #[test]
    fn finds_a_slip_and_leaves_strangers_alone() {
        let keys = ["number", "statement", "topics", "work_items"];
        assert_eq!(closest("statment", keys), Some("statement"));
        assert_eq!(closest("tpoics", keys), Some("topics"));
        assert_eq!(closest("workitems", keys), Some("work_items"));
        assert_eq!(closest("phones", keys), None);
        assert_eq!(closest("", keys), None);
    }

    #[test]
    fn a_slip_of_two_is_one_of_none() {
        assert_eq!(only("statment", ["number", "statement"]), Some("statement"));
        assert_eq!(only("nate", ["name", "note"]), None);
        assert_eq!(only("phones", ["name", "note"]), None);
    }
}
