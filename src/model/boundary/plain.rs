//! A name or a text in Chinese in; the same without what only dresses it up out.

/// A name without blanks and marks.
pub(super) fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Words of names of matters that say nothing of what the matter is, the longer before those that they hold.
const DRESS: [&str; 34] = [
    "监督管理工作",
    "监督管理职责",
    "职责边界划分",
    "监督管理",
    "监管职责",
    "监管工作",
    "管理职责",
    "管理工作",
    "管理事项",
    "职责分工",
    "职责边界",
    "职责划分",
    "责任分工",
    "边界划分",
    "相关工作",
    "有关工作",
    "监管",
    "管理",
    "工作",
    "职责",
    "事项",
    "分工",
    "方面",
    "领域",
    "关于",
    "相关",
    "有关",
    "问题",
    "边界",
    "以及",
    "的",
    "和",
    "与",
    "及",
];

/// A name of a matter without words that say nothing of what it is; the name itself where nothing would be left.
pub(super) fn name(name: &str) -> String {
    let folded = folded(name);
    let mut out = String::new();
    let mut rest = &*folded;
    while let Some(c) = rest.chars().next() {
        match DRESS.iter().find(|word| rest.starts_with(**word)) {
            Some(word) => rest = &rest[word.len()..],
            None => {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    if out.chars().count() < 2 { folded } else { out }
}

/// How much of the shorter name the longer has in it, in its order, as long as it is not much longer: 0 where the shorter has
/// anything that the longer lacks.
pub(super) fn likeness(one: &str, other: &str) -> f64 {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut left = long.iter();
    let within = short.iter().all(|c| left.any(|other| other == c));
    if within && short.len() >= 3 { short.len() as f64 / long.len() as f64 } else { 0.0 }
}

/// Whether two names have so much in common that they may mean the same, though nobody can be sure.
pub(super) fn near(one: &str, other: &str) -> bool {
    let pairs = |name: &str| name.chars().zip(name.chars().skip(1)).collect::<Vec<_>>();
    let (one, other) = (pairs(one), pairs(other));
    let shared = one.iter().filter(|pair| other.contains(pair)).count();
    shared > 0 && shared * 5 >= one.len().min(other.len()) * 3
}

#[cfg(test)]
mod tests {
    use super::{likeness, name, near};

    #[test]
    fn dress_goes_and_the_matter_stays() {
        assert_eq!(name("校车安全的监督管理工作"), "校车安全");
        assert_eq!(name("关于“校车安全”职责分工"), "校车安全");
        assert_eq!(name("监管工作"), "监管工作");
        assert_eq!(likeness("校车安全", "校车运行安全"), 4.0 / 6.0);
        assert_eq!(likeness("生产环节食品", "流通环节食品"), 0.0);
        assert!(near("学校食堂食品安全", "食堂食品安全"));
        assert!(!near("养犬", "校车安全"));
    }
}
