//! A page in, what it says to programs out: JSON-LD in the terms of schema.org, ready to stand in a script element.
//!
//! A page is a `WebPage` with its breadcrumbs; what it is about is its `mainEntity`. Only facts of the content, and the
//! addresses of the site: absolute where it knows where it will live, else relative to the page.

mod data;
mod law;
mod office;
mod subject;

use serde_json::{Map, Value, json};

use crate::model::{PublisherKind, Text};
use crate::plan::Target;

use super::pen::Pen;
use super::text::TextView;

impl Pen<'_> {
    /// What the page says to programs.
    pub fn linked(&self) -> TextView<'static> {
        let trail = self.trail();
        let value = match self.target {
            // Its text leaves no room for more.
            Target::Regime(..) => trail.unwrap_or_default(),
            Target::Home => Value::Object(self.website()),
            target => {
                let mut page = thing(target.kind().schema_type);
                page.insert("name".into(), self.over_the_text(target).into());
                page.insert("inLanguage".into(), self.lang.as_str().into());
                if self.shared.plan.base.is_known() && target != Target::NotFound {
                    page.insert("url".into(), self.address(target, "").into());
                }
                put(&mut page, "breadcrumb", trail);
                put(&mut page, "mainEntity", self.subject(target));
                Value::Object(page)
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
    fn website(&self) -> Map<String, Value> {
        let site = &self.model().site;
        let mut value = thing("WebSite");
        value.insert("name".into(), self.bare(&site.title).into());
        value.insert("description".into(), self.bare(&site.description).into());
        value.insert("inLanguage".into(), self.lang.as_str().into());
        value.insert("url".into(), self.address(Target::Home, "").into());
        value.insert("publisher".into(), self.publisher());
        value.insert("license".into(), site.licence.url.as_str().into());
        let search = format!("{}?q={{query}}", self.address(Target::Search, ""));
        value.insert(
            "potentialAction".into(),
            json!({"@type": "SearchAction", "target": {"@type": "EntryPoint", "urlTemplate": search},
                "query-input": "required name=query"}),
        );
        value
    }

    /// The pages above the page and itself; nothing for the home page.
    fn trail(&self) -> Option<Value> {
        let above = self.above(self.target);
        if above.is_empty() {
            return None;
        }
        let count = above.len() as u32;
        let item = |(position, target): (u32, Target)| {
            json!({"@type": "ListItem", "position": position, "name": self.name(target).text,
                "item": self.address(target, "")})
        };
        let mut items: Vec<Value> = (1..).zip(above).map(item).collect();
        items.push(json!({"@type": "ListItem", "position": count + 1, "name": self.name(self.target).text}));
        Some(json!({"@type": "BreadcrumbList", "itemListElement": items}))
    }

    /// The title over the text of a page, where it is not the name of the page.
    fn over_the_text(&self, target: Target) -> String {
        let model = self.model();
        match target {
            Target::List(l) | Target::Dossier(l) => self.bare(&self.list(l).title).to_owned(),
            Target::Law(i) => self.bare(&model[i].title).to_owned(),
            Target::Compare(i, _) => {
                let colon = self.say("text", "colon");
                format!("{}{colon}{}", self.say("page", "compare"), self.bare(&model[i].name))
            }
            _ => self.name(target).text.into_owned(),
        }
    }

    /// The address of a place on the site.
    fn address(&self, target: Target, anchor: &str) -> String {
        let plan = self.shared.plan;
        if !plan.base.is_known() {
            return self.href(target, anchor);
        }
        let hash = if anchor.is_empty() { "" } else { "#" };
        format!("{}{hash}{anchor}", plan.url(target, self.lang))
    }

    /// The address of a file of the site.
    fn file_address(&self, path: &str) -> String {
        let base = &self.shared.plan.base;
        if base.is_known() { base.absolute(path) } else { self.file(path) }
    }

    /// Who publishes the site.
    fn publisher(&self) -> Value {
        let publisher = &self.model().site.publisher;
        let official = publisher.kind == PublisherKind::Official;
        let mut value = thing(if official { "GovernmentOrganization" } else { "Organization" });
        value.insert("name".into(), self.bare(&publisher.name).into());
        put(&mut value, "url", publisher.url.as_deref());
        Value::Object(value)
    }

    /// A thing of one kind under its name.
    fn named(&self, kind: &str, name: &Text) -> Map<String, Value> {
        let mut value = thing(kind);
        value.insert("name".into(), self.bare(name).into());
        value
    }
}

/// A thing of one kind, of which nothing is said yet.
fn thing(kind: &str) -> Map<String, Value> {
    Map::from_iter([("@type".to_owned(), kind.into())])
}

/// Says something of a thing, where it is known.
fn put(thing: &mut Map<String, Value>, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        thing.insert(key.to_owned(), value.into());
    }
}

/// One value by itself, several as a list, none as nothing.
fn several(mut values: Vec<Value>) -> Option<Value> {
    match values.len() {
        0 | 1 => values.pop(),
        _ => Some(values.into()),
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

    use super::{script, several};

    #[test]
    fn no_text_ends_the_script() {
        let value = json!({"name": "</script><!--\u{2028}\u{2029}"});
        let text = script(&value);
        assert!(!text.contains(['<', '\u{2028}', '\u{2029}']), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), value);
    }

    #[test]
    fn one_value_is_no_list() {
        assert_eq!(several(Vec::new()), None);
        assert_eq!(several(vec![json!(1)]), Some(json!(1)));
        assert_eq!(several(vec![json!(1), json!(2)]), Some(json!([1, 2])));
    }
}
