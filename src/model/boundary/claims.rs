//! What a list says that a department does in a matter, in; each thing that it does, what is done and to what, out.

use super::words::{MANAGE, WORDS, Word};

/// One thing that a department does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Claim {
    /// What is done, one bit each; nothing where no known word says.
    acts: u16,
    /// To what: the characters that are left, in order of their code points, so that another order of words is no difference.
    object: Vec<char>,
    /// Whether it only helps, or does it with others.
    with_others: bool,
}

/// What a text says that a department does, clause by clause.
pub(super) fn claims(text: &str) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for clause in text.split(['。', '；', ';', '，', ',', '\n']) {
        let Claim { acts, object, with_others } = claim(clause);
        match claims.last_mut() {
            // What is done further to the same.
            Some(before) if object.is_empty() => before.acts |= acts,
            _ if object.is_empty() && acts == 0 && !with_others => {}
            _ => claims.push(Claim { acts, object, with_others }),
        }
    }
    claims
}

fn claim(clause: &str) -> Claim {
    let clause: String = clause.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut found = Claim { acts: 0, object: Vec::new(), with_others: false };
    let mut rest = &*clause;
    while let Some(c) = rest.chars().next() {
        let fits = WORDS.iter().filter(|(word, _)| rest.starts_with(word));
        let Some((word, does)) = fits.max_by_key(|(word, _)| word.len()) else {
            found.object.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        match does {
            Word::Act(acts) => found.acts |= acts,
            Word::Filler => {}
            Word::Support | Word::Shared => found.with_others = true,
            Word::Same(other) => found.object.extend(other.chars()),
        }
        rest = &rest[word.len()..];
    }
    found.object.sort_unstable();
    found
}

/// Whether two texts claim the same duty in one of their clauses, for whoever they are said of, alone.
pub(super) fn same_duty(one: &[Claim], other: &[Claim]) -> bool {
    let alone = |claim: &&Claim| !claim.with_others && claim.object.len() >= 2;
    one.iter().filter(alone).any(|one| other.iter().filter(alone).any(|other| same(one, other)))
}

/// Whether a text says a duty of another in any way, be it with others.
pub(super) fn says(text: &[Claim], duty: &[Claim]) -> bool {
    duty.iter().filter(|duty| duty.object.len() >= 2).any(|duty| text.iter().any(|claim| same(claim, duty)))
}

fn same(one: &Claim, other: &Claim) -> bool {
    let acts = one.acts & other.acts != 0 || one.acts == 0 && other.acts == 0;
    acts && one.object == other.object
}

/// Whether nothing that one text says of a department is anything that the other says of it.
pub(super) fn differ(one: &[Claim], other: &[Claim]) -> bool {
    let plain = |claims: &[Claim]| {
        !claims.is_empty()
            && claims.iter().all(|claim| !claim.with_others && claim.acts != 0 && claim.object.len() >= 2)
    };
    // What is done is known on both sides, so that it can be told to be something else.
    plain(one) && plain(other) && one.iter().all(|one| other.iter().all(|other| apart(one, other)))
}

/// Whether two things that are done are plainly not the same: something else is done, or to something else altogether.
fn apart(one: &Claim, other: &Claim) -> bool {
    // To manage may be any of the others, in the words of another list.
    let manages = (one.acts | other.acts) & MANAGE != 0;
    let another_act = one.acts & other.acts == 0 && !manages;
    let shared = one.object.iter().filter(|c| other.object.contains(c)).count();
    another_act || shared * 5 < one.object.len().min(other.object.len())
}

/// Whether a text says that the department leads.
pub(super) fn leads(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let clause = |clause: &str| {
        ["牵头", "负责牵头", "承担牵头"].iter().any(|word| clause.starts_with(word)) || clause.contains("牵头负责")
    };
    text.split(['。', '；', ';', '，', ',']).any(|part| clause(part) && !part.ends_with('下'))
}

#[cfg(test)]
mod tests {
    use super::{claims, differ, leads, same_duty};

    fn same(one: &str, other: &str) -> bool {
        same_duty(&claims(one), &claims(other))
    }

    #[test]
    fn another_order_of_words_is_the_same_duty() {
        assert!(same("负责校车使用许可的审批。", "对校车使用进行审批；宣传交通安全"));
        assert!(same("负责全县餐饮油烟的监督管理。", "承担餐饮油烟监管工作"));
        assert!(!same("负责生产环节食品的监管", "负责流通环节食品的监管"));
        assert!(!same("办理全市（市区除外）燃气经营许可。", "办理市区内燃气经营许可。"));
        assert!(!same("配合做好餐饮油烟监管", "负责餐饮油烟监管"));
    }

    #[test]
    fn what_may_be_the_same_does_not_differ() {
        let differ = |one: &str, other: &str| differ(&claims(one), &claims(other));
        assert!(differ("负责校车使用许可的审批", "负责校车通行路线的巡查"));
        assert!(!differ("负责校车安全监督管理", "负责校车通行路线的巡查"));
        assert!(!differ("负责校车的巡查；查处违法", "查处校车超员违法行为"));
        assert!(!differ("做好相关工作", "负责校车通行路线的巡查"));
    }

    #[test]
    fn whoever_is_led_does_not_lead() {
        assert!(leads("牵头负责校车安全") && leads("负责制定计划，牵头组织检查"));
        assert!(!leads("在县教育局牵头下开展检查") && !leads("配合牵头部门"));
    }
}
