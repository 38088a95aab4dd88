//! What a rule is, and the words that several rules share.

use crate::diag::{Code, Diagnostic, Message, Place, Sink, closest};
use crate::meant;
use crate::model::{Id, Model};

use crate::check::readings::Readings;

/// A rule: the kind of fault it finds, and how.
pub struct Rule {
    /// Documentation of the fault.
    pub code: &'static Code,
    /// Finds the faults.
    pub run: fn(&Model, &mut Sink),
}

/// A rule that asks what the Chinese texts of the lists cite, which is read once for all of them.
pub struct ReadingRule {
    /// Documentation of the fault.
    pub code: &'static Code,
    /// Finds the faults.
    pub run: fn(&Model, &Readings<'_>, &mut Sink),
}

/// How many records a message names at most.
const FEW: usize = 6;

/// What a reference leads to, and where that is kept.
pub struct Target {
    /// What it is, in Chinese and English.
    pub kind: [&'static str; 2],
    /// The file, and the key in it, where one is registered.
    pub register: [&'static str; 2],
    /// The entry to write there, for an id and a name.
    pub entry: Option<fn(&str, &str) -> String>,
}

/// A reference to nothing: the same sentences for every kind of record. `known` are the ids there are, each with the
/// name it goes by.
pub fn dangling<'a>(
    code: &'static Code,
    place: Place,
    target: &Target,
    id: &str,
    known: impl Iterator<Item = (&'a str, &'a str)> + Clone,
) -> Diagnostic {
    let [zh, en] = target.kind;
    let message = Message::new(format!("没有 id 为 `{id}` 的{zh}"), format!("no {en} has the id `{id}`"));
    if let Some((near, name)) = meant_by(id, known.clone()) {
        let help = Message::new(format!("是不是 `{near}`（{name}）？"), format!("did you mean `{near}` ({name})?"));
        let is_safe = is_spelled(id, near) || is_called(id, known);
        return Diagnostic::error(code, place, message).help(help).fix(near).safe(is_safe);
    }
    let parts: Vec<&str> =
        id.split([',', '，', '、', ';', '；']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() > 1 {
        let each = parts.iter().map(|part| meant_by(part, known.clone()).map_or(*part, |(near, _)| near));
        let each: Vec<&str> = each.collect();
        let help = Message::new(
            format!("这是几个写在了一起：用英文逗号隔开，写成 [{}]", each.join(", ")),
            format!("these are several in one: part them with ASCII commas, as [{}]", each.join(", ")),
        );
        return Diagnostic::error(code, place, message).help(help);
    }
    let few = likely(id, known);
    let few_en: Vec<String> = few.iter().map(|(id, name)| format!("`{id}` ({name})")).collect();
    let few: Vec<String> = few.iter().map(|(id, name)| format!("`{id}`（{name}）")).collect();
    let [file_zh, file_en] = target.register;
    let (or_zh, or_en) = if few.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("；或改用已有的：{}", few.join("、")), format!("; or use one there is: {}", few_en.join(", ")))
    };
    let entry = target.entry.map(|entry| {
        let well_formed = Id::new(id).is_well_formed();
        let slug = if well_formed { id.to_owned() } else { meant::slug(id).unwrap_or_else(|| "…".into()) };
        format!("\n  - {}", entry(&slug, if well_formed { "…" } else { id }))
    });
    let entry = entry.unwrap_or_default();
    let help = Message::new(
        format!("改正它{or_zh}；确实是新的，先在{file_zh}里登记{}{entry}", if entry.is_empty() { "" } else { "：" }),
        format!(
            "correct it{or_en}; if it is new, register it in {file_en}{}{entry}",
            if entry.is_empty() { "" } else { ":" }
        ),
    );
    Diagnostic::error(code, place, message).help(help)
}

/// Whether what was typed is the id in other letters: of another width or case, with other marks between its words.
pub fn is_spelled(typed: &str, id: &str) -> bool {
    let plain = meant::plain(typed);
    plain.is_ascii() && Id::words(&plain) == id
}

/// Whether what was typed is a name, as it is registered, of one record and no other.
fn is_called<'a>(typed: &str, known: impl Iterator<Item = (&'a str, &'a str)>) -> bool {
    let plain = meant::plain(typed);
    let mut called = known.filter(|(_, name)| *name == typed || *name == plain).map(|(id, _)| id);
    called.next().is_some_and(|first| called.all(|id| id == first))
}

