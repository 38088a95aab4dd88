//! The values that are written as one string in, their JSON Schema out; the schema of a record is derived from its type.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::articles::Articles;
use super::date::Date;
use super::id::Id;
use super::lang::Lang;
use super::text::Text;

/// The form of an id.
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// The form of a language tag.
const LANG: &str = "^[a-z]{2,3}(-[A-Za-z0-9]+)*$";

/// The form of a date: as precise as the paper prints it.
const DATE: &str = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

/// The form of an article, of a range of articles, or of an annex and its items.
const ARTICLES: &str = concat!(
    r"^([1-9][0-9]*(_[1-9][0-9]*)?(\.[1-9][0-9]*(\.[1-9][0-9]*)?|\.\.[1-9][0-9]*|-[1-9][0-9]*(_[1-9][0-9]*)?)?",
    r"|annex([1-9][0-9]*)?(\.[1-9][0-9]*(-[1-9][0-9]*)?)?)$",
);

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        string("Lower-case ASCII words joined by hyphens, never changed once published.", ID)
    }
}

impl JsonSchema for Lang {
    fn schema_name() -> Cow<'static, str> {
        "Lang".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        string("A language tag such as zh or en.", LANG)
    }
}

impl JsonSchema for Articles {
    fn schema_name() -> Cow<'static, str> {
        "Articles".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        string(
            "An article such as \"65\", with paragraph and item \"12.2.3\", an item of an article without paragraphs \
             \"12..3\", or a range \"45-55\"; an article inserted later \"134_1\" (第一百三十四条之一), with the same \
             endings; an annex \"annex\" or \"annex2\", an item of it \"annex2.17\", or a range \"annex2.17-19\".",
            ARTICLES,
        )
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let about = "A date as precise as the paper prints it: 2015-03-30, 2015-07 or 2015.";
        if generator.contract().is_serialize() {
            return string(about, DATE);
        }
        // YAML takes a year without quotes for a number.
        let year = json!({"type": "integer", "minimum": 1000, "maximum": 9999});
        json_schema!({"description": about, "anyOf": [{"type": "string", "pattern": DATE}, year]})
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let forms = json!({
            "type": "object",
            "properties": {
                "zh": {"type": "string", "description": "Chinese."},
                "en": {"type": "string", "description": "English."},
            },
            "patternProperties": {LANG: {"type": "string"}},
            "additionalProperties": false,
            "minProperties": 1,
        });
        if generator.contract().is_serialize() {
            return described("A text in each language that it has.", forms);
        }
        let about = "A text in each language, {zh: …, en: …}; a bare string is Chinese.";
        described(about, json!({"anyOf": [forms, {"type": "string"}]}))
    }
}

/// The schema of a closed vocabulary: each word with what it means.
pub(super) fn words(about: &str, words: &[(&str, &str)]) -> Schema {
    let meanings: Vec<String> = words.iter().map(|(word, about)| format!("{word}: {}", about.trim())).collect();
    let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    let about = format!("{}\n\n{}", about.trim(), meanings.join("\n\n"));
    described(&about, json!({"type": "string", "enum": words}))
}

fn string(about: &str, pattern: &str) -> Schema {
    described(about, json!({"type": "string", "pattern": pattern}))
}

fn described(about: &str, schema: Value) -> Schema {
    let mut described = json_schema!({"description": about});
    if let Value::Object(schema) = schema {
        schema.into_iter().for_each(|(key, value)| drop(described.insert(key, value)));
    }
    described
}
