//! What somebody typed for a department in; the kind of department that is meant, or an entry for one of its own, out.

use crate::diag::{Message, closest};
use crate::model::{Department, Id, Lang, Text};
use crate::register::register;

use super::answers::{Body, Known, Name};
use super::english::slug;

/// Departments that a message lists, at most.
const LISTED: usize = 8;

/// The department that is meant: by its slug, any of its names, with or without its place, or a part of them. A Chinese
/// name that nothing has is taken for a department of its own.
///
/// # Errors
///
/// Says why none or several are meant, and what to type.
pub fn body(typed: &str, place: &str, known: &Known) -> Result<Body, Message> {
    let typed = typed.trim();
    let bare = typed.strip_prefix(place).filter(|rest| !rest.is_empty()).unwrap_or(typed);
    if bare.is_empty() {
        return Err(Message::new(
            "要写部门的名称，如 教育局",
            "a department is wanted: its name in Chinese, such as 教育局, or its slug, such as education",
        ));
    }
    let all = || known.departments.iter().chain(&register().departments);
    if let Some(found) = all().find(|one| &*one.slug == bare) {
        return Ok(registered(found, None));
    }
    if let Some(found) = all().find(|one| names(one).any(|name| name == bare)) {
        return Ok(registered(found, Some(bare)));
    }
    let near: Vec<&Department> = all().filter(|one| names(one).any(|name| name.contains(bare))).collect();
    match near[..] {
        [] => {}
        [one] => return Ok(registered(one, None)),
        _ if bare.chars().count() < 3 || !is_chinese(bare) => return Err(several(bare, &near)),
        _ => {}
    }
    if !is_chinese(bare) {
        return Err(unknown(bare, known));
    }
    Ok(own(bare, closest(bare, all().flat_map(names))))
}

fn names(department: &Department) -> impl Iterator<Item = &str> {
    let zh = department.name.get(Lang::ZH);
    department.aliases.iter().map(String::as_str).chain(zh)
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

fn registered(found: &Department, typed: Option<&str>) -> Body {
    let kind = Name { zh: found.name.best(Lang::ZH).1.to_owned(), en: found.name.get(Lang::EN).map(str::to_owned) };
    let level = |name: &str| name.strip_prefix(['县', '市', '区']).unwrap_or(name).to_owned();
    let usual = || found.aliases.first().unwrap_or(&kind.zh).clone();
    let bureau = typed.filter(|typed| *typed != kind.zh).map_or_else(usual, str::to_owned);
    Body { slug: found.slug.to_string(), bureau: level(&bureau), kind, entry: None, near: None }
}

/// A department of which nothing is known but its name.
fn own(name: &str, near: Option<&str>) -> Body {
    let slug = match slug(name) {
        word if word.is_empty() => format!("department-{}", Id::hash(name.bytes())),
        word => word,
    };
    let entry = Department {
        slug: Id::new(&slug),
        name: Text::zh(name),
        definition: None,
        aliases: ["", "县", "市", "区"].into_iter().map(|level| format!("{level}{name}")).skip(1).collect(),
    };
    Body {
        slug,
        kind: Name { zh: name.to_owned(), en: None },
        bureau: name.to_owned(),
        entry: Some(entry),
        near: near.map(str::to_owned),
    }
}

fn listed(departments: &[&Department], open: [&str; 2], between: &str) -> String {
    let shown = departments.iter().take(LISTED);
    let shown: Vec<String> = shown
        .map(|one| format!("{}{}{}{}", one.aliases.first().map_or(&*one.slug, |name| name), open[0], one.slug, open[1]))
        .collect();
    shown.join(between)
}

fn several(typed: &str, near: &[&Department]) -> Message {
    let more = near.len().saturating_sub(LISTED);
    let [zh, en] =
        if more > 0 { [format!(" 等{}个", near.len()), format!(" and {more} more")] } else { Default::default() };
    Message::new(
        format!("名称里有 `{typed}` 的部门有几个，写得全一些：{}{zh}", listed(near, ["（", "）"], "、")),
        format!(
            "several departments have `{typed}` in their names; give more of it: {}{en}",
            listed(near, [" (", ")"], ", ")
        ),
    )
}

fn unknown(typed: &str, known: &Known) -> Message {
    let slugs = known.departments.iter().chain(&register().departments).map(|one| &*one.slug);
    let [zh, en] = closest(typed, slugs).map_or_else(
        || ["写中文名称，如 教育局".to_owned(), "give its name in Chinese, such as 教育局".to_owned()],
        |near| [format!("是不是 {near}？"), format!("did you mean {near}?")],
    );
    Message::new(format!("没有部门 `{typed}`：{zh}"), format!("there is no department `{typed}`: {en}"))
}

#[cfg(test)]
mod tests {
    use super::body;
    use crate::start::Known;

    #[test]
    fn a_department_is_found_by_slug_name_and_part() {
        let found = |typed: &str| body(typed, "双峪县", &Known::default()).map(|body| (body.slug, body.bureau));
        for (typed, bureau) in
            [("education", "教育局"), ("教育局", "教育局"), ("双峪县教育体育局", "教育体育局"), ("县教体局", "教体局")]
        {
            assert_eq!(found(typed), Ok(("education".to_owned(), bureau.to_owned())), "{typed}");
        }
        assert_eq!(found("气象").map(|(slug, _)| slug), Ok("meteorology".to_owned()));
    }

    #[test]
    fn what_is_not_found_is_said_or_becomes_an_entry() {
        let why = |typed: &str| body(typed, "双峪县", &Known::default()).map(|body| body.slug).map_err(|why| why.zh);
        assert!(why("").is_err_and(|why| why.contains("教育局")));
        assert!(why("局").is_err_and(|why| why.contains("写得全一些")));
        assert!(why("educaton").is_err_and(|why| why.contains("是不是 education")));
        let own = body("双峪县茶叶发展中心", "双峪县", &Known::default()).expect("an entry");
        assert_eq!((own.bureau.as_str(), own.slug.as_str()), ("茶叶发展中心", "chayefazhanzhongxin"));
        assert!(own.entry.is_some() && own.near.is_none());
        let near = body("教玉局", "双峪县", &Known::default()).expect("an entry");
        assert_eq!(near.near.as_deref(), Some("教育局"));
    }
}
