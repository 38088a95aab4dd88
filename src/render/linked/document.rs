//! A page in; what it says to programs, ready to stand in a script element, out.

use serde_json::{Map, Value, json};

use crate::plan::Target;

use super::super::names::{page_name, pages_above};
use super::super::page::Page;
use super::super::text::TextView;
use super::subject::subject;
use super::terms::{address, publisher, put, thing};

/// What the page says to programs.
pub fn linked_data(page: &Page<'_>) -> TextView<'static> {
    let trail = trail(page);
    let value = match page.target {
        // Its text leaves no room for more.
        Target::Regime(..) => trail.unwrap_or_default(),
        Target::Home => Value::Object(website(page)),
        target => {
            let mut document = thing(target.kind().schema_type);
            document.insert("name".into(), title_over_text(page, target).into());
            document.insert("inLanguage".into(), page.lang.as_str().into());
            if page.shared.plan.base.is_known() && target != Target::NotFound {
                document.insert("url".into(), address(page, target, "").into());
            }
            put(&mut document, "breadcrumb", trail);
            put(&mut document, "mainEntity", subject(page, target));
            Value::Object(document)
        }
    };
    let text = match value {
        Value::Object(mut object) => {
            object.insert("@context".into(), "https://schema.org".into());
            script(&Value::Object(object))
        }
        _ => String::new(),
    };
    TextView { html: true, ..TextView::plain(text) }
}

/// The site with its search.
fn website(page: &Page<'_>) -> Map<String, Value> {
    let site = &page.model().site;
    let mut value = thing("WebSite");
    value.insert("name".into(), page.bare(&site.title).into());
    value.insert("description".into(), page.bare(&site.description).into());
    value.insert("inLanguage".into(), page.lang.as_str().into());
    value.insert("url".into(), address(page, Target::Home, "").into());
    value.insert("publisher".into(), publisher(page));
    value.insert("license".into(), site.licence.url.as_str().into());
    let search = format!("{}?q={{query}}", address(page, Target::Search, ""));
    value.insert(
        "potentialAction".into(),
        json!({"@type": "SearchAction", "target": {"@type": "EntryPoint", "urlTemplate": search},
            "query-input": "required name=query"}),
    );
    value
}

/// The pages above the page and itself; nothing for the home page.
fn trail(page: &Page<'_>) -> Option<Value> {
    let above = pages_above(page, page.target);
    if above.is_empty() {
        return None;
    }
    let count = above.len() as u32;
    let item = |(position, target): (u32, Target)| {
        json!({"@type": "ListItem", "position": position, "name": page_name(page, target).text,
            "item": address(page, target, "")})
    };
    let mut items: Vec<Value> = (1..).zip(above).map(item).collect();
    items.push(json!({"@type": "ListItem", "position": count + 1, "name": page_name(page, page.target).text}));
    Some(json!({"@type": "BreadcrumbList", "itemListElement": items}))
}

/// The title over the text of a page, where it is not the name of the page.
fn title_over_text(page: &Page<'_>, target: Target) -> String {
    let model = page.model();
    match target {
        Target::List(l) | Target::Dossier(l) | Target::Tabular(l) => page.bare(&page.list(l).title).to_owned(),
        Target::Law(i) => page.bare(&model[i].title).to_owned(),
        Target::Compare(i, _) => {
            let colon = page.t("text", "colon");
            format!("{}{colon}{}", page.t("page", "compare"), page.bare(&model[i].name))
        }
        Target::Answer(region, topic) => {
            let values = [("region", page.bare(&model[region].name)), ("topic", page.bare(&model[topic].name))];
            page.strings().fill("answer", "title", &values)
        }
        _ => page_name(page, target).text.into_owned(),
    }
}

/// JSON that ends no script element and breaks no line.
fn script(value: &Value) -> String {
    let text = value.to_string();
    if !text.contains(['<', '\u{2028}', '\u{2029}']) {
        return text;
    }
    text.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::script;

    #[test]
    fn no_text_ends_the_script() {
        let value = json!({"name": "</script><!--\u{2028}\u{2029}"});
        let text = script(&value);
        assert!(!text.contains(['<', '\u{2028}', '\u{2029}']), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), value);
    }
}
