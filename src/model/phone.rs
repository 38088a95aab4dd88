//! A phone with what it is for.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize};

use super::list_words::PhoneKind;

/// A phone of an item or a regime. A bare string is a number whose purpose the paper does not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Phone {
    /// The number, exactly as printed.
    pub number: String,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<PhoneKind>,
    /// The extension to ask for (分机), digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension: Option<String>,
}

/// A phone as a mapping.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename = "Phone")]
struct Written {
    /// The number, exactly as printed.
    number: String,
    /// What it is for.
    #[serde(default)]
    kind: Option<PhoneKind>,
    /// The extension to ask for (分机), digits.
    #[serde(default)]
    extension: Option<String>,
}

impl<'de> Deserialize<'de> for Phone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Phone, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = Phone;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a phone: a string, or a mapping such as {number: …, kind: consultation}")
            }

            fn visit_str<E: Error>(self, number: &str) -> Result<Phone, E> {
                Ok(Phone { number: number.to_owned(), kind: None, extension: None })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Phone, A::Error> {
                let Written { number, kind, extension } = Written::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Phone { number, kind, extension })
            }
        }

        deserializer.deserialize_any(Either)
    }
}

impl JsonSchema for Phone {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Phone".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut mapping = Written::json_schema(generator);
        mapping.remove("description");
        if generator.contract().is_serialize() {
            mapping.insert("description".into(), "A phone with what it is for.".into());
            return mapping;
        }
        json_schema!({
            "description": "A phone; a bare string is a number whose purpose the paper does not say.",
            "anyOf": [mapping, {"type": "string"}],
        })
    }
}
