//! The registers that lists share: regions, departments and topics.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::formerly::Formerly;
use super::id::Id;
use super::text::Text;
use super::vocabulary::{FigureKind, Level};

/// A region of the administrative division.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Code of the division, kept as text: six digits down to the county (GB/T 2260), nine for a township; absent where a
    /// place has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^([0-9]{6}|[0-9]{9})$"))]
    pub code: Option<String>,
    /// Id of the region.
    pub slug: Id,
    /// Ids that it had before, so that their addresses lead here.
    #[serde(default, skip_serializing_if = "Formerly::is_none")]
    pub formerly: Formerly,
    /// Name of the region.
    pub name: Text,
    /// Administrative level.
    pub level: Level,
    /// Slug or code of the region it belongs to; absent for a province.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id>,
    /// Telephone area code with its zero (`0310`), where it is known; the regions below have it too, unless they have their
    /// own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^0[1-9][0-9]{1,2}$"))]
    pub area_code: Option<String>,
    /// Address of a page that states the area code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area_code_source: Option<String>,
}

/// A kind of department, under whatever name a county prints it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Id of the kind.
    pub slug: Id,
    /// Descriptive name of the kind.
    pub name: Text,
    /// What belongs to the kind, where the name does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<Text>,
    /// Every name that a list prints for it.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// A topic of the taxonomy (a SKOS concept).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Id of the topic.
    pub slug: Id,
    /// Name (`skos:prefLabel`).
    pub name: Text,
    /// What the topic covers (`skos:definition`); inline Markdown.
    pub definition: Text,
    /// Code of the class in a published classification (`skos:notation`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Slug of the wider topic (`skos:broader`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broader: Option<Id>,
    /// Everyday words for it (`skos:altLabel`).
    #[serde(default)]
    pub words: Words,
    /// What lists give figures of under the topic, so that figures of several lists meet however each of them words it.
    #[serde(default)]
    pub subjects: Vec<TopicSubject>,
}

/// Something that lists give figures of: what is inspected, what is promised, what is fined, what is measured. That two
/// lists mean the same by it is the reading of whoever keeps the register, and is shown as that.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicSubject {
    /// Id of the subject in the topic.
    pub id: Id,
    /// What it is called.
    pub name: Text,
    /// Which figures are of it.
    pub of: FigureKind,
    /// What a printed subject says that is this one, in Chinese: each entry is a way to say it, and of words with blanks
    /// between them all must stand there. Of several subjects the first that fits is the one.
    pub words: Vec<String>,
}

/// A term of the field and the translations it may have.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The Chinese term.
    pub zh: String,
    /// Its English, and other forms that a sentence may need; the first is the one to use.
    pub en: Vec<String>,
    /// When it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What it means, in plain words for readers: an explanation of whoever keeps the register, and no quotation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plain: Option<Text>,
}

impl Term {
    /// The anchor of the term on the page of terms, the same as long as the term is.
    pub fn anchor(&self) -> String {
        format!("term-{}", Id::hash(self.zh.bytes()))
    }
}

/// What people type when they mean a topic.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Chinese words.
    #[serde(default)]
    pub zh: Vec<String>,
    /// Pinyin without tones or spaces.
    #[serde(default)]
    pub pinyin: Vec<String>,
    /// English words.
    #[serde(default)]
    pub en: Vec<String>,
}
