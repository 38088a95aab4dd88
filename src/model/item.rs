//! Items of a list: powers, responsibilities of a township, duties of a body, down to the sub-item.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::account::{Account, Stage};
use super::basis::{Basis, Source};
use super::formerly::Formerly;
use super::id::Id;
use super::list_words::{ChangeKind, ExerciseLevel, ItemRole, PowerType};
use super::phone::Phone;
use super::regime::Limit;
use super::text::Text;

/// An item of a list (事项): a power, an item of a township's list, a duty of one of several bodies. The name is all that
/// it must have.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Id in the list; where it is left out it is made from the code, else from section and number, else from the name.
    #[serde(default)]
    pub id: Id,
    /// Ids that it had before, so that their addresses lead here.
    #[serde(default, skip_serializing_if = "Formerly::is_none")]
    pub formerly: Formerly,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Official code as printed (项目编码).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Name of the item, as printed.
    pub name: Text,
    /// Of a sub-item (子项), the item that it is part of: its id, its code, or its number in the same section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Id>,
    /// Id of the section that it stands in; inherited by a sub-item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<Id>,
    /// Which part of a township's list it belongs to; inherited from the section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<ItemRole>,
    /// Type of power; inherited from the item that it is part of, the section or the list.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub power_type: Option<PowerType>,
    /// The word that the paper prints for the type, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_as_printed: Option<String>,
    /// What the item says beside its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<Text>,
    /// Slug of the body that has the item, where it is not the agency; inherited from the section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Id>,
    /// Slugs of the offices that handle it (承办机构); inherited from the section or the list.
    #[serde(default)]
    pub offices: Vec<Id>,
    /// Phones printed for the item.
    #[serde(default)]
    pub phones: Vec<Phone>,
    /// Slugs of its topics; inherited from the section or the list.
    #[serde(default)]
    pub topics: Vec<Id>,
    /// Levels of government that exercise it (行使层级).
    #[serde(default)]
    pub levels: Vec<ExerciseLevel>,
    /// The words that the paper prints for the levels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level_as_printed: Option<String>,
    /// To whom it applies (实施对象).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipients: Option<Text>,
    /// How long it may take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_limits: Option<TimeLimits>,
    /// What it costs (收费).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Text>,
    /// Where it is handled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
    /// Legal basis of the power.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// The column of the legal basis as running text (实施依据), where it is not taken apart under `basis`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis_as_printed: Option<Text>,
    /// Id of the procedure of the list whose stages hold for it; inherited from the section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<Id>,
    /// Its duties by stage (责任事项).
    #[serde(default)]
    pub stages: Vec<Stage>,
    /// Legal basis of its duties (责任事项依据).
    #[serde(default)]
    pub duties_basis: Vec<Basis>,
    /// The same as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duties_basis_as_printed: Option<Text>,
    /// Ids of accounts of the list that hold for it; inherited from the section.
    #[serde(default)]
    pub accounts: Vec<Id>,
    /// For what staff answer, of this item alone (追责情形).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accountability: Option<Account>,
    /// Who can be held to account (追责对象范围).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answerable: Option<Text>,
    /// What became of it since the list before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// Boundary matters that it touches: an id of the same list, or `list/boundaries/id`.
    #[serde(default)]
    pub boundaries: Vec<String>,
    /// What the township does in it (镇街配合职责).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub township_part: Option<Text>,
    /// Departments that have the item with the township, or that took it back.
    #[serde(default)]
    pub counterparts: Vec<Counterpart>,
    /// Remarks; inline Markdown.
    #[serde(default)]
    pub notes: Vec<Text>,
    /// Where it is printed; the part is inherited from the section or the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// How long an item may take.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimeLimits {
    /// By law (法定时限).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statutory: Option<TimeLimit>,
    /// As the agency promises (承诺时限).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<TimeLimit>,
}

/// One time limit.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimeLimit {
    /// As printed.
    pub text: Text,
    /// The length of time, where it is one figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
}

/// What became of an item.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// What became of it.
    pub kind: ChangeKind,
    /// The word that the paper prints.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_printed: Option<String>,
    /// What it was before, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predecessor: Option<Text>,
    /// The item that it was before, where that list is published here: `list/items/id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predecessor_id: Option<String>,
    /// The body that took it over, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_over_by: Option<Text>,
    /// A remark; inline Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A department that has an item with the township, or that took it back.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counterpart {
    /// Slug of the kind of department; where it is left out, the kind that has the name among its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Id>,
    /// Name as printed (对应上级部门, 承接部门).
    pub name: Text,
    /// What it does (上级部门职责).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsibility: Option<Text>,
    /// How it goes about what it took back (工作方式).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manner: Option<Text>,
    /// The item of the department's list that this is, where its name or code does not tell: `list/items/id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
}
