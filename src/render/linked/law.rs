//! A law in, what its page says of it to programs out.

use serde_json::{Map, Value};

use crate::model::{Law, LawId, LawStatus};
use crate::plan::Target;

use super::super::page::Page;
use super::terms::{address, named, put, several};

/// A law, as far as the register knows it.
pub(super) fn legislation(page: &Page<'_>, id: LawId) -> Value {
    let law = &page.model()[id];
    let mut value = named(page, "Legislation", &law.title);
    let short = law.short_titles.iter().map(|title| page.bare(title));
    put(&mut value, "alternateName", several(short.map(Value::from).collect()));
    put(&mut value, "legislationIdentifier", law.document_number.as_deref());
    value.insert("legislationType".into(), page.t("law_kind", law.kind.as_str()).into());
    put(&mut value, "legislationDate", law.adopted.map(|date| date.to_string()));
    let issuer = law.issuer.as_ref().map(|issuer| named(page, "Organization", issuer));
    put(&mut value, "legislationPassedBy", issuer);
    put(&mut value, "legislationLegalForce", force(law));
    put(&mut value, "sameAs", law.official_url.as_deref());
    let old = page.shared.graph.replaces(id).map(|old| Value::Object(law_reference(page, old)));
    put(&mut value, "legislationChanges", several(old.collect()));
    value.into()
}

fn law_reference(page: &Page<'_>, id: LawId) -> Map<String, Value> {
    let mut value = named(page, "Legislation", &page.model()[id].title);
    value.insert("url".into(), address(page, Target::Law(id), "").into());
    value
}

/// Whether a law is in force, where the register says so.
fn force(law: &Law) -> Option<&'static str> {
    match law.state() {
        LawStatus::InForce | LawStatus::Amended => Some("https://schema.org/InForce"),
        LawStatus::Repealed | LawStatus::Replaced => Some("https://schema.org/NotInForce"),
        LawStatus::Unknown => None,
    }
}
