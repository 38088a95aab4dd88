//! A name, an address or a value in; a thing in the terms of schema.org, or a part of one, out.

use serde_json::{Map, Value};

use crate::model::{PublisherKind, Text};
use crate::plan::Target;

use super::super::page::Page;

/// The address of a place on the site.
pub(super) fn address(page: &Page<'_>, target: Target, anchor: &str) -> String {
    let plan = page.shared.plan;
    if !plan.base.is_known() {
        return page.href(target, anchor);
    }
    let hash = if anchor.is_empty() { "" } else { "#" };
    format!("{}{hash}{anchor}", plan.url(target, page.lang))
}

/// The address of a file of the site.
pub(super) fn file_address(page: &Page<'_>, path: &str) -> String {
    let base = &page.shared.plan.base;
    if base.is_known() { base.absolute(path) } else { page.file(path) }
}

/// Who publishes the site.
pub(super) fn publisher(page: &Page<'_>) -> Value {
    let publisher = &page.model().site.publisher;
    let official = publisher.kind == PublisherKind::Official;
    let mut value = thing(if official { "GovernmentOrganization" } else { "Organization" });
    value.insert("name".into(), page.bare(&publisher.name).into());
    put(&mut value, "url", publisher.url.as_deref());
    Value::Object(value)
}

/// A thing of one kind under its name.
pub(super) fn named(page: &Page<'_>, kind: &str, name: &Text) -> Map<String, Value> {
    let mut value = thing(kind);
    value.insert("name".into(), page.bare(name).into());
    value
}

/// A thing of one kind, of which nothing is said yet.
pub(super) fn thing(kind: &str) -> Map<String, Value> {
    Map::from_iter([("@type".to_owned(), kind.into())])
}

/// Says something of a thing, where it is known.
pub(super) fn put(thing: &mut Map<String, Value>, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        thing.insert(key.to_owned(), value.into());
    }
}

/// One value by itself, several as a list, none as nothing.
pub(super) fn several(mut values: Vec<Value>) -> Option<Value> {
    match values.len() {
        0 | 1 => values.pop(),
        _ => Some(values.into()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::several;

    #[test]
    fn one_value_is_no_list() {
        assert_eq!(several(Vec::new()), None);
        assert_eq!(several(vec![json!(1)]), Some(json!(1)));
        assert_eq!(several(vec![json!(1), json!(2)]), Some(json!([1, 2])));
    }
}
