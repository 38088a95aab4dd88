//! A template of a theme in; the same with the names that values of pages have today, and where it had older ones, out.

use std::ops::Range;

/// Names that templates could use, each with what it is called today.
const RENAMED: [(&str, &str); 4] = [
    ("page.colophon", "page.provenance"),
    ("law.heir", "law.successor"),
    ("state.heir", "state.successor"),
    ("t.since.heir", "t.since.successor"),
];

/// A name that is called otherwise today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outdated {
    /// Where it stands, in bytes of the template.
    pub span: Range<usize>,
    /// The name.
    pub old: &'static str,
    /// The name today.
    pub new: &'static str,
}

/// Every older name of a template, in the order of the template.
pub(super) fn outdated(template: &str) -> Vec<Outdated> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let mut found: Vec<Outdated> = Vec::new();
    for (old, new) in RENAMED {
        for (at, _) in template.match_indices(old) {
            let before = template[..at].chars().next_back();
            let after = template[at + old.len()..].chars().next();
            if !before.is_some_and(is_name) && !after.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                found.push(Outdated { span: at..at + old.len(), old, new });
            }
        }
    }
    found.sort_by_key(|one| one.span.start);
    found
}

/// The template with today's names.
pub(super) fn renamed(template: &str, outdated: &[Outdated]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut at = 0;
    for Outdated { span, new, .. } in outdated {
        out.push_str(&template[at..span.start]);
        out.push_str(new);
        at = span.end;
    }
    out + &template[at..]
}

#[cfg(test)]
mod tests {
    use super::{outdated, renamed};

    #[test]
    fn older_names_get_the_new_ones() {
        let template =
            "{% if page.colophon.meta %}{{ page.colophon_2 }}{{ other.page.colophon }}{{ law.heir.href }}{% endif %}";
        let found = outdated(template);
        assert_eq!(found.iter().map(|one| one.old).collect::<Vec<_>>(), ["page.colophon", "law.heir"]);
        let new = "{% if page.provenance.meta %}{{ page.colophon_2 }}{{ other.page.colophon }}{{ law.successor.href }}{% endif %}";
        assert_eq!(renamed(template, &found), new);
    }
}