/// The id that was meant by what was typed: by its name, in another width or case, or with a slip.
pub fn meant_by<'a>(
    typed: &str,
    known: impl Iterator<Item = (&'a str, &'a str)> + Clone,
) -> Option<(&'a str, &'a str)> {
    let plain = meant::plain(typed);
    let slug = Id::words(&plain);
    let by_name = known.clone().find(|(_, name)| *name == plain || *name == typed);
    let by_id = || known.clone().find(|(id, _)| *id == plain || *id == slug);
    let near = |text: &str, of: fn((&'a str, &'a str)) -> &'a str| {
        let near = closest(text, known.clone().map(of))?;
        known.clone().find(|one| of(*one) == near)
    };
    by_name
        .or_else(by_id)
        .or_else(|| near(&plain, |(id, _)| id))
        .or_else(|| if plain.is_ascii() { None } else { near(&plain, |(_, name)| name) })
}

/// Those that may have been meant: all where there are few, else those that share most characters with what was typed.
fn likely<'a>(typed: &str, known: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<(&str, &str)> = Vec::new();
    for one in known {
        // A record may go by several names.
        if !all.iter().any(|(id, _)| *id == one.0) {
            all.push(one);
        }
    }
    if all.len() <= FEW {
        return all;
    }
    let shared = |(id, name): &(&str, &str)| {
        let own = if typed.is_ascii() { id } else { name };
        let words = typed.split('-').filter(|word| typed.is_ascii() && word.len() > 2 && own.contains(word)).count();
        let signs =
            typed.chars().filter(|c| !c.is_ascii() && !"县市区局科室部门".contains(*c) && own.contains(*c)).count();
        words + signs
    };
    let mut ranked: Vec<(usize, (&str, &str))> = all.iter().map(|one| (shared(one), *one)).collect();
    ranked.retain(|(shared, _)| *shared > 0);
    ranked.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    ranked.into_iter().take(FEW).map(|(_, one)| one).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_called, likely, meant_by};

    const KNOWN: [(&str, &str); 8] = [
        ("market", "市场监管局"),
        ("education", "教育局"),
        ("water", "水利局"),
        ("health", "卫生健康局"),
        ("justice", "司法局"),
        ("finance", "财政局"),
        ("audit", "审计局"),
        ("audit", "县审计局"),
    ];

    #[test]
    fn a_name_calls_one_record() {
        let called = |typed| is_called(typed, KNOWN.into_iter());
        assert!(called("教育局"));
        assert!(called("审计局"), "a record may have several names");
        assert!(!called("教育"));
        assert!(!is_called("教育局", KNOWN.into_iter().chain([("schools", "教育局")])), "two records have the name");
    }

    #[test]
    fn what_was_meant_is_found_by_name_and_by_id() {
        let meant = |typed| meant_by(typed, KNOWN.into_iter()).map(|(id, _)| id);
        assert_eq!(meant("财政局"), Some("finance"));
        assert_eq!(meant("Finance"), Some("finance"));
        assert_eq!(meant("finanse"), Some("finance"));
        assert_eq!(meant("粮食和物资储备中心"), None);
    }

    #[test]
    fn of_many_those_are_named_that_share_what_tells_them_apart() {
        let named = |typed| likely(typed, KNOWN.into_iter()).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(named("县教委局"), ["education"], "every name may have 县 and 局");
        assert_eq!(named("卫计局"), ["health", "audit"]);
        assert_eq!(named("县局"), Vec::<&str>::new());
        assert_eq!(named("water-affairs"), ["water"]);
    }
}
