//! Former ids as the content writes them, one or several, in; a list of them out.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// The ids that something had before, each an address that once was published: of a list, a region or an office the id alone; of a
/// record the id in its list, or across all lists (`list/duties/id`) where it was in another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Formerly(Vec<String>);

impl Deref for Formerly {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.0
    }
}

impl Formerly {
    /// Whether it never had another id.
    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<String> for Formerly {
    fn from_iter<I: IntoIterator<Item = String>>(ids: I) -> Formerly {
        Formerly(ids.into_iter().collect())
    }
}

impl<'de> Deserialize<'de> for Formerly {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Formerly, D::Error> {
        struct OneOrMany;

        impl<'de> Visitor<'de> for OneOrMany {
            type Value = Formerly;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a former id, or a list of them")
            }

            fn visit_str<E: Error>(self, id: &str) -> Result<Formerly, E> {
                Ok(Formerly(vec![id.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut ids: A) -> Result<Formerly, A::Error> {
                let mut all = Vec::new();
                while let Some(id) = ids.next_element()? {
                    all.push(id);
                }
                Ok(Formerly(all))
            }
        }

        deserializer.deserialize_any(OneOrMany)
    }
}

impl JsonSchema for Formerly {
    fn schema_name() -> Cow<'static, str> {
        "Formerly".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let many = json_schema!({"type": "array", "items": {"type": "string"}});
        if generator.contract().is_serialize() {
            return many;
        }
        json_schema!({"anyOf": [many, {"type": "string"}]})
    }
}

#[cfg(test)]
mod tests {
    use super::Formerly;

    #[test]
    fn one_or_several() {
        let read = |yaml: &str| serde_yaml::from_str::<Formerly>(yaml).map(|ids| ids.to_vec());
        assert_eq!(read("old").expect("one"), ["old"]);
        assert_eq!(read("[a, b]").expect("several"), ["a", "b"]);
        assert!(read("{a: b}").is_err());
    }
}
