//! A table and a column in; whether editions are told and compared by it out.

/// What the rows of a table are in an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// Records with ids of their own that last through editions, called so.
    Records(&'static str),
    /// What stands in a record, one after the other. The column names the record, or something in it.
    In(&'static str),
    /// What stands in such a row: it is told with that.
    With(&'static str),
}

/// Every table that editions are told by, records first, in the order of a list.
pub(super) const TABLES: &[(&str, Rows)] = &[
    ("offices", Rows::Records("office")),
    ("bodies", Rows::Records("body")),
    ("duties", Rows::Records("duty")),
    ("work_items", Rows::Records("work-item")),
    ("accountability", Rows::Records("accountability")),
    ("sections", Rows::Records("section")),
    ("items", Rows::Records("item")),
    ("procedures", Rows::Records("procedure")),
    ("accounts", Rows::Records("account")),
    ("matters", Rows::Records("matter")),
    ("participants", Rows::Records("participant")),
    ("services", Rows::Records("service")),
    ("regimes", Rows::Records("regime")),
    ("provisions", Rows::Records("provision")),
    ("mechanism", Rows::Records("mechanism")),
    ("list_phones", Rows::In("list_id")),
    ("list_issuers", Rows::In("list_id")),
    ("empty_parts", Rows::In("list_id")),
    ("office_phones", Rows::In("office_id")),
    ("office_aliases", Rows::In("office_id")),
    ("body_phones", Rows::In("body_id")),
    ("duty_offices", Rows::In("duty_id")),
    ("work_item_offices", Rows::In("work_item_id")),
    ("item_codes", Rows::In("item_id")),
    ("item_levels", Rows::In("item_id")),
    ("item_offices", Rows::In("item_id")),
    ("item_phones", Rows::In("item_id")),
    ("item_accounts", Rows::In("item_id")),
    ("item_matters", Rows::In("item_id")),
    ("item_stages", Rows::In("item_id")),
    ("procedure_stages", Rows::In("procedure_id")),
    ("stage_items", Rows::In("record_id")),
    ("account_circumstances", Rows::In("account_id")),
    ("handovers", Rows::In("item_id")),
    ("service_offices", Rows::In("service_id")),
    ("service_phones", Rows::In("service_id")),
    ("service_months", Rows::In("service_id")),
    ("regime_offices", Rows::In("regime_id")),
    ("regime_phones", Rows::In("regime_id")),
    ("provision_items", Rows::In("provision_id")),
    ("frequencies", Rows::In("regime_id")),
    ("deadlines", Rows::In("regime_id")),
    ("penalties", Rows::In("regime_id")),
    ("thresholds", Rows::In("regime_id")),
    ("citations", Rows::In("record_id")),
    ("citation_articles", Rows::With("citation_id")),
    ("notes", Rows::In("record_id")),
];

/// Columns that say where a row stands or is printed, or that follow from others: no edition is told by them.
const LEFT_OUT: &[&str] = &[
    "id",
    "url",
    "list_id",
    "position",
    "uri",
    "record_kind",
    "depth",
    "parent_id",
    "topic_subject_id",
    "department_list",
    "department_item",
    "statutory_limit_value",
    "statutory_limit_unit",
    "statutory_limit_working_days",
    "promised_limit_value",
    "promised_limit_unit",
    "promised_limit_working_days",
    "valid_from",
    "valid_to",
];

/// Columns that name the record that another stands in.
const ABOVE: &[&str] = &["duty_id", "item_id", "matter_id", "regime_id"];

/// Whether a column says something of the row itself.
pub(super) fn tells(rows: Rows, column: &str) -> bool {
    let of_place = column.starts_with("source_") || column.starts_with("case_source_");
    let above = match rows {
        Rows::Records(_) => ABOVE.contains(&column),
        Rows::In(owner) | Rows::With(owner) => column == owner,
    };
    !(of_place || above || LEFT_OUT.contains(&column))
}

/// Whether a column only says where among the others a record stands.
pub(super) fn is_place(column: &str) -> bool {
    ["number", "section_id", "part_of"].contains(&column)
}

/// Whether a column has ids, of whatever they are.
pub(super) fn is_id(column: &str) -> bool {
    column.ends_with("_id")
}

/// The columns that name a record, the first that it has.
pub(super) const NAMES: &[&str] = &["name", "title", "heading", "text", "circumstances", "body", "lead_in"];

/// The section of the words of the interface that has the words of a column.
pub(super) fn words(table: &str, column: &str) -> Option<&'static str> {
    Some(match (table, column) {
        ("offices", "kind") => "office_kind",
        ("items", "type") => "power_type",
        ("items", "change") => "change",
        (_, "role") => "item_role",
        (_, "level") => "exercise_level",
        (_, "stage") => "stage",
        ("body_phones" | "item_phones" | "regime_phones", "kind") => "phone_kind",
        ("provisions", "kind") => "provision_kind",
        ("frequencies", "kind") => "frequency_kind",
        ("penalties", "kind") => "penalty_kind",
        (_, "collection") => "collection",
        _ => return None,
    })
}
